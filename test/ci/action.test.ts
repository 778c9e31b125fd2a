import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { ROOT } from '../support/run.js';

interface Step {
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string>>;
  readonly shell?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}
interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

const action: Action = parse(readFileSync(`${ROOT}action.yml`, 'utf8'));
const { steps } = action.runs;
const checks = steps.filter(({ run }) => run?.includes('bin/idm.js" validate'));

const GOOD = 'id: a\ntitle: A\ntimezone: Europe/Paris\ndays: []\n';
const BAD = `${GOOD}room: hall\n`;
const WARNED = GOOD.replace(
  'days: []',
  `days:
  - date: 2018-03-26
    sessions:
      - {id: lunch, type: break, time: 12:00-13:00, title: Lunch}
      - {id: talk, time: 12:30-13:30, title: Talk}`,
);

/** A file name with all that a shell would act on. */
const NASTY = '$(touch pwned) `touch pwned`; touch pwned & "agenda\'s".yaml';

/** Those around the name of a file are its own. */
const BLANK = '  blanks.yaml ';

let cwd: string;
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'idm action '));
  for (const [name, text] of Object.entries({
    [NASTY]: BAD,
    [BLANK]: BAD,
    '-dash.yaml': BAD,
    'good.yaml': GOOD,
    warned: WARNED,
  })) {
    writeFileSync(join(cwd, name), text);
  }
});
afterAll(() => rmSync(cwd, { recursive: true }));

/** Runs a script as a runner does: bash with these flags. */
function bash(script: string, env: Readonly<Record<string, string>>) {
  return spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, ...env },
  });
}

/** Runs the steps that check, inputs put in where `env` names them. */
function check(inputs: Readonly<Record<string, string>>, more: Readonly<Record<string, string>> = {}) {
  const given = (name: string) => inputs[name] ?? action.inputs[name]?.default ?? `no input ${name}`;
  const results = checks.map(({ run, env = {} }) => {
    const filled = Object.entries(env).map(([name, value]) => [
      name,
      value.replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, input: string) => given(input)),
    ]);
    return bash(run ?? '', { GITHUB_WORKSPACE: cwd, GITHUB_ACTION_PATH: ROOT, ...Object.fromEntries(filled), ...more });
  });
  return results.map(({ status, stdout, stderr }) => ({ code: status, out: stdout, err: stderr }));
}

const property = (text: string) => text.replace(/%/g, '%25').replace(/:/g, '%3A').replace(/,/g, '%2C');
const unknownRoom = (file: string) =>
  `::error file=${property(file)},line=5,endLine=5,col=7,endColumn=11,title=unknown-room::"hall" is not in rooms`;

describe('the GitHub action', () => {
  test('no input stands in a script', () => {
    const scripts = steps.filter(({ uses }) => uses === undefined);
    for (const { run } of scripts) expect(run).not.toContain('${{');
    expect(scripts.every(({ shell }) => shell === 'bash')).toBe(true);
    expect(checks).toHaveLength(1);
  });

  test('every input reaches a step', () => {
    const used = JSON.stringify(steps.map(({ env }) => env));
    for (const name of Object.keys(action.inputs)) expect(used).toContain(`\${{ inputs.${name} }}`);
  });

  test.each([
    ['a name that a shell would act on', { files: NASTY }, 1, [unknownRoom(NASTY)]],
    ['several, one a line', { files: `\n  good.yaml\n  ${NASTY}  \n` }, 1, [unknownRoom(NASTY)]],
    ['lines that end as on Windows', { files: `good.yaml\r\n${NASTY}\r\n\r\n` }, 1, [unknownRoom(NASTY)]],
    ['a name with blanks around it', { files: `${BLANK}\n\t good.yaml \t` }, 1, [unknownRoom(BLANK)]],
    ['a name that looks like an option', { files: '-dash.yaml' }, 1, [unknownRoom('-dash.yaml')]],
    ['a glob', { files: '*.yaml' }, 1, [unknownRoom(NASTY), unknownRoom('-dash.yaml')]],
    ['nothing wrong', { files: 'good.yaml', 'max-warnings': '0' }, 0, []],
  ])('%s', (_, inputs, code, annotations) => {
    const [result] = check(inputs);
    expect(result).toMatchObject({ code, err: '' });
    const lines = (result?.out ?? '').split('\n').filter(line => line.startsWith('::'));
    expect(lines).toHaveLength(annotations.length);
    for (const annotation of annotations) expect(lines).toContainEqual(expect.stringContaining(annotation));
    expect(readdirSync(cwd)).not.toContain('pwned');
  });

  test.each([
    ['no file and no agenda.yaml', {}, 2, 'idm: no agenda.yaml here'],
    ['a glob that matches nothing', { files: '*.yml' }, 2, 'idm: *.yml: no file matches'],
    [
      'a number that is a script',
      { files: 'good.yaml', 'max-warnings': '$(touch pwned) --debug' },
      2,
      'idm: --max-warnings',
    ],
  ])('%s', (_, inputs, code, err) => {
    const [result] = check(inputs);
    expect(result).toMatchObject({ code, out: '', err: expect.stringContaining(err) });
    expect(readdirSync(cwd)).not.toContain('pwned');
  });

  test.each([
    ['has what is wrong', { files: 'titled' }, 'titled:3:11: error "```` Nowhere" is not an IANA time zone'],
    ['says what could not be checked', { files: 'no.yaml' }, 'idm: no.yaml: no such file'],
  ])('the summary of a job that fails %s', (_, inputs, expected) => {
    writeFileSync(join(cwd, 'titled'), GOOD.replace('Europe/Paris', `"${'`'.repeat(30)} Nowhere"`));
    const summary = join(cwd, 'summary.md');
    writeFileSync(summary, '');
    check(inputs, { GITHUB_STEP_SUMMARY: summary });
    // Behind it stands what is wrong by rule.
    const [text = ''] = readFileSync(summary, 'utf8').split('# Agenda\n');
    const [heading, , open, ...lines] = text.trimEnd().split('\n');
    const fence = lines.pop() ?? '';
    expect([heading, open]).toEqual(['### idm validate', `${fence} text`]);
    expect(lines.filter(line => line.includes(fence))).toEqual([]);
    expect(lines.map(line => line.replace(/`+/g, '````'))).toContainEqual(expect.stringContaining(expected));
  });

  test('a job that passes has no summary', () => {
    const summary = join(cwd, 'summary.md');
    writeFileSync(summary, '');
    check({ files: 'good.yaml' }, { GITHUB_STEP_SUMMARY: summary });
    expect(readFileSync(summary, 'utf8')).toBe('');
  });

  test('warnings past the limit', () => {
    expect(check({ files: 'warned' })).toMatchObject([{ code: 0 }]);
    expect(check({ files: 'warned', 'max-warnings': '0' })).toMatchObject([{ code: 1 }]);
  });
});

test.each([
  ['a tool that is built is not built again', ROOT, ''],
  ['one that is not is built', tmpdir(), 'npm ci\nnpm run\n'],
])('%s', (_, folder, calls) => {
  const [build = '', ...others] = steps.flatMap(({ run }) => (run?.includes('npm run') ? [run] : []));
  expect(others).toEqual([]);
  const { status, stdout, stderr } = bash(`npm() { echo "npm $1"; }\n${build}`, { GITHUB_ACTION_PATH: folder });
  expect([status, stdout, stderr]).toEqual([0, calls, '']);
});

describe('the cache', () => {
  const [find] = steps.filter(({ id }) => id === 'idm');
  const cache = steps.findIndex(({ uses }) => uses?.startsWith('actions/cache@'));

  /** A folder as the action has it before it is built; what its first step puts out. */
  function found(folder: string, sources: Readonly<Record<string, string>>): string[] {
    mkdirSync(join(folder, 'action'), { recursive: true });
    mkdirSync(join(folder, 'src'), { recursive: true });
    copyFileSync(`${ROOT}action/fingerprint.mjs`, join(folder, 'action', 'fingerprint.mjs'));
    for (const [name, text] of Object.entries(sources)) writeFileSync(join(folder, name), text);
    const outputs = join(folder, 'outputs');
    rmSync(outputs, { force: true });
    expect(bash(find?.run ?? '', { GITHUB_ACTION_PATH: folder, GITHUB_OUTPUT: outputs }).status).toBe(0);
    return readFileSync(outputs, 'utf8').trimEnd().split('\n');
  }
  const output = (name: string) => `\${{ steps.idm.outputs.${name} }}`;
  const given = { 'package.json': '{}', 'src/a.ts': 'a', 'src/b.ts': 'b', 'README.md': '#' };

  test('what is not built is looked for by what it would be built from', () => {
    const [a, b] = [join(cwd, 'one'), join(cwd, 'other')];
    const [path, dist, key] = found(a, given);
    expect([path, dist]).toEqual([`path=${a}/bin/idm.js`, `dist=${a}/dist`]);
    expect(key).toMatch(/^key=idm-agenda-[0-9a-f]{64}$/);
    expect(found(b, { ...given, 'README.md': 'other' })[2]).toBe(key);
    expect(found(b, { ...given, 'src/b.ts': 'c' })[2]).not.toBe(key);
    expect(found(b, { ...given, 'src/b.ts': 'b', 'src/c.ts': '' })[2]).not.toBe(key);
  });

  test('what is built is not looked for', () => {
    const outputs = join(cwd, 'outputs');
    bash(find?.run ?? '', { GITHUB_ACTION_PATH: ROOT, GITHUB_OUTPUT: outputs });
    expect(readFileSync(outputs, 'utf8')).toBe(`path=${ROOT}/bin/idm.js\n`);
  });

  test('it stands between what finds the build and what builds', () => {
    expect(steps[cache]).toMatchObject({
      if: "steps.idm.outputs.key != ''",
      with: { path: output('dist'), key: output('key') },
    });
    expect(steps.findIndex(({ run }) => run?.includes('npm run'))).toBe(cache + 1);
    expect(action.outputs.idm?.value).toBe(output('path'));
  });
});

describe('the workflow to copy', () => {
  const workflow: unknown = parse(readFileSync(`${ROOT}examples/workflow.yml`, 'utf8'));
  const { on, permissions, jobs } = workflow as {
    on: object;
    permissions: object;
    jobs: Record<string, { 'runs-on': string; steps: { uses?: string; with?: Record<string, unknown> }[] }>;
  };
  const uses = Object.values(jobs).flatMap(job => job.steps);

  test('it runs on changes and may only read', () => {
    expect(Object.keys(on)).toEqual(['push', 'pull_request']);
    expect(permissions).toEqual({ contents: 'read' });
    expect(Object.values(jobs).map(job => job['runs-on'])).toEqual(['ubuntu-latest']);
  });

  test('it uses only inputs that the action has, and its version', () => {
    const { version } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8'));
    const [step, ...others] = uses.filter(step => step.uses?.includes('/idm-agenda@'));
    expect(others).toEqual([]);
    expect(step?.uses).toMatch(new RegExp(`@v${version}$`));
    expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(step?.with ?? {})));
  });
});

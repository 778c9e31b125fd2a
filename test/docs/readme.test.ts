import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { COMMANDS } from '../../src/commands/index.js';
import type { Format } from '../../src/formats/format.js';
import { OPTIONS } from '../../src/formats/options.js';
import { FORMATS, WRITER_NAMES } from '../../src/formats/registry.js';
import { FIXED_RULES } from '../../src/model/rule-ids.js';
import { REPORTS } from '../../src/reports/index.js';
import { RULES } from '../../src/rules/index.js';
import type { Rule } from '../../src/rules/rule.js';
import {
  blocks,
  commands,
  cutLike,
  type Desk,
  desk,
  documentText,
  generated,
  prose,
  rowsUnder,
  table,
  UPDATING,
  update,
  withGenerated,
  withOutputs,
} from '../support/readme.js';
import { idm, ROOT } from '../support/run.js';

const RULE_TABLE = table(
  ['rule', 'severity', 'what'],
  Object.values<Rule>(RULES).map(({ id, severity, summary }) => {
    const fixed = (FIXED_RULES as readonly string[]).includes(id);
    return [`\`${id}\``, fixed ? `${severity}, always` : severity, summary];
  }),
);

const FORMAT_TABLE = table(
  ['option', 'writes', 'its own options'],
  WRITER_NAMES.map(name => {
    const { about, options = [] }: Format = FORMATS[name];
    const own = options.map(option => `\`${OPTIONS[option].flags}\`: ${OPTIONS[option].about}`);
    return [`\`--${name}\``, about, own.join('; ')];
  }),
);

const withTables = (text: string) => withGenerated(withGenerated(text, 'rules', RULE_TABLE), 'formats', FORMAT_TABLE);
if (UPDATING) await update('README.md', text => withOutputs(withTables(text)));

const readme = documentText('README.md');
const { exports: exported, scripts, version } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8'));

describe('the outputs', () => {
  let place: Desk;
  beforeAll(() => {
    place = desk(readme);
  });
  afterAll(() => place.remove());

  test.each(commands(readme).map(shown => [shown.line, shown.command, shown] as const))(
    'line %i: %s',
    async (_, command, { output }) => {
      expect(output).toEqual(cutLike(output, await place.run(command)));
    },
  );
});

describe('the two commands', () => {
  test.each(['npm ci && npm run build && node bin/idm.js list --day 1', 'npm ci && npm test'])(
    '%s stands by itself, and its scripts are there',
    line => {
      const single = blocks(readme).filter(({ language, body }) => language === 'sh' && body.length === 1);
      expect(single.map(({ body }) => body[0])).toContain(line);
      for (const [, script = ''] of line.matchAll(/npm (?:run )?(build|test)/g)) expect(scripts).toHaveProperty(script);
    },
  );

  test('the second is what continuous integration runs', () => {
    expect(readFileSync(`${ROOT}.ci/run`, 'utf8').split('\n')).toContain('npm ci && npm test');
  });
});

describe('what is listed', () => {
  test('every command has a section', () => {
    const sections = [...readme.matchAll(/^### idm (\w+)$/gm)].map(([, name]) => name);
    expect(sections.sort()).toEqual(COMMANDS.map(({ name }) => name).sort());
  });

  test.each(COMMANDS.map(({ name }) => name))('every option of idm %s is mentioned', async name => {
    const { out } = await idm([name, '--help']);
    const options = [...out.matchAll(/^ {2}(?:-\w, )?(--[\w-]+)/gm)].map(([, option = '']) => option);
    expect(options.length).toBeGreaterThan(5);
    for (const option of options) expect(readme).toMatch(new RegExp(`${option}(?![\\w-])`));
  });

  test('the rules are those that there are', () => {
    expect(generated(readme, 'rules'), 'UPDATE_README=1 npx vitest run test/docs').toBe(RULE_TABLE);
  });

  test('the reports of validate', () => {
    expect(rowsUnder(readme, '| `--format` | is for |').map(([name]) => name)).toEqual(
      Object.keys(REPORTS).map(name => `\`${name}\``),
    );
  });

  test('the fields of every --json', async () => {
    let above: string[] = [];
    for (const [command = '', gives = ''] of rowsUnder(readme, '| command | gives |')) {
      const args = command.replaceAll('`', '').replace('draft.yaml', 'examples/draft.yaml').split(' ').slice(1);
      const value = JSON.parse((await idm(args)).out);
      const named = [...gives.matchAll(/`(\w+)`/g)].map(([, field = '']) => field);
      const fields = gives.includes('the same fields') ? [...above, ...named] : named;
      expect(Object.keys(Array.isArray(value) ? value[0] : value)).toEqual(fields);
      above = fields;
    }
  });

  test('what the package exports', () => {
    for (const [name, target] of Object.entries<string | { default: string }>(exported)) {
      const file = typeof target === 'string' ? target : target.default;
      expect(existsSync(`${ROOT}${file}`), file).toBe(true);
      if (file.includes('schema/')) expect(readme).toContain(`\`idm-agenda/${name.slice(2)}\``);
    }
  });

  test('the formats of export, and the options of single ones', () => {
    expect(generated(readme, 'formats'), 'UPDATE_README=1 npx vitest run test/docs').toBe(FORMAT_TABLE);
  });
});

describe('continuous integration', () => {
  test('the hook of pre-commit is one that there is, and the version this one', () => {
    const [block] = blocks(readme).filter(({ body }) => body.includes('repos:'));
    const { repos } = parse(block?.body.join('\n') ?? '');
    const hooks: { id: string }[] = parse(readFileSync(`${ROOT}.pre-commit-hooks.yaml`, 'utf8'));
    expect(repos).toMatchObject([{ rev: `v${version}`, hooks: hooks.map(({ id }) => ({ id })) }]);
    expect(readme).toContain(`idm-agenda-${version}.tgz`);
  });

  test('the inputs of the action are named', () => {
    const { inputs } = parse(readFileSync(`${ROOT}action.yml`, 'utf8'));
    for (const name of Object.keys(inputs)) expect(prose(readme)).toContain(`\`${name}\``);
  });
});

// Writes the job summary of the action: the problems by rule, and of each agenda that a change touches what changed against
// the base (HEAD^1), with the clashes that came and went. With REQUIRE_REVISION it exits with 1 where a session changed and
// neither revision nor updated was raised. Arguments are the files, folders and globs that are validated.
import { spawnSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { matchesGlob, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const IDM = fileURLToPath(new URL('../bin/idm.js', import.meta.url));
const BASE = 'HEAD^1';
/** GitHub takes 1 MiB of one step. */
const MOST = 900_000;

// What is asked here goes into the summary, not into the log.
const { GITHUB_ACTIONS: _, GITHUB_STEP_SUMMARY: summary, REQUIRE_REVISION: required, ...env } = process.env;
const given = process.argv.slice(2);

const run = (command, args) => {
  const { status, stdout, stderr } = spawnSync(command, args, { env, encoding: 'utf8', maxBuffer: 2 ** 30 });
  return { status: status ?? 2, out: stdout ?? '', err: stderr ?? '' };
};
const idm = (...args) => run(process.execPath, [IDM, ...args]);
const git = (...args) => run('git', ['--no-pager', '-c', 'core.fsmonitor=false', ...args]);

/** A text as a line of Markdown that is nothing but text. */
const plain = text => text.replace(/\s+/g, ' ').replace(/[\\`*_[\]|~$#{}@<>&]/g, mark => `&#${mark.charCodeAt(0)};`);

/** The value of an annotation, and one of its properties, as a workflow command has them. */
const message = text => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
const property = text => message(text).replace(/:/g, '%3A').replace(/,/g, '%2C');

function problems() {
  const { out } = idm('validate', '--json', '--', ...given);
  const counts = new Map();
  for (const { rule, severity } of out === '' ? [] : JSON.parse(out)) {
    const known = counts.get(rule) ?? { severity, count: 0 };
    known.count++;
    counts.set(rule, known);
  }
  if (counts.size === 0) return [];
  const rows = [...counts].map(([rule, { severity, count }]) => `| \`${rule}\` | ${severity} | ${count} |`);
  return ['## Problems', ['| rule | severity | count |', '|---|---|---|', ...rows].join('\n')];
}

/** The agendas among the files that differ from the base; undefined where there is no base, and none where nothing is in git. */
function touched() {
  if (git('rev-parse', '--is-inside-work-tree').status !== 0) return [];
  if (git('rev-parse', '--verify', '--quiet', `${BASE}^{commit}`).status !== 0) return undefined;
  const { out } = git(
    'diff-tree',
    '-r',
    '-z',
    '--relative',
    '--name-only',
    '--no-renames',
    '--diff-filter=d',
    BASE,
    'HEAD',
  );
  const wanted =
    given.length === 0
      ? ['agenda.yaml', 'agenda.yml', '*.agenda.yaml', '*.agenda.yml']
      : given.map(one => normalize(one).replace(/\/$/, ''));
  const isWanted = file =>
    wanted.some(
      one =>
        file === one ||
        (/\.ya?ml$/.test(file) && (one === '.' || file.startsWith(`${one}/`))) ||
        (/[*?[{]/.test(one) && matchesGlob(file, one)),
    );
  return out.split('\0').filter(file => file !== '' && isWanted(file));
}

/** What a diff against the base gives of an agenda. */
function diff(file, ...form) {
  // A name that begins with a dash is no option.
  return idm('diff', BASE, '-f', `./${file}`, ...form);
}

function changesOf({ file, json }) {
  const heading = `## ${plain(file)}`;
  if (json.status === 2) return [heading, `Not compared: ${plain(json.err.replace(/^idm: /, '').trim())}`];
  const records = JSON.parse(json.out);
  const clashes = name =>
    records
      .filter(({ change }) => change === name)
      .map(({ clash }) => `- \`${clash.rule}\` (${clash.severity}): ${plain(clash.message)}`);
  const list = (title, lines) => (lines.length === 0 ? [] : [`### ${title}`, lines.join('\n')]);
  return [
    heading,
    // The headings of the notes stand below that of the file.
    diff(file, '--markdown')
      .out.replace(/^(?=#)/gm, '##')
      .trimEnd(),
    ...list('Clashes that came', clashes('clash')),
    ...list('Clashes that went', clashes('clash-gone')),
  ];
}

const files = summary || required === 'true' ? touched() : [];
const diffs = files?.map(file => {
  const json = diff(file, '--json', ...(required === 'true' ? ['--require-revision'] : []));
  return { file, json };
});
if (summary) {
  const missing =
    'What changed is not told, since the checkout has no base: give `actions/checkout` a `fetch-depth: 2`.';
  const changes = diffs?.flatMap(changesOf) ?? [missing];
  const blocks = [...problems(), ...changes];
  const text = blocks.length === 0 ? '' : `${['# Agenda', ...blocks].join('\n\n')}\n`;
  // A character has at most three bytes for each of its units in UTF-16.
  const cut = Buffer.byteLength(text) > MOST ? `${text.slice(0, text.lastIndexOf('\n', MOST / 3))}\n\n…\n` : text;
  appendFileSync(summary, cut);
}

if (required === 'true') {
  if (diffs === undefined)
    console.log(
      '::warning title=require-revision::not checked, since the checkout has no base: give actions/checkout a fetch-depth of 2',
    );
  for (const { file, json } of diffs ?? []) {
    const forgotten = json.err.split('\n').find(line => line.includes('neither revision nor updated was raised'));
    if (json.status !== 1 || forgotten === undefined) continue;
    console.log(`::error file=${property(file)},title=require-revision::${message(forgotten)}`);
    process.exitCode = 1;
  }
}

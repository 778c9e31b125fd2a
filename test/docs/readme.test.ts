import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { COMMANDS } from '../../src/commands/index.js';
import { ignores } from '../../src/ignores.js';
import { lint } from '../../src/lint.js';
import { FIELDS, type Field, type Fields, type Kind } from '../../src/model/fields.js';
import { FIXED_RULES } from '../../src/model/rule-ids.js';
import { OVERLAP_KINDS } from '../../src/query/overlaps.js';
import { read } from '../../src/readers/index.js';
import { REPORTS } from '../../src/reports/index.js';
import { RULES } from '../../src/rules/index.js';
import type { Rule } from '../../src/rules/rule.js';
import { complete } from '../support/example.js';
import {
  anchors,
  blocks,
  commands,
  cutLike,
  desk,
  generated,
  links,
  prose,
  table,
  withGenerated,
  withOutputs,
} from '../support/readme.js';
import { idm, ROOT } from '../support/run.js';

const README = 'README.md';
const FORMAT = 'docs/format.md';
const DOCUMENTS = [README, FORMAT, 'CONTRIBUTING.md', 'CHANGELOG.md'];

const rules = Object.values<Rule>(RULES);
const RULE_TABLE = table(
  ['rule', 'severity', 'what'],
  rules.map(({ id, severity, summary }) => {
    const fixed = (FIXED_RULES as readonly string[]).includes(id);
    return [`\`${id}\``, fixed ? `${severity}, always` : severity, summary];
  }),
);

/** What a field takes, in the words of docs/format.md. */
const KINDS = {
  id: '[id](#ids)',
  text: '[text](#texts)',
  string: 'string',
  url: '[web or mail address](#other-values)',
  language: '[language](#other-values)',
  languages: 'list of [languages](#other-values)',
  timezone: '[time zone](#other-values)',
  date: '[date](#other-values)',
  updated: '[date or time with offset](#other-values)',
  time: '[time](#times)',
  count: '[number](#other-values)',
  flag: '`true` or `false`',
  choice: 'one of',
  person: '[id](#ids) of a [person](#people)',
  rooms: '[id](#ids) of a [room](#rooms), or a list of them',
  tags: 'list of strings',
  lint: '[map of rules](#weighing-rules)',
  days: 'list of [days](#days)',
  sessions: 'list of [sessions](#sessions)',
  appearances: 'list of [people](#people)',
  people: 'map of ids to [people](#people)',
  roomMap: 'map of ids to [rooms](#rooms)',
} as const satisfies Record<Kind, string>;

const FIELD_TABLES = Object.entries<Fields>(FIELDS).map(([name, fields]) => {
  const rows = Object.entries<Field>(fields).map(([field, { kind, about, required, of }]) => {
    const choices = (of ?? []).map(choice => `\`${choice}\``).join(', ');
    return [`\`${field}\`${required ? ' (required)' : ''}`, choices || KINDS[kind], about];
  });
  return { document: FORMAT, name: `${name} fields`, content: table(['field', 'value', 'what'], rows) };
});

const GENERATED = [{ document: README, name: 'rules', content: RULE_TABLE }, ...FIELD_TABLES];

if (process.env.UPDATE_README === '1') {
  for (const document of [README, FORMAT]) {
    const before = textOf(document);
    const tables = GENERATED.filter(one => one.document === document);
    const after = tables.reduce((text, { name, content }) => withGenerated(text, name, content), before);
    writeFileSync(`${ROOT}${document}`, await withOutputs(after));
    console.info(`${document}: ${textOf(document) === before ? 'nothing to update' : 'updated'}`);
  }
}

function textOf(document: string): string {
  return readFileSync(`${ROOT}${document}`, 'utf8');
}

/** The cells of the rows of the table under a head, without the backticks of the first. */
function rowsUnder(document: string, head: string): string[][] {
  const [, after = ''] = textOf(document).split(`${head}\n`);
  const rows = after.split('\n').slice(1);
  const end = rows.findIndex(row => !row.startsWith('|'));
  return rows.slice(0, end).map(row => row.split('|').slice(1, -1).map(cell => cell.trim()));
}

const readme = textOf(README);

describe.each([README, FORMAT])('the outputs of %s', document => {
  const place = desk(textOf(document));
  afterAll(() => place.remove());

  test.each(commands(textOf(document)).map(shown => [shown.line, shown.command, shown] as const))(
    'line %i: %s',
    async (_, command, { output }) => {
      expect(output).toEqual(cutLike(output, await place.run(command)));
    },
  );
});

test.each(GENERATED)('$document has the table of $name as the code has it', ({ document, name, content }) => {
  expect(generated(textOf(document), name), 'UPDATE_README=1 npx vitest run test/docs').toBe(content);
});

describe('the two commands', () => {
  const { scripts } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8'));
  const single = blocks(readme).filter(({ language, body }) => language === 'sh' && body.length === 1);

  test.each(['npm ci && npm run build && node bin/idm.js list --day 1', 'npm ci && npm test'])(
    '%s stands by itself, and its scripts are there',
    line => {
      expect(single.map(({ body }) => body[0])).toContain(line);
      for (const [, script = ''] of line.matchAll(/npm (?:run )?(build|test)/g)) expect(scripts).toHaveProperty(script);
    },
  );

  test('the second is what continuous integration runs', () => {
    expect(readFileSync(`${ROOT}.ci/run`, 'utf8').split('\n')).toContain('npm ci && npm test');
  });
});

describe('the commands of the README', () => {
  test('each has a section, in the order of the help', () => {
    const sections = [...readme.matchAll(/^### idm (\w+)$/gm)].map(([, name]) => name);
    expect(sections.sort()).toEqual(COMMANDS.map(({ name }) => name).sort());
  });

  test.each(COMMANDS.map(({ name }) => name))('every option of idm %s is mentioned', async name => {
    const { out } = await idm([name, '--help']);
    const options = [...out.matchAll(/^ {2}(?:-\w, )?(--[\w-]+)/gm)].map(([, option = '']) => option);
    expect(options.length).toBeGreaterThan(5);
    for (const option of options) expect(readme).toMatch(new RegExp(`${option}(?![\\w-])`));
  });

  test('the reports of validate are those that there are', () => {
    expect(rowsUnder(README, '| `--format` | is for |').map(([name]) => name)).toEqual(
      Object.keys(REPORTS).map(name => `\`${name}\``),
    );
  });

  test('what --json gives is listed in full', async () => {
    let before: string[] = [];
    for (const [command = '', gives = ''] of rowsUnder(README, '| command | gives |')) {
      const args = command.replaceAll('`', '').split(' ').slice(1);
      const file = args[0] === 'validate' ? [] : ['-f', 'data/idm-2018.yaml'];
      const { out } = await idm([...args, ...file].map(arg => arg.replace('draft.yaml', 'examples/draft.yaml')));
      const value = JSON.parse(out);
      const named = [...gives.matchAll(/`(\w+)`/g)].map(([, field = '']) => field);
      const fields = gives.includes('the same fields') ? [...before, ...named] : named;
      expect(Object.keys(Array.isArray(value) ? value[0] : value)).toEqual(fields);
      before = fields;
    }
  });

  test('the columns of the table are those of the export', async () => {
    const { out } = await idm(['export', '--csv']);
    expect(rowsUnder(README, '| column | what |').map(([name = '']) => name.replaceAll('`', ''))).toEqual(
      out.split('\r\n')[0]?.split(','),
    );
  });

  test('the overlaps of the format are those that are judged', () => {
    expect(rowsUnder(FORMAT, '| rule | when | severity |').map(([id, , severity]) => [id, severity])).toEqual(
      OVERLAP_KINDS.map(id => [`\`${id}\``, RULES[id].severity]),
    );
  });
});

describe('the examples', () => {
  const examples = [README, FORMAT, 'CONTRIBUTING.md'].flatMap(document =>
    blocks(textOf(document))
      .filter(({ language, body }) => language === 'yaml' && !body.includes('repos:'))
      .map(({ line, body }) => ({ document, line, text: `${body.join('\n')}\n` })),
  );

  test.each(examples)('$document, line $line, is an agenda without a problem, or a piece of one', ({ text }) => {
    const whole = /^days:/m.test(text);
    const reading = read(whole ? complete(text) : complete(`${text}days: []\n`));
    expect(lint(reading).filter(({ severity }) => severity === 'error' || (whole && severity === 'warning'))).toEqual(
      [],
    );
    expect(ignores(reading.source).filter(({ fault }) => fault)).toEqual([]);
  });

  test('the line for editors is the one that idm init writes', async () => {
    const { TEMPLATE_LINE } = { TEMPLATE_LINE: /^# yaml-language-server: \S+$/m };
    const lines = examples.map(({ text }) => TEMPLATE_LINE.exec(text)?.[0]).filter(Boolean);
    const source = readFileSync(`${ROOT}src/commands/init.ts`, 'utf8');
    expect(source).toContain('# yaml-language-server: $schema=${SCHEMA}');
    expect(source).toContain("const SCHEMA = 'agenda.schema.json';");
    expect(new Set(lines)).toEqual(new Set(['# yaml-language-server: $schema=agenda.schema.json']));
  });

  test('the hook of pre-commit is one that there is', () => {
    const [block] = blocks(readme).filter(({ body }) => body.includes('repos:'));
    const { repos } = parse(block?.body.join('\n') ?? '');
    const { version } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8'));
    const hooks: { id: string }[] = parse(readFileSync(`${ROOT}.pre-commit-hooks.yaml`, 'utf8'));
    expect(repos[0].rev).toBe(`v${version}`);
    expect(repos[0].hooks).toEqual(hooks.map(({ id }) => ({ id })));
    expect(readme).toContain(`idm-agenda-${version}.tgz`);
  });

  test('the inputs of the action are named', () => {
    const { inputs } = parse(readFileSync(`${ROOT}action.yml`, 'utf8'));
    for (const name of Object.keys(inputs)) expect(prose(readme)).toContain(`\`${name}\``);
  });
});

describe('the links', () => {
  const local = DOCUMENTS.flatMap(document =>
    links(textOf(document))
      .filter(target => !/^[a-z]+:/.test(target))
      .map(target => ({ document, target })),
  );

  test.each(local)('$document: $target', ({ document, target }) => {
    const [file = '', anchor] = target.split('#');
    const path = file === '' ? document : join(dirname(document), file);
    expect(existsSync(`${ROOT}${path}`)).toBe(true);
    if (anchor !== undefined) expect(anchors(textOf(path))).toContain(anchor);
  });
});

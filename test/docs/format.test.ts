import { expect, test } from 'vitest';
import { FIELDS, type Field, type Fields, type Kind } from '../../src/model/fields.js';
import { formatTime } from '../../src/model/time.js';
import { isUnparsed, parseTime } from '../../src/model/written-time.js';
import { OVERLAP_KINDS } from '../../src/query/overlaps.js';
import { RULES } from '../../src/rules/index.js';
import { documentText, generated, rowsUnder, table, UPDATING, update, withGenerated } from '../support/readme.js';

const FORMAT = 'docs/format.md';

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
  name: '[name](#names)',
  webUrl: '[web address](#other-values)',
  updated: '[date or time with offset](#other-values)',
  time: '[time](#times)',
  count: '[number](#other-values)',
  flag: '`true` or `false`',
  choice: 'one of a few words',
  person: '[id](#ids) of a [person](#people)',
  rooms: '[id](#ids) of a [room](#rooms), or a list of them',
  tags: 'list of strings',
  lint: '[map of rules](#weighing-rules)',
  days: 'list of [days](#days)',
  sessions: 'list of [sessions](#sessions)',
  appearances: 'list of [people](#people)',
  items: 'list of [items](#items)',
  links: 'list of [links](#links)',
  people: 'map of ids to [people](#people)',
  roomMap: 'map of ids to [rooms](#rooms)',
} as const satisfies Record<Kind, string>;

const TABLES = Object.entries<Fields>(FIELDS).map(([name, fields]) => {
  const rows = Object.entries<Field>(fields).map(([field, { kind, about, required, of }]) => {
    const choices = of?.map(choice => `\`${choice}\``).join(', ');
    return [`\`${field}\`${required ? ' (required)' : ''}`, choices ?? KINDS[kind], about];
  });
  return { name: `${name} fields`, content: table(['field', 'value', 'what'], rows) };
});

if (UPDATING)
  await update(FORMAT, text => TABLES.reduce((all, { name, content }) => withGenerated(all, name, content), text));

const format = documentText(FORMAT);

test.each(TABLES)('the table of $name is that of the code', ({ name, content }) => {
  expect(generated(format, name), 'UPDATE_README=1 npx vitest run test/docs').toBe(content);
});

test('the times are read as they say', () => {
  for (const [written = '', means = ''] of rowsUnder(format, '| written | means |')) {
    const time = parseTime(written.replaceAll('`', ''));
    const canonical = means.match(/`(.*?)`/)?.[0] ?? written;
    expect(typeof time === 'object' && isUnparsed(time) ? time : `\`${formatTime(time)}\``).toEqual(canonical);
  }
});

test('the overlaps are those that are judged, with their severities', () => {
  expect(rowsUnder(format, '| rule | when | severity |').map(([id, , severity]) => [id, severity])).toEqual(
    OVERLAP_KINDS.map(id => [`\`${id}\``, RULES[id].severity]),
  );
});

import { expect, test } from 'vitest';
import { COLUMNS, columnOf } from '../../src/formats/csv/columns.js';
import type { Writer } from '../../src/formats/format.js';
import type { Kept, KeptTable } from '../../src/formats/keeps.js';
import { FORMATS, READER_NAMES, WRITER_NAMES, type WriterName } from '../../src/formats/registry.js';
import { FIELDS } from '../../src/model/fields.js';
import { BOTH_WAYS, given, NASTY, one, SHIPPED } from '../given/exports.js';
import {
  anchors,
  documentText,
  generated,
  links,
  rowsUnder,
  table,
  UPDATING,
  update,
  withGenerated,
} from '../support/readme.js';

const FORMATS_PAGE = 'docs/formats.md';

/** `yaml` keeps everything, as is said there. */
const written = WRITER_NAMES.filter(name => name !== 'yaml');
const { inlinePerson, ...things } = FIELDS;

/** The cells of a format for the fields of a table: where a value goes, or what comes back. */
async function cells(format: WriterName, thing: KeptTable, of: 'in' | 'back'): Promise<readonly string[]> {
  const { keeps }: Writer = await FORMATS[format].write();
  return Object.values<Kept<never>>(keeps[thing]).map(kept => kept[of] ?? '—');
}

async function fieldTable(thing: KeptTable, formats: readonly WriterName[], of: 'in' | 'back'): Promise<string> {
  const columns = await Promise.all(formats.map(format => cells(format, thing, of)));
  const rows = Object.keys(FIELDS[thing]).map((field, i) => [
    `\`${field}\``,
    ...columns.map(column => column[i] ?? ''),
  ]);
  return table([of === 'in' ? thing : `${thing}, and back`, ...formats.map(name => `\`${name}\``)], rows);
}

/** The objects of the JSON, and the names of their fields in order. */
async function objectTable(): Promise<string> {
  const { write } = await FORMATS.json.write();
  const { agenda, rooms, people, sessions } = JSON.parse(write(given(SHIPPED)));
  const speaker = sessions.flatMap((session: { speakers: object[] }) => session.speakers)[0];
  const objects: readonly (readonly [string, object])[] = [
    ['`agenda`', agenda],
    ['`rooms[]`', rooms[0]],
    ['`people[]`', people[0]],
    ['`people[].appearances[]`', people[0].appearances[0]],
    ['`sessions[]`', sessions[0]],
    ['`sessions[].speakers[]`, `.moderators[]`', speaker],
  ];
  const rows = objects.map(([name, object]) => [
    name,
    Object.keys(object)
      .map(field => `\`${field}\``)
      .join(' '),
  ]);
  return table(['object', 'has'], rows);
}

const TABLES: { readonly name: string; readonly content: string }[] = [];
for (const thing of Object.keys(things) as KeptTable[]) {
  TABLES.push({ name: `${thing} kept`, content: await fieldTable(thing, written, 'in') });
  TABLES.push({ name: `${thing} back`, content: await fieldTable(thing, BOTH_WAYS, 'back') });
}
TABLES.push({ name: 'json objects', content: await objectTable() });

if (UPDATING)
  await update(FORMATS_PAGE, page =>
    TABLES.reduce((all, { name, content }) => withGenerated(all, name, content), page),
  );

const text = documentText(FORMATS_PAGE);

test.each(TABLES)('the table of $name is that of the code', ({ name, content }) => {
  expect(generated(text, name), 'UPDATE_README=1 npx vitest run test/docs').toBe(content);
});

const sections = [...WRITER_NAMES.map(name => `--${name}`), ...READER_NAMES.map(name => `--from ${name}`)];

test.each(sections)('%s has a section', option => {
  expect(text).toContain(`\n### ${option}\n`);
});

test('the sections are listed at the top, and the links lead to them', () => {
  const [top = ''] = text.split('\n## ');
  for (const option of sections) expect(top).toContain(`[${option}](#${option.replaceAll(' ', '-')})`);
  const own = links(text).filter(target => target.startsWith('#'));
  expect(own.filter(target => !anchors(text).has(target.slice(1)))).toEqual([]);
});

test('an inline person has the fields of a person and of an appearance', () => {
  const known = [...Object.keys(FIELDS.person), ...Object.keys(FIELDS.appearance)];
  expect(known).toEqual(expect.arrayContaining(Object.keys(inlinePerson)));
});

/** The words in backticks of a cell. */
const words = (cell = '') => [...cell.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word);
const firsts = (head: string) => rowsUnder(text, head).flatMap(([cell]) => words(cell));

test.each([
  ['| column | what |', {}],
  ['| column of `--people` | what |', { people: true }],
])('the columns of a CSV file: %s', async (head, options) => {
  const { write } = await FORMATS.csv.write();
  expect(firsts(head)).toEqual(write(given(SHIPPED, options)).split('\r\n')[0]?.split(','));
});

test('the columns of a table that is read, and their names', () => {
  const rows = rowsUnder(text, '| column | holds | names are such as |');
  expect(rows.flatMap(([column]) => words(column)).sort()).toEqual([...COLUMNS].sort());
  for (const [column, , names = ''] of rows) {
    for (const name of names.split(', ').filter(Boolean)) expect(words(column)).toContain(columnOf(name));
  }
});

test('the properties of a calendar', async () => {
  const { write } = await FORMATS.ics.write();
  const agenda = SHIPPED.replace(/^title:/m, 'url: https://example.org\ntitle:');
  const links = 'links: [{title: Paper, url: "https://example.org"}]';
  const joined = one(`rooms: {a: {name: A, url: "https://example.org"}}\n${links}`, `, room: a, ${links}`);
  const files = [write(given(agenda, { alarm: 'PT10M' })), write(given(NASTY)), write(given(joined))];
  const used = files.flatMap(file => [...file.matchAll(/^([A-Z-]+)[;:]/gm)].map(([, name = '']) => name));
  const listed = firsts('| property | what |');
  expect([...new Set(used)].filter(name => name !== 'BEGIN' && name !== 'END').sort()).toEqual([...listed].sort());
});

test('the dialects of every format that is read are said', () => {
  const rows = rowsUnder(text, '| format | dialect | what it has of its own | tried with |');
  expect([...new Set(rows.flatMap(([format]) => words(format)))]).toEqual(READER_NAMES);
  for (const [, , , tried = ''] of rows) expect(tried).toMatch(/^(?:made|published|made, published)$/);
});

test.each(['schedule-xml', 'schedule-json'] as const)('what %s is said to hold is in it', async name => {
  const { write } = await FORMATS[name].write();
  const file = write(given(SHIPPED));
  for (const field of firsts('| in the schedule | from |')) expect(file).toMatch(new RegExp(`\\b${field}\\b["=>/]`));
});

import { expect, test } from 'vitest';
import { COLUMNS, columnOf } from '../../src/formats/csv/columns.js';
import { FORMATS, READER_NAMES, WRITER_NAMES } from '../../src/formats/registry.js';
import { FIELDS } from '../../src/model/fields.js';
import { given, NASTY, SHIPPED } from '../given/exports.js';
import { anchors, documentText, links, rowsUnder } from '../support/readme.js';

const text = documentText('docs/formats.md');
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

/** `yaml` keeps everything, as is said there. */
const columns = WRITER_NAMES.filter(name => name !== 'yaml');
const { inlinePerson, ...things } = FIELDS;

test.each(Object.entries(things))('each field of %s is kept or lost in each format', (name, fields) => {
  const rows = rowsUnder(text, `| ${name} | ${columns.map(column => `\`${column}\``).join(' | ')} |`);
  expect(rows.map(([field]) => field)).toEqual(Object.keys(fields).map(field => `\`${field}\``));
  for (const row of rows) {
    expect(row).toHaveLength(columns.length + 1);
    for (const cell of row) expect(cell).toMatch(/\S/);
  }
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
  const files = [write(given(agenda, { alarm: 'PT10M' })), write(given(NASTY))];
  const used = files.flatMap(file => [...file.matchAll(/^([A-Z-]+)[;:]/gm)].map(([, name = '']) => name));
  const listed = firsts('| property | what |');
  expect([...new Set(used)].filter(name => name !== 'BEGIN' && name !== 'END').sort()).toEqual([...listed].sort());
});

test('the dialects of every format that is read are said', () => {
  const rows = rowsUnder(text, '| format | dialect | what it has of its own | tried with |');
  expect([...new Set(rows.flatMap(([format]) => words(format)))]).toEqual(READER_NAMES);
  for (const [, , , tried = ''] of rows) expect(tried).toMatch(/^(?:made|published|made, published)$/);
});

test('the objects of the JSON', async () => {
  const { write } = await FORMATS.json.write();
  const data = JSON.parse(write(given(SHIPPED)));
  const speaker = data.sessions.flatMap((session: { speakers: object[] }) => session.speakers)[0];
  const objects = [
    data.agenda,
    data.rooms[0],
    data.people[0],
    data.people[0].appearances[0],
    data.sessions[0],
    speaker,
  ];
  const rows = rowsUnder(text, '| object | has |');
  expect(rows.map(([, fields]) => words(fields))).toEqual(objects.map(one => Object.keys(one)));
});

test.each(['schedule-xml', 'schedule-json'] as const)('what %s is said to hold is in it', async name => {
  const { write } = await FORMATS[name].write();
  const file = write(given(SHIPPED));
  for (const field of firsts('| in the schedule | from |')) expect(file).toMatch(new RegExp(`\\b${field}\\b["=>/]`));
});

import { readFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readYaml } from '../../../../src/formats/agenda/full-read.js';
import { readAny } from '../../../../src/formats/detect.js';
import { FORMATS } from '../../../../src/formats/registry.js';
import type { Agenda } from '../../../../src/model/agenda.js';
import { given } from '../../../given/exports.js';
import { type PrintedProgramme, printed } from '../../../support/programme.js';
import { ROOT, SHIPPED } from '../../../support/run.js';

const yaml = (path: string) => readFileSync(path, 'utf8');
const SIX = `${ROOT}test/given/six-languages.yaml`;

/** A Word file of an agenda in one language, and what is read of it. */
async function andBack(path: string, lang: string) {
  const bytes = await (await FORMATS.docx.write()).write(given(yaml(path), { lang }));
  return readAny(bytes, { file: 'agenda.docx' });
}

/** Without the organisations that a function names already: a document has them once. */
function shown({ sessions, people }: PrintedProgramme): PrintedProgramme {
  const once = (line: string) => {
    const parts = line.split(' | ');
    const [title = '', org = ''] = [parts[2], parts[3]];
    const words = (text: string) => ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
    return parts.map((part, i) => (i === 3 && words(title).includes(words(org).trimEnd()) ? '' : part)).join(' | ');
  };
  return { sessions, people: people.map(once) };
}

const facts = (agenda: Agenda | undefined, lang: string) => {
  const text = (one: { readonly [tag: string]: string } | undefined) => one?.[lang];
  return [
    ...[agenda?.title, agenda?.subtitle, agenda?.venue, agenda?.organizer].map(text),
    text(agenda?.description)?.replace(/\s+/g, ' '),
    [agenda?.status, agenda?.timezone, agenda?.url],
    agenda?.days.map(({ date, title }) => [date, text(title)]),
    agenda?.room.map(id => text(agenda.rooms.find(room => room.id === id)?.name)),
  ];
};

describe('a Word file that idm wrote is read again by its styles', () => {
  test.each([
    ['fr', SHIPPED],
    ['en', SHIPPED],
    ['ar', SIX],
    ['es', SIX],
    ['ru', SIX],
    ['zh', SIX],
  ])('in %s, with sessions, people, roles, notes and rooms: %s', async (lang, path) => {
    const { agenda, faults } = await andBack(path, lang);
    const before = readYaml(yaml(path)).agenda;
    expect(shown(printed(agenda, lang))).toEqual(shown(printed(before as Agenda, lang)));
    expect(facts(agenda, lang)).toEqual(facts(before, lang));
    expect(faults).toEqual([]);
  });
});

/** A Word document of paragraphs and tables, as little as Word itself takes. */
function word(body: string, more: Readonly<Record<string, string>> = {}): Uint8Array {
  const xml = (text: string) => Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>${text}`);
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument';
  return zipSync({
    '[Content_Types].xml': xml('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    '_rels/.rels': xml(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="${type}" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': xml(
      `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ),
    ...Object.fromEntries(Object.entries(more).map(([name, text]) => [name, xml(text)])),
  });
}
const p = (text: string) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
const cell = (text: string, properties = '') =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${text.split('\n').map(p).join('')}</w:tc>`;
const table = (...rows: readonly (readonly string[])[]) =>
  `<w:tbl>${rows.map(cells => `<w:tr>${cells.map(one => (one.startsWith('<') ? one : cell(one))).join('')}</w:tr>`).join('')}</w:tbl>`;

async function read(bytes: Uint8Array) {
  const { agenda, faults } = await readAny(bytes, { file: 'agenda.docx', assumeTz: 'UTC' });
  return { ...printed(agenda), faults: faults.filter(({ rule }) => rule !== 'read-as').map(({ message }) => message) };
}

describe('a Word file of others', () => {
  test('in two columns, with places by table and row', async () => {
    const body = `${p('Delta Forum 2031')}${p('12 May 2031')}${table(
      ['10:00 – 10:30', 'Opening\nSpeakers:\nMs. Ana Reis, Director, Basin Bank\nTom Okafor, Minister of Water'],
      ['10:30 – 11:00', 'Coffee break'],
    )}`;
    expect(await read(word(body))).toEqual({
      sessions: ['2031-05-12 10:00-10:30 opening | Opening |  | ', '2031-05-12 10:30-11:00 break | Coffee break |  | '],
      people: [
        'Opening: speaker Ms. | Ana Reis | Director, Basin Bank |  |  | ',
        'Opening: speaker  | Tom Okafor | Minister of Water |  |  | ',
      ],
      faults: [],
    });
  });

  test('with rooms side by side, one session in both and one over two rows', async () => {
    const over = cell('Plenary', '<w:gridSpan w:val="2"/>');
    const down = [cell('Workshop on tides', '<w:vMerge w:val="restart"/>'), cell('', '<w:vMerge/>')] as const;
    const body = `${p('12 May 2031')}${table(
      ['Time', 'Room A', 'Room B'],
      ['9:00-10:00', over],
      ['10:00-11:00', 'First talk', down[0]],
      ['11:00-12:00', 'Second talk', down[1]],
    )}`;
    expect((await read(word(body))).sessions).toEqual([
      '2031-05-12 09:00-10:00 plenary | Plenary |  | ',
      '2031-05-12 10:00-11:00 session | First talk | Room A | ',
      '2031-05-12 10:00-12:00 workshop | Workshop on tides | Room B | ',
      '2031-05-12 11:00-12:00 session | Second talk | Room A | ',
    ]);
  });

  test('what is not understood is told by its table and row', async () => {
    const body = `${p('12 May 2031')}${table(['Catering', 'by the canteen'])}${p('10:00-11:00 Opening')}`;
    expect((await read(word(body))).faults).toEqual([
      'table 1, row 1: "Catering" is not understood',
      'table 1, row 1: "by the canteen" is not understood',
    ]);
  });
});

describe('a hostile Word file is one clear line', () => {
  test('that unpacks to more than 32 million bytes', async () => {
    const bomb = word(p('x'.repeat(33_000_000)));
    expect(bomb.length).toBeLessThan(100_000);
    expect((await read(bomb)).faults).toEqual([
      'this Word document cannot be read: what is in it is larger than 32 million bytes',
    ]);
  });

  test('of more than 400,000 tags', async () => {
    expect((await read(word('<w:p/>'.repeat(400_000)))).faults).toEqual([
      'this Word document cannot be read: it has more than 400,000 tags of XML',
    ]);
  });

  test('with elements or fields in one another', async () => {
    const levels = 5000;
    const nested = '<w:sdt><w:sdtContent>'.repeat(levels) + p('x') + '</w:sdtContent></w:sdt>'.repeat(levels);
    const field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>';
    const end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>';
    const said = 'this Word document cannot be read: its';
    expect((await read(word(nested))).faults).toEqual([`${said} elements are nested too deep`]);
    expect((await read(word(`<w:p>${field.repeat(101)}</w:p>`))).faults).toEqual([
      `${said} fields are nested too deep`,
    ]);
    const body = `<w:p>${field.repeat(100)}${end.repeat(100)}${(field + end).repeat(100)}</w:p>`;
    expect((await read(word(`${p('12 May 2031')}${body}${p('10:00-11:00 Opening')}`))).sessions).toHaveLength(1);
  });

  test('without its document, or with one that is no XML', async () => {
    for (const bytes of [word('<w:p>'), word('', { 'word/document.xml': 'PK' })])
      expect((await read(bytes)).faults).toEqual([
        expect.stringMatching(/^this Word document (?:cannot be read|is empty)/),
      ]);
  });

  test('with links to files, templates and macros, of which none is opened', async () => {
    const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const rels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="b" Type="${type}/attachedTemplate" Target="file:///etc/passwd" TargetMode="External"/><Relationship Id="c" Type="${type}/image" Target="http://localhost:1/a.png" TargetMode="External"/></Relationships>`;
    const body = `${p('12 May 2031')}${p('10:00-11:00 Opening')}`;
    const bytes = word(body, { 'word/_rels/document.xml.rels': rels, 'word/vbaProject.bin': 'macro' });
    expect(await read(bytes)).toEqual({
      sessions: ['2031-05-12 10:00-11:00 opening | Opening |  | '],
      people: [],
      faults: [],
    });
  });
});

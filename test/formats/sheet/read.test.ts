import { existsSync, readFileSync } from 'node:fs';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readAny } from '../../../src/formats/detect.js';
import { printed } from '../../support/programme.js';
import { idm } from '../../support/run.js';

const xml = (text: string) => Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>${text}`);
const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

type Rows = readonly (readonly (string | readonly [number: number, style: number])[])[];

/** A workbook of Excel: texts, and numbers with a style: 1 is a date, 2 a time, 3 both. */
function excel(sheets: Readonly<Record<string, Rows>>): Uint8Array {
  const letter = (i: number) => String.fromCharCode(65 + i);
  const cell = (value: Rows[number][number], row: number, column: number) => {
    const at = `r="${letter(column)}${row + 1}"`;
    return typeof value === 'string'
      ? `<c ${at} t="inlineStr"><is><t>${escaped(value)}</t></is></c>`
      : `<c ${at} s="${value[1]}"><v>${value[0]}</v></c>`;
  };
  const sheet = (rows: Rows) =>
    `<worksheet><sheetData>${rows.map((cells, row) => `<row r="${row + 1}">${cells.map((one, i) => cell(one, row, i)).join('')}</row>`).join('')}</sheetData></worksheet>`;
  const names = Object.keys(sheets);
  return zipSync({
    'xl/workbook.xml': xml(
      `<workbook><sheets>${names.map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="r${i}"/>`).join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': xml(
      `<Relationships>${names.map((_, i) => `<Relationship Id="r${i}" Target="worksheets/sheet${i}.xml"/>`).join('')}</Relationships>`,
    ),
    'xl/styles.xml': xml(
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy hh:mm"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="20"/><xf numFmtId="164"/></cellXfs></styleSheet>',
    ),
    ...Object.fromEntries(names.map((name, i) => [`xl/worksheets/sheet${i}.xml`, xml(sheet(sheets[name] ?? []))])),
  });
}

/** A spreadsheet of OpenDocument with cells as they are given. */
function openDocument(rows: readonly string[], display = true): Uint8Array {
  return zipSync(
    {
      mimetype: Buffer.from('application/vnd.oasis.opendocument.spreadsheet'),
      'content.xml': xml(
        `<office:document-content><office:automatic-styles><style:style style:name="ta1" style:family="table"><style:table-properties table:display="${display}"/></style:style></office:automatic-styles><office:body><office:spreadsheet><table:table table:name="Plan" table:style-name="ta1">${rows.map(row => `<table:table-row>${row}</table:table-row>`).join('')}</table:table></office:spreadsheet></office:body></office:document-content>`,
      ),
    },
    { level: 0 },
  );
}
const text = (value: string) =>
  `<table:table-cell office:value-type="string"><text:p>${value}</text:p></table:table-cell>`;

async function read(bytes: Uint8Array, sheet?: string) {
  const { agenda, faults } = await readAny(bytes, {
    file: 'x',
    assumeTz: 'UTC',
    ...(sheet !== undefined && { sheet }),
  });
  return {
    sessions: printed(agenda).sessions,
    faults: faults.filter(({ rule }) => rule !== 'read-as').map(({ message }) => message),
  };
}

const PLAN: Rows = [
  ['Title', 'Date', 'Start', 'End', 'Room'],
  // 14 May 2031, 09:30 and 10:15.
  ['Opening', [47_982, 1], [9.5 / 24, 2], [10.25 / 24, 2], 'Hall'],
  ['Tides', [47_982, 1], [10.5 / 24, 2], [11 / 24, 2], 'Annex'],
];
const SESSIONS = [
  '2031-05-14 09:30-10:15 session | Opening | Hall | ',
  '2031-05-14 10:30-11:00 session | Tides | Annex | ',
];

describe('a sheet', () => {
  test('of Excel with a header is a table, with its dates and times as they are shown', async () => {
    expect(await read(excel({ Plan: PLAN }))).toEqual({ sessions: SESSIONS, faults: [] });
  });

  test('of OpenDocument with a header is a table', async () => {
    const date =
      '<table:table-cell office:value-type="date" office:date-value="2031-05-14"><text:p>14.05.31</text:p></table:table-cell>';
    const time = (clock: string) =>
      `<table:table-cell office:value-type="time" office:time-value="${clock}"><text:p>?</text:p></table:table-cell>`;
    const bytes = openDocument([
      ['Title', 'Date', 'Start', 'End', 'Room'].map(text).join(''),
      text('Opening') + date + time('PT09H30M00S') + time('PT10H15M00S') + text('Hall'),
      '<table:table-cell table:number-columns-repeated="1000"/>',
      text('Tides') + date + time('PT10H30M00S') + time('PT11H00M00S') + text('Annex'),
    ]);
    expect(await read(bytes)).toEqual({ sessions: SESSIONS, faults: [] });
  });

  test('without a header for titles is read as a document', async () => {
    const bytes = excel({
      Plan: [['Delta Forum'], ['14 May 2031'], ['09:30-10:15', 'Opening', 'Hall B'], ['10:30-11:00', 'Tea break']],
    });
    expect(await read(bytes)).toEqual({
      sessions: [
        '2031-05-14 09:30-10:15 opening | Opening | Hall B | ',
        '2031-05-14 10:30-11:00 break | Tea break |  | ',
      ],
      faults: [],
    });
  });

  test('of each day, named by it, is read with the others', async () => {
    const day = (title: string): Rows => [
      ['Start', 'End', 'Title', 'Room'],
      [[9 / 24, 2], [10 / 24, 2], title, 'Hall'],
    ];
    const bytes = excel({ '2 June 2031': day('Keels'), Notes: [['Call the canteen']], '3 June 2031': day('Ropes') });
    expect(await read(bytes)).toEqual({
      sessions: [
        '2031-06-02 09:00-10:00 session | Keels | Hall | ',
        '2031-06-03 09:00-10:00 session | Ropes | Hall | ',
      ],
      faults: ['sheet "2 June 2031", "3 June 2031" are read; "Notes" is not'],
    });
    expect((await read(bytes, '3 June 2031')).faults).toEqual(['nothing says on which day this takes place']);
  });

  // Programs differ in what they write of a workbook: prefixes, states, where its parts are.
  test.each<[string, (name: string, text: string) => readonly [string, string]]>([
    ['says that a sheet is shown', (name, text) => [name, text.replace('sheetId', 'state="visible" sheetId')]],
    [
      'has a prefix for each element',
      (name, text) => [name, name.startsWith('xl/_rels') ? text : text.replace(/<(\/?)(?=[a-zA-Z])/g, '<$1x:')],
    ],
    ['calls relations by another prefix', (name, text) => [name, text.replaceAll('r:id', 'd3p1:id')]],
    ['has whole paths', (name, text) => [name, text.replaceAll('Target="', 'Target="/xl/')]],
    [
      'keeps its styles elsewhere',
      (name, text) => [
        name.replace('xl/styles.xml', 'xl/looks/all.xml'),
        text.replace(
          '</Relationships>',
          '<Relationship Id="s" Type="http://x/styles" Target="looks/all.xml"/></Relationships>',
        ),
      ],
    ],
  ])('of a program that %s is read as any', async (_, written) => {
    const parts = Object.entries(unzipSync(excel({ Plan: PLAN })));
    const others = parts.map(([name, bytes]) => {
      const [as, text] = written(name, Buffer.from(bytes).toString());
      return [as, Buffer.from(text)] as const;
    });
    expect(await read(zipSync(Object.fromEntries(others)))).toEqual({ sessions: SESSIONS, faults: [] });
  });

  test('has its texts without how they are read aloud', async () => {
    const parts = unzipSync(excel({ Plan: [PLAN[0] ?? [], ['§', ...(PLAN[1] ?? []).slice(1)]] }));
    const sheet = Buffer.from(parts['xl/worksheets/sheet0.xml'] ?? []).toString();
    const bytes = zipSync({
      ...parts,
      'xl/sharedStrings.xml': xml('<sst><si><r><t>開</t></r><r><t>会</t></r><rPh><t>かいかい</t></rPh></si></sst>'),
      'xl/worksheets/sheet0.xml': Buffer.from(sheet.replace('t="inlineStr"><is><t>§</t></is>', 't="s"><v>0</v>')),
    });
    expect((await read(bytes)).sessions).toEqual(['2031-05-14 09:30-10:15 session | 開会 | Hall | ']);
  });

  test('of OpenDocument that is hidden is read where it is named', async () => {
    const rows = ['Title', 'Date', 'Start'].map(text).join('');
    const bytes = openDocument([rows, ['Opening', '2031-05-14', '09:30'].map(text).join('')], false);
    expect((await read(bytes)).faults).toEqual(['no sheet of this workbook is shown']);
    expect((await read(bytes, 'Plan')).sessions).toEqual(['2031-05-14 09:30- session | Opening |  | ']);
  });

  test('of OpenDocument with a password is one clear line', async () => {
    const bytes = zipSync({
      mimetype: [Buffer.from('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }],
      'content.xml': Buffer.from([7, 1, 200, 3]),
      'META-INF/manifest.xml': xml('<manifest:manifest><manifest:encryption-data/></manifest:manifest>'),
    });
    expect((await read(bytes)).faults).toEqual(['this workbook cannot be read: it is protected by a password']);
  });

  test('that is hidden is read where it is named, and told otherwise', async () => {
    const hidden = (...names: readonly string[]) => {
      const parts = unzipSync(excel({ Plan: PLAN, Old: [PLAN[0] ?? [], PLAN[1] ?? []] }));
      const book = Buffer.from(parts['xl/workbook.xml'] ?? []).toString();
      const text = names.reduce((all, name) => all.replace(`name="${name}"`, `name="${name}" state="hidden"`), book);
      return zipSync({ ...parts, 'xl/workbook.xml': Buffer.from(text) });
    };
    expect(await read(hidden('Old'))).toEqual({ sessions: SESSIONS, faults: ['sheet "Plan" is read; "Old" is not'] });
    expect(await read(hidden('Plan'))).toMatchObject({ sessions: SESSIONS.slice(0, 1) });
    expect(await read(hidden('Plan'), 'Plan')).toEqual({ sessions: SESSIONS, faults: [] });
    expect((await read(hidden('Plan', 'Old'))).faults).toEqual(['no sheet of this workbook is shown']);
  });

  test('is the first with a programme in it, or the one that --sheet names', async () => {
    const bytes = excel({ Notes: [['Call the canteen']], Plan: PLAN, Old: [PLAN[0] ?? [], PLAN[1] ?? []] });
    expect(await read(bytes)).toEqual({ sessions: SESSIONS, faults: ['sheet "Plan" is read; "Notes", "Old" are not'] });
    expect(await read(bytes, 'Old')).toEqual({ sessions: SESSIONS.slice(0, 1), faults: [] });
    expect((await read(bytes, 'New')).faults).toEqual(['there is no sheet "New"']);
    const { code, err } = await idm(['list', '-f', '-', '--sheet', 'New'], { stdin: bytes });
    expect([code, err]).toEqual([2, expect.stringContaining('name one with --sheet: "Notes", "Plan", "Old"')]);
  });

  test.each<[string, Uint8Array, RegExp]>([
    [
      'with more cells than a programme has',
      excel({ Plan: Array.from({ length: 10_001 }, () => Array<string>(20).fill('x')) }),
      /^this workbook cannot be read: a sheet has more than 200,000 cells$/,
    ],
    [
      'with a cell in its last row',
      excel({ Plan: [...Array.from({ length: 50_001 }, () => []), ['x']] }),
      /^this workbook cannot be read: a sheet has more than 50,000 rows$/,
    ],
    ['that is empty', excel({ Plan: [] }), /^this workbook is empty$/],
  ])('%s is one clear line', async (_, bytes, message) => {
    expect(await read(bytes)).toEqual({ sessions: [], faults: [expect.stringMatching(message)] });
  });
});

const PUBLISHED = `${process.env.IDM_CORPUS ?? ''}/sheets/deu-schedule-example`;
test.runIf(existsSync(`${PUBLISHED}.xlsx`))(
  'a programme that others published is the same out of Excel and OpenDocument',
  async () => {
    const [first, second] = await Promise.all(['xlsx', 'ods'].map(one => read(readFileSync(`${PUBLISHED}.${one}`))));
    expect(first?.sessions.length).toBeGreaterThan(5);
    expect(second?.sessions).toEqual(first?.sessions);
  },
);

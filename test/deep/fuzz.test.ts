import { readFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { FORMATS, type ReaderName } from '../../src/formats/registry.js';
import { given } from '../given/exports.js';
import { PIECES } from '../support/pieces.js';
import { uint32s } from '../support/random.js';
import { ROOT, SHIPPED } from '../support/run.js';
import { through } from './through.js';

const file = (path: string) => readFileSync(`${ROOT}${path}`, 'utf8');
const shipped = readFileSync(SHIPPED, 'utf8');
const small = file('test/given/clients/one.yaml');

async function exported(yaml: string, format: 'csv' | 'ics'): Promise<string> {
  return (await FORMATS[format].write()).write(given(yaml));
}

/** Texts of each format: those that others write, and what idm itself writes. */
const SEEDS: Readonly<Record<ReaderName, () => Promise<readonly string[]>>> = {
  yaml: async () => [
    small,
    file('test/given/nasty.yaml'),
    file('examples/draft.yaml'),
    file('test/given/every-rule.yaml'),
  ],
  csv: async () => [
    file('test/given/tables/hafentage.csv'),
    await exported(small, 'csv'),
    await exported(shipped, 'csv'),
  ],
  ics: async () => [file('test/given/calendars/meeting.ics'), await exported(small, 'ics')],
  'schedule-xml': async () =>
    ['frab', 'pentabarf', 'pretalx', 'wafer'].map(name => file(`test/given/schedules/${name}.xml`)),
  sheet: async () => [spreadsheet(file('test/given/tables/hafentage.csv')), spreadsheet(await exported(small, 'csv'))],
  document: async () => [file('test/given/documents/two-columns.txt')],
  'schedule-json': async () => ['first', 'second'].map(name => file(`test/given/schedules/${name}.json`)),
};

/** What a spreadsheet of OpenDocument has in it, of a table whose cells have no commas. */
function spreadsheet(table: string): string {
  const cell = (text: string) =>
    `<table:table-cell office:value-type="string"><text:p>${text.replace(/[&<"]/g, '')}</text:p></table:table-cell>`;
  const rows = table
    .split(/\r?\n/)
    .map(line => `<table:table-row>${line.split(/[,;]/).map(cell).join('')}</table:table-row>`);
  return `<office:document-content><office:body><office:spreadsheet><table:table table:name="Plan">${rows.join('')}</table:table></office:spreadsheet></office:body></office:document-content>`;
}

/** Formats whose files have the text within. */
const PACKED: Partial<Record<ReaderName, (text: string) => Uint8Array>> = {
  sheet: text =>
    zipSync(
      {
        mimetype: Buffer.from('application/vnd.oasis.opendocument.spreadsheet'),
        'content.xml': Buffer.from(text),
      },
      { level: 0 },
    ),
};

/** A text with one to five places of it changed: a piece put in, a stretch taken out, doubled or put elsewhere, a word for another. */
function mutated(text: string, others: readonly string[], below: (bound: number) => number): string {
  let changed = text;
  for (let n = below(5); n >= 0; n--) {
    const at = below(changed.length + 1);
    const length = below(4) === 0 ? below(200) : below(12);
    const [before, within, after] = [changed.slice(0, at), changed.slice(at, at + length), changed.slice(at + length)];
    const other = others[below(others.length)] ?? '';
    const from = below(other.length + 1);
    changed =
      [
        () => before + (PIECES[below(PIECES.length)] ?? '') + within + after,
        () => before + (PIECES[below(PIECES.length)] ?? '') + after,
        () => before + after,
        () => before + within + within + within + after,
        () => before + other.slice(from, from + length) + within + after,
        () => before + String.fromCharCode(below(below(2) === 0 ? 128 : 65_536)) + within + after,
        () => within + before + after,
      ][below(7)]?.() ?? changed;
  }
  return changed;
}

const COUNT = Number(process.env.IDM_FUZZ ?? 250);

test.each(Object.keys(SEEDS) as ReaderName[])(
  'whatever becomes of a text of %s, it is read, judged and written without an error of the program',
  async format => {
    const seeds = await SEEDS[format]();
    const next = uint32s(Number(process.env.IDM_SEED ?? 2018));
    const below = (bound: number) => next() % bound;
    const errors: string[] = [];
    const found = new Set<string>();
    for (let i = 0; i < COUNT / 5; i++) {
      const text = mutated(seeds[below(seeds.length)] ?? '', seeds, below);
      try {
        const input = PACKED[format]?.(text) ?? (below(8) === 0 ? Buffer.from(text, 'latin1') : text);
        for (const rule of await through(input, format)) found.add(rule);
      } catch (error) {
        errors.push(
          `${error instanceof Error ? error.stack?.split('\n').slice(0, 3).join(' ') : error}: ${JSON.stringify(text)}`,
        );
      }
    }
    expect(errors).toEqual([]);
    // The inputs are read, not refused as something else.
    expect(found.size).toBeGreaterThan(5);
  },
);

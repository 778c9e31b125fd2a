import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FORMATS, type ReaderName, type WriterName } from '../../src/formats/registry.js';
import { given } from '../given/exports.js';
import { ROOT, SHIPPED } from '../support/run.js';
import { through } from './through.js';

const file = (path: string) => readFileSync(`${ROOT}${path}`, 'utf8');
const shipped = readFileSync(SHIPPED, 'utf8');
const small = file('test/given/clients/one.yaml');

async function exported(yaml: string, format: WriterName): Promise<string> {
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
  'schedule-json': async () => ['first', 'second'].map(name => file(`test/given/schedules/${name}.json`)),
};

/** What comes in somewhere: marks of the formats, odd characters, numbers and dates at the edges, names of prototypes. */
const PIECES = [
  ...[
    '',
    ' ',
    '\n',
    '\r',
    '\r\n',
    '\t',
    '\u00A0',
    ':',
    ': ',
    '"',
    "'",
    '{',
    '}',
    '[',
    ']',
    '#',
    ' #',
    '- ',
    ',',
    ';',
    '|',
    '>',
    '!',
    '%',
  ],
  ...[
    '&a ',
    '*a',
    '<<: *a',
    '!!omap',
    '? ',
    '---',
    '...',
    '\0',
    '\u001B',
    '\u0085',
    '\u2028',
    '\u202E',
    '\uD800',
    '\uFEFF',
    '\uFFFF',
    '中',
    '🙂',
    'é\u0301',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'null',
    'true',
    '-1',
    '0',
    '1e21',
    '999999999999',
    '24:00',
    '25:61',
    '10:00-09:00',
  ],
  ...[
    '00:00+1',
    '23:59-1',
    '0000-00-00',
    '9999-12-31',
    '2018-02-30',
    '20180230T256099Z',
    'P1W',
    '-PT99999H',
    'Europe/Nowhere',
    '../../etc',
    'est',
  ],
  ...[
    '<',
    '>',
    '</',
    '<!--',
    '<![CDATA[',
    ']]>',
    '&lt;',
    '&x;',
    '&#0;',
    '<?',
    'BEGIN:VEVENT\n',
    'END:VEVENT\n',
    'BEGIN:constructor\n',
    'RRULE:FREQ=DAILY\n',
  ],
  ...[
    'DTSTART:\n',
    ';TZID=',
    'mailto:',
    'https://',
    '\\n',
    '\\u0000',
    '=1+1',
    '""',
    ',,,,',
    '*',
    '()',
    'x'.repeat(300),
  ],
];

/** Whole numbers below a bound, the same ones for the same seed (mulberry32). */
function numbers(seed: number): (bound: number) => number {
  let state = seed;
  return bound => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
  };
}

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
    const below = numbers(Number(process.env.IDM_SEED ?? 2018));
    const errors: string[] = [];
    const found = new Set<string>();
    for (let i = 0; i < COUNT / 5; i++) {
      const text = mutated(seeds[below(seeds.length)] ?? '', seeds, below);
      try {
        for (const rule of await through(below(8) === 0 ? Buffer.from(text, 'latin1') : text, format)) found.add(rule);
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

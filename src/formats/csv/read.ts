import { UNDETERMINED } from '../../model/localized.js';
import type { ReadOptions } from '../format.js';
import { assembled } from '../import/drafts.js';
import { takenAt } from '../import/field-value.js';
import { readableId } from '../import/ids.js';
import { roster } from '../import/roster.js';
import { decode, withLines } from '../source/decode.js';
import { quote } from '../source/faults.js';
import { LARGEST, tooLarge } from '../source/limits.js';
import { type Fault, placeless, type Reading } from '../source/read-result.js';
import { placed } from '../source/source-map.js';
import { SEPARATOR } from './columns.js';
import { orderOf } from './dates.js';
import { type Header, header } from './header.js';
import { sessionsOf } from './rows.js';
import { cells, delimiterOf, type Row } from './table.js';

/**
 * Reads a table (RFC 4180): a header, and a row for each session. Our own comes back as it was; in others, columns are
 * known by their names in English, French, German and Spanish, or by `map`. The zone is that of a `timezone` column, else
 * `assumeTz`; where neither is, the clocks count as UTC and a fault asks.
 */
export function read(input: string | Uint8Array, options: ReadOptions): Reading {
  const { text, fault } = typeof input === 'string' ? { text: input.replace(/^\uFEFF/, '') } : decode(input);
  const faults: Fault[] = fault === undefined ? [] : [fault];
  const refused = (): Reading => ({ faults, source: placeless(withLines(text)), foreign: true });
  if (text.length > LARGEST) {
    return { faults: [tooLarge('a table', 'characters')], source: placeless(text.slice(0, 1000)), foreign: true };
  }
  const hint = SEPARATOR.exec(text);
  const table = cells(text, hint?.[1] ?? delimiterOf(text), hint?.[0].length);
  const [first, ...rows] = table.rows;
  if (first === undefined) {
    const message = 'this table is empty: it has no header';
    const empty: Fault = { rule: 'wrong-type', at: [0, 0], on: 'span', message };
    faults.push(...(table.faults.length > 0 ? table.faults : [empty]));
    return refused();
  }
  const before = faults.length;
  const columns = header(first, options.map ?? {}, faults);
  if (columns === undefined) {
    // What is not text has no columns either: that it isn't says enough.
    if (fault !== undefined) faults.splice(before);
    return refused();
  }
  faults.push(...table.faults);
  ragged(rows, first, faults);
  const zone = zoneOf(rows, columns, options, faults);
  const written = rows.flatMap(row =>
    (['date', 'start'] as const).flatMap(name => dateIn(columns.cell(row, name)?.text)),
  );
  const calendar = {
    header: columns,
    order: orderOf(written, columns.dayFirst ? 'day' : undefined),
    zone,
    faults,
  } as const;
  const names = roster();
  const drafts = sessionsOf(rows, calendar, names);
  const places = placed(withLines(text));
  const stem = (options.file ?? '').replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '');
  const head = {
    id: readableId(stem, 'agenda'),
    title: { [UNDETERMINED]: /[\p{L}\p{N}]/u.test(stem) ? stem : 'agenda' },
    timezone: zone,
  };
  return { agenda: assembled(head, drafts, names, places), faults, source: places.source, foreign: true };
}

/** The date in a cell that may have a clock after it. */
function dateIn(text = ''): readonly string[] {
  return /^\s*\d+[/-]\d+[/-]\d{4}/.exec(text) ?? [];
}

function ragged(rows: readonly Row[], first: Row, faults: Fault[]): void {
  for (const row of rows) {
    const extra = row.slice(first.length).find(({ text }) => text.trim() !== '');
    if (extra === undefined) continue;
    const message = `this row has ${row.length} cells, and the header ${first.length}`;
    faults.push({
      rule: 'syntax',
      at: extra.span,
      on: 'span',
      message,
      hint: 'put quotes around a cell with a delimiter in it',
    });
  }
}

function zoneOf(rows: readonly Row[], columns: Header, { assumeTz }: ReadOptions, faults: Fault[]): string {
  let zone: string | undefined;
  const refused = new Set<string>();
  for (const row of rows) {
    const cell = columns.cell(row, 'timezone');
    const name = cell?.text.trim() ?? '';
    if (cell === undefined || name === '' || name === zone || refused.has(name)) continue;
    if (zone === undefined) zone = takenAt('timezone', name, cell.span, faults);
    else {
      const message = `${quote(name)} is another time zone than ${zone}, and an agenda has one`;
      faults.push({ rule: 'bad-timezone', at: cell.span, on: 'span', message, hint: `write the times of ${zone}` });
    }
    refused.add(name);
  }
  if (zone !== undefined || assumeTz !== undefined || refused.size > 0 || rows.length === 0)
    return zone ?? assumeTz ?? 'UTC';
  const message = 'nothing says in which time zone the times of this table are';
  faults.push({
    rule: 'bad-timezone',
    at: columns.span,
    on: 'span',
    message,
    hint: 'say it: --assume-tz Europe/Paris',
  });
  return 'UTC';
}

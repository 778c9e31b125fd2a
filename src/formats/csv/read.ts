import { UNDETERMINED } from '../../model/localized.js';
import { timeZones } from '../../model/zone.js';
import { ianaName } from '../../model/zone-names.js';
import { quote } from '../../text/quote.js';
import type { ReadOptions } from '../format.js';
import { assembled } from '../import/drafts.js';
import { takenAt } from '../import/field-value.js';
import { readableId } from '../import/ids.js';
import { roster } from '../import/roster.js';
import { decode, withLines } from '../source/decode.js';

import { IssueList, type Issues } from '../source/issues.js';
import { LARGEST, tooLarge } from '../source/limits.js';
import { placeless, type Reading } from '../source/read-result.js';
import { placed } from '../source/source-map.js';
import { SEPARATOR } from './columns.js';
import { orderOf } from './dates.js';
import { type Header, header } from './header.js';
import { sessionsOf } from './rows.js';
import { cells, delimiterOf, type Row } from './table.js';

/**
 * Reads a table (RFC 4180): a header, and a row for each session. Our own comes back as it was; in others, columns are
 * known by their names in English, French, German and Spanish, or by `map`. The zone is that of a `timezone` column, else
 * `assumeTz`; where neither is, the clocks count as UTC and an issue asks.
 */
export function read(input: string | Uint8Array, options: ReadOptions): Reading {
  const issues = new IssueList();
  const { text, isText } =
    typeof input === 'string' ? { text: input.replace(/^\uFEFF/, ''), isText: true } : decode(input, issues);
  const refused = (): Reading => ({ faults: issues.list, source: placeless(withLines(text)), foreign: true });
  if (text.length > LARGEST) {
    const large = new IssueList();
    tooLarge(large, 'a table', 'characters');
    return { faults: large.list, source: placeless(text.slice(0, 1000)), foreign: true };
  }
  const hint = SEPARATOR.exec(text);
  const inTable = new IssueList();
  const [first, ...rows] = cells(text, hint?.[1] ?? delimiterOf(text), inTable, hint?.[0].length);
  if (first === undefined) {
    if (inTable.list.length > 0) issues.addAll(inTable.list);
    else issues.add('wrong-type', { span: [0, 0] }, 'this table is empty: it has no header');
    return refused();
  }
  const inHeader = new IssueList();
  const columns = header(first, options.map ?? {}, inHeader);
  // What is not text has no columns either: that it isn't says enough.
  if (columns !== undefined || isText) issues.addAll(inHeader.list);
  if (columns === undefined) return refused();
  issues.addAll(inTable.list);
  ragged(rows, first, issues);
  const zone = (options.zones ?? timeZones()).get(tableZone(rows, columns, options, issues));
  const written = rows.flatMap(row =>
    (['date', 'start'] as const).flatMap(name => dateIn(columns.cell(row, name)?.text)),
  );
  const calendar = {
    header: columns,
    order: orderOf(written, columns.dayFirst ? 'day' : undefined),
    zone,
    issues,
  } as const;
  const names = roster();
  const drafts = sessionsOf(rows, calendar, names);
  const places = placed(withLines(text));
  const stem = (options.file ?? '').replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '');
  const head = {
    id: readableId(stem, 'agenda'),
    title: { [UNDETERMINED]: /[\p{L}\p{N}]/u.test(stem) ? stem : 'agenda' },
    timezone: zone.name,
  };
  return {
    agenda: assembled(head, drafts, names, places, issues),
    faults: issues.list,
    source: places.source,
    foreign: true,
  };
}

/** The date in a cell that may have a clock after it. */
function dateIn(text = ''): readonly string[] {
  return /^\s*\d+[/-]\d+[/-]\d{4}/.exec(text) ?? [];
}

function ragged(rows: readonly Row[], first: Row, issues: Issues): void {
  for (const row of rows) {
    const extra = row.slice(first.length).find(({ text }) => text.trim() !== '');
    if (extra === undefined) continue;
    const message = `this row has ${row.length} cells, and the header ${first.length}`;
    issues.add('syntax', { span: extra.span }, message, 'put quotes around a cell with a delimiter in it');
  }
}

function tableZone(rows: readonly Row[], columns: Header, { assumeTz }: ReadOptions, issues: Issues): string {
  let zone: string | undefined;
  const refused = new Set<string>();
  for (const row of rows) {
    const cell = columns.cell(row, 'timezone');
    const text = cell?.text.trim() ?? '';
    const name = ianaName(text) ?? text;
    if (cell === undefined || name === '' || name === zone || refused.has(name)) continue;
    if (zone === undefined) zone = takenAt('timezone', name, cell.span, issues, true);
    else {
      const message = `${quote(text)} is another time zone than ${zone}, and an agenda has one`;
      issues.add('bad-timezone', { span: cell.span }, message, `write the times of ${zone}`);
    }
    refused.add(name);
  }
  if (zone !== undefined || assumeTz !== undefined || refused.size > 0 || rows.length === 0)
    return zone ?? assumeTz ?? 'UTC';
  const message = 'nothing says in which time zone the times of this table are';
  issues.add('bad-timezone', { span: columns.span }, message, 'say it: --assume-tz Europe/Paris');
  return 'UTC';
}

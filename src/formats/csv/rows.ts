import type { IsoDate } from '../../model/date.js';
import { quote } from '../../text/quote.js';
import type { Draft } from '../import/drafts.js';
import { freeIds } from '../import/ids.js';
import type { Roster } from '../import/roster.js';

import { unguard } from './formula.js';
import type { Header } from './header.js';
import { RowReader } from './row.js';
import { type Calendar, when } from './row-time.js';
import type { Cell, Row } from './table.js';
/** Reads the rows below the header as sessions. A row without a date that can be read is none: its fault says so. */
export function sessionsOf(rows: readonly Row[], calendar: Calendar, names: Roster): readonly Draft[] {
  const { header, issues } = calendar;
  const free = freeIds();
  const ids = new Map<string, string>();
  const alone = roomsAlone(rows, header);
  const found: { readonly draft: Draft; readonly key: string; readonly parent: Cell | undefined }[] = [];
  let before: IsoDate | undefined;
  for (const row of rows) {
    const { date, time } = when(row, calendar, before);
    before = date ?? before;
    if (date === undefined) continue;
    const reader = new RowReader(row, calendar, names, alone);
    const key = reader.text('id')?.text ?? '';
    const id = ids.get(key) ?? free(reader.id(key));
    if (key !== '') ids.set(key, id);
    const parent = reader.text('parent');
    found.push({ draft: { date, ...(time && { time }), ...reader.session(id) }, key, parent });
  }
  const byKey = new Map<string, number>();
  for (const [i, { key }] of found.entries()) if (key !== '' && !byKey.has(key)) byKey.set(key, i);
  return found.map(({ draft, parent }) => {
    if (parent === undefined) return draft;
    const index = byKey.get(parent.text);
    if (index !== undefined) return { ...draft, parent: index };
    // Ours may be a choice of sessions, without the parents of some.
    if (header.own) return draft;
    const message = `no row has the id ${quote(parent.text)}`;
    issues.add('wrong-type', { span: parent.span }, message, 'write the id of the session it is a part of');
    return draft;
  });
}

/** The names of the rooms that a row of our own table has to itself, by id. */
function roomsAlone(rows: readonly Row[], header: Header): ReadonlyMap<string, string> {
  const named = new Map<string, string>();
  for (const row of rows) {
    const [id, name] = [header.cell(row, 'room_ids')?.text ?? '', header.cell(row, 'rooms')?.text ?? ''];
    if (header.own && id !== '' && name !== '' && !id.includes('; ')) named.set(id, unguard(name));
  }
  return named;
}

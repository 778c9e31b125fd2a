import type { Appearance } from '../model/agenda.js';
import { clock } from '../model/time.js';
import type { Entry } from '../query/entries.js';
import type { Lens } from '../query/lens.js';
import { titleOf } from '../query/lookup.js';
import { withoutControls } from './controls.js';
import { type Export, written } from './writer.js';

/**
 * The columns, in order. `day` counts from 1; `start` and `end` are clocks in `timezone`, as the format writes them
 * (`24:00`, `01:00+1`), `end` empty when none is announced; `parent` is an id; lists are joined with `; `, people by name.
 */
const COLUMNS: Readonly<Record<string, (entry: Entry, lens: Lens) => string>> = {
  id: ({ session }) => session.id,
  day: ({ day }) => String(day),
  date: ({ date }) => date,
  start: ({ time }) => clock(time.start),
  end: ({ time }) => (time.end === undefined ? '' : clock(time.end, 'end')),
  timezone: (_, { agenda }) => agenda.timezone,
  type: ({ session }) => session.type,
  title: ({ session }, { text }) => text(titleOf(session)),
  subtitle: ({ session }, { text }) => text(session.subtitle),
  description: ({ session }, { text }) => text(session.description),
  rooms: ({ rooms }, lens) => list(rooms.map(id => lens.text(lens.room(id).name))),
  room_ids: ({ rooms }) => list(rooms),
  parent: ({ parent }) => parent?.session.id ?? '',
  moderators: ({ session }, lens) => names(session.moderators, lens),
  speakers: ({ session }, lens) => names(session.speakers, lens),
  track: ({ session }, { text }) => text(session.track),
  tags: ({ session }) => list(session.tags),
  languages: ({ session }) => list(session.languages),
  status: ({ status }) => status,
  url: ({ session }) => session.url ?? '',
};

/** A table (RFC 4180): a header and one row a session, CRLF, quotes where they are needed, no byte order mark. */
export function write(given: Export): string {
  const rows = written(given).map(entry =>
    Object.values(COLUMNS).map(value => guard(withoutControls(value(entry, given.lens)))),
  );
  return [Object.keys(COLUMNS), ...rows].map(row => `${row.map(quoted).join(',')}\r\n`).join('');
}

/**
 * A cell that no spreadsheet takes for a formula: a `'` goes before one that begins with `=`, `+`, `-`, `@`, tab or CR.
 * So it does where quotes stand before these already, which is what makes {@link unguard} unambiguous.
 */
export function guard(cell: string): string {
  return /^'*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}

/** The cell before {@link guard}. */
export function unguard(cell: string): string {
  return /^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function names(appearances: readonly Appearance[], lens: Lens): string {
  return list(appearances.map(({ person }) => lens.person(person).name));
}

function list(items: readonly string[]): string {
  return items.join('; ');
}

import { dateOf, dayNumber, type IsoDate } from '../../model/date.js';
import { clock } from '../../model/time.js';
import { quote } from '../../text/quote.js';
import { stableIds } from '../import/ids.js';
import type { ImportedSession } from '../import/sessions.js';
import type { Span } from '../source/issues.js';
import { COLUMNS, type Column } from './columns.js';
import type { Header } from './header.js';
import { LIST_SEPARATOR, unescapeFormula } from './own-cells.js';
import { type RowContext, RowReader, type RowSession } from './row.js';
import { type RowTime, rowTime } from './row-time.js';
import type { Cell, Row } from './table.js';

/** A session of a table: its rows, which are several where each has one of its speakers, and when it is. */
interface TableEntry extends RowTime {
  readonly rows: [Row, ...Row[]];
  readonly date: IsoDate;
}

/** The columns in which the rows of one session differ where each has one of its speakers. */
const OF_PEOPLE: readonly Column[] = ['speakers', 'moderators', 'first_name', 'last_name'];

/** The sessions of the rows. A row whose date cannot be read is reported and left out; one that stands twice is read once. */
function entriesOf(rows: readonly Row[], context: RowContext): readonly TableEntry[] {
  const { header, accounts } = context;
  const entries: TableEntry[] = [];
  const known = new Map<string, TableEntry>();
  let before: IsoDate | undefined;
  for (const row of rows) {
    const when = rowTime(row, context, before);
    before = when.date ?? before;
    if (when.date === undefined) continue;
    const entry: TableEntry = { ...when, date: when.date, rows: [row] };
    const key = header.writtenByIdm || when.time === undefined ? '' : keyOfRow(row, when.date, header);
    const same = key === '' ? undefined : known.get(key);
    const isOneMore = same !== undefined && OF_PEOPLE.some(column => header.has(column));
    if (same?.rows.some(other => isEqual(other, row))) {
      const span: Span = [row[0]?.span[0] ?? 0, row.at(-1)?.span[1] ?? 0];
      accounts.tell('twice', span, {
        rule: 'duplicate-id',
        severity: 'warning',
        message: count =>
          count === 1
            ? 'this row stands in the table before: it is read once'
            : `${count} rows stand in the table before: each is read once`,
        hint: 'take the second out',
      });
    } else if (isOneMore && same.rows.some(other => peopleOf(other, header) !== peopleOf(row, header)))
      same.rows.push(row);
    else {
      entries.push(entry);
      if (key !== '') known.set(key, entry);
    }
  }
  const several = entries.filter(({ rows: own }) => own.length > 1);
  const [first] = several;
  const at = first?.rows[1]?.[0]?.span;
  if (at !== undefined)
    accounts.tell('rows of one', at, {
      rule: 'read-as',
      message: () =>
        `${several.reduce((sum, { rows: own }) => sum + own.length, 0)} rows differ in their people alone: they are read as ${several.length === 1 ? 'one session' : `${several.length} sessions`}`,
    });
  return entries;
}

/** All that a row says of its session but the people; empty for a row without a title. */
function keyOfRow(row: Row, date: IsoDate, header: Header): string {
  if ((header.cell(row, 'title')?.text.trim() ?? '') === '') return '';
  const texts = COLUMNS.filter(column => header.has(column) && column !== 'date' && !OF_PEOPLE.includes(column)).map(
    column =>
      header
        .cells(row, column)
        .map(({ text }) => text.trim())
        .join('\u0001'),
  );
  return [date, ...texts].join('\0');
}

function peopleOf(row: Row, header: Header): string {
  return OF_PEOPLE.flatMap(column => header.cells(row, column).map(({ text }) => text.trim())).join('\0');
}

function isEqual(row: Row, other: Row): boolean {
  const length = Math.max(row.length, other.length);
  for (let i = 0; i < length; i++) if ((row[i]?.text.trim() ?? '') !== (other[i]?.text.trim() ?? '')) return false;
  return true;
}

/** What a session of whole days is tagged with. */
const ALL_DAY = 'all-day';

/** A session before it has an id, and what the id is made of. */
interface FoundSession {
  readonly session: RowSession & Pick<ImportedSession, 'date' | 'time'>;
  /** Its id in the table; empty where there is none. */
  readonly key: string;
  readonly name: string;
  readonly parent: Cell | undefined;
}

/** Reads the rows below the header as sessions. */
export function sessionsOfRows(rows: readonly Row[], context: RowContext): readonly ImportedSession[] {
  const { header, issues } = context;
  const found: FoundSession[] = [];
  for (const { rows: own, date, time, days = 0 } of entriesOf(rows, context)) {
    const reader = new RowReader(own, context);
    const key = reader.text('id')?.text ?? '';
    const parent = reader.text('parent');
    const { session, ...placed } = reader.session();
    const name = reader.idName(key);
    for (let i = 0; i < Math.max(1, days); i++) {
      const tags = days === 0 || session.tags.includes(ALL_DAY) ? session.tags : [...session.tags, ALL_DAY];
      const day = i === 0 ? date : dateOf((dayNumber(date) ?? 0) + i);
      found.push({
        session: { date: day, ...(time && { time }), ...placed, session: { ...session, tags } },
        key,
        name,
        parent,
      });
    }
  }
  const byKey = new Map<string, number>();
  for (const [i, { key }] of found.entries()) if (key !== '' && !byKey.has(key)) byKey.set(key, i);
  const ids = idsOf(found, byKey, header);
  return found.map(({ session, parent }, i) => {
    const identified = { ...session, session: { id: ids[i] ?? '', ...session.session } };
    if (parent === undefined) return identified;
    const index = byKey.get(parent.text);
    if (index !== undefined) return { ...identified, parent: index };
    // An export of chosen sessions may be without the parents of some.
    if (header.writtenByIdm) return identified;
    const message = `no row has the id ${quote(parent.text)}`;
    issues.add('wrong-type', { span: parent.span }, message, 'write the id of the session it is a part of');
    return identified;
  });
}

/** The ids of sessions: one for all with the same id in the table. */
function idsOf(found: readonly FoundSession[], byKey: ReadonlyMap<string, number>, header: Header): readonly string[] {
  const isFirst = (key: string, i: number) => key === '' || byKey.get(key) === i || !header.has('id');
  const firsts = [...found.keys()].filter(i => isFirst(found[i]?.key ?? '', i));
  const stable = stableIds(
    firsts.map(i => {
      const { session, name } = found[i] as FoundSession;
      const { date, time, session: content } = session;
      return {
        name,
        date,
        start: time === undefined ? '' : clock(time.start).replace(/\D/g, ''),
        rooms: content.rooms ?? [],
        content: () => JSON.stringify(content),
      };
    }),
  );
  const ids: string[] = [];
  for (const [nth, i] of firsts.entries()) ids[i] = stable[nth] ?? '';
  return found.map(({ key }, i) => ids[i] ?? ids[byKey.get(key) ?? i] ?? '');
}

/** The names of rooms by id, from the rows of an own table that name one room alone: there a `; ` is a part of the name. */
export function namesOfSingleRooms(rows: readonly Row[], header: Header): ReadonlyMap<string, string> {
  const named = new Map<string, string>();
  for (const row of rows) {
    const [id, name] = [header.cell(row, 'room_ids')?.text ?? '', header.cell(row, 'rooms')?.text ?? ''];
    if (header.writtenByIdm && id !== '' && name !== '' && !id.includes(LIST_SEPARATOR))
      named.set(id, unescapeFormula(name));
  }
  return named;
}

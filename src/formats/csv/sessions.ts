import { dateOf, dayNumber, type IsoDate } from '../../model/date.js';
import { quote } from '../../text/quote.js';
import { stableIds, startName } from '../import/ids.js';
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
  const known = new Map<string, readonly TableEntry[]>();
  const ofPeople = OF_PEOPLE.flatMap(column => header.places(column));
  const hasPeople = ofPeople.length > 0;
  // A date that is left out is that of the row before, and stands in the key.
  const others = COLUMNS.flatMap(column => (column === 'date' ? [] : header.places(column))).filter(
    at => !ofPeople.includes(at),
  );
  let before: IsoDate | undefined;
  for (const row of rows) {
    const when = rowTime(row, context, before);
    before = when.date ?? before;
    if (when.date === undefined) continue;
    const entry: TableEntry = { ...when, date: when.date, rows: [row] };
    const key = header.writtenByIdm || when.time === undefined ? '' : keyOfRow(row, when.date, header);
    const alike = key === '' ? [] : (known.get(key) ?? []);
    const copied = alike.find(one => one.rows.some(other => isEqual(other, row)));
    const same = hasPeople ? alike.find(one => isEqual(one.rows[0], row, others)) : undefined;
    if (copied !== undefined) {
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
    } else if (same?.rows.some(other => !isEqual(other, row, ofPeople))) same.rows.push(row);
    else {
      entries.push(entry);
      if (key !== '') known.set(key, alike.length === 0 ? [entry] : [...alike, entry]);
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

/** What rows of one session have in common at least: title, date, start and room; empty for a row without a title. */
function keyOfRow(row: Row, date: IsoDate, header: Header): string {
  const text = (column: Column) => header.cell(row, column)?.text.trim() ?? '';
  const title = text('title');
  return title === '' ? '' : `${date}\0${text('start')}\0${text('time')}\0${text('rooms')}\0${title}`;
}

/** True for rows whose cells have the same texts, all of them or those in some columns. */
function isEqual(row: Row, other: Row, columns?: readonly number[]): boolean {
  const equal = (at: number) => (row[at]?.text.trim() ?? '') === (other[at]?.text.trim() ?? '');
  if (columns !== undefined) return columns.every(equal);
  for (let at = Math.max(row.length, other.length) - 1; at >= 0; at--) if (!equal(at)) return false;
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
    const read = reader.session();
    const name = reader.idName(key);
    if (days === 0) found.push({ session: placed(read, date, time), key, name, parent });
    for (let i = 0; i < days; i++) {
      const tags = read.session.tags.includes(ALL_DAY) ? read.session.tags : [...read.session.tags, ALL_DAY];
      const day = dateOf((dayNumber(date) ?? 0) + i);
      found.push({ session: placed({ ...read, session: { ...read.session, tags } }, day, time), key, name, parent });
    }
  }
  const byKey = new Map<string, number>();
  for (const [i, { key }] of found.entries()) if (key !== '' && !byKey.has(key)) byKey.set(key, i);
  const ids = idsOf(found, byKey, header);
  return found.map(({ session, parent }, i) => {
    session.session.id = ids[i] ?? '';
    const identified: ImportedSession = session;
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

function placed(read: RowSession, date: IsoDate, time: RowTime['time']): FoundSession['session'] {
  return time === undefined ? { ...read, date } : { ...read, date, time };
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
        start: startName(time),
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

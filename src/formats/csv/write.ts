import type { Appearance } from '../../model/agenda.js';
import { clock, isClock } from '../../model/time.js';
import { titleOf } from '../../query/agenda-index.js';
import { joinTexts } from '../../query/naming.js';
import { sortedPeople } from '../../query/people.js';
import type { Presentation } from '../../query/presentation.js';
import { interpretation, type ScheduledSession } from '../../query/scheduled-sessions.js';
import { castOnce, type RoleKind } from '../../query/walk.js';
import { withoutControls } from '../../text/escape.js';
import { oneLine } from '../../text/one-line.js';
import type { ExportRequest } from '../export-request.js';
import { exportedSessions, type IncludedPerson, includedPeople } from '../selection.js';
import type { Column } from './columns.js';
import { escapeFormula, LIST_SEPARATOR, quoted } from './own-cells.js';

export { keeps, scope } from './keeps.js';

/**
 * The columns, in order. `day` counts from 1; `start` and `end` are clocks in `timezone`, as the format writes them
 * (`24:00`, `01:00+1`), `end` empty when none is announced, both where `time` has a word for them; `parent` is an id; lists
 * are joined with `; `, people by name; of items and links each has a line.
 */
const COLUMNS = {
  id: ({ session }) => session.id,
  day: ({ day }) => String(day),
  date: ({ date }) => date,
  start: ({ time }) => (isClock(time) ? clock(time.start) : ''),
  end: ({ time }) => (isClock(time) && time.end !== undefined ? clock(time.end, 'end') : ''),
  time: ({ time }) => (isClock(time) ? '' : time),
  timezone: (_, { agenda }) => agenda.timezone,
  type: ({ session }) => session.type,
  title: ({ session }, { text }) => text(titleOf(session)),
  subtitle: ({ session }, { text }) => text(session.subtitle),
  description: ({ session }, { text }) => text(session.description),
  rooms: ({ rooms }, presentation) => list(rooms.map(id => presentation.text(presentation.room(id).name))),
  room_ids: ({ rooms }) => list(rooms),
  parent: ({ parent }) => parent?.session.id ?? '',
  moderators: ({ session }, presentation) => names(session.moderators, presentation),
  speakers: ({ session, path }, presentation) =>
    names(
      castOnce(session, path).flatMap(({ as, appearance }) => (as === 'speaker' ? [appearance] : [])),
      presentation,
    ),
  items: ({ session }, { text }) => session.items.map(({ title }) => oneLine(text(title))).join('\n'),
  organizer: ({ session }, { text }) => text(session.organizer),
  track: ({ session }, { text }) => text(session.track),
  tags: ({ session }) => list(session.tags),
  languages: ({ session }) => list(session.languages),
  interpretation: (entry, presentation) => list(interpretation(entry, presentation)),
  status: ({ status }) => status,
  url: ({ session }) => session.url ?? '',
  links: ({ session }, { text }) =>
    session.links.map(({ title, url }) => joinTexts([oneLine(text(title)), url], ' ')).join('\n'),
} satisfies Partial<Record<Column, (entry: ScheduledSession, presentation: Presentation) => string>>;

/** The columns that stand in a table only where a session has a value for them. */
const WHERE_USED: ReadonlySet<string> = new Set(['time', 'items', 'organizer', 'interpretation', 'links']);

/**
 * The columns with `people`, in order: who they are; the ids of the sessions that they moderate and speak in, in the order
 * of the programme, joined with `; `; what is said about them. Only sessions that are exported count.
 */
const PEOPLE_COLUMNS: Readonly<Record<string, (present: IncludedPerson, presentation: Presentation) => string>> = {
  id: ({ person }) => person.id,
  name: ({ person }, { text }) => text(person.name),
  honorific: ({ person }, { text }) => text(person.honorific),
  title: ({ person }, { text }) => text(person.title),
  org: ({ person }, { text }) => text(person.org),
  country: ({ person }, { text }) => text(person.country),
  moderates: ({ here }) => sessions(here, 'moderator'),
  speaks: ({ here }) => sessions(here, 'speaker'),
  url: ({ person }) => person.url ?? '',
  bio: ({ person }, { text }) => text(person.bio),
};

/**
 * A table (RFC 4180): a header and one row a session, or with `people` one row a person; CRLF, quotes where they are
 * needed. A byte order mark and another delimiter than the comma are for who asks for them.
 */
export function write(request: ExportRequest): string {
  const { presentation, options } = request;
  const rows = options.people
    ? table(
        PEOPLE_COLUMNS,
        sortedPeople(includedPeople(request), ({ person }) => person, presentation),
        presentation,
      )
    : table(COLUMNS, exportedSessions(request), presentation);
  const { delimiter = ',' } = options;
  const lines = rows.map(row => `${row.map(cell => quoted(cell, delimiter)).join(delimiter)}\r\n`);
  return `${options.bom ? '\uFEFF' : ''}${lines.join('')}`;
}

function table<T>(
  columns: Readonly<Record<string, (item: T, presentation: Presentation) => string>>,
  items: readonly T[],
  presentation: Presentation,
): readonly (readonly string[])[] {
  const rows = items.map(item =>
    Object.values(columns).map(value => escapeFormula(lineFeeds(withoutControls(value(item, presentation))))),
  );
  const names = Object.keys(columns);
  const isShown = names.map((name, i) => !WHERE_USED.has(name) || rows.some(row => row[i] !== ''));
  return [names, ...rows].map(row => row.filter((_, i) => isShown[i]));
}

/** The text with LF for CRLF and CR, as spreadsheets keep line breaks. */
function lineFeeds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

function sessions(here: IncludedPerson['here'], part: RoleKind): string {
  return list([...new Set(here.filter(({ as }) => as === part).map(({ entry }) => entry.session.id))]);
}

function names(appearances: readonly Appearance[], presentation: Presentation): string {
  return list(appearances.map(({ person }) => presentation.text(presentation.person(person).name)));
}

function list(items: readonly string[]): string {
  return items.join(LIST_SEPARATOR);
}

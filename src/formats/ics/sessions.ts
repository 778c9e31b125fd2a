import type { Link } from '../../model/agenda.js';
import { ID } from '../../model/fields.js';
import type { Text } from '../../model/localized.js';
import type { TimeZone } from '../../model/zone.js';
import { type Identified, readableName, stableIds, startName } from '../import/ids.js';
import type { ImportedSession } from '../import/sessions.js';
import { LIMITS, limitText } from '../source/limits.js';
import type { Calendar } from './calendar.js';
import { first } from './components.js';
import { msOf } from './date-time.js';
import { type Address, conferences, joinRooms } from './links.js';
import { occurrencesOf } from './occurrence.js';
import { type Placed, withParents } from './related.js';
import { type Event, expandSeries } from './series.js';
import { contentOf } from './session-content.js';
import { ianaZone, type Zone } from './zones.js';

/** The sessions of events: one for each occurrence, and for each day of events of whole days. */
export function sessionsOf(
  events: readonly Event[],
  timezone: TimeZone,
  calendar: Calendar,
): readonly ImportedSession[] {
  const { own, issues, accounts } = calendar;
  const floating = ianaZone(timezone);
  const single = events.filter(
    ({ rules, rdates, recurrenceId }) => rules.length + rdates.length === 0 && !recurrenceId,
  );
  const last = single.length === 0 ? undefined : single.reduce((latest, event) => Math.max(latest, lastDay(event)), 0);
  const replaced = replacedBy(events, floating);
  const all: Placed[] = [];
  const named: Identified[] = [];
  const joining: { readonly session: ImportedSession['session']; readonly conferences: readonly Address[] }[] = [];
  for (const event of events) {
    const gone = event.recurrenceId === undefined ? replaced.get(event.uid) : undefined;
    const moments = expandSeries(event, last, floating, issues).filter(
      start => !gone?.days.has(start.day) && !gone?.instants.has(msOf(start, floating)),
    );
    if (all.length + moments.length > LIMITS.occurrences) {
      const message = `this has more than ${limitText(LIMITS.occurrences)} occurrences of events: what follows is not read`;
      issues.add('syntax', { span: event.component.span }, message, 'one file is one conference');
      break;
    }
    const times = moments.flatMap(start =>
      occurrencesOf(start, event.start, event.end, timezone, event.starting, issues, accounts),
    );
    const isSeries =
      times.length > 1 || event.rules.length + event.rdates.length > 0 || event.recurrenceId !== undefined;
    for (const { date, time, startMs, endMs = startMs } of times) {
      const { fieldSpans, word, ...content } = contentOf(event.component, calendar);
      const name = nameOf(event, content.title, calendar);
      const { span, whole } = event.component;
      const isDay = time === 'tbc';
      const tags = isDay && !own && !content.tags.includes(ALL_DAY) ? [...content.tags, ALL_DAY] : content.tags;
      const session = { id: '', ...content, tags };
      joining.push({ session, conferences: conferences(event.component) });
      named.push({
        name: isSeries ? `${name}-${date}` : name,
        date: isSeries ? '' : date,
        start: startName(time),
        rooms: content.rooms ?? [],
        content: () => JSON.stringify([event.uid, content]),
      });
      all.push({
        imported: {
          date,
          ...(time && { time: isDay && word !== undefined ? word : time }),
          session,
          span: first(event.component, 'summary')?.span ?? span,
          extent: whole,
          fieldSpans,
        },
        event,
        startMs,
        endMs,
      });
    }
  }
  const links = joinRooms(joining, calendar);
  for (const [i, id] of stableIds(named).entries()) {
    const session = all[i]?.imported.session as { id: string; links: readonly Link[] };
    session.id = id;
    session.links = [...session.links, ...(links[i] ?? [])];
  }
  return withParents(all, own);
}

/** The occurrences of a series that other events stand for: whole days, and instants in epoch milliseconds. */
interface Replaced {
  readonly days: Set<number>;
  readonly instants: Set<number>;
}

/**
 * The occurrences that events with a RECURRENCE-ID replace, by UID. In a series of whole days an occurrence is named by its
 * day, also where a program writes midnight with it.
 */
function replacedBy(events: readonly Event[], floating: Zone): ReadonlyMap<string, Replaced> {
  const wholeDays = new Set(
    events.filter(({ start, recurrenceId }) => start.isDate && recurrenceId === undefined).map(({ uid }) => uid),
  );
  const replaced = new Map<string, Replaced>();
  for (const { uid, recurrenceId } of events) {
    if (recurrenceId === undefined) continue;
    const known = replaced.get(uid) ?? { days: new Set(), instants: new Set() };
    replaced.set(uid, known);
    if (recurrenceId.isDate || wholeDays.has(uid)) known.days.add(recurrenceId.day);
    else known.instants.add(msOf(recurrenceId, floating));
  }
  return replaced;
}

/** The day that an event goes on to; of one that ends at midnight, the day before. */
function lastDay({ start, end }: Event): number {
  if (end === undefined) return start.day;
  if ('moment' in end) return end.moment.minutes === 0 ? Math.max(start.day, end.moment.day - 1) : end.moment.day;
  return start.day + Math.max(0, start.isDate ? end.days - 1 : end.days);
}

/** What an event of whole days is tagged with. */
const ALL_DAY = 'all-day';

/** The id of a session: ours is in its UID; another's UID is used when people can read it, else the title. */
function nameOf({ uid }: Event, title: Text, { own, aids }: Calendar): string {
  const local = uid.replace(/@[^@]*$/, '');
  if (own && ID.test(local)) return local;
  return readableName(local, Object.values(title)[0] ?? '', 'event', aids.transliterate);
}

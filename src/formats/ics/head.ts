import { ID } from '../../model/fields.js';
import { likelyZone } from '../../model/likely-zone.js';
import { UNDETERMINED } from '../../model/localized.js';
import { quote } from '../../text/quote.js';
import type { Aids } from '../import/aids.js';
import { inLatin, readableId } from '../import/ids.js';
import { type AgendaHead, titleOfFile } from '../import/sessions.js';
import { decodeForeignValue } from '../source/decode-values.js';
import type { Issues } from '../source/issues.js';
import { type Component, first, type Property, parameter, textOf } from './components.js';
import { isOwn } from './own-calendar.js';
import { linksOf } from './own-details.js';
import type { Event } from './series.js';
import { zoneName } from './zones.js';

/** The largest number of the agenda format. */
const LARGEST_REVISION = 999_999_999;

/** The first value of one of these properties in the calendars of a file. */
function stated(calendars: readonly Component[], ...names: readonly string[]): Property | undefined {
  for (const calendar of calendars) {
    const found = names.map(name => first(calendar, name)).find(property => textOf(property) !== undefined);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** True of a calendar that idm wrote. */
export function isOurs(calendars: readonly Component[]): boolean {
  return isOwn(textOf(stated(calendars, 'prodid')) ?? '');
}

/** The name of a calendar, else of its file. */
export function titleOf(calendars: readonly Component[], file?: string): string {
  return textOf(stated(calendars, 'name', 'x-wr-calname')) ?? titleOfFile(file, 'calendar');
}

/**
 * The zone of an agenda: that of the calendar, else the one that most events name, else `assumeTz`, else UTC. Times that
 * are in no zone then ask for one by a fault.
 */
export function calendarZone(
  calendars: readonly Component[],
  events: readonly Event[],
  assumeTz: string | undefined,
  issues: Issues,
): string {
  const told = stated(calendars, 'x-wr-timezone');
  const named = zoneName(textOf(told) ?? '');
  if (named !== undefined) return named;
  const counts = new Map<string, number>();
  for (const { start, end } of events) {
    const moments = [start, ...(end !== undefined && 'moment' in end ? [end.moment] : [])];
    const name = moments.find(({ isUtc, zone }) => !isUtc && zone?.name !== undefined)?.zone?.name;
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  const zone = most?.[0] ?? assumeTz;
  if (zone !== undefined) return zone;
  const sayIt = (text = '') => `say it: --assume-tz ${likelyZone(text) ?? 'Europe/Paris'}`;
  if (told !== undefined) {
    const message = `${quote(textOf(told) ?? '')} is not an IANA time zone`;
    issues.add('bad-timezone', { span: told.span }, message, sayIt(textOf(told)));
    return 'UTC';
  }
  const floating = events.find(({ start, starting }) =>
    start.zone === undefined
      ? parameter(starting, 'tzid') === undefined
      : !start.isUtc && start.zone.name === undefined,
  );
  if (floating !== undefined) {
    const tzid = parameter(floating.starting, 'tzid');
    const message =
      tzid === undefined
        ? 'nothing says in which time zone this time is'
        : `the time zone ${quote(tzid)} has no IANA name: its times are shown in UTC`;
    issues.add('bad-timezone', { span: floating.starting.span }, message, sayIt(tzid));
  }
  return 'UTC';
}

/** The revision of an agenda that idm wrote, from the SEQUENCE of an event; 0 where there is none, or none that a revision can be. */
function revisionOf(event: Component | undefined, issues: Issues): number {
  const sequence = event && first(event, 'sequence');
  const value = sequence?.values[0];
  if (sequence === undefined || value === undefined) return 0;
  if (Number.isInteger(value) && Number(value) >= 0 && Number(value) <= LARGEST_REVISION) return Number(value);
  const message = `SEQUENCE ${quote(String(value))} is not a whole number from 0 to ${LARGEST_REVISION.toLocaleString('en')}`;
  issues.add('wrong-type', { span: sequence.span }, message);
  return 0;
}

/** What a file says about itself as a whole. */
export function headOf(
  calendars: readonly Component[],
  events: readonly Component[],
  given: {
    readonly title: string;
    readonly timezone: string;
    readonly tag: string;
    readonly own: boolean;
    readonly isCancelled: boolean;
    readonly aids: Aids;
    readonly venue?: string;
  },
  issues: Issues,
): AgendaHead {
  const { title, timezone, tag, own, isCancelled, aids, venue } = given;
  const text = (value: string) => ({ [tag]: value });
  const host = /@([^@]*)$/.exec(textOf(events[0] && first(events[0], 'uid')) ?? '')?.[1] ?? '';
  const described = textOf(stated(calendars, 'description', 'x-wr-caldesc'));
  const links = own ? linksOf(described) : undefined;
  const about = described === undefined || own ? described : aids.plain(described);
  const organizers = new Set(events.map(event => parameter(first(event, 'organizer'), 'cn')));
  const [organizer] = organizers;
  const link = stated(calendars, 'url');
  const url = link && decodeForeignValue('url', textOf(link) ?? '', link.span, issues);
  const revision = own ? revisionOf(events[0], issues) : 0;
  const updated = changed(events);
  return {
    id: own && ID.test(host) ? host : readableId(inLatin(title, aids.transliterate), 'calendar'),
    title: text(title),
    timezone,
    links: (links ?? []).map(link => ({ title: text(link.title), url: link.url })),
    ...(tag === UNDETERMINED ? {} : { language: tag }),
    ...(about !== undefined && about !== title && links === undefined && { description: text(about) }),
    ...(venue !== undefined && { venue: text(venue) }),
    ...(organizers.size === 1 && organizer !== undefined && !organizer.includes('@') && { organizer: text(organizer) }),
    ...(url !== undefined && { url }),
    ...((isCancelled || /^cancel$/i.test(textOf(stated(calendars, 'method')) ?? '')) && {
      status: 'cancelled' as const,
    }),
    ...(updated !== undefined && { updated }),
    ...(revision > 0 && { revision }),
  };
}

/** When the last of the events changed; midnight in UTC is what a date becomes. */
function changed(events: readonly Component[]): string | undefined {
  const stamps = events.flatMap(event => textOf(first(event, 'last-modified')) ?? []);
  const [latest] = stamps
    .filter(stamp => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(stamp) && !Number.isNaN(Date.parse(stamp)))
    .sort()
    .reverse();
  return latest?.replace(/T00:00:00Z$/, '');
}

import { createEvents, type EventAttributes } from 'ics';
import type { Agenda } from '../model/agenda.js';
import { instantOf } from '../model/date.js';
import { instant } from '../model/zone.js';
import type { Entry } from '../query/entries.js';
import type { Lens } from '../query/lens.js';
import { titleOf } from '../query/lookup.js';
import { description } from './ics-description.js';
import { type Asides, asides, textValue, uriValue } from './ics-lines.js';
import { type Export, type WriterOptions, written } from './writer.js';

const PRODID = '-//idm-agenda//idm//EN';

/**
 * The component of a calendar without events: RFC 5545 §3.6 asks for at least one, and validators and some readers refuse
 * a calendar that has none (collective/icalendar#251). A time zone is the only one that is nothing to do or attend.
 */
const NO_EVENTS = [
  'BEGIN:VTIMEZONE',
  'TZID:Etc/UTC',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0000',
  'END:STANDARD',
  'END:VTIMEZONE',
  '',
].join('\r\n');

/**
 * An iCalendar object (RFC 5545), every session an event in UTC. A session with parts and a break leave their time free
 * (TRANSP). The same agenda gives the same bytes at any time and in any zone. No METHOD (it is a file, not a message:
 * RFC 5546), and no ATTENDEE, since that is a mail address and an agenda has names.
 */
export function write(given: Export): string {
  const { agenda, lens } = given;
  const entries = written(given);
  const present = new Set(entries);
  const stamp = stampOf(agenda, given.options);
  const texts = asides();
  const events = entries.map(entry => event(entry, { agenda, lens, present, stamp, texts }));
  const name = textValue(lens.text(agenda.title));
  const calName = texts.mark(name, [`NAME:${name}`, `X-WR-TIMEZONE:${textValue(agenda.timezone)}`]);
  const { error, value } = createEvents(events, { productId: PRODID, method: '', calName });
  if (error !== null || value === null) throw new Error('ics refused the calendar', { cause: error });
  const calendar = texts.restore(value);
  return events.length > 0 ? calendar : calendar.replace(/(?=END:VCALENDAR\r\n$)/, NO_EVENTS);
}

interface Context {
  readonly agenda: Agenda;
  readonly lens: Lens;
  /** The entries in the same calendar. */
  readonly present: ReadonlySet<Entry>;
  /** DTSTAMP and LAST-MODIFIED. */
  readonly stamp: string;
  readonly texts: Asides;
}

function event(entry: Entry, { agenda, lens, present, stamp, texts }: Context): EventAttributes {
  const { session, date, time, parent, parts, status } = entry;
  const start = instant(date, time.start, agenda.timezone).ms;
  const end = time.end === undefined ? start : instant(date, time.end, agenda.timezone).ms;
  const uid = (of: Entry) => textValue(`${of.session.id}@${agenda.id}`);
  const about = description(entry, lens);
  const categories = [session.type, lens.text(session.track), ...session.tags].filter(Boolean);
  const attributes = {
    uid: texts.mark(uid(entry), parent && present.has(parent) ? [`RELATED-TO:${uid(parent)}`] : []),
    title: texts.mark(textValue(lens.text(titleOf(session)))),
    timestamp: stamp,
    lastModified: stamp,
    start: utc(start),
    // RFC 5545 §3.8.2.2: later than the start, or not there.
    ...(end > start && { end: utc(end) }),
    sequence: agenda.revision ?? 0,
    ...(about !== '' && { description: texts.mark(textValue(about)) }),
    ...(session.url !== undefined && { url: texts.mark(uriValue(session.url)) }),
    location: texts.mark(textValue(place(entry, agenda, lens))),
    status: status.toUpperCase(),
    categories: [texts.mark([...new Set(categories)].map(textValue).join(','))],
    transp: parts.length > 0 || session.type === 'break' ? 'TRANSPARENT' : 'OPAQUE',
  };
  // Its types know neither `timestamp` nor an event without end; its schema knows both.
  return attributes as unknown as EventAttributes;
}

/** Rooms and venue; else the venue; else the agenda's title, so that every event says where it belongs. */
function place({ rooms }: Entry, agenda: Agenda, lens: Lens): string {
  const names = rooms.map(id => lens.text(lens.room(id).name));
  return [...names, lens.text(agenda.venue)].filter(Boolean).join(', ') || lens.text(agenda.title);
}

/** When the agenda was updated, else the source date, else midnight UTC of its first day: never the clock. */
function stampOf({ updated, days }: Agenda, { sourceDate }: WriterOptions): string {
  const [first = '1970-01-01'] = days.flatMap(day => day.date ?? []).sort();
  const source = sourceDate === undefined ? Date.parse(first) : sourceDate * 1000;
  return utc((updated === undefined ? undefined : instantOf(updated)) ?? source);
}

/** `20180326T140000Z` (RFC 5545 §3.3.5, form 2). */
function utc(ms: number): string {
  return new Date(ms).toISOString().replace(/[-:]|\.\d+/g, '');
}

import { createEvents, type EventAttributes } from 'ics';
import type { Agenda } from '../../model/agenda.js';
import { base, type Text, UNDETERMINED } from '../../model/localized.js';
import { type LabelLanguage, labelLanguage, wordsOf } from '../../model/words.js';
import type { TimeZone } from '../../model/zone.js';
import { titleOf } from '../../query/agenda-index.js';
import type { Presentation } from '../../query/presentation.js';
import type { ScheduledSession } from '../../query/scheduled-sessions.js';
import type { ExportRequest } from '../export-request.js';
import type { WriterOptions } from '../options.js';
import { exportedSessions } from '../selection.js';
import { alarm, rings } from './alarm.js';
import { description } from './description.js';
import { PRODID } from './own-calendar.js';
import { localTime, vtimezone } from './vtimezone.js';
import { type Asides, asides, foldLine, oneLine, textValue, uriValue } from './write-lines.js';
import { stampOf, type Times, timesOf, utc } from './write-times.js';

export { keeps } from './keeps.js';

/** How often a client should look for changes: as `ics` says it in X-PUBLISHED-TTL. */
const REFRESH = 'REFRESH-INTERVAL;VALUE=DURATION:PT1H';

/**
 * An iCalendar object (RFC 5545), every session an event in UTC, or with `tzid` in local time under a VTIMEZONE. A
 * session with parts, a break and what is cancelled leave their time free (TRANSP). The same agenda gives the same bytes at any time and in
 * any zone. No METHOD (it is a file, not a message: RFC 5546), and no ATTENDEE, since that is a mail address and an
 * agenda has names. LANGUAGE (RFC 5545 §3.2.10) stands where all of a value is in one language.
 */
export function write(request: ExportRequest): string {
  const { presentation, options } = request;
  const { agenda } = presentation;
  const entries = exportedSessions(request);
  const zone = presentation.zones.get(agenda.timezone);
  const times = entries.map(entry => timesOf(entry, zone));
  const context = {
    agenda,
    zone,
    presentation,
    options,
    present: new Set(entries),
    stamp: stampOf(agenda, options),
    texts: asides(),
  };
  const events = entries.map((entry, i) => event(entry, times[i] ?? { start: 0, needsUtc: false }, context));
  const name = textValue(calendarName(presentation));
  const calName = context.texts.mark(name, { after: header(name, agenda) });
  const { error, value } = createEvents(events, { productId: PRODID, method: '', calName });
  if (error !== null || value === null) throw new Error('ics refused the calendar', { cause: error });
  // RFC 5545 §3.6 asks for a component, and some readers refuse a calendar that has none (collective/icalendar#251): a
  // time zone is the only one that is nothing to do or attend.
  const timezone =
    events.length === 0
      ? vtimezone(presentation.zones.get('Etc/UTC'), [])
      : options.tzid
        ? vtimezone(zone, new Set(times.flatMap(({ start, end = start }) => [start, end])))
        : [];
  const component = timezone.map(line => `${foldLine(line)}\r\n`).join('');
  return context.texts.restore(value).replace(/^(?=BEGIN:VEVENT|END:VCALENDAR)/m, () => component);
}

/** The title of an agenda; behind that of a cancelled one, which METHOD alone could say otherwise, that it is. */
function calendarName(presentation: Presentation): string {
  const { agenda, text } = presentation;
  return `${text(agenda.title)}${agenda.status === 'cancelled' ? ` (${wordsOf(presentation).cancelled})` : ''}`;
}

/** What `ics` has no attribute for (RFC 7986 §5): the name, the page, where to look for changes and how often. */
function header(name: string, { timezone, url }: Agenda): readonly string[] {
  const page = url === undefined ? [] : [`URL:${uriValue(url)}`];
  const source = url !== undefined && /^http/i.test(url) ? [`SOURCE;VALUE=URI:${uriValue(url)}`] : [];
  return [`NAME:${name}`, `X-WR-TIMEZONE:${textValue(timezone)}`, REFRESH, ...page, ...source];
}

interface Context {
  readonly agenda: Agenda;
  readonly zone: TimeZone;
  readonly presentation: Presentation;
  readonly options: WriterOptions;
  /** The entries in the same calendar. */
  readonly present: ReadonlySet<ScheduledSession>;
  /** DTSTAMP and LAST-MODIFIED. */
  readonly stamp: string;
  readonly texts: Asides;
}

function event(entry: ScheduledSession, { start, end, needsUtc }: Times, context: Context): EventAttributes {
  const { agenda, presentation, options, present, stamp, texts } = context;
  const { session, parent, parts, status } = entry;
  const uid = (of: ScheduledSession) => textValue(`${of.session.id}@${agenda.id}`);
  // calcurse refuses an event whose summary has a line break.
  const title = textValue(oneLine(presentation.text(titleOf(session))));
  const about = description(entry, presentation);
  const place = placeOf(entry, agenda, presentation);
  const categories = [session.type, presentation.text(session.track), ...session.tags].filter(Boolean);
  const time = (ms: number) => (options.tzid && !needsUtc ? local(ms, context) : utc(ms));
  const isFree = status === 'cancelled' || parts.length > 0 || session.type === 'break';
  const ringing = options.alarm !== undefined && rings(entry, present) ? alarm(options.alarm, title) : [];
  const attributes = {
    uid: texts.mark(uid(entry), { after: parent && present.has(parent) ? [`RELATED-TO:${uid(parent)}`] : [] }),
    title: texts.mark(title, language([titleOf(session)], presentation)),
    timestamp: stamp,
    start: time(start),
    ...(end !== undefined && { end: time(end) }),
    sequence: agenda.revision ?? 0,
    ...(about.text !== '' && {
      description: texts.mark(
        textValue(about.text),
        language(about.of, presentation, about.isLabelled ? labelLanguage(presentation) : undefined),
      ),
    }),
    ...(session.url !== undefined && { url: texts.mark(uriValue(session.url)) }),
    location: texts.mark(
      textValue(place.map(presentation.text).filter(Boolean).join(', ')),
      language(place, presentation),
    ),
    status: status.toUpperCase(),
    categories: [texts.mark([...new Set(categories)].map(textValue).join(','))],
    transp: isFree ? 'TRANSPARENT' : 'OPAQUE',
    // The last property of an event, so that a component may follow.
    lastModified: texts.mark(stamp, { after: ringing }),
  };
  // Its types know neither `timestamp` nor an event without end; its schema knows both.
  return attributes as unknown as EventAttributes;
}

/** Rooms and venue; else the venue; else the agenda's title, so that every event says where it belongs. */
function placeOf(
  { rooms }: ScheduledSession,
  { venue, title }: Agenda,
  presentation: Presentation,
): readonly (Text | undefined)[] {
  const place = [...rooms.map(id => presentation.room(id).name), venue];
  return place.some(text => presentation.text(text) !== '') ? place : [title];
}

/** The parameter of texts that are all read in one known language, which is that of the labels between them too. */
function language(
  texts: readonly (Text | undefined)[],
  presentation: Presentation,
  labels?: LabelLanguage,
): { readonly parameters?: string } {
  const [tag, ...others] = new Set(texts.flatMap(text => presentation.tag(text) ?? []));
  const isKnown = tag !== undefined && tag !== UNDETERMINED && others.length === 0;
  return isKnown && (labels === undefined || base(tag) === labels) ? { parameters: `;LANGUAGE=${tag}` } : {};
}

/** By the clocks of the agenda (RFC 5545 §3.3.5, form 3). */
function local(ms: number, { zone, texts }: Context): string {
  return texts.mark(localTime(ms, zone.offsetAt(ms)), { parameters: `;TZID=${zone.name}` });
}

import type { Agenda } from '../../model/agenda.js';
import { base, type Text, UNDETERMINED } from '../../model/localized.js';
import { type LabelLanguage, labelLanguage } from '../../model/words.js';
import { instants, type TimeZone } from '../../model/zone.js';
import { titleOf } from '../../query/agenda-index.js';
import type { Presentation } from '../../query/presentation.js';
import { isTimed, type ScheduledSession, type TimedSession } from '../../query/scheduled-sessions.js';
import { oneLine } from '../../text/one-line.js';
import type { WriterOptions } from '../options.js';
import { stampOf } from '../stamp.js';
import { parameterValue, textValue, uriValue } from './content-lines.js';
import { description } from './description.js';
import type { Placeholders } from './ics-library.js';
import { localTime } from './vtimezone.js';

/** What writing an event needs of its calendar. */
export interface EventContext {
  readonly agenda: Agenda;
  readonly zone: TimeZone;
  readonly presentation: Presentation;
  readonly options: WriterOptions;
  /** The entries in the same calendar. */
  readonly present: ReadonlySet<ScheduledSession>;
  /** DTSTAMP and LAST-MODIFIED. */
  readonly stamp: string;
  readonly texts: Placeholders;
}

/** An event, as attributes of the library `ics`; its texts are placeholders. */
export function event(entry: ScheduledSession, times: Times | undefined, context: EventContext): object {
  const { agenda, presentation, options, present, stamp, texts } = context;
  const { session, parent, parts } = entry;
  // What has no time yet is not settled.
  const status = times === undefined && entry.status !== 'cancelled' ? 'tentative' : entry.status;
  const uid = (of: ScheduledSession) => textValue(`${of.session.id}@${agenda.id}`);
  // calcurse refuses an event whose summary has a line break.
  const title = textValue(oneLine(presentation.text(titleOf(session))));
  const about = description(entry, presentation);
  const place = placeOf(entry, agenda, presentation);
  const categories = [session.type, presentation.text(session.track), ...session.tags].filter(Boolean);
  const time = (ms: number) => (options.tzid && !times?.needsUtc ? local(ms, context) : utc(ms));
  const isFree = times === undefined || status === 'cancelled' || parts.length > 0 || session.type === 'break';
  const ringing = options.alarm !== undefined && hasAlarm(entry, present) ? alarm(options.alarm, title) : [];
  return {
    uid: texts.mark(uid(entry), {
      after: [
        ...(parent && present.has(parent) ? [`RELATED-TO:${uid(parent)}`] : []),
        ...attachments(entry),
        ...conferences(entry, presentation),
      ],
    }),
    title: texts.mark(title, language([titleOf(session)], presentation)),
    timestamp: stamp,
    // A day without a time (RFC 5545 §3.6.1) lasts that day.
    start:
      times === undefined
        ? texts.mark(entry.date.replaceAll('-', ''), { parameters: ';VALUE=DATE' })
        : time(times.start),
    ...(times?.end !== undefined && { end: time(times.end) }),
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
}

/** The documents of a session that are on the web (RFC 5545 §3.8.1.1). */
function attachments({ session: { links } }: ScheduledSession): readonly string[] {
  return links.flatMap(({ url }) => (/^https?:/i.test(url) ? [`ATTACH:${uriValue(url)}`] : []));
}

/** Where to join by video, for each room that has an address (RFC 7986 §5.11, §6.3, §6.4). */
function conferences({ rooms }: ScheduledSession, presentation: Presentation): readonly string[] {
  return rooms.flatMap(id => {
    const { name, url } = presentation.room(id);
    const { parameters = '' } = language([name], presentation);
    const label = parameterValue(oneLine(presentation.text(name)));
    return url === undefined ? [] : [`CONFERENCE;VALUE=URI;FEATURE=VIDEO;LABEL=${label}${parameters}:${uriValue(url)}`];
  });
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
function local(ms: number, { zone, texts }: EventContext): string {
  return texts.mark(localTime(ms, zone.offsetAt(ms)), { parameters: `;TZID=${zone.name}` });
}

/** Epoch milliseconds; no end where none is announced, or none that is later than the start (RFC 5545 §3.8.2.2). */
export interface Times {
  readonly start: number;
  readonly end?: number;
  /**
   * True when local times would be read differently: when a clock shows one of them twice (RFC 5545 §3.3.5 says the first is
   * meant, and readers disagree), or changes between them (some readers add the length of an event to the clock).
   */
  readonly needsUtc: boolean;
}

/** When a session begins and ends. */
export function timesOf({ date, time }: TimedSession, zone: TimeZone): Times {
  const { start, end = start } = instants(date, time, zone);
  const isTwice = start.occurs === 'twice' || end.occurs === 'twice';
  const needsUtc = isTwice || zone.offsetAt(start.ms) !== zone.offsetAt(end.ms);
  return { start: start.ms, ...(end.ms > start.ms && { end: end.ms }), needsUtc };
}

/** When the agenda was updated, or what stands for that. */
export function dtstamp(agenda: Agenda, options: WriterOptions): string {
  return utc(stampOf(agenda, options));
}

/** `20180326T140000Z` (RFC 5545 §3.3.5, form 2). */
export function utc(ms: number): string {
  return `${localTime(ms, 0)}Z`;
}

/**
 * True for a session that a calendar rings before. Not what is cancelled, not a break, and not a session that begins
 * together with one of its parts when that rings in the same calendar: one reminder is enough.
 */
function hasAlarm(entry: ScheduledSession, present: ReadonlySet<ScheduledSession>): boolean {
  if (!isTimed(entry) || entry.status === 'cancelled' || entry.session.type === 'break') return false;
  return !entry.parts.some(part => part.start === entry.start && present.has(part) && hasAlarm(part, present));
}

/** A VALARM that shows a text some time before the start (RFC 5545 §3.6.6); `before` is a duration such as `PT10M`. */
function alarm(before: string, text: string): readonly string[] {
  return ['BEGIN:VALARM', 'ACTION:DISPLAY', `TRIGGER:-${before}`, `DESCRIPTION:${text}`, 'END:VALARM'];
}

import type { Agenda } from '../model/agenda.js';
import { type LanguagePicker, type Localizer, languagePicker, localizer } from '../model/localized.js';
import type { Minutes } from '../model/time.js';
import { instants, isoInstant, minutesIn, type TimeZones, timeZones } from '../model/zone.js';
import { type AgendaIndex, agendaIndex } from './agenda-index.js';
import { isTimed, type ScheduledSession, type TimedSession } from './scheduled-sessions.js';

/** How an agenda is displayed: in which language, and by the clocks of which zone. */
export interface Presentation extends AgendaIndex {
  readonly agenda: Agenda;
  /** The IANA zone of the clocks. */
  readonly zone: string;
  readonly zones: TimeZones;
  /** The language that was asked for. */
  readonly lang?: string;
  readonly text: Localizer;
  /** The language in which `text` reads a text. */
  readonly tag: LanguagePicker;
  /** Start and end in the zone, in minutes from midnight of the session's date: negative on the day before, 1440 and more on the next. */
  clocks(entry: TimedSession): { readonly start: Minutes; readonly end?: Minutes };
  /** Start and end in ISO 8601 with the zone's offset, and the whole minutes between; null for what is not announced. */
  instants(entry: TimedSession): Instants & { readonly start: string };
  instants(entry: ScheduledSession): Instants;
}

/** Of what is not announced, null. */
interface Instants {
  readonly start: string | null;
  readonly end: string | null;
  readonly minutes: number | null;
}

/**
 * The display of an agenda in a language (its own when absent) and a zone (its own when absent). Throws a RangeError for a
 * zone that is none.
 */
export function presentation(
  agenda: Agenda,
  options: { readonly lang?: string; readonly tz?: string; readonly zones?: TimeZones } = {},
): Presentation {
  const { zones = timeZones() } = options;
  const own = zones.get(agenda.timezone);
  const shown = options.tz === undefined ? own : zones.get(options.tz);
  const timesOf = ({ date, time }: TimedSession) => {
    const { start, end } = instants(date, time, own);
    return { start: start.ms, end: end?.ms };
  };
  return {
    ...agendaIndex(agenda),
    agenda,
    zone: shown.name,
    zones,
    ...(options.lang === undefined ? {} : { lang: options.lang }),
    text: localizer(options.lang, agenda.language),
    tag: languagePicker(options.lang, agenda.language),
    clocks: entry => {
      if (shown.name === own.name) return entry.time;
      const { start, end } = timesOf(entry);
      const clock = (ms: number) => minutesIn(ms, entry.date, shown);
      return { start: clock(start), ...(end === undefined ? {} : { end: clock(end) }) };
    },
    instants: ((entry: ScheduledSession) => {
      if (!isTimed(entry)) return { start: null, end: null, minutes: null };
      const { start, end } = timesOf(entry);
      const minutes = end === undefined ? undefined : Math.round((end - start) / 60_000);
      return {
        start: isoInstant(start, shown),
        end: end === undefined ? null : isoInstant(end, shown),
        minutes: minutes !== undefined && minutes > 0 ? minutes : null,
      };
    }) as Presentation['instants'],
  };
}

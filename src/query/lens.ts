import type { Agenda } from '../model/agenda.js';
import { type Picker, picker, type Reader, reader } from '../model/localized.js';
import type { Minutes } from '../model/time.js';
import { instant, isoInstant, minutesIn } from '../model/zone.js';
import type { Entry } from './entries.js';
import { type Lookup, lookup } from './lookup.js';

/** How an agenda is looked at: in which language, and by the clocks of which zone. */
export interface Lens extends Lookup {
  readonly agenda: Agenda;
  /** The IANA zone of the clocks. */
  readonly zone: string;
  /** The language that was asked for. */
  readonly lang?: string;
  readonly text: Reader;
  /** The language in which `text` reads a text. */
  readonly tag: Picker;
  /** What the clocks show, in minutes from midnight of the session's day: less than 0 on the day before, from 1440 on the next. */
  clocks(entry: Entry): { readonly start: Minutes; readonly end?: Minutes };
  /** The instants: ISO 8601 with the zone's offset, and the whole minutes between them. No end is announced where `end` is null. */
  instants(entry: Entry): { readonly start: string; readonly end: string | null; readonly minutes: number | null };
}

/** Looks at an agenda in a language (its own when absent) and a zone (its own when absent). */
export function lens(agenda: Agenda, options: { readonly lang?: string; readonly tz?: string } = {}): Lens {
  const zone = options.tz ?? agenda.timezone;
  const at = ({ date }: Entry, minutes: Minutes) => instant(date, minutes, agenda.timezone).ms;
  return {
    ...lookup(agenda),
    agenda,
    zone,
    ...(options.lang === undefined ? {} : { lang: options.lang }),
    text: reader(options.lang, agenda.language),
    tag: picker(options.lang, agenda.language),
    clocks: entry => {
      if (zone === agenda.timezone) return entry.time;
      const { start, end } = entry.time;
      const shown = (minutes: Minutes) => minutesIn(at(entry, minutes), entry.date, zone);
      return { start: shown(start), ...(end === undefined ? {} : { end: shown(end) }) };
    },
    instants: entry => {
      const start = at(entry, entry.time.start);
      const end = entry.time.end === undefined ? undefined : at(entry, entry.time.end);
      const minutes = end === undefined ? undefined : Math.round((end - start) / 60_000);
      return {
        start: isoInstant(start, zone),
        end: end === undefined ? null : isoInstant(end, zone),
        minutes: minutes !== undefined && minutes > 0 ? minutes : null,
      };
    },
  };
}

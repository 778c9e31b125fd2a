import type { Agenda } from '../model/agenda.js';
import type { Text } from '../model/localized.js';
import { appearances, sortedPeople } from '../query/people.js';
import { type Presentation, presentation } from '../query/presentation.js';
import {
  type FullSessionRecord,
  fullSessionRecord,
  inEveryLanguage,
  type PersonRecord,
  personRecord,
  type Shown,
} from '../query/records.js';
import { scheduledSessions } from '../query/scheduled-sessions.js';

/** In which language texts are, and in which zone times. */
export interface ShowOptions {
  /**
   * The BCP 47 tag of a language, or `all`. A text that is not written in it is in the nearest variety of it, else in the
   * agenda's own language, else in the first that it is written in.
   */
  readonly lang?: string;
  /** An IANA zone; the agenda's own when absent. */
  readonly tz?: string;
}

/** With `lang: 'all'`, each text is an object: by the tag of a language, what is written in it; a plain name is under `und`. */
export type EveryLanguage = ShowOptions & { readonly lang: 'all' };

/**
 * The sessions of an agenda as `idm show --json` gives each, in the order of `idm list`: by start, parts directly under their
 * session. `start` and `end` are ISO 8601 with the offset of the zone, `minutes` are whole, `day` counts from 1; what has no
 * value is null or an empty list. Throws a RangeError for a `tz` that is no zone.
 */
export function schedule(agenda: Agenda, options: EveryLanguage): FullSessionRecord<Text>[];
export function schedule(agenda: Agenda, options?: ShowOptions): FullSessionRecord[];
export function schedule(agenda: Agenda, options: ShowOptions = {}): FullSessionRecord<string | Text>[] {
  const { shown } = shownBy(agenda, options);
  return scheduledSessions(agenda).map(entry => fullSessionRecord(entry, shown));
}

/**
 * Who moderates and speaks, as `idm speaker --json` gives them, with their appearances: those with `sort` by it, in the
 * alphabet of the language, then the others in the order of the file. Throws a RangeError for a `tz` that is no zone.
 */
export function people(agenda: Agenda, options: EveryLanguage): PersonRecord<Text>[];
export function people(agenda: Agenda, options?: ShowOptions): PersonRecord[];
export function people(agenda: Agenda, options: ShowOptions = {}): PersonRecord<string | Text>[] {
  const { own, shown } = shownBy(agenda, options);
  const where = appearances(agenda);
  return sortedPeople(agenda.people, person => person, own).map(person =>
    personRecord(person, where.get(person.id) ?? [], shown),
  );
}

function shownBy(
  agenda: Agenda,
  { lang, tz }: ShowOptions,
): { readonly own: Presentation; readonly shown: Shown<string | Text> } {
  const all = lang === 'all';
  const own = presentation(agenda, {
    ...(lang !== undefined && !all && { lang }),
    ...(tz !== undefined && { tz }),
  });
  return { own, shown: all ? inEveryLanguage(own) : own };
}

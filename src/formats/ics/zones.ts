import { dateOf } from '../../model/date.js';
import { DAY, type Minutes } from '../../model/time.js';
import { instant, type TimeZone, type TimeZones } from '../../model/zone.js';
import { zoneByName } from '../../model/zone-by-name.js';
import { ianaName } from '../../model/zone-names.js';
import { parseOffset } from '../import/iso8601.js';
import type { Issues } from '../source/issues.js';
import { LIMITS, tooMany } from '../source/limits.js';
import { all, type Component, first, textOf } from './components.js';
import { daysOf, ruleOf } from './recurrence.js';

/** The zone of a TZID: of the IANA database, or one that only its VTIMEZONE describes. */
export interface Zone {
  /** The IANA name. */
  readonly name?: string;
  /** Epoch milliseconds of a local time: days since 1970-01-01 and minutes from midnight. */
  instant(day: number, minutes: Minutes): number;
}

/** A zone of the IANA database. */
export function ianaZone(zone: TimeZone): Zone {
  return { name: zone.name, instant: (day, minutes) => instant(dateOf(day), minutes, zone).ms };
}

/** The zone of a time in form 2 (RFC 5545 §3.3.5). */
export const UTC: Zone = { name: 'UTC', instant: (day, minutes) => (day * DAY + minutes) * 60_000 };

/**
 * The IANA name that a TZID stands for: one in any case, also in quotes, after a prefix (`/freeassociation…/Europe/Berlin`)
 * or with `_` for `/`; else that of a name of Windows or Rails, or a city.
 */
export function zoneName(tzid: string): string | undefined {
  const text = tzid.trim().replace(/^"(.*)"$/, '$1');
  const steps = text.split('/');
  const tails = [3, 2].map(length => steps.slice(-length).join('/'));
  const candidates = [text, ...(steps.length > 2 ? tails : []), text.replace('_', '/')];
  for (const candidate of candidates) {
    const name = ianaName(candidate);
    if (name !== undefined) return name;
  }
  return zoneByName(text);
}

/** The zones of the TZIDs of a file, looked up once each; past the limits of a description there is an issue. */
export function zones(
  timezones: readonly Component[],
  iana: TimeZones,
  issues: Issues,
): (tzid: string) => Zone | undefined {
  const described = new Map(timezones.map(component => [textOf(first(component, 'tzid')) ?? '', component]));
  const known = new Map<string, Zone | undefined>();
  return tzid => {
    if (!known.has(tzid)) known.set(tzid, zoneOfTzid(tzid, described.get(tzid), iana, issues));
    return known.get(tzid);
  };
}

function zoneOfTzid(tzid: string, component: Component | undefined, iana: TimeZones, issues: Issues): Zone | undefined {
  const located = component && textOf(first(component, 'x-lic-location'));
  const name = zoneName(tzid) ?? (located === undefined ? undefined : zoneName(located));
  if (name !== undefined) return ianaZone(iana.get(name));
  const observances = component === undefined ? [] : observancesOf(component, issues);
  if (observances.length === 0) return zoneOfOffset(tzid);
  return {
    instant: (day, minutes) => {
      const offset = offsetOf(observances, day * DAY + minutes);
      return (day * DAY + minutes - offset) * 60_000;
    },
  };
}

/** The zone of an offset that stands for a name: `GMT+05:30`, which is east of Greenwich. */
function zoneOfOffset(tzid: string): Zone | undefined {
  const [, sign, hours = '', minutes = '00'] =
    /^"?(?:UTC|GMT)?\s?([+-])(\d{1,2}):?(\d{2})?"?$/i.exec(tzid.trim()) ?? [];
  const east = sign === undefined ? undefined : parseOffset(`${sign}${hours.padStart(2, '0')}:${minutes}`);
  return east === undefined ? undefined : { instant: (day, local) => (day * DAY + local - east) * 60_000 };
}

/** A standard or daylight time: from when, and how many minutes east of UTC before and in it. */
interface Observance {
  readonly before: Minutes;
  readonly offset: Minutes;
  /** Its last beginning at or before a local time, in local minutes since 1970-01-01; undefined when it has not begun. */
  begins(local: Minutes): Minutes | undefined;
}

/** Days in which every rule of a year recurs. */
const SPAN = 400;

/** The observance in force is the one that began last; before all of them, what came before the first (RFC 5545 §3.6.5). */
function offsetOf(observances: readonly Observance[], local: Minutes): Minutes {
  let latest = Number.NEGATIVE_INFINITY;
  let offset = observances[0]?.before ?? 0;
  for (const observance of observances) {
    const begun = observance.begins(local);
    if (begun !== undefined && begun > latest) [latest, offset] = [begun, observance.offset];
  }
  return offset;
}

/** The observances of a VTIMEZONE: 200 at most, and 20 that come again, of which a zone has two at a time. */
function observancesOf({ components }: Component, issues: Issues): readonly Observance[] {
  const past = (limit: number, of: readonly Component[], what: string) => {
    const beyond = of[limit];
    if (beyond !== undefined) tooMany(issues, 'this VTIMEZONE', limit, what, beyond.span);
  };
  const recurring = components.filter(one => first(one, 'rrule') !== undefined);
  past(LIMITS.recurringObservances, recurring, 'observances that recur');
  past(LIMITS.observances, components, 'observances');
  const dropped = new Set(recurring.slice(LIMITS.recurringObservances));
  return components
    .slice(0, LIMITS.observances)
    .filter(one => !dropped.has(one))
    .flatMap(one => observance(one, issues));
}

function observance(component: Component, issues: Issues): readonly Observance[] {
  const start = localOf(textOf(first(component, 'dtstart')));
  const [before, offset] = ['tzoffsetfrom', 'tzoffsetto'].map(name =>
    parseOffset(textOf(first(component, name)) ?? ''),
  );
  if (start === undefined || offset === undefined) return [];
  const listed = all(component, 'rdate').flatMap(({ values }) => values.flatMap(value => localOf(value) ?? []));
  const dates = listed.slice(0, LIMITS.observances);
  if (listed.length > dates.length)
    tooMany(issues, `this ${component.name.toUpperCase()}`, LIMITS.observances, 'dates', component.span);
  const rules = all(component, 'rrule')
    .slice(0, 2)
    .flatMap(({ values }) => ruleOf(values[0]) ?? []);
  const clock = start - Math.floor(start / DAY) * DAY;
  const known = new Map<number, readonly Minutes[]>();
  /** What began in the span of days of that number, or in the one before. */
  const recurring = (span: number) => {
    const [from, to] = [(span - 1) * SPAN, (span + 1) * SPAN - 1];
    return rules.flatMap(rule => {
      const until = localOf(rule.until) ?? Number.POSITIVE_INFINITY;
      return daysOf(rule, Math.floor(start / DAY), from, to)
        .map(found => found * DAY + clock)
        .filter(at => at <= until);
    });
  };
  const begins = (local: Minutes) => {
    const span = Math.floor(local / DAY / SPAN);
    const begun = known.get(span) ?? [start, ...dates, ...recurring(span)];
    known.set(span, begun);
    const last = begun.reduce((latest, at) => (at <= local && at > latest ? at : latest), Number.NEGATIVE_INFINITY);
    return last === Number.NEGATIVE_INFINITY ? undefined : last;
  };
  return [{ before: before ?? offset, offset, begins }];
}

/** Local minutes since 1970-01-01 of a date or time as jCal has it. */
function localOf(value: unknown): Minutes | undefined {
  const match = /^(\d{4}-\d\d-\d\d)(?:T(\d\d):(\d\d))?/.exec(String(value));
  const ms = match === null ? Number.NaN : Date.parse(`${match[1]}T${match[2] ?? '00'}:${match[3] ?? '00'}:00Z`);
  return Number.isNaN(ms) ? undefined : ms / 60_000;
}

/** Minutes of an offset of at most a day: `+01:00`; seconds are left out. */

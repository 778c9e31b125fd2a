import { dayNumber } from '../../model/date.js';
import { likelyZone } from '../../model/likely-zone.js';
import { DAY, type Minutes } from '../../model/time.js';
import { suggest } from '../../text/nearest.js';
import { quote } from '../../text/quote.js';
import { parseDuration, parseOffset } from '../import/iso8601.js';
import type { Accounts } from '../source/accounts.js';
import type { Issues } from '../source/issues.js';
import { type Component, first, type Property, parameter, textOf } from './components.js';
import { UTC, type Zone } from './zones.js';

/** A DATE or DATE-TIME value (RFC 5545 §3.3.4, §3.3.5). */
export interface Moment {
  /** Days since 1970-01-01 on the clocks of its zone. */
  readonly day: number;
  /** From midnight; 0 of a date. */
  readonly minutes: Minutes;
  readonly isDate: boolean;
  /** Absent for floating times and dates, which are in the agenda's zone. */
  readonly zone?: Zone;
  readonly isUtc: boolean;
}

/** What reading times needs of the file they are in. */
export interface TimeContext {
  readonly zones: (tzid: string) => Zone | undefined;
  /** TZIDs that nothing is known of: each is a fault once. */
  readonly unknown: Set<string>;
  readonly issues: Issues;
  readonly accounts: Accounts;
}

/**
 * A date or a date and time, as jCal has it or as programs write it, and the offset of a time. A date may have a `Z`, as
 * Google writes in RDATE.
 */
const WRITTEN =
  /^(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d)(?::?(\d\d)(?::?(\d\d)(?:[.,]?\d{1,9})?)?)?:{0,2}\s*(Z|[+-]\d\d:?\d\d)?|Z)?$/i;

/**
 * Reads a value of a property as a moment, whole or not at all: fractions of seconds are left out, an offset
 * (`20300514T130000+0900`), which the standard does not have, makes an instant. A fault at the property gives undefined.
 */
export function momentOf(
  property: Property,
  context: TimeContext,
  value: unknown = property.values[0],
): Moment | undefined {
  const text = String(value).slice(0, LONGEST);
  const match = WRITTEN.exec(text);
  const date = match === null ? '' : `${match[1]}-${match[2]}-${match[3]}`;
  // What lies in the last years that can be written has no room for zones and series.
  const day = date < '9990' ? dayNumber(date) : undefined;
  const [hours = 0, minutes = 0, seconds = 0] = [match?.[4], match?.[5], match?.[6]].map(part => Number(part ?? 0));
  const offset = match?.[7] === undefined ? undefined : parseOffset(match[7]);
  const isWrong = match?.[7] !== undefined && offset === undefined;
  if (match === null || day === undefined || hours > 23 || minutes > 59 || seconds > 60 || isWrong) {
    const message = `${property.name.toUpperCase()} is no date or time that exists`;
    const said = /^[\d-]*T?[\d:]*$/.test(text) ? message : `${message}: ${quote(text)}`;
    context.issues.add('bad-time', { span: property.span }, said, 'write 20180326T100000Z');
    return undefined;
  }
  const isDate = match[4] === undefined;
  if (!isDate && /^date$/i.test(parameter(property, 'value') ?? ''))
    context.accounts.tell('VALUE=DATE', property.span, {
      rule: 'read-as',
      message: count =>
        `${property.name.toUpperCase()} is VALUE=DATE with a clock${count === 1 ? '' : `, and so are ${count - 1} more`}: the clock is read`,
    });
  const utc = offset === undefined ? undefined : day * DAY + hours * 60 + minutes - offset;
  if (utc !== undefined) {
    const utcDay = Math.floor(utc / DAY);
    return { day: utcDay, minutes: utc - utcDay * DAY, isDate: false, isUtc: true, zone: UTC };
  }
  const zone = isDate ? undefined : named(property, context);
  return { day, minutes: hours * 60 + minutes, isDate, isUtc: false, ...(zone && { zone }) };
}

/** UTF-16 code units of a date and time that are looked at. */
const LONGEST = 60;

function named(property: Property, { zones, unknown, issues }: TimeContext): Zone | undefined {
  const tzid = parameter(property, 'tzid');
  const zone = tzid === undefined ? undefined : zones(tzid);
  if (tzid === undefined || zone !== undefined || unknown.has(tzid)) return zone;
  unknown.add(tzid);
  const message = `nothing says what the time zone ${quote(tzid)} is: its times are taken for the agenda's`;
  const remedy = suggest(likelyZone(tzid), 'write an IANA name, or a VTIMEZONE');
  issues.add('bad-timezone', { span: property.span }, message, remedy);
  return undefined;
}

/** Epoch milliseconds of a moment; a floating one by the clocks of `zone`. */
export function msOf({ day, minutes, zone }: Moment, floating: Zone): number {
  return (zone ?? floating).instant(day, minutes);
}

/** The end of an event: a moment, or a length that is added to its start. */
export type End =
  | { readonly moment: Moment; readonly property: Property }
  | { readonly days: number; readonly ms: number; readonly property: Property };

/** Reads DTEND, else DURATION; undefined where neither is, or neither can be read. */
export function endOf(event: Component, context: TimeContext): End | undefined {
  const [dtend, duration] = [first(event, 'dtend'), first(event, 'duration')];
  if (dtend !== undefined) {
    const moment = momentOf(dtend, context);
    if (moment !== undefined || duration === undefined) return moment && { moment, property: dtend };
  }
  if (duration === undefined) return undefined;
  const length = parseDuration((textOf(duration) ?? '').replace(/^\+/, ''));
  if (length === undefined) {
    const message = `${quote(textOf(duration) ?? '')} is no duration of an event`;
    context.issues.add('bad-time', { span: duration.span }, message, 'write PT1H30M');
    return undefined;
  }
  return { days: length.days, ms: length.seconds * 1000, property: duration };
}

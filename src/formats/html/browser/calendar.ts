import { foldLine } from '../../../text/content-line.js';

/**
 * The calendar of some sessions, cut from that of all (RFC 5545): the events with these ids, which are not part of one that is
 * left out (RELATED-TO). The same bytes as `idm export --ics` of these sessions.
 */
export function calendarOf(whole: string, ids: ReadonlySet<string>): string {
  const idIn = (lines: string, name: string) =>
    new RegExp(`^${name}:(.*)@`, 'm').exec(lines.replace(/\r\n /g, ''))?.[1]?.replace(/\\(.)/g, '$1');
  return whole.replace(/^BEGIN:VEVENT\r\n[\s\S]*?^END:VEVENT\r\n/gm, event => {
    if (!ids.has(idIn(event, 'UID') ?? '')) return '';
    const parent = idIn(event, 'RELATED-TO');
    return parent === undefined || ids.has(parent) ? event : event.replace(/^RELATED-TO:.*\r\n(?: .*\r\n)*/m, '');
  });
}

/**
 * The calendar of many sessions without what the page says of each anyway. Lines are not folded. `\5.` stands for the value of a
 * session at 5 as iCalendar writes it; no escape of iCalendar has a digit.
 */
export interface CalendarPatterns {
  readonly head: string;
  readonly foot: string;
  /** What events look like. */
  readonly patterns: readonly string[];
  /** The pattern of each event. */
  readonly of: readonly number[];
  /** The session of each event, as its place in the page; absent where these are in the order of events. */
  readonly places?: readonly number[];
}

/** The calendar that patterns make with the values of each session: the bytes of `idm export --ics`. */
export function filledCalendar(
  { head, foot, patterns, of, places }: CalendarPatterns,
  valuesOf: (session: number) => readonly string[],
): string {
  const events = of.map((pattern, i) => {
    const values = valuesOf(places?.[i] ?? i);
    return (patterns[pattern] ?? '').replace(/\\(\d+)\./g, (_, number: string) =>
      escaped(values[Number(number)] ?? ''),
    );
  });
  return `${head}${events.join('')}${foot}`.split('\r\n').map(foldLine).join('\r\n');
}

/** A value of type TEXT without line breaks (RFC 5545 §3.3.11). */
export function escaped(value: string): string {
  return value.replace(/[\\;,]/g, '\\$&');
}

/** An instant as iCalendar has it (RFC 5545 §3.3.5, form 2). */
export function stamp(ms: number): string {
  return new Date(ms).toISOString().replace(/[-:]|\.\d+/g, '');
}

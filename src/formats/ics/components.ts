import ICAL from 'ical.js';
import { quote } from '../../text/quote.js';

import type { Accounts } from '../source/accounts.js';
import type { Issues, Span } from '../source/issues.js';
import { LIMITS, stopped, tooMany } from '../source/limits.js';
import type { ContentLine } from './unfold.js';

/** A property as ical.js reads it (jCal, RFC 7265 §3.4), with its place. */
export interface Property {
  readonly name: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** `text`, `date`, `date-time`, `recur`, … */
  readonly type: string;
  readonly values: readonly unknown[];
  readonly span: Span;
}

/** A component with the properties and components in it. */
export interface Component {
  /** In lower case. */
  readonly name: string;
  readonly properties: readonly Property[];
  readonly components: readonly Component[];
  /** Its BEGIN line. */
  readonly span: Span;
  /** From BEGIN to END. */
  readonly whole: Span;
}

/** What is read of each component. */
const WANTED: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    vcalendar: new Set([
      'prodid',
      'name',
      'x-wr-calname',
      'description',
      'x-wr-caldesc',
      'x-wr-timezone',
      'url',
      'method',
    ]),
    vevent: new Set(
      [
        'uid dtstart dtend duration rrule rdate exdate recurrence-id summary description location categories status url',
        'attendee organizer related-to sequence last-modified dtstamp x-alt-desc',
      ].flatMap(names => names.split(' ')),
    ),
    vtimezone: new Set(['tzid', 'x-lic-location']),
    standard: new Set(['dtstart', 'tzoffsetfrom', 'tzoffsetto', 'rrule', 'rdate']),
    daylight: new Set(['dtstart', 'tzoffsetfrom', 'tzoffsetto', 'rrule', 'rdate']),
  }),
);

/** What an agenda has no place for, as docs/formats.md says: it is left out without a word. */
const LEFT_OUT: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    vcalendar: new Set(
      'version calscale refresh-interval x-published-ttl color source last-modified uid categories image'.split(' '),
    ),
    vevent: new Set('attach class color created geo image percent-complete priority request-status transp'.split(' ')),
  }),
);
/** What programs keep for themselves. */
const OF_PROGRAMS =
  /^x-(?:apple|calendarserver|evolution|funambol|kde|lic|microsoft|moz|mozilla|ms|ms-olk|nextcloud|oc|outlook|owncloud|phpicalendar|wr|yahoo|zimbra|zm)-/;

interface Open {
  readonly name: string;
  readonly properties: Property[];
  readonly components: Component[];
  readonly span: Span;
}

/** A line without a value. */
const EMPTY = /^[A-Za-z0-9-]+(?:;[^:"]*)?:\s*$/;

/**
 * Reads content lines as components. A line that cannot be read is reported and nothing more: the others stand. Properties
 * of calendars and events that are not read are told.
 */
export function components(lines: readonly ContentLine[], issues: Issues, accounts: Accounts): readonly Component[] {
  const roots: Component[] = [];
  const open: Open[] = [];
  let junk = 0;
  const fault = (span: Span, message: string, hint?: string) => {
    if (junk < LIMITS.calendarErrors) issues.add('syntax', { span }, message, hint);
    if (junk++ === LIMITS.calendarErrors)
      issues.add(
        'syntax',
        { span },
        `more than ${LIMITS.calendarErrors} lines are no iCalendar: this one and what follows are not shown`,
      );
  };
  const close = (end: number) => {
    const last = open.pop();
    if (last === undefined) return;
    const whole: Span = [last.span[0], end];
    (open.at(-1)?.components ?? roots).push({ ...last, whole });
  };
  for (const { text, span } of lines) {
    const [, edge, label] = /^\s*(BEGIN|END)\s*:(?:\s*(\S+))?\s*$/i.exec(text.slice(0, 200)) ?? [];
    const name = label?.toLowerCase() ?? '';
    if (edge?.toUpperCase() === 'BEGIN') {
      // No event or calendar stands in another: the one before was not ended.
      while ((name === 'vevent' || name === 'vcalendar') && open.some(component => component.name === name)) {
        fault(open.at(-1)?.span ?? span, `BEGIN:${open.at(-1)?.name.toUpperCase()} has no END`);
        close(span[0]);
      }
      if (open.push({ name, properties: [], components: [], span }) > LIMITS.componentLevels) {
        stopped(issues, 'iCalendar', { message: 'it is nested too deep', at: span[0] });
        break;
      }
    } else if (edge !== undefined) {
      const at = open.findLastIndex(component => component.name === name);
      if (at === -1) fault(span, `END:${label} has no matching BEGIN`);
      while (at !== -1 && open.length > at) {
        const last = open.at(-1);
        if (last !== undefined && open.length > at + 1) fault(last.span, `BEGIN:${last.name.toUpperCase()} has no END`);
        close(span[1]);
      }
    } else {
      const read = property(text, span, open.at(-1)?.name, accounts);
      if (read === 'junk')
        fault(
          span,
          `${quote(text.trim())} is no property`,
          'write NAME:value; a line that goes on begins with a space',
        );
      else if (read !== undefined) keep(read, open.at(-1), issues);
    }
  }
  for (const { name, span } of open) fault(span, `BEGIN:${name.toUpperCase()} has no END`, 'the file may be cut short');
  while (open.length > 0) close(lines.at(-1)?.span[1] ?? 0);
  return roots;
}

/** Adds a property to its component, with as many of each as an event can have. */
function keep(read: Property, within: Open | undefined, issues: Issues): void {
  const { name, values, span } = read;
  if (within === undefined || within.properties.length > LIMITS.values) return;
  if (values.length > LIMITS.values) tooMany(issues, name.toUpperCase(), LIMITS.values, 'values', span);
  if (within.properties.length === LIMITS.values)
    tooMany(issues, `this ${within.name.toUpperCase()}`, LIMITS.values, 'lines', span);
  within.properties.push({ ...read, values: values.slice(0, LIMITS.values) });
}

function property(text: string, span: Span, within = '', accounts: Accounts): Property | 'junk' | undefined {
  const name = /^([A-Za-z0-9-]+)[;:]/.exec(text.slice(0, 200))?.[1]?.toLowerCase();
  if (name === undefined) return 'junk';
  if (!WANTED.get(within)?.has(name)) {
    const leftOut = LEFT_OUT.get(within);
    if (leftOut !== undefined && !leftOut.has(name) && !OF_PROGRAMS.test(name) && !EMPTY.test(text))
      accounts.unread(`property ${name.toUpperCase().slice(0, 60)}`, span, {
        unit: ['line', 'lines'],
        hint: 'an agenda has no field for it: put what people need to know into DESCRIPTION',
      });
    return undefined;
  }
  if (text.length > LIMITS.propertyCharacters && parametersOf(text) > LIMITS.propertyParameters) return 'junk';
  try {
    const [, parameters, type, ...values] = ICAL.parse.property(text) as [
      string,
      Property['parameters'],
      string,
      ...unknown[],
    ];
    // Of what it does not know, the parser leaves the value as it is written (RFC 5545 §3.3.11).
    const plain = type === 'unknown' ? values.map(value => String(value).replace(/\\([nN,;\\])/g, unescaped)) : values;
    return { name, parameters, type, values: plain, span };
  } catch {
    return 'junk';
  }
}

function unescaped(_: string, mark: string): string {
  return /n/i.test(mark) ? '\n' : mark;
}

/** How many parameters a line has, at least: what is in quotes is left out. */
function parametersOf(text: string): number {
  const [head = ''] = text.replace(/"[^"]*"/g, '').split(/[":]/, 1);
  return head.split(';').length - 1;
}

/** How many components of a name are in another, at any depth. */
export function countIn({ components }: Component, name: string): number {
  return components.reduce((sum, one) => sum + (one.name === name ? 1 : 0) + countIn(one, name), 0);
}

/** The first property of a name. */
export function first({ properties }: Component, name: string): Property | undefined {
  return properties.find(property => property.name === name);
}

/** Every property of a name. */
export function all({ properties }: Component, name: string): readonly Property[] {
  return properties.filter(property => property.name === name);
}

/** The first value of a property as text without the blanks around it; undefined when there is none. */
export function textOf(property: Property | undefined): string | undefined {
  const value = property?.values[0];
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' ? undefined : text;
}

/** A parameter as one text. */
export function parameter(property: Property | undefined, name: string): string | undefined {
  const value: unknown = property?.parameters[name];
  const text = Array.isArray(value) ? value[0] : value;
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : undefined;
}

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
        'attach attendee conference organizer related-to sequence last-modified dtstamp x-alt-desc',
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
    // Outside of a component nothing is left out.
    '': new Set<string>(),
    vevent: new Set('class color created geo image method percent-complete priority request-status transp'.split(' ')),
  }),
);
/** Properties of which an event has one (RFC 5545 §3.6.1); of more, the first is read. */
const SINGLE: ReadonlySet<string> = new Set(
  'uid dtstart dtend duration recurrence-id summary description location status url organizer sequence last-modified x-alt-desc'.split(
    ' ',
  ),
);

/** What programs keep for themselves. */
const OF_PROGRAMS =
  /^x-(?:apple|calendarserver|evolution|funambol|google-calendar|kde|lic|microsoft|moz|mozilla|ms|ms-olk|nextcloud|oc|outlook|owncloud|phpicalendar|wr|yahoo|zimbra|zm)-/;

interface Open {
  readonly name: string;
  readonly properties: Property[];
  readonly components: Component[];
  /** The names of the properties of which there is one. */
  readonly singles: Set<string>;
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
  for (const { text, span } of joinedLines(lines)) {
    const [, edge, label] = /^\s*(BEGIN|END)\s*:(?:\s*(\S+))?\s*$/i.exec(text.slice(0, 200)) ?? [];
    const name = label?.toLowerCase() ?? '';
    if (edge?.toUpperCase() === 'BEGIN') {
      // No event or calendar stands in another: the one before was not ended.
      while ((name === 'vevent' || name === 'vcalendar') && open.some(component => component.name === name)) {
        fault(open.at(-1)?.span ?? span, `BEGIN:${open.at(-1)?.name.toUpperCase()} has no END`);
        close(span[0]);
      }
      if (open.push({ name, properties: [], components: [], singles: new Set(), span }) > LIMITS.componentLevels) {
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
      else if (read !== undefined) keep(read, open.at(-1), issues, accounts);
    }
  }
  for (const { name, span } of open) fault(span, `BEGIN:${name.toUpperCase()} has no END`, 'the file may be cut short');
  while (open.length > 0) close(lines.at(-1)?.span[1] ?? 0);
  return roots;
}

/** A text of vCalendar 1.0 that goes on in the next line (RFC 2045 §6.7, soft line breaks). */
const GOES_ON = /^[^:]{1,200};ENCODING=QUOTED-PRINTABLE[^:]*:(?:.*[^=])?=$/is;

/** Content lines; a line in quoted-printable that ends with `=` is one with the next. */
function* joinedLines(lines: readonly ContentLine[]): Generator<ContentLine> {
  let begun: { readonly texts: string[]; readonly from: number } | undefined;
  for (const line of lines) {
    if (begun !== undefined) {
      begun.texts.push(line.text);
      if (line.text.endsWith('=')) continue;
      yield {
        text: begun.texts.map((text, i, all) => (i < all.length - 1 ? text.slice(0, -1) : text)).join(''),
        span: [begun.from, line.span[1]],
      };
      begun = undefined;
    } else if (line.text.endsWith('=') && GOES_ON.test(line.text)) begun = { texts: [line.text], from: line.span[0] };
    else yield line;
  }
  if (begun !== undefined) yield { text: begun.texts.join(''), span: [begun.from, lines.at(-1)?.span[1] ?? 0] };
}

/** Adds a property to its component, with as many of each as an event can have. */
function keep(read: Property, within: Open | undefined, issues: Issues, accounts: Accounts): void {
  const { name, values, span } = read;
  if (within === undefined || within.properties.length > LIMITS.values) return;
  if (values.length > LIMITS.values) tooMany(issues, name.toUpperCase(), LIMITS.values, 'values', span);
  if (within.properties.length === LIMITS.values)
    tooMany(issues, `this ${within.name.toUpperCase()}`, LIMITS.values, 'lines', span);
  if (within.name === 'vevent' && SINGLE.has(name)) {
    if (within.singles.has(name))
      accounts.unread(`second ${name.toUpperCase()} of an event`, span, {
        hint: `an event has one ${name.toUpperCase()}: the first is read`,
      });
    within.singles.add(name);
  }
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
  // What is not an address but the document itself is left out, as docs/formats.md says.
  if (name === 'attach' && /^attach;[^:]*(?:encoding=base64|value="?binary)/i.test(text.slice(0, 500)))
    return undefined;
  if (MOMENTS.has(name)) return momentProperty(name, text, span);
  try {
    const [, parameters, type, ...values] = ICAL.parse.property(text) as [
      string,
      Property['parameters'],
      string,
      ...unknown[],
    ];
    if (/^quoted-printable$/i.test(String(parameters.encoding)))
      return {
        name,
        parameters,
        type,
        values: values.map(value => fromQuotedPrintable(String(value), parameters)),
        span,
      };
    // Of what it does not know, the parser leaves the value as it is written (RFC 5545 §3.3.11).
    const plain = type === 'unknown' ? values.map(value => String(value).replace(/\\([nN,;\\])/g, unescaped)) : values;
    return { name, parameters, type, values: plain, span };
  } catch {
    return 'junk';
  }
}

/** Properties whose values are dates and times, in which no colon stands. */
const MOMENTS: ReadonlySet<string> = new Set(['dtstart', 'dtend', 'recurrence-id', 'exdate', 'rdate']);

/** A parameter, whose value may have colons and semicolons though it is not in quotes, as Outlook and Google write zones. */
const PARAMETER = /;([A-Za-z0-9-]+)=(?:"([^"]*)"|((?:(?!;[A-Za-z0-9-]+=)[^"])*))/g;

/** A date, or a date and time, in the form of RFC 5545 §3.3.4 and §3.3.5. */
const MOMENT = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?$/;

/**
 * A property of dates and times: what follows its last colon are the values, since none has a colon, whatever stands in its
 * parameters. A value in the form of the standard is as jCal has it, any other as it is written, and of a period the two
 * ends are in a list.
 */
function momentProperty(name: string, text: string, span: Span): Property {
  const extended = EXTENDED.exec(text.slice(-LONGEST_MOMENT))?.[0].length;
  const colon = extended === undefined ? text.lastIndexOf(':') : text.length - extended;
  const parameters: Record<string, string> = {};
  for (const [, key = '', quoted, bare = ''] of text.slice(0, colon).matchAll(PARAMETER))
    parameters[key.toLowerCase()] ??= quoted ?? bare.replace(/\\([,;\\])/g, '$1');
  const values = text
    .slice(colon + 1)
    .split(',')
    .map(value => (value.includes('/') ? value.split('/').map(jcalMoment) : jcalMoment(value)));
  return { name, parameters, type: 'date-time', values, span };
}

/** The end of a line whose value is in the extended form of ISO 8601, with colons: `2030-05-14T13:00:00`. */
const EXTENDED = /:\d{4}-\d\d-\d\dT\d\d:\d\d[\d:.,]*(?:Z|[+-]\d\d:?\d\d)?\s*$/i;
const LONGEST_MOMENT = 60;

function jcalMoment(written: string): string {
  const value = written.trim();
  const [whole, year, month, day, hour, minute, second, zulu] = MOMENT.exec(value) ?? [];
  if (whole === undefined) return value;
  const date = `${year}-${month}-${day}`;
  return hour === undefined ? date : `${date}T${hour}:${minute}:${second}${zulu}`;
}

/** A text of vCalendar 1.0, whose bytes are written in hexadecimal (RFC 2045 §6.7). */
function fromQuotedPrintable(value: string, parameters: Property['parameters']): string {
  const bytes = Buffer.from(
    value
      .replace(/=\r?\n/g, '')
      .replace(/=([\dA-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
  const isByte = [...value].every(character => character <= '\u00FF');
  if (!isByte) return value;
  try {
    return new TextDecoder(parameters.charset ?? 'utf-8').decode(bytes).replace(/\r\n?/g, '\n');
  } catch {
    return bytes.toString('utf8');
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

import { decode } from './decode.js';
import { assembled } from './drafts.js';
import { quote } from './faults.js';
import type { ReadOptions } from './format.js';
import { components, first, textOf } from './ics-components.js';
import { headOf, isOurs, titleOf, zoneOf } from './ics-head.js';
import { MOST_LINES, unfold } from './ics-lines.js';
import { ANYWHERE, ours } from './ics-place.js';
import { eventOf } from './ics-series.js';
import { type Calendar, languageOf } from './ics-session.js';
import { sessionsOf } from './ics-sessions.js';
import { zones } from './ics-zones.js';
import { LARGEST, MOST_EVENTS, tooLarge, tooMany } from './limits.js';
import { placed } from './placed.js';
import { type Fault, placeless, type Reading } from './reading.js';
import { roster } from './roster.js';

/**
 * Reads the events of iCalendar (RFC 5545), of one calendar or several in a file, as one agenda. Our own comes back with
 * its ids, rooms, types and parts. An event that can't be read is a fault and left out.
 */
export function read(input: string | Uint8Array, options: ReadOptions): Reading {
  const bytes = typeof input === 'string' ? Buffer.from(input) : input;
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (wide || bytes.length > LARGEST) return refused(bytes, wide);
  const { lines, text, bad, cut } = unfold(bytes);
  const faults: Fault[] = [];
  if (cut !== undefined) faults.push(tooMany('this calendar', MOST_LINES, 'lines', cut));
  if (bad !== undefined)
    faults.push({
      rule: 'syntax',
      at: bad,
      on: 'span',
      message: 'a byte that is not UTF-8',
      hint: 'save the file in UTF-8',
    });
  if (!/^\s*BEGIN\s*:/i.test(lines[0]?.text.slice(0, 100) ?? '')) {
    const begins = lines[0] === undefined ? 'it is empty' : `it begins with ${quote(lines[0].text.trim())}`;
    const at = lines[0]?.span ?? [0, 0];
    faults.push({
      rule: 'wrong-type',
      at,
      on: 'span',
      message: `this is no iCalendar: ${begins}`,
      hint: 'a calendar begins with BEGIN:VCALENDAR',
    });
    return { faults, source: placeless(text), foreign: true };
  }
  const roots = components(lines, faults);
  const calendars = roots.filter(({ name }) => name === 'vcalendar');
  const within = [...calendars.flatMap(calendar => calendar.components), ...roots];
  const found = within.filter(({ name }) => name === 'vevent');
  const extra = found[MOST_EVENTS];
  if (extra !== undefined) faults.push(tooMany('this calendar', MOST_EVENTS, 'events', extra.span));
  const kept = found.slice(0, MOST_EVENTS);
  const context = {
    zones: zones(within.filter(({ name }) => name === 'vtimezone')),
    unknown: new Set<string>(),
    faults,
  };
  const events = kept.flatMap(component => eventOf(component, context) ?? []);
  const title = titleOf(calendars, options.file);
  const own = isOurs(calendars);
  const places = kept.flatMap(event => textOf(first(event, 'location')) ?? []);
  const locations = own ? ours(places, title) : ANYWHERE;
  const calendar: Calendar = { own, locations, tag: languageOf(kept), names: roster(), faults };
  const timezone = zoneOf(calendars, events, options.assumeTz, faults);
  const drafts = sessionsOf(events, timezone, calendar);
  const { tag } = calendar;
  const { venue } = locations;
  const head = headOf(calendars, kept, { title, timezone, tag, own, ...(venue !== undefined && { venue }) }, faults);
  const placing = placed(text);
  return { agenda: assembled(head, drafts, calendar.names, placing), faults, source: placing.source, foreign: true };
}

function refused(bytes: Uint8Array, wide: boolean): Reading {
  const { text, fault } = decode(wide ? bytes : new Uint8Array());
  return { faults: [fault ?? tooLarge('iCalendar', 'bytes')], source: placeless(text), foreign: true };
}

import { timeZones } from '../../model/zone.js';
import { quote } from '../../text/quote.js';
import type { ReadOptions } from '../format.js';
import { nameRegistry } from '../import/registry.js';
import { buildAgenda } from '../import/sessions.js';
import { decode, wide } from '../source/decode.js';
import { IssueList } from '../source/issues.js';
import { LIMITS, tooLarge, tooMany } from '../source/limits.js';
import { type Reading, unread } from '../source/read-result.js';
import { sourceMap } from '../source/source-map.js';
import { components, countIn, first, textOf } from './components.js';
import { calendarZone, headOf, isOurs, titleOf } from './head.js';
import { FOREIGN_LOCATIONS, ownLocations, titleIn } from './own-calendar.js';
import { eventOf } from './series.js';
import { type Calendar, languageOf } from './session-content.js';
import { sessionsOf } from './sessions.js';
import { unfold } from './unfold.js';
import { zones } from './zones.js';

/**
 * Reads the events of iCalendar (RFC 5545), of one calendar or several in a file, as one agenda. Our own comes back with
 * its ids, rooms, types and parts. An event that can't be read is reported and left out.
 */
export function read(input: string | Uint8Array, options: ReadOptions): Reading {
  const bytes = typeof input === 'string' ? Buffer.from(input) : input;
  const issues = new IssueList();
  if (wide(bytes) !== undefined) return unread(decode(bytes, issues).text, issues);
  if (bytes.length > LIMITS.importedSize) return tooLarge('', 'iCalendar', 'bytes');
  const { lines, text, bad, cut } = unfold(bytes);
  if (cut !== undefined) tooMany(issues, 'this calendar', LIMITS.calendarLines, 'lines', cut);
  if (bad !== undefined) issues.add('syntax', { span: bad }, 'a byte that is not UTF-8', 'save the file in UTF-8');
  if (!/^\s*BEGIN\s*:/i.test(lines[0]?.text.slice(0, 100) ?? '')) {
    const begins = lines[0] === undefined ? 'it is empty' : `it begins with ${quote(lines[0].text.trim())}`;
    const at = lines[0]?.span ?? [0, 0];
    issues.add('wrong-type', { span: at }, `this is no iCalendar: ${begins}`, 'a calendar begins with BEGIN:VCALENDAR');
    return unread(text, issues);
  }
  const roots = components(lines, issues);
  const calendars = roots.filter(({ name }) => name === 'vcalendar');
  const within = [...calendars.flatMap(calendar => calendar.components), ...roots];
  const found = within.filter(({ name }) => name === 'vevent');
  const extra = found[LIMITS.events];
  if (extra !== undefined) tooMany(issues, 'this calendar', LIMITS.events, 'events', extra.span);
  const kept = found.slice(0, LIMITS.events);
  const known = options.zones ?? timeZones();
  for (const other of within) {
    const count = other.name === 'vcalendar' ? 0 : countIn(other, 'vevent');
    if (count === 0) continue;
    const kind = other.name.toUpperCase();
    const message = `${kind} has ${count === 1 ? 'an event' : `${count} events`} in it, not read`;
    issues.add('syntax', { span: other.span }, message, `move BEGIN:VEVENT to END:VEVENT out of ${kind}`);
  }
  const context = {
    zones: zones(
      within.filter(({ name }) => name === 'vtimezone'),
      known,
    ),
    unknown: new Set<string>(),
    issues,
  };
  const events = kept.flatMap(component => eventOf(component, context) ?? []);
  const name = titleOf(calendars, options.file);
  const own = isOurs(calendars);
  const isAllCancelled = kept.every(event => /^cancelled$/i.test(textOf(first(event, 'status')) ?? ''));
  const { title, isCancelled } = own && isAllCancelled ? titleIn(name) : { title: name, isCancelled: false };
  const places = kept.flatMap(event => textOf(first(event, 'location')) ?? []);
  const locations = own ? ownLocations(places, title) : FOREIGN_LOCATIONS;
  const calendar: Calendar = { own, isCancelled, locations, tag: languageOf(kept), names: nameRegistry(), issues };
  const timezone = known.get(calendarZone(calendars, events, options.assumeTz, issues));
  const sessions = sessionsOf(events, timezone, calendar);
  const { tag } = calendar;
  const { venue } = locations;
  const head = headOf(
    calendars,
    kept,
    { title, timezone: timezone.name, tag, own, isCancelled, ...(venue !== undefined && { venue }) },
    issues,
  );
  const placing = sourceMap(text);
  return {
    agenda: buildAgenda(head, sessions, calendar.names, placing, issues),
    faults: issues.list,
    source: placing.source,
    foreign: true,
  };
}

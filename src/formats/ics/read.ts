import { timeZones } from '../../model/zone.js';
import { quote } from '../../text/quote.js';
import type { ReadOptions } from '../format.js';
import { type Aids, aidsFor, NO_AIDS } from '../import/aids.js';
import { nameRegistry } from '../import/registry.js';
import { buildAgenda } from '../import/sessions.js';
import { statusOf } from '../import/statuses.js';
import { Accounts } from '../source/accounts.js';
import { decode, wide } from '../source/decode.js';
import { IssueList } from '../source/issues.js';
import { LIMITS, tooLarge, tooMany } from '../source/limits.js';
import { type Reading, unread } from '../source/read-result.js';
import { sourceMap } from '../source/source-map.js';
import { decodeWindows1252, tellWindows1252 } from '../source/windows-1252.js';
import type { Calendar } from './calendar.js';
import { all, type Component, components, countIn, first, parameter, textOf } from './components.js';
import { calendarZone, headOf, isOurs, titleOf } from './head.js';
import { tellOtherAddresses } from './links.js';
import { foreignLocations, ownLocations, titleIn } from './own-calendar.js';
import { eventOf } from './series.js';
import { languageOf } from './session-content.js';
import { sessionsOf } from './sessions.js';
import { currentEvents } from './uids.js';
import { type Unfolded, unfold } from './unfold.js';
import { zones } from './zones.js';

/** The components of a file, before its events are read. */
interface OpenCalendar {
  readonly text: string;
  readonly calendars: readonly Component[];
  /** The components of the calendars, and those outside of one. */
  readonly within: readonly Component[];
  readonly events: readonly Component[];
  readonly issues: IssueList;
  readonly accounts: Accounts;
  readonly options: ReadOptions;
}

/**
 * Reads the events of iCalendar (RFC 5545), of one calendar or several in a file, as one agenda. Our own comes back with
 * its ids, rooms, types and parts. An event that can't be read is reported and left out; what is not read is told.
 */
export async function read(input: string | Uint8Array, options: ReadOptions): Promise<Reading> {
  const calendar = open(input, options);
  if (!('events' in calendar)) return calendar;
  const { calendars, events } = calendar;
  if (isOurs(calendars)) return agendaOf(calendar, NO_AIDS);
  const texts = function* (list: readonly Component[], names: readonly string[]) {
    for (const one of list) for (const name of names) yield textOf(first(one, name)) ?? '';
  };
  const named = function* () {
    yield* texts(events, ['summary', 'uid', 'location']);
    for (const event of events) for (const attendee of all(event, 'attendee')) yield parameter(attendee, 'cn') ?? '';
  };
  const marked = function* () {
    yield* texts(events, ['summary', 'description', 'x-alt-desc', 'location']);
    yield* texts(calendars, ['description', 'x-wr-caldesc']);
  };
  return agendaOf(calendar, await aidsFor(named(), marked(), calendar.text));
}

/** Reads a calendar whose titles are in Latin script, and whose texts have no mark-up. */
export function readPlain(input: string | Uint8Array, options: ReadOptions): Reading {
  const calendar = open(input, options);
  return 'events' in calendar ? agendaOf(calendar, NO_AIDS) : calendar;
}

/** Unfolds and parses a file into components; a reading without an agenda where that is impossible. */
function open(input: string | Uint8Array, options: ReadOptions): OpenCalendar | Reading {
  const bytes = typeof input === 'string' ? Buffer.from(input) : input;
  const issues = new IssueList();
  if (wide(bytes) !== undefined) return unread(decode(bytes, issues).text, issues);
  if (bytes.length > LIMITS.importedSize) return tooLarge('', 'iCalendar', 'bytes');
  const { lines, text, bad, cut } = unfoldIn(bytes, issues);
  if (cut !== undefined) tooMany(issues, 'this calendar', LIMITS.calendarLines, 'lines', cut);
  if (bad !== undefined) issues.add('syntax', { span: bad }, 'a byte that is not UTF-8', 'save the file in UTF-8');
  if (!/^\s*BEGIN\s*:/i.test(lines[0]?.text.slice(0, 100) ?? '')) {
    const begins = lines[0] === undefined ? 'it is empty' : `it begins with ${quote(lines[0].text.trim())}`;
    const at = lines[0]?.span ?? [0, 0];
    issues.add('wrong-type', { span: at }, `this is no iCalendar: ${begins}`, 'a calendar begins with BEGIN:VCALENDAR');
    return unread(text, issues);
  }
  const accounts = new Accounts();
  const roots = components(lines, issues, accounts);
  const calendars = roots.filter(({ name }) => name === 'vcalendar');
  const within = [
    ...calendars.flatMap(calendar => calendar.components),
    ...roots.filter(({ name }) => name !== 'vcalendar'),
  ];
  const found = within.filter(({ name }) => name === 'vevent');
  const extra = found[LIMITS.events];
  if (extra !== undefined) tooMany(issues, 'this calendar', LIMITS.events, 'events', extra.span);
  for (const other of within) {
    const count = countIn(other, 'vevent');
    if (count === 0) continue;
    const kind = other.name.toUpperCase();
    const message = `${kind} has ${count === 1 ? 'an event' : `${count} events`} in it, not read`;
    issues.add('syntax', { span: other.span }, message, `move BEGIN:VEVENT to END:VEVENT out of ${kind}`);
  }
  return { text, calendars, within, events: found.slice(0, LIMITS.events), issues, accounts, options };
}

/** Unfolds a calendar in UTF-8, or in Windows-1252, which is told. */
function unfoldIn(bytes: Uint8Array, issues: IssueList): Unfolded {
  const unfolded = unfold(bytes);
  const text = unfolded.bad && decodeWindows1252(bytes);
  if (unfolded.bad === undefined || text === undefined) return unfolded;
  tellWindows1252('this calendar', unfolded.bad, issues);
  return unfold(Buffer.from(text));
}

function agendaOf(
  { text, calendars, within, events: kept, issues, accounts, options }: OpenCalendar,
  aids: Aids,
): Reading {
  const known = options.zones ?? timeZones();
  const context = {
    zones: zones(
      within.filter(({ name }) => name === 'vtimezone'),
      known,
      issues,
    ),
    unknown: new Set<string>(),
    issues,
    accounts,
  };
  const own = isOurs(calendars);
  const events = currentEvents(
    kept.flatMap(component => eventOf(component, context) ?? []),
    accounts,
    issues,
  );
  const name = titleOf(calendars, options.file);
  const isAllCancelled = kept.every(event => statusOf(textOf(first(event, 'status')) ?? '') === 'cancelled');
  const { title, isCancelled } = own && isAllCancelled ? titleIn(name) : { title: name, isCancelled: false };
  const places = kept.flatMap(event => textOf(first(event, 'location')) ?? []);
  const locations = own ? ownLocations(places, title) : foreignLocations(places);
  const tag = languageOf(kept);
  const calendar: Calendar = { own, isCancelled, locations, tag, names: nameRegistry(aids), issues, accounts, aids };
  const timezone = known.get(calendarZone(calendars, events, options.assumeTz, issues));
  const sessions = sessionsOf(events, timezone, calendar);
  const others = within.filter(({ name: kind }) => kind !== 'vevent' && kind !== 'vtimezone');
  if (sessions.length === 0 && (kept.length + others.length > 0 || !accounts.isEmpty)) {
    accounts.report(issues);
    const span = kept[0]?.span ?? others[0]?.span ?? [0, 0];
    issues.add('no-session', { span }, emptiness(kept.length, others));
    return unread(text, issues);
  }
  const inEvents = kept.flatMap(event => event.components.filter(({ name: kind }) => kind !== 'valarm'));
  for (const { name: kind, span } of [...others, ...inEvents])
    accounts.unread(`component ${kind.toUpperCase().slice(0, 60)}`, span, {
      hint: 'only events (VEVENT) are sessions',
    });
  tellOrganizers(kept, accounts);
  tellOtherAddresses(kept, accounts);
  accounts.report(issues);
  const { venue } = locations;
  const head = headOf(
    calendars,
    kept,
    { title, timezone: timezone.name, tag, own, isCancelled, aids, ...(venue !== undefined && { venue }) },
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

/** Tells those who organise single events: an agenda has one organizer, whom all events name. */
function tellOrganizers(events: readonly Component[], accounts: Accounts): void {
  const found = events.map(event => first(event, 'organizer'));
  if (new Set(found.map(organizer => parameter(organizer, 'cn'))).size < 2) return;
  for (const organizer of found) {
    const name = parameter(organizer, 'cn');
    if (organizer !== undefined && name !== undefined && !name.includes('@'))
      accounts.unread('property ORGANIZER', organizer.span, {
        unit: ['event', 'events'],
        hint: 'an agenda has one organizer; who speaks or hosts is an ATTENDEE',
      });
  }
}

/** Why a file with so many events and these other components has no session. */
function emptiness(events: number, others: readonly Component[]): string {
  if (events > 0) return `this calendar has ${events} VEVENT, and none of them can be read as a session`;
  if (others.length === 0) return 'this calendar has no event (VEVENT), but lines outside of one';
  const counts = new Map<string, number>();
  for (const { name } of others) counts.set(name, (counts.get(name) ?? 0) + 1);
  const list = [...counts].slice(0, 5).map(([name, count]) => `${count} ${name.toUpperCase().slice(0, 60)}`);
  return `this calendar has no event (VEVENT), but ${list.join(', ')}`;
}

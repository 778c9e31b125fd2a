import { ID } from '../model/fields.js';
import type { Text } from '../model/text.js';
import { decode } from './decode.js';
import { quote } from './faults.js';
import type { ReadOptions } from './format.js';
import { all, components, first, parameter, textOf } from './ics-components.js';
import { assembled, type Draft } from './ics-drafts.js';
import { headOf, isOurs, titleOf, zoneOf } from './ics-head.js';
import { unfold } from './ics-lines.js';
import { ANYWHERE, ours } from './ics-place.js';
import { freeIds, readableId, roster } from './ics-roster.js';
import { type Event, eventOf, starts } from './ics-series.js';
import { type Calendar, contentOf, languageOf } from './ics-session.js';
import { msOf, whens } from './ics-times.js';
import { ianaZone, zones } from './ics-zones.js';
import { placed } from './placed.js';
import { type Fault, placeless, type Reading } from './reading.js';

/** Bytes; events. */
const LARGEST = 64_000_000;
const MOST = 20_000;

/**
 * Reads the events of iCalendar (RFC 5545), of one calendar or several in a file, as one agenda. Our own comes back with
 * its ids, rooms, types and parts. An event that can't be read is a fault and left out.
 */
export function read(input: string | Uint8Array, options: ReadOptions): Reading {
  const bytes = typeof input === 'string' ? Buffer.from(input) : input;
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (wide || bytes.length > LARGEST) return refused(bytes, wide);
  const { lines, text, bad } = unfold(bytes);
  const faults: Fault[] = [];
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
  const extra = found[MOST];
  if (extra !== undefined) {
    const message = `this has more than ${MOST.toLocaleString('en')} events: what follows is not read`;
    faults.push({ rule: 'syntax', at: extra.span, on: 'span', message, hint: 'one file is one conference' });
  }
  const kept = found.slice(0, MOST);
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
  const message = 'this is larger than 64 million bytes';
  const large: Fault = { rule: 'syntax', at: [0, 0], on: 'span', message, hint: 'one file is one conference' };
  return { faults: [fault ?? large], source: placeless(text), foreign: true };
}

/** A session of an occurrence, with what tells its parent. */
interface Placed {
  readonly draft: Draft;
  readonly event: Event;
  readonly startMs: number;
  readonly endMs: number;
}

function sessionsOf(events: readonly Event[], timezone: string, calendar: Calendar): readonly Draft[] {
  const { own, faults } = calendar;
  const floating = ianaZone(timezone);
  const single = events.filter(({ rules, added, replaces }) => rules.length + added.length === 0 && !replaces);
  const last = single.length === 0 ? undefined : single.reduce((latest, event) => Math.max(latest, lastDay(event)), 0);
  const replaced = new Map<string, Set<number>>();
  for (const { uid, replaces } of events) {
    if (replaces === undefined) continue;
    const set = replaced.get(uid) ?? new Set();
    replaced.set(uid, set.add(replaces.isDate ? replaces.day : msOf(replaces, floating)));
  }
  const free = freeIds();
  const all: Placed[] = [];
  for (const event of events) {
    const gone = event.replaces === undefined ? replaced.get(event.uid) : undefined;
    const moments = starts(event, last, floating, faults).filter(
      start => !gone?.has(start.isDate ? start.day : msOf(start, floating)),
    );
    const times = moments.flatMap(start => whens(start, event.start, event.end, timezone, event.starting, faults));
    const isSeries = times.length > 1 || event.rules.length + event.added.length > 0 || event.replaces !== undefined;
    for (const { date, time, startMs, endMs = startMs } of times) {
      const { fields, ...content } = contentOf(event.component, calendar);
      const name = nameOf(event, content.title, own);
      const tags =
        event.start.isDate && time?.end === 1440 && time.start === 0 && !content.tags.includes(ALL_DAY)
          ? [...content.tags, ALL_DAY]
          : content.tags;
      const { span, whole } = event.component;
      const session = { id: free(isSeries ? `${name}-${date}` : name), ...content, tags };
      all.push({
        draft: {
          date,
          ...(time && { time }),
          session,
          span: first(event.component, 'summary')?.span ?? span,
          whole,
          fields,
        },
        event,
        startMs,
        endMs,
      });
    }
  }
  return withParents(all, calendar);
}

/** The day that an event goes on to; of one that ends at midnight, the day before. */
function lastDay({ start, end }: Event): number {
  if (end === undefined) return start.day;
  if ('moment' in end) return end.moment.minutes === 0 ? Math.max(start.day, end.moment.day - 1) : end.moment.day;
  return start.day + Math.max(0, start.isDate ? end.days - 1 : end.days);
}

/** What an event of whole days is tagged with. */
const ALL_DAY = 'all-day';

/** The id of a session: ours is in its UID; another's UID is used when people can read it, else the title. */
function nameOf({ uid }: Event, title: Text, own: boolean): string {
  const local = uid.replace(/@[^@]*$/, '');
  if (own && ID.test(local)) return local;
  const isReadable =
    local !== '' && local.length <= 60 && !/(?=[a-z]*\d)[a-z0-9]{12,}|[0-9a-f]{8}-[0-9a-f]{4}-/i.test(local);
  return (isReadable && readableId(local, '')) || readableId(Object.values(title)[0] ?? '', 'event');
}

/** The parts of events (RELATED-TO, RFC 5545 §3.8.4.5) that lie in their time; of ours, all. */
function withParents(occurrences: readonly Placed[], { own }: Calendar): readonly Draft[] {
  const byUid = new Map<string, number[]>();
  for (const [i, { event }] of occurrences.entries()) {
    const list = byUid.get(event.uid);
    if (list === undefined) byUid.set(event.uid, [i]);
    else list.push(i);
  }
  return occurrences.map(({ draft, event, startMs, endMs }, i) => {
    const relation = all(event.component, 'related-to').find(property =>
      /^parent$/i.test(parameter(property, 'reltype') ?? 'parent'),
    );
    const candidates = byUid.get(textOf(relation) ?? '\0') ?? [];
    const holds = (at: number) => {
      const other = occurrences[at];
      return other !== undefined && at !== i && other.startMs <= startMs && endMs <= other.endMs;
    };
    const parent = candidates.find(holds) ?? (own ? candidates.find(at => at !== i) : undefined);
    const of = parent === undefined ? undefined : occurrences[parent]?.draft;
    return parent === undefined || of === undefined
      ? draft
      : { ...draft, session: own ? withoutPartOf(draft.session, of.session.title) : draft.session, parent };
  });
}

/** Our descriptions end with what a session is a part of; that comes back as its parent. */
function withoutPartOf({ description, ...session }: Draft['session'], title: Text): Draft['session'] {
  const ends = Object.values(title).map(text => `Part of: ${text}`);
  const left = Object.entries(description ?? {}).flatMap(([tag, text]) => {
    const end = ends.find(candidate => text.endsWith(candidate));
    const rest = end === undefined ? text : text.slice(0, -end.length).trimEnd();
    return rest === '' ? [] : [[tag, rest] as const];
  });
  return left.length === 0 ? session : { ...session, description: Object.fromEntries(left) };
}

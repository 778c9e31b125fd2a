import { type XmlElement, XmlError } from '@rgrove/parse-xml';
import type { ReadOptions } from '../format.js';
import { withLines } from '../source/decode.js';
import { LARGEST, Stopped, stopped, tooLarge } from '../source/limits.js';
import { type Fault, placeless, type Reading } from '../source/read-result.js';
import type { Said, Schedule, ScheduleDay, ScheduleEvent, SchedulePerson } from './source.js';
import { modelOf } from './to-agenda.js';
import { decodeXml } from './xml-encoding.js';
import { apart } from './xml-events.js';
import { boundTags, childrenOf, fieldsOf, notWellFormed, parseTree, tooDeep, type XmlTree } from './xml-tree.js';

const NAME = 'schedule.xml';

/**
 * Reads a schedule.xml (https://c3voc.de/wiki/schedule), as Pentabarf, frab, pretalx and wafer write it. No entity is
 * ever expanded but the five of XML and characters by number; nothing is fetched.
 */
export function read(input: string | Uint8Array, options: ReadOptions): Reading {
  const { text: written, fault } =
    typeof input === 'string' ? { text: input.replace(/^\uFEFF/, '') } : decodeXml(input);
  const text = withLines(written);
  if (fault !== undefined) return failed(text, fault);
  if (text.length > LARGEST) return failed(text.slice(0, 1000), tooLarge(NAME, 'characters'));
  try {
    const faults: Fault[] = [];
    const schedule = parsed(text, faults);
    return 'rule' in schedule ? failed(text, schedule) : modelOf(schedule, text, faults, options);
  } catch (error) {
    if (error instanceof XmlError) return failed(text, stopped(NAME, notWellFormed(error, text)));
    if (error instanceof Stopped) return failed(text, stopped(NAME, error));
    // The parser calls itself once a level.
    if (error instanceof RangeError) return failed(text, stopped(NAME, tooDeep(text)));
    throw error;
  }
}

/** What an XML text says, or the fault that it is no schedule. */
function parsed(text: string, faults: Fault[]): Schedule | Fault {
  boundTags(text);
  const made = (tree: XmlTree) => (tree.root.name === 'schedule' ? scheduleOf(tree) : notSchedule(tree));
  return apart(text, 'event', made) ?? made(parseTree(text, faults));
}

function failed(text: string, fault: Fault): Reading {
  return { faults: [fault], source: placeless(text), foreign: true };
}

function notSchedule({ root, head }: XmlTree): Fault {
  const message = `this is XML, but <${root.name.slice(0, 40)}> is not a <schedule>`;
  return { rule: 'wrong-type', at: head(root), on: 'span', message };
}

function scheduleOf(tree: XmlTree): Schedule {
  const { root } = tree;
  const top = fieldsOf(root);
  const conference = top.get('conference') ?? root;
  const fields = fieldsOf(conference);
  const said = (name: string) => tree.said(fields.get(name));
  return {
    at: tree.head(conference),
    acronym: said('acronym'),
    title: said('title'),
    subtitle: said('subtitle'),
    venue: said('venue'),
    city: said('city'),
    url: said('url') ?? said('base_url') ?? tree.said(top.get('url')),
    language: said('language'),
    zone: said('time_zone_name'),
    dayChange: said('day_change'),
    rooms: [],
    days: childrenOf(root, 'day').map(day => dayOf(day, tree)),
    loose: eventsIn(root, tree),
  };
}

function dayOf(day: XmlElement, tree: XmlTree): ScheduleDay {
  return {
    at: tree.head(day),
    whole: tree.whole(day),
    date: tree.attribute(day, 'date'),
    start: tree.attribute(day, 'start'),
    end: tree.attribute(day, 'end'),
    rooms: childrenOf(day, 'room').flatMap(room => tree.attribute(room, 'name') ?? []),
    events: eventsIn(day, tree),
  };
}

/** The events of a day, or of none, those in rooms first. */
function eventsIn(parent: XmlElement, tree: XmlTree): readonly ScheduleEvent[] {
  const inRooms = childrenOf(parent, 'room').flatMap(room => {
    const name = tree.attribute(room, 'name');
    return childrenOf(room, 'event').map(event => eventOf(tree.of(event), name));
  });
  return [...inRooms, ...childrenOf(parent, 'event').map(event => eventOf(tree.of(event)))];
}

function eventOf(tree: XmlTree, within?: Said): ScheduleEvent {
  const event = tree.root;
  const fields = fieldsOf(event);
  const said = (name: string) => tree.said(fields.get(name));
  return {
    at: tree.head(event),
    whole: tree.whole(event),
    id: tree.attribute(event, 'id'),
    guid: tree.attribute(event, 'guid'),
    slug: said('slug'),
    date: said('date'),
    start: said('start'),
    duration: said('duration'),
    room: said('room'),
    within,
    title: said('title'),
    subtitle: said('subtitle'),
    track: said('track'),
    type: said('type'),
    language: said('language'),
    abstract: said('abstract'),
    description: said('description'),
    url: said('url'),
    state: said('state') ?? said('status'),
    persons: childrenOf(fields.get('persons'), 'person').map(person => personOf(person, tree)),
  };
}

function personOf(person: XmlElement, tree: XmlTree): SchedulePerson {
  const { id, guid, name } = person.attributes;
  const said = tree.said(person);
  return {
    at: said?.at ?? tree.head(person),
    id: id?.trim() || guid?.trim() || undefined,
    name: said?.value ?? (name?.trim() || undefined),
  };
}

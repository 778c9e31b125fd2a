import { type XmlElement, XmlError } from '@rgrove/parse-xml';
import type { ReadOptions } from '../format.js';
import { readText, withLines } from '../source/decode.js';
import type { IssueList } from '../source/issues.js';
import { LARGEST, Stopped, stopped, tooLarge } from '../source/limits.js';
import { placeless, type Reading } from '../source/read-result.js';
import {
  issuesOf,
  type SourceDay,
  type SourceEvent,
  type SourcePerson,
  type SourceSchedule,
  type SourceValue,
} from './source.js';
import { modelOf } from './to-agenda.js';
import { decodeXml } from './xml-encoding.js';
import { parseElementwise } from './xml-events.js';
import { boundTags, childrenOf, fieldsOf, notWellFormed, parseTree, tooDeep, type XmlTree } from './xml-tree.js';

const NAME = 'schedule.xml';

/**
 * Reads a schedule.xml (https://c3voc.de/wiki/schedule), as Pentabarf, frab, pretalx and wafer write it. No entity is
 * ever expanded but the five of XML and characters by number; nothing is fetched.
 */
export function read(input: string | Uint8Array, options: ReadOptions): Reading {
  const issues = issuesOf();
  const { text: written, isText } = readText(input, issues, decodeXml);
  const text = withLines(written);
  if (!isText) return failed(text, issues);
  if (text.length > LARGEST) {
    tooLarge(issues, NAME, 'characters');
    return failed(text.slice(0, 1000), issues);
  }
  try {
    const schedule = parsed(text, issues);
    return schedule === undefined ? failed(text, issues) : modelOf(schedule, text, issues, options);
  } catch (error) {
    const stop = stopOf(error, text);
    if (stop === undefined) throw error;
    const refused = issuesOf();
    stopped(refused, NAME, stop);
    return failed(text, refused);
  }
}

/** Where and why the parser stopped, when that is what an error says. */
function stopOf(error: unknown, text: string): Pick<Stopped, 'message' | 'at'> | undefined {
  if (error instanceof XmlError) return notWellFormed(error, text);
  if (error instanceof Stopped) return error;
  // The parser calls itself once a level.
  return error instanceof RangeError ? tooDeep(text) : undefined;
}

/** What an XML text says; undefined where it is no schedule, which is all that is reported then. */
function parsed(text: string, issues: IssueList): SourceSchedule | undefined {
  boundTags(text);
  const inText = issuesOf();
  const made = (tree: XmlTree) => ({
    root: tree.root.name,
    at: { span: tree.head(tree.root) },
    schedule: tree.root.name === 'schedule' ? scheduleOf(tree) : undefined,
  });
  const { root, at, schedule } = parseElementwise(text, 'event', made) ?? made(parseTree(text, inText));
  if (schedule !== undefined) issues.addAll(inText.list);
  else issues.add('wrong-type', at, `this is XML, but <${root.slice(0, 40)}> is not a <schedule>`);
  return schedule;
}

function failed(text: string, { list }: IssueList): Reading {
  return { faults: list, source: placeless(text), foreign: true };
}

function scheduleOf(tree: XmlTree): SourceSchedule {
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
    undatedEvents: eventsIn(root, tree),
  };
}

function dayOf(day: XmlElement, tree: XmlTree): SourceDay {
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
function eventsIn(parent: XmlElement, tree: XmlTree): readonly SourceEvent[] {
  const inRooms = childrenOf(parent, 'room').flatMap(room => {
    const name = tree.attribute(room, 'name');
    return childrenOf(room, 'event').map(event => eventOf(tree.of(event), name));
  });
  return [...inRooms, ...childrenOf(parent, 'event').map(event => eventOf(tree.of(event)))];
}

function eventOf(tree: XmlTree, within?: SourceValue): SourceEvent {
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

function personOf(person: XmlElement, tree: XmlTree): SourcePerson {
  const { id, guid, name } = person.attributes;
  const said = tree.said(person);
  return {
    at: said?.at ?? tree.head(person),
    id: id?.trim() || guid?.trim() || undefined,
    name: said?.value ?? (name?.trim() || undefined),
  };
}

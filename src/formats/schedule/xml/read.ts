import { type XmlElement, XmlError } from '@rgrove/parse-xml';
import type { ReadOptions } from '../../format.js';
import type { IssueList } from '../../source/issues.js';
import type { Reading } from '../../source/read-result.js';
import {
  issueList,
  type SourceDay,
  type SourceEvent,
  type SourcePerson,
  type SourceSchedule,
  type SourceValue,
} from '../source.js';
import { readSchedule } from '../to-agenda.js';
import { parseElementwise } from './elementwise.js';
import { decodeXml } from './encoding.js';
import { boundTags, childrenOf, fieldsOf, notWellFormed, parseTree, tooDeep, type XmlTree } from './tree.js';

/**
 * Reads a schedule.xml (https://c3voc.de/wiki/schedule), as Pentabarf, frab, pretalx and wafer write it. No entity is
 * ever expanded but the five of XML and characters by number; nothing is fetched.
 */
export function read(input: string | Uint8Array, options: ReadOptions): Reading {
  return readSchedule(input, options, { name: 'schedule.xml', decode: decodeXml, parse });
}

/** Parses an XML text; undefined where it is no schedule, which is all that is reported then. Fails with Stopped. */
function parse(text: string, issues: IssueList): SourceSchedule | undefined {
  boundTags(text);
  try {
    return scheduleIn(text, issues);
  } catch (error) {
    if (error instanceof XmlError) throw notWellFormed(error, text);
    // The parser calls itself once a level.
    throw error instanceof RangeError ? tooDeep(text) : error;
  }
}

function scheduleIn(text: string, issues: IssueList): SourceSchedule | undefined {
  const inText = issueList();
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

function scheduleOf(tree: XmlTree): SourceSchedule {
  const { root } = tree;
  const top = fieldsOf(root);
  const conference = top.get('conference') ?? root;
  const fields = fieldsOf(conference);
  const text = (name: string) => tree.text(fields.get(name));
  return {
    span: tree.head(conference),
    acronym: text('acronym'),
    title: text('title'),
    subtitle: text('subtitle'),
    venue: text('venue'),
    city: text('city'),
    url: text('url') ?? text('base_url') ?? tree.text(top.get('url')),
    language: text('language'),
    zone: text('time_zone_name'),
    dayChange: text('day_change'),
    rooms: [],
    days: childrenOf(root, 'day').map(day => dayOf(day, tree)),
    undatedEvents: eventsIn(root, tree),
  };
}

function dayOf(day: XmlElement, tree: XmlTree): SourceDay {
  return {
    span: tree.head(day),
    extent: tree.extent(day),
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
    return childrenOf(room, 'event').map(event => eventOf(tree.subtree(event), name));
  });
  return [...inRooms, ...childrenOf(parent, 'event').map(event => eventOf(tree.subtree(event)))];
}

function eventOf(tree: XmlTree, within?: SourceValue): SourceEvent {
  const event = tree.root;
  const fields = fieldsOf(event);
  const text = (name: string) => tree.text(fields.get(name));
  return {
    span: tree.head(event),
    extent: tree.extent(event),
    id: tree.attribute(event, 'id'),
    guid: tree.attribute(event, 'guid'),
    slug: text('slug'),
    date: text('date'),
    start: text('start'),
    duration: text('duration'),
    room: text('room'),
    within,
    title: text('title'),
    subtitle: text('subtitle'),
    track: text('track'),
    type: text('type'),
    language: text('language'),
    abstract: text('abstract'),
    description: text('description'),
    url: text('url'),
    state: text('state') ?? text('status'),
    persons: childrenOf(fields.get('persons'), 'person').map(person => personOf(person, tree)),
  };
}

function personOf(person: XmlElement, tree: XmlTree): SourcePerson {
  const { id, guid } = person.attributes;
  const name = tree.text(person);
  return {
    span: name?.span ?? tree.head(person),
    id: id?.trim() || guid?.trim() || undefined,
    name: name?.value ?? (person.attributes.name?.trim() || undefined),
  };
}

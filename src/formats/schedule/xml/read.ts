import { XmlElement, XmlError } from '@rgrove/parse-xml';
import type { ReadOptions } from '../../format.js';
import { Accounts } from '../../source/accounts.js';
import type { IssueList } from '../../source/issues.js';
import type { Reading } from '../../source/read-result.js';
import {
  issueList,
  type SourceDay,
  type SourceEvent,
  type SourceLink,
  type SourcePerson,
  type SourceSchedule,
  type SourceValue,
} from '../source.js';
import { readSchedule } from '../to-agenda.js';
import { parseElementwise } from './elementwise.js';
import { decodeXml } from './encoding.js';
import { boundTags, childrenOf, notWellFormed, parseTree, tooDeep, type XmlTree } from './tree.js';
import {
  ATTACHMENTS,
  CONFERENCE,
  DAY,
  ElementReader,
  EVENT,
  FLAT_SCHEDULE,
  LINK,
  LINKS,
  PERSON,
  PERSONS,
  RECORDING,
  ROOM,
  SCHEDULE,
} from './vocabulary.js';

/**
 * Reads a schedule.xml (https://c3voc.de/wiki/schedule), as Pentabarf, frab, pretalx and wafer write it. No entity is
 * ever expanded but the five of XML and characters by number; nothing is fetched.
 */
export function read(input: string | Uint8Array, options: ReadOptions): Promise<Reading> {
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
    schedule: tree.root.name === 'schedule' ? new ScheduleReader().schedule(tree) : undefined,
  });
  const { root, at, schedule } = parseElementwise(text, 'event', made) ?? made(parseTree(text, inText));
  if (schedule !== undefined) issues.addAll(inText.list);
  else issues.add('wrong-type', at, `this is XML, but <${root.slice(0, 40)}> is not a <schedule>`);
  return schedule;
}

/** Reads the elements of one schedule.xml. */
class ScheduleReader {
  private readonly accounts = new Accounts();
  private readonly elements = new ElementReader(this.accounts);

  schedule(tree: XmlTree): SourceSchedule {
    const { root } = tree;
    const { elements } = this;
    const [conference] = childrenOf(root, 'conference');
    const top = elements.open(root, conference === undefined ? FLAT_SCHEDULE : SCHEDULE, tree);
    const fields = conference === undefined ? top : elements.open(conference, CONFERENCE, tree);
    const text = (name: string) => tree.text(fields.get(name));
    const days = childrenOf(root, 'day').map(day => this.day(day, tree));
    const undatedEvents = this.events(root, tree);
    return {
      accounts: this.accounts,
      generator: childrenOf(root, 'generator')[0]?.attributes.name,
      notASchedule: elements.stranger,
      span: tree.head(conference ?? root),
      acronym: text('acronym'),
      title: text('title'),
      subtitle: text('subtitle'),
      description: text('description'),
      venue: text('venue'),
      city: text('city'),
      url: text('url') ?? text('base_url') ?? tree.text(top.get('url')),
      language: text('language'),
      zone: text('time_zone_name'),
      dayChange: text('day_change'),
      rooms: [],
      days,
      undatedEvents,
    };
  }

  private day(day: XmlElement, tree: XmlTree): SourceDay {
    this.elements.open(day, DAY, tree);
    return {
      span: tree.head(day),
      extent: tree.extent(day),
      date: tree.attribute(day, 'date'),
      start: tree.attribute(day, 'start'),
      end: tree.attribute(day, 'end'),
      rooms: childrenOf(day, 'room').flatMap(room => tree.attribute(room, 'name') ?? []),
      events: this.events(day, tree),
    };
  }

  /** The events of a day, or of none, those in rooms first. */
  private events(parent: XmlElement, tree: XmlTree): readonly SourceEvent[] {
    const inRooms = childrenOf(parent, 'room').flatMap(room => {
      this.elements.open(room, ROOM, tree);
      const name = tree.attribute(room, 'name');
      return childrenOf(room, 'event').map(event => this.event(tree.subtree(event), name));
    });
    return [...inRooms, ...childrenOf(parent, 'event').map(event => this.event(tree.subtree(event)))];
  }

  private event(tree: XmlTree, within?: SourceValue): SourceEvent {
    const event = tree.root;
    const fields = this.elements.open(event, EVENT, tree);
    const text = (name: string) => tree.text(fields.get(name));
    const rich = (name: string) => tree.richText(fields.get(name));
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
      title: rich('title'),
      subtitle: rich('subtitle'),
      track: text('track'),
      type: text('type'),
      language: text('language'),
      abstract: rich('abstract'),
      description: rich('description'),
      url: text('url'),
      state: text('state') ?? text('status'),
      links: this.links(event, tree),
      persons: childrenOf(event, 'persons').flatMap(list => this.persons(list, tree)),
    };
  }

  /** Links and attachments, with the address in `href` or as their text, and what is said of a recording. */
  private links(event: XmlElement, tree: XmlTree): readonly SourceLink[] {
    const lists = [
      { name: 'links', item: 'link', known: LINKS },
      { name: 'attachments', item: 'attachment', known: ATTACHMENTS },
    ].flatMap(({ name, item, known }) =>
      childrenOf(event, name).flatMap(list => {
        this.elements.open(list, known, tree);
        return childrenOf(list, item);
      }),
    );
    const linked = lists.flatMap(link => {
      this.elements.checkAttributes(link, LINK, tree);
      const [href, text] = [tree.attribute(link, 'href'), tree.text(link)];
      const url = href ?? text;
      const title = tree.attribute(link, 'title') ?? (href === undefined ? undefined : text);
      return url === undefined ? [] : [{ url, title }];
    });
    const recorded = childrenOf(event, 'recording').flatMap(recording => {
      const fields = this.elements.open(recording, RECORDING, tree);
      return ['link', 'url'].flatMap(name => tree.text(fields.get(name)) ?? []);
    });
    return [...linked, ...recorded.map(url => ({ url }))];
  }

  private persons(list: XmlElement, tree: XmlTree): readonly SourcePerson[] {
    this.elements.open(list, PERSONS, tree);
    return childrenOf(list, 'person').map(person => this.person(person, tree));
  }

  /** A person: the name alone, or elements as schedule.json has fields. */
  private person(person: XmlElement, tree: XmlTree): SourcePerson {
    const { id, guid } = person.attributes;
    const hasFields = person.children.some(child => child instanceof XmlElement);
    const fields = hasFields ? this.elements.open(person, PERSON, tree) : undefined;
    if (fields === undefined) this.elements.checkAttributes(person, PERSON, tree);
    const text = (...names: readonly string[]) =>
      names.map(name => tree.text(fields?.get(name))).find(value => value !== undefined);
    const name = hasFields ? text('public_name', 'name', 'full_public_name') : tree.text(person);
    return {
      span: name?.span ?? tree.head(person),
      id: id?.trim() || guid?.trim() || undefined,
      name: name?.value ?? (person.attributes.name?.trim() || undefined),
      bio: text('biography', 'bio')?.value,
      url: text('url')?.value,
      role: text('role')?.value,
    };
  }
}

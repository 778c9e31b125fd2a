import { nearest } from '../../../text/nearest.js';
import { quote } from '../../../text/quote.js';
import { Accounts } from '../../source/accounts.js';
import type { Issues } from '../../source/issues.js';
import type {
  NotASchedule,
  SourceDay,
  SourceEvent,
  SourceLink,
  SourcePerson,
  SourceSchedule,
  SourceValue,
} from '../source.js';
import {
  fieldsOf,
  headOf,
  isList,
  itemsOf,
  type JsonFields,
  type JsonNode,
  keyValue,
  objectsOf,
  sourceValue,
} from './tree.js';

/** What is known of one kind of object; all else in it is told. */
interface Vocabulary {
  /** As a message names it: `a day`. */
  readonly what: string;
  /** Fields that are read. */
  readonly read: ReadonlySet<string>;
  /** Fields that are left out by design, as docs/formats.md says. */
  readonly leftOut: ReadonlySet<string>;
  /** True for an object that events stand in: what is not known in it may be some. */
  readonly hasEvents?: true;
}

function vocabulary(what: string, read: string, leftOut: string, hasEvents?: true): Vocabulary {
  const set = (names: string) => new Set(names === '' ? [] : names.split(' '));
  return { what, read: set(read), leftOut: set(leftOut), ...(hasEvents && { hasEvents }) };
}

const ROOT = vocabulary('the file', 'schedule', '$schema generator', true);
const SCHEDULE = vocabulary('the schedule', 'conference base_url rooms tracks events', 'version generator', true);
const CONFERENCE = vocabulary(
  'the conference',
  'acronym title subtitle description venue city url language time_zone_name rooms tracks days events languages defaults',
  'start end daysCount timeslot_duration logo color colors keywords links',
  true,
);
const DEFAULTS = vocabulary('defaults', 'language', 'theme');
const DAY = vocabulary('a day', 'date day_start day_end start end rooms', 'index', true);
const LISTED = vocabulary(
  'a room or track',
  'name guid slug capacity',
  'id type description color colors url stream_id features assembly parent position',
);
const REFERENCE = vocabulary('a room or track', 'name guid slug', 'id type description color colors url');
const EVENT = vocabulary(
  'an event',
  'id guid slug code date start duration end room title subtitle track type language abstract description url state status persons participants links attachments recording',
  'logo recording_license license do_not_record do_not_stream answers feedback_url origin_url download_url video_download_url',
);
const LINK = vocabulary('a link', 'url href title name', 'id type description service');
const RECORDING = vocabulary('a recording', 'url link', 'license optout');
const PERSON = vocabulary(
  'a person',
  'id guid code public_name name full_public_name biography bio url role',
  'avatar avatar_url answers links',
);

/** Fields whose values an agenda has in one language. */
const MONOLINGUAL: ReadonlySet<string> = new Set(
  'acronym language time_zone_name url date start duration end day_start day_end id guid slug code type state status'.split(
    ' ',
  ),
);

/** Reads the objects of one schedule.json; holds the names of its rooms and tracks while it does. */
export class JsonScheduleReader {
  private readonly issues: Issues;
  private readonly accounts = new Accounts();
  private notASchedule: (NotASchedule & { readonly count: number }) | undefined;
  /** Names of rooms and of tracks, by GUID and by slug. */
  private readonly rooms = new Map<string, SourceValue>();
  private readonly tracks = new Map<string, SourceValue>();

  constructor(issues: Issues) {
    this.issues = issues;
  }

  schedule(root: JsonNode): SourceSchedule {
    const file = this.open(root, ROOT);
    const top = this.open(file.get('schedule'), SCHEDULE);
    const conference = top.get('conference') ?? root;
    const fields = this.open(conference, CONFERENCE);
    const text = (name: string) => sourceValue(fields.get(name), this.issues);
    const listed = (name: string, names: Map<string, SourceValue>) =>
      [fields.get(name), top.get(name)].flatMap(list => (isList(list) ? this.listed(list, names) : []));
    const rooms = listed('rooms', this.rooms);
    listed('tracks', this.tracks);
    const defaults = this.open(fields.get('defaults'), DEFAULTS).get('language');
    const languages = fields.get('languages');
    const only = isList(languages) && languages.value.length === 1 ? languages.value[0] : undefined;
    const days = objectsOf(fields.get('days'), 'a day', this.issues).map(day => this.day(day));
    const undatedEvents = [top, fields].flatMap(one =>
      objectsOf(one.get('events'), 'an event', this.issues).map(event => this.event(event)),
    );
    return {
      accounts: this.accounts,
      generator: sourceValue(fieldsOf(file.get('generator')).get('name'), this.issues)?.value,
      notASchedule: this.notASchedule,
      span: headOf(conference),
      acronym: text('acronym'),
      title: text('title'),
      subtitle: text('subtitle'),
      description: text('description'),
      venue: text('venue'),
      city: text('city'),
      url: text('url') ?? sourceValue(top.get('base_url'), this.issues),
      language: sourceValue(defaults, this.issues) ?? sourceValue(only, this.issues) ?? text('language'),
      zone: text('time_zone_name'),
      rooms,
      days,
      undatedEvents,
    };
  }

  /** The fields of an object. Tells those that are not known and not empty. */
  private open(node: JsonNode | undefined, known: Vocabulary): JsonFields {
    const fields = fieldsOf(node);
    fields.forEach((value, name) => {
      if (!known.read.has(name)) this.tellUnknown(name, value, fields, known);
      else if (value.value instanceof Map && value.value.size > 1 && (known === PERSON || MONOLINGUAL.has(name)))
        this.accounts.unread(`field ${quote(name)} of ${known.what} in more than one language`, headOf(value));
    });
    return fields;
  }

  private tellUnknown(name: string, value: JsonNode, fields: JsonFields, known: Vocabulary): void {
    if (known.leftOut.has(name) || !hasContent(value)) return;
    const near = nearest(name, [...known.read]);
    const count = known.hasEvents === true ? objectsIn(value) : 0;
    this.accounts.unread(`field ${quote(name)} of ${known.what}`, value.key ?? headOf(value), {
      ...(near !== undefined && !fields.has(near) && { hint: `did you mean ${quote(near)}?` }),
      ...(count > 0 && { severity: 'error' as const }),
    });
    if (count > (this.notASchedule?.count ?? 0)) {
      const found = `${count.toLocaleString('en')} ${count === 1 ? 'object' : 'objects'} in ${quote(name)} of ${known.what}`;
      this.notASchedule = { name, found, span: value.key ?? headOf(value), count };
    }
  }

  /** A list of rooms or tracks; events may refer to them by GUID or slug. */
  private listed(list: JsonNode, names: Map<string, SourceValue>): SourceSchedule['rooms'] {
    return objectsOf(list, 'a room or track', this.issues).flatMap(node => {
      const fields = this.open(node, LISTED);
      const name = sourceValue(fields.get('name'), this.issues);
      if (name === undefined) return this.accounts.unread(`${LISTED.what} without a name`, headOf(node)) ?? [];
      for (const key of this.keysOf(fields)) if (!names.has(key)) names.set(key, name);
      return { name, capacity: sourceValue(fields.get('capacity'), this.issues) };
    });
  }

  private day(node: JsonNode): SourceDay {
    const fields = this.open(node, DAY);
    const text = (name: string) => sourceValue(fields.get(name), this.issues);
    const rooms = fields.get('rooms');
    if (rooms !== undefined && rooms.value !== null && !(rooms.value instanceof Map))
      this.issues.add('wrong-type', { span: headOf(rooms) }, 'a map of rooms to their events belongs here');
    const under = [...fieldsOf(rooms)].map(([name, list]) => ({
      name: keyValue(name, list),
      events: objectsOf(list, 'an event', this.issues),
    }));
    return {
      span: headOf(node),
      extent: node.span,
      date: text('date'),
      start: text('day_start') ?? text('start'),
      end: text('day_end') ?? text('end'),
      rooms: under.flatMap(({ name }) => name ?? []),
      events: under.flatMap(({ name, events }) => events.map(event => this.event(event, name))),
    };
  }

  private event(node: JsonNode, within?: SourceValue): SourceEvent {
    const fields = this.open(node, EVENT);
    const text = (name: string) => sourceValue(fields.get(name), this.issues);
    return {
      span: headOf(node),
      extent: node.span,
      id: text('id'),
      guid: text('guid'),
      slug: text('slug') ?? text('code'),
      date: text('date'),
      start: text('start'),
      duration: text('duration'),
      end: text('end'),
      room: this.named(fields.get('room'), this.rooms),
      within,
      title: text('title'),
      subtitle: text('subtitle'),
      track: this.named(fields.get('track'), this.tracks),
      type: text('type'),
      language: text('language'),
      abstract: text('abstract'),
      description: text('description'),
      url: text('url'),
      state: text('state') ?? text('status'),
      links: this.links(fields),
      persons: ['persons', 'participants'].flatMap(name =>
        itemsOf(fields.get(name), this.issues).map(person => this.person(person)),
      ),
    };
  }

  /** Links and attachments, objects or addresses, and what is said of a recording. */
  private links(fields: JsonFields): readonly SourceLink[] {
    const linked = ['links', 'attachments'].flatMap(name => {
      const list = fields.get(name);
      if (list !== undefined && !isList(list) && hasContent(list))
        this.accounts.unread(`field ${quote(name)} of an event, which is no list,`, headOf(list));
      return (isList(list) ? list.value : []).flatMap(node => {
        if (!(node.value instanceof Map)) return this.address(node);
        const link = this.open(node, LINK);
        const text = (...names: readonly string[]) =>
          names.flatMap(one => sourceValue(link.get(one), this.issues) ?? [])[0];
        const url = text('url', 'href');
        if (url === undefined && hasContent(node)) this.accounts.unread('a link without an address', headOf(node));
        return url === undefined ? [] : [{ url, title: text('title', 'name') }];
      });
    });
    const recording = fields.get('recording');
    if (recording === undefined) return linked;
    if (!(recording.value instanceof Map)) return [...linked, ...this.address(recording)];
    const said = this.open(recording, RECORDING);
    return [...linked, ...['link', 'url'].flatMap(name => this.address(said.get(name)))];
  }

  /** An address of the web; what else stands there says no more than that there is something. */
  private address(node: JsonNode | undefined): readonly SourceLink[] {
    const isAddress = typeof node?.value === 'string' && /^https?:\/\//i.test(node.value.trim());
    const url = isAddress ? sourceValue(node, this.issues) : undefined;
    return url === undefined ? [] : [{ url }];
  }

  /** The room or track of an event: a name, or an object with a name or with the GUID or slug of a listed one. */
  private named(node: JsonNode | undefined, names: ReadonlyMap<string, SourceValue>): SourceValue | undefined {
    // A name by language is no reference.
    if (!(node?.value instanceof Map) || !hasAny(node.value, REFERENCE.read)) return sourceValue(node, this.issues);
    const fields = this.open(node, REFERENCE);
    const known = this.keysOf(fields).flatMap(key => names.get(key) ?? []);
    const found =
      sourceValue(fields.get('name'), this.issues) ?? known[0] ?? sourceValue(fields.get('slug'), this.issues);
    if (found === undefined && hasContent(node))
      this.accounts.unread('a reference to no room or track of the list', headOf(node));
    return found && { ...found, span: headOf(node) };
  }

  private keysOf(fields: JsonFields): readonly string[] {
    return ['guid', 'slug'].flatMap(name => {
      const value = sourceValue(fields.get(name), this.issues);
      return value === undefined ? [] : `${name} ${value.value}`;
    });
  }

  /** A person: an object, or a string that is the name. */
  private person(node: JsonNode): SourcePerson {
    if (!(node.value instanceof Map)) return { span: headOf(node), name: sourceValue(node, this.issues)?.value };
    const fields = this.open(node, PERSON);
    const text = (...names: readonly string[]) =>
      names.map(name => sourceValue(fields.get(name), this.issues)).find(found => found !== undefined);
    const name = text('public_name', 'name', 'full_public_name');
    const url = text('url')?.value;
    return {
      span: name?.span ?? headOf(node),
      id: text('id', 'guid', 'code')?.value,
      name: name?.value,
      bio: text('biography', 'bio')?.value,
      url: url !== undefined && /^https?:\/\//i.test(url) ? url : undefined,
      role: text('role')?.value,
    };
  }
}

/** False for null, false, and what is empty. */
function hasContent({ value }: JsonNode): boolean {
  if (typeof value === 'string') return value.trim() !== '';
  if (value === null || typeof value !== 'object') return value !== null && value !== false;
  return value instanceof Map ? value.size > 0 : (value as readonly JsonNode[]).some(hasContent);
}

/** How many objects a list has, or the lists in an object. */
function objectsIn(node: JsonNode): number {
  if (isList(node)) return node.value.filter(({ value }) => value instanceof Map).length;
  return [...fieldsOf(node).values()].filter(isList).reduce((sum, list) => sum + objectsIn(list), 0);
}

function hasAny(fields: JsonFields, names: ReadonlySet<string>): boolean {
  for (const name of names) if (fields.has(name)) return true;
  return false;
}

import type { Issues } from '../../source/issues.js';
import type { SourceDay, SourceEvent, SourcePerson, SourceSchedule, SourceValue } from '../source.js';
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

/** Reads the objects of one schedule.json; holds the names of its rooms and tracks while it does. */
export class JsonScheduleReader {
  private readonly issues: Issues;
  /** Names of rooms and of tracks, by GUID and by slug. */
  private readonly rooms = new Map<string, SourceValue>();
  private readonly tracks = new Map<string, SourceValue>();

  constructor(issues: Issues) {
    this.issues = issues;
  }

  schedule(node: JsonNode): SourceSchedule {
    const top = fieldsOf(node);
    const conference = top.get('conference') ?? node;
    const fields = fieldsOf(conference);
    const text = (name: string) => sourceValue(fields.get(name), this.issues);
    const listed = (name: string, names: Map<string, SourceValue>) =>
      [fields.get(name), top.get(name)].flatMap(list => (isList(list) ? this.listed(list, names) : []));
    const rooms = listed('rooms', this.rooms);
    listed('tracks', this.tracks);
    const defaults = fieldsOf(fields.get('defaults')).get('language');
    const languages = fields.get('languages');
    const only = isList(languages) && languages.value.length === 1 ? languages.value[0] : undefined;
    return {
      span: headOf(conference),
      acronym: text('acronym'),
      title: text('title'),
      subtitle: text('subtitle'),
      description: text('description'),
      url: text('url') ?? sourceValue(top.get('base_url'), this.issues),
      language: sourceValue(defaults, this.issues) ?? sourceValue(only, this.issues) ?? text('language'),
      zone: text('time_zone_name'),
      rooms,
      days: objectsOf(fields.get('days'), 'a day', this.issues).map(day => this.day(day)),
      undatedEvents: objectsOf(top.get('events') ?? fields.get('events'), 'an event', this.issues).map(event =>
        this.event(event),
      ),
    };
  }

  /** A list of rooms or tracks; events may refer to them by GUID or slug. */
  private listed(list: JsonNode, names: Map<string, SourceValue>): SourceSchedule['rooms'] {
    return objectsOf(list, 'a room or track', this.issues).flatMap(node => {
      const fields = fieldsOf(node);
      const name = sourceValue(fields.get('name'), this.issues);
      if (name === undefined) return [];
      for (const key of this.keysOf(fields)) if (!names.has(key)) names.set(key, name);
      return { name, capacity: sourceValue(fields.get('capacity'), this.issues) };
    });
  }

  private day(node: JsonNode): SourceDay {
    const fields = fieldsOf(node);
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
    const fields = fieldsOf(node);
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
      persons: itemsOf(fields.get('persons') ?? fields.get('participants'), this.issues).map(person =>
        this.person(person),
      ),
    };
  }

  /** The room or track of an event: a name, or an object with a name or with the GUID or slug of a listed one. */
  private named(node: JsonNode | undefined, names: ReadonlyMap<string, SourceValue>): SourceValue | undefined {
    if (!(node?.value instanceof Map)) return sourceValue(node, this.issues);
    const fields = fieldsOf(node);
    const known = this.keysOf(fields).flatMap(key => names.get(key) ?? []);
    const found =
      sourceValue(fields.get('name'), this.issues) ?? known[0] ?? sourceValue(fields.get('slug'), this.issues);
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
    const fields = fieldsOf(node);
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

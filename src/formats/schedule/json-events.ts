import type { Issues } from '../source/issues.js';
import {
  fieldsOf,
  firstOf,
  isList,
  itemsOf,
  type JsonFields,
  type JsonNode,
  keyOf,
  objectsOf,
  saidOf,
} from './json-tree.js';
import type { SourceDay, SourceEvent, SourcePerson, SourceSchedule, SourceValue } from './source.js';

/** The life of one reading: what names the rooms, and where faults go. */
export class JsonSchedule {
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
    const said = (name: string) => saidOf(fields.get(name), this.issues);
    const listed = (name: string, names: Map<string, SourceValue>) =>
      [fields.get(name), top.get(name)].flatMap(list => (isList(list) ? this.listed(list, names) : []));
    const rooms = listed('rooms', this.rooms);
    listed('tracks', this.tracks);
    const defaults = fieldsOf(fields.get('defaults')).get('language');
    const languages = fields.get('languages');
    const only = isList(languages) && languages.value.length === 1 ? languages.value[0] : undefined;
    return {
      at: firstOf(conference),
      acronym: said('acronym'),
      title: said('title'),
      subtitle: said('subtitle'),
      description: said('description'),
      url: said('url') ?? saidOf(top.get('base_url'), this.issues),
      language: saidOf(defaults, this.issues) ?? saidOf(only, this.issues) ?? said('language'),
      zone: said('time_zone_name'),
      rooms,
      days: objectsOf(fields.get('days'), 'a day', this.issues).map(day => this.day(day)),
      undatedEvents: objectsOf(top.get('events') ?? fields.get('events'), 'an event', this.issues).map(event =>
        this.event(event),
      ),
    };
  }

  /** Rooms or tracks that are listed; what refers to one of them may do so by its GUID or slug. */
  private listed(list: JsonNode, names: Map<string, SourceValue>): SourceSchedule['rooms'] {
    return objectsOf(list, 'a room or track', this.issues).flatMap(node => {
      const fields = fieldsOf(node);
      const name = saidOf(fields.get('name'), this.issues);
      if (name === undefined) return [];
      for (const key of this.keysOf(fields)) if (!names.has(key)) names.set(key, name);
      return { name, capacity: saidOf(fields.get('capacity'), this.issues) };
    });
  }

  private day(node: JsonNode): SourceDay {
    const fields = fieldsOf(node);
    const said = (name: string) => saidOf(fields.get(name), this.issues);
    const rooms = fields.get('rooms');
    if (rooms !== undefined && rooms.value !== null && !(rooms.value instanceof Map))
      this.issues.add('wrong-type', { span: firstOf(rooms) }, 'a map of rooms to their events belongs here');
    const under = [...fieldsOf(rooms)].map(([name, list]) => ({
      name: keyOf(name, list),
      events: objectsOf(list, 'an event', this.issues),
    }));
    return {
      at: firstOf(node),
      whole: node.at,
      date: said('date'),
      start: said('day_start') ?? said('start'),
      end: said('day_end') ?? said('end'),
      rooms: under.flatMap(({ name }) => name ?? []),
      events: under.flatMap(({ name, events }) => events.map(event => this.event(event, name))),
    };
  }

  private event(node: JsonNode, within?: SourceValue): SourceEvent {
    const fields = fieldsOf(node);
    const said = (name: string) => saidOf(fields.get(name), this.issues);
    return {
      at: firstOf(node),
      whole: node.at,
      id: said('id'),
      guid: said('guid'),
      slug: said('slug') ?? said('code'),
      date: said('date'),
      start: said('start'),
      duration: said('duration'),
      end: said('end'),
      room: this.named(fields.get('room'), this.rooms),
      within,
      title: said('title'),
      subtitle: said('subtitle'),
      track: this.named(fields.get('track'), this.tracks),
      type: said('type'),
      language: said('language'),
      abstract: said('abstract'),
      description: said('description'),
      url: said('url'),
      state: said('state') ?? said('status'),
      persons: itemsOf(fields.get('persons') ?? fields.get('participants'), this.issues).map(person =>
        this.person(person),
      ),
    };
  }

  /** A room or track: its name, an object with its name, or with the GUID or slug of one that is listed. */
  private named(node: JsonNode | undefined, names: ReadonlyMap<string, SourceValue>): SourceValue | undefined {
    if (!(node?.value instanceof Map)) return saidOf(node, this.issues);
    const fields = fieldsOf(node);
    const known = this.keysOf(fields).flatMap(key => names.get(key) ?? []);
    const found = saidOf(fields.get('name'), this.issues) ?? known[0] ?? saidOf(fields.get('slug'), this.issues);
    return found && { ...found, at: firstOf(node) };
  }

  private keysOf(fields: JsonFields): readonly string[] {
    return ['guid', 'slug'].flatMap(name => {
      const said = saidOf(fields.get(name), this.issues);
      return said === undefined ? [] : `${name} ${said.value}`;
    });
  }

  /** Someone, in most files an object; a text is a name. */
  private person(node: JsonNode): SourcePerson {
    if (!(node.value instanceof Map)) return { at: firstOf(node), name: saidOf(node, this.issues)?.value };
    const fields = fieldsOf(node);
    const said = (...names: readonly string[]) =>
      names.map(name => saidOf(fields.get(name), this.issues)).find(found => found !== undefined);
    const name = said('public_name', 'name', 'full_public_name');
    const url = said('url')?.value;
    return {
      at: name?.at ?? firstOf(node),
      id: said('id', 'guid', 'code')?.value,
      name: name?.value,
      bio: said('biography', 'bio')?.value,
      url: url !== undefined && /^https?:\/\//i.test(url) ? url : undefined,
      role: said('role')?.value,
    };
  }
}

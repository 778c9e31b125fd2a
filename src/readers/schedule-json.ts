import { decode } from './decode.js';
import type { ReadOptions } from './format.js';
import { type Fault, placeless, type Reading } from './reading.js';
import {
  hopeless,
  LARGEST,
  type Report,
  reporter,
  type Said,
  type Schedule,
  type ScheduleDay,
  type ScheduleEvent,
  type SchedulePerson,
} from './schedule.js';
import {
  fieldsOf,
  firstOf,
  isList,
  itemsOf,
  type JsonNode,
  keyOf,
  objectsOf,
  parseJson,
  saidOf,
} from './schedule-json-tree.js';
import { modelOf } from './schedule-model.js';

/**
 * Reads a schedule.json of either version (https://c3voc.de/wiki/schedule): the first, with events under days and rooms,
 * as frab and pretalx write it; and the second, with events in one list.
 */
export function read(input: string | Uint8Array, options: ReadOptions): Reading {
  const { text, fault } = typeof input === 'string' ? { text: input.replace(/^\uFEFF/, '') } : decode(input);
  if (fault !== undefined) return failed(text, [fault]);
  if (text.length > LARGEST) return failed(text, [hopeless('large')]);
  try {
    const faults: Fault[] = [];
    const schedule = parsed(text, faults);
    return 'rule' in schedule ? failed(text, [schedule]) : modelOf(schedule, text, faults, options);
  } catch (error) {
    // The parser calls itself once a level.
    if (error instanceof RangeError) return failed(text, [hopeless('deep')]);
    throw error;
  }
}

/** What a JSON text says, or the fault that it is no schedule. By itself, so that the tree can go before the model is made. */
function parsed(text: string, faults: Fault[]): Schedule | Fault {
  const root = parseJson(text, reporter(faults));
  const schedule = fieldsOf(root).get('schedule');
  if (schedule === undefined || !fieldsOf(schedule).has('conference')) return faults[0] ?? notSchedule(root);
  return new JsonSchedule(reporter(faults)).schedule(schedule);
}

function failed(text: string, faults: readonly Fault[]): Reading {
  return { faults, source: placeless(text), foreign: true };
}

function notSchedule(root: JsonNode | undefined): Fault {
  return {
    rule: 'wrong-type',
    at: root === undefined ? [0, 0] : firstOf(root),
    on: 'span',
    message: 'this is JSON without a schedule and its conference: it is not a schedule.json',
    hint: '--from yaml reads an agenda of idm that is written as JSON',
  };
}

/** The life of one reading: what names the rooms, and where faults go. */
class JsonSchedule {
  private readonly report: Report;
  /** Names of rooms by GUID. */
  private readonly rooms = new Map<string, Said>();

  constructor(report: Report) {
    this.report = report;
  }

  schedule(node: JsonNode): Schedule {
    const top = fieldsOf(node);
    const conference = top.get('conference') ?? node;
    const fields = fieldsOf(conference);
    const said = (name: string) => saidOf(fields.get(name), this.report);
    const rooms = [fields.get('rooms'), top.get('rooms')].flatMap(list => (isList(list) ? this.listed(list) : []));
    const defaults = fieldsOf(fields.get('defaults')).get('language');
    const languages = fields.get('languages');
    const only = isList(languages) && languages.value.length === 1 ? languages.value[0] : undefined;
    return {
      at: firstOf(conference),
      acronym: said('acronym'),
      title: said('title'),
      subtitle: said('subtitle'),
      description: said('description'),
      url: said('url') ?? saidOf(top.get('base_url'), this.report),
      language: saidOf(defaults, this.report) ?? saidOf(only, this.report) ?? said('language'),
      zone: said('time_zone_name'),
      rooms,
      days: objectsOf(fields.get('days'), 'a day', this.report).map(day => this.day(day)),
      loose: objectsOf(top.get('events') ?? fields.get('events'), 'an event', this.report).map(event =>
        this.event(event),
      ),
    };
  }

  private listed(list: JsonNode): Schedule['rooms'] {
    return objectsOf(list, 'a room', this.report).flatMap(node => {
      const fields = fieldsOf(node);
      const name = saidOf(fields.get('name'), this.report);
      const guid = saidOf(fields.get('guid'), this.report);
      if (name === undefined) return [];
      if (guid !== undefined && !this.rooms.has(guid.value)) this.rooms.set(guid.value, name);
      return { name, capacity: saidOf(fields.get('capacity'), this.report) };
    });
  }

  private day(node: JsonNode): ScheduleDay {
    const fields = fieldsOf(node);
    const said = (name: string) => saidOf(fields.get(name), this.report);
    const rooms = fields.get('rooms');
    if (rooms !== undefined && rooms.value !== null && !(rooms.value instanceof Map))
      this.report('wrong-type', firstOf(rooms), 'a map of rooms to their events belongs here');
    const under = [...fieldsOf(rooms)].map(([name, list]) => ({
      name: keyOf(name, list),
      events: objectsOf(list, 'an event', this.report),
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

  private event(node: JsonNode, within?: Said): ScheduleEvent {
    const fields = fieldsOf(node);
    const said = (name: string) => saidOf(fields.get(name), this.report);
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
      room: this.named(fields.get('room')),
      within,
      title: said('title'),
      subtitle: said('subtitle'),
      track: this.named(fields.get('track')),
      type: said('type'),
      language: said('language'),
      abstract: said('abstract'),
      description: said('description'),
      url: said('url'),
      state: said('state') ?? said('status'),
      persons: itemsOf(fields.get('persons') ?? fields.get('participants'), this.report).map(person =>
        this.person(person),
      ),
    };
  }

  /** A room or track: its name, an object with its name, or with the GUID of a room that has one. */
  private named(node: JsonNode | undefined): Said | undefined {
    if (!(node?.value instanceof Map)) return saidOf(node, this.report);
    const fields = fieldsOf(node);
    const guid = saidOf(fields.get('guid'), this.report);
    const found = saidOf(fields.get('name') ?? fields.get('slug'), this.report) ?? this.rooms.get(guid?.value ?? '');
    return found && { ...found, at: firstOf(node) };
  }

  /** Someone, in most files an object; a text is a name. */
  private person(node: JsonNode): SchedulePerson {
    if (!(node.value instanceof Map)) return { at: firstOf(node), name: saidOf(node, this.report)?.value };
    const fields = fieldsOf(node);
    const said = (...names: readonly string[]) =>
      names.map(name => saidOf(fields.get(name), this.report)).find(found => found !== undefined);
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

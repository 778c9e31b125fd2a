import type { Agenda, Appearance, Day, Item, Link, Person, Room, Session } from '../../../model/agenda.js';
import type { Path } from '../../../model/diagnostic.js';
import { FIELDS, type Fields, ID } from '../../../model/fields.js';
import { languageTag, UNDETERMINED } from '../../../model/localized.js';
import { type References, referable, references } from '../../../model/references.js';
import { idOf, slug } from '../../../text/fold.js';
import { freeIds, spelledForId } from '../../import/ids.js';
import { decodeValue, writeList } from '../../source/decode-values.js';
import { type Context, isList, isMap, wrong } from '../../source/faults.js';
import { type Issues, placedAt, type ReadIssue } from '../../source/issues.js';
import { LIMITS } from '../../source/limits.js';
import type { RawMap, RawValue } from '../../source/read-result.js';
import { defaultValues, missing, readFields } from './fields.js';

/** Reads plain data as an agenda by the table of fields. Absent when the data is no agenda at all. */
export function decodeAgenda(raw: RawValue, issues: Issues): Agenda | undefined {
  const required = Object.entries(FIELDS.agenda).filter(([, field]) => 'required' in field);
  if (!isMap(raw) || !required.some(([name]) => raw.has(name))) {
    const names = required.map(([name]) => name).join(', ');
    const kind = raw === null ? 'empty' : isList(raw) ? 'a list' : 'plain text';
    return noAgenda(issues, isMap(raw) ? `has none of ${names}` : `is ${kind}`);
  }
  return new AgendaDecoder(raw, issues).agenda();
}

/** Reports a text that is something else than an agenda. */
export function noAgenda(issues: Issues, what: string): undefined {
  return issues.add(
    'wrong-type',
    { path: [] },
    `this ${what}: it is not an agenda`,
    'idm init writes one to start from',
  );
}

/** The rules of what a slip of layout looks like where the text is YAML all the same. */
export const LAYOUT_RULES: ReadonlySet<string> = new Set([
  'syntax',
  'unknown-field',
  'wrong-type',
  'missing-field',
  'duplicate-key',
  'bad-language',
]);

/**
 * True for an issue that a slip of layout may be behind: not for one that is told with what to write in its place, nor for a
 * scalar where another scalar belongs.
 */
export function mayBeLayout({ rule, at, suggestion, message, hint }: ReadIssue): boolean {
  if (rule === 'missing-field' && 'path' in at && at.path.length === 0) return false;
  const isTold =
    (suggestion !== undefined && rule !== 'missing-field') ||
    message.startsWith('in braces') ||
    hint?.startsWith('after `') === true ||
    (rule === 'wrong-type' && SCALAR.test(message));
  return LAYOUT_RULES.has(rule) && !isTold;
}

/** A message about a scalar that is not one of those that its field takes. */
const SCALAR = /^".*" (?:is not a |where (?:a whole number|true or false|off, info))/s;

/** Where a session without an id stands: the numbers of its day, of itself in it and so on, from 1. */
function position(at: Path): string {
  return at.flatMap(step => (typeof step === 'number' ? step + 1 : [])).join('.');
}

const NONE: readonly never[] = [];

/** True for a map with fields of a table, as opposed to a text in several languages. */
function hasFields(raw: RawValue, table: Fields): raw is RawMap {
  return isMap(raw) && [...raw.keys()].some(key => Object.hasOwn(table, key) || languageTag(key) === undefined);
}

/** An id made of a title, in the language of the agenda or the first that has Latin letters; empty where none has. */
function idOfTitle(map: RawMap, language: string): string {
  const title = map.get('title') ?? null;
  const texts = isMap(title) ? [title.get(language) ?? null, ...title.values()] : [title];
  return texts.map(text => (typeof text === 'string' ? idOf(text) : '')).find(id => ID.test(id)) ?? '';
}

/** The ids of all sessions below a list of days or sessions. */
function* idsIn(list: RawValue): Generator<string> {
  for (const item of isList(list) ? list : []) {
    if (!isMap(item)) continue;
    const id = item.get('id');
    if (typeof id === 'string') yield id;
    yield* idsIn(item.get('sessions') ?? null);
  }
}

/** Decodes one agenda; gathers the people who are described where they speak. */
class AgendaDecoder {
  private readonly root: RawMap;
  private readonly context: Context;
  private readonly people: Person[] = [];
  /** Makes the ids of people who are described where they speak. */
  private freeId = freeIds();
  /** Makes ids of sessions that have none. */
  private freeSessionId: ReturnType<typeof freeIds> | undefined;
  /** Finds the people that texts mean. */
  private references: References | undefined;

  constructor(root: RawMap, issues: Issues) {
    const language = root.get('language');
    this.root = root;
    this.context = { issues, language: (typeof language === 'string' && languageTag(language)) || UNDETERMINED };
  }

  agenda(): Agenda {
    const proposals = { id: () => idOfTitle(this.root, this.context.language) || 'agenda' };
    const values = readFields(this.root, [], FIELDS.agenda, 'an agenda', this.context, proposals);
    const rooms = this.entries('rooms').map(([id, raw]) => this.room(id, raw, ['rooms', id]));
    for (const [id, raw] of this.entries('people')) this.people.push(this.person(id, raw, ['people', id]));
    this.freeId = freeIds(this.people.map(({ id }) => id));
    const days = this.list(this.root.get('days') ?? null, ['days']).map((raw, i) => this.day(raw, ['days', i]));
    const links = this.links(this.root, []);
    return { ...values, links, rooms, people: this.people, days };
  }

  private room(id: string, raw: RawValue, at: Path): Room {
    if (hasFields(raw, FIELDS.room)) return { id, ...readFields(raw, at, FIELDS.room, 'a room', this.context) };
    const name =
      raw === null
        ? missing(at, 'name', 'a room', `after the colon, write ${FIELDS.room.name.required}`, this.context)
        : decodeValue.text(raw, at, this.context, FIELDS.room.name);
    return { id, name: name ?? {} };
  }

  private person(id: string, raw: RawValue, at: Path): Person {
    if (isMap(raw)) return { id, ...readFields(raw, at, FIELDS.person, 'a person', this.context) };
    if (typeof raw === 'string') wrong(raw, at, this.context, 'a map of fields', `write name: ${raw}`);
    else if (raw === null)
      missing(at, 'name', 'a person', `add \`name:\` with ${FIELDS.person.name.required}`, this.context);
    else wrong(raw, at, this.context, 'a map of fields');
    return { id, name: typeof raw === 'string' ? raw : '' };
  }

  private day(raw: RawValue, at: Path): Day {
    if (!isMap(raw)) {
      wrong(raw, at, this.context, 'a day: a map with date and sessions');
      return { sessions: [] };
    }
    const { room, ...values } = readFields(raw, at, FIELDS.day, 'a day', this.context);
    return { ...values, ...(room && { rooms: room }), sessions: this.sessions(raw, at) };
  }

  private sessions(parent: RawMap, at: Path): readonly Session[] {
    const path = [...at, 'sessions'];
    const list = this.list(parent.get('sessions') ?? null, path);
    if (list.length > 0 && path.length > 2 * LIMITS.agendaParts + 2) {
      this.context.issues.add(
        'syntax',
        { path, on: 'key' },
        `parts of parts, ${LIMITS.agendaParts} deep: what is deeper is not read`,
        'write them beside the session that they are parts of',
      );
      return [];
    }
    return list.map((item, i) => this.session(item, [...path, i]));
  }

  private session(raw: RawValue, at: Path): Session {
    if (!isMap(raw)) wrong(raw, at, this.context, 'a session: a map with id, time and title');
    const map: RawMap = isMap(raw) ? raw : new Map();
    const { id, room, ...values } = isMap(raw)
      ? readFields(raw, at, FIELDS.session, 'a session', this.context, { id: () => this.idFor(raw, at) })
      : defaultValues(FIELDS.session);
    return {
      ...values,
      id: id || `(${position(at)})`,
      ...(room && { rooms: room }),
      moderators: this.appearances(map, 'moderators', at),
      speakers: this.appearances(map, 'speakers', at),
      items: this.items(map, at),
      links: this.links(map, at),
      sessions: this.sessions(map, at),
    };
  }

  private items(session: RawMap, at: Path): readonly Item[] {
    if (!session.has('items')) return NONE;
    return this.list(session.get('items') ?? null, [...at, 'items']).map((raw, i) => {
      const here = [...at, 'items', i];
      if (hasFields(raw, FIELDS.item)) {
        const values = readFields(raw, here, FIELDS.item, 'an item', this.context);
        return { ...values, speakers: this.appearances(raw, 'speakers', here) };
      }
      const title =
        raw === null
          ? missing(here, 'title', 'an item', `after the dash, write ${FIELDS.item.title.required}`, this.context)
          : decodeValue.text(raw, here, this.context, FIELDS.item.title);
      return { title: title ?? {}, speakers: [] };
    });
  }

  private links(holder: RawMap, at: Path): readonly Link[] {
    if (!holder.has('links')) return NONE;
    return this.list(holder.get('links') ?? null, [...at, 'links']).map((raw, i) => {
      const here = [...at, 'links', i];
      if (isMap(raw)) return readFields(raw, here, FIELDS.link, 'a link', this.context);
      const hint = typeof raw === 'string' ? `write {title: …, url: ${raw}}` : undefined;
      wrong(raw, here, this.context, 'a link: a map with title and url', hint);
      return { title: {}, url: '' };
    });
  }

  /** An id for a session without one: of its title, or of its place where that has no Latin letter. */
  private idFor(session: RawMap, at: Path): string {
    this.freeSessionId ??= freeIds(idsIn(this.root.get('days') ?? null));
    return this.freeSessionId(
      idOfTitle(session, this.context.language) || `session-${position(at).replaceAll('.', '-')}`,
    );
  }

  private appearances(session: RawMap, list: 'moderators' | 'speakers', at: Path): readonly Appearance[] {
    const raw = session.get(list) ?? null;
    return this.list(raw, [...at, list]).map((item, i) => this.appearance(item, [...at, list, i]));
  }

  private appearance(raw: RawValue, at: Path): Appearance {
    if (typeof raw === 'string') return { person: raw };
    if (!isMap(raw)) {
      wrong(raw, at, this.context, 'a person');
      return { person: this.inline({ name: '' }) };
    }
    if (raw.has('person')) {
      const values = readFields(raw, at, FIELDS.appearance, 'an appearance of someone in people', this.context);
      return values.person === '' ? { person: this.inline({ name: '' }) } : values;
    }
    const { role, note, remote, ...person } = readFields(raw, at, FIELDS.inlinePerson, 'a person', this.context);
    return {
      person: this.inline(person),
      ...(role && { role }),
      ...(note && { note }),
      ...(remote !== undefined && { remote }),
    };
  }

  private inline(person: Omit<Person, 'id' | 'inline'>): string {
    const id = this.freeId(slug(spelledForId(person.name, this.context.language)) || 'person');
    this.people.push({ id, ...person, inline: true });
    return id;
  }

  /** The entries of `rooms` or `people`, their ids checked. */
  private entries(name: 'rooms' | 'people'): [string, RawValue][] {
    const raw = this.root.get(name) ?? null;
    if (raw === null) return [];
    if (!isMap(raw)) {
      wrong(raw, [name], this.context, `a map of ids to ${name}`, `write an id and a colon before each, such as main:`);
      return [];
    }
    return [...raw].map(([id, value]) => {
      const path = [name, id];
      const issues = placedAt({ path, on: 'key' }, this.context.issues);
      decodeValue.id(id, path, { ...this.context, issues }, FIELDS.agenda.id);
      return [id, value];
    });
  }

  private list(raw: RawValue, at: Path): readonly RawValue[] {
    if (raw === null) return [];
    if (isList(raw)) return raw;
    const people = at.at(-1) === 'moderators' || at.at(-1) === 'speakers';
    const items = typeof raw === 'string' && people ? this.referredTo(raw) : undefined;
    wrong(raw, at, this.context, 'a list', items ? writeList(items) : 'begin each item with "- "');
    return items ?? (people ? [raw] : []);
  }

  /** The ids of those in `people` whom a text means; the text itself where it means nobody. */
  private referredTo(text: string): readonly string[] {
    if (this.people.some(({ id }) => id === text)) return [text];
    this.references ??= references(this.people.flatMap(one => (one.inline ? [] : [referable(one)])));
    return this.references.several(text) ?? [this.references.meant(text) ?? text];
  }
}

import type { Agenda } from '../model/agenda.js';
import type { Path } from '../model/diagnostic.js';
import { FIELDS, fieldsOf, type TableName, type ValueKind, type ValueKinds } from '../model/fields.js';
import { base, type Name, type Text } from '../model/localized.js';
import { type Located, personPaths, sessions } from './walk.js';

/** A text of an agenda with its path, which is built on demand: only findings need one. */
export class TextAt {
  readonly text: Text;
  /** The name of its field. */
  readonly what: string;
  /** What has the field: the name of its table. */
  readonly of: TableName;
  private readonly holder: Located;

  constructor(text: Text, what: string, of: TableName, holder: Located) {
    this.text = text;
    this.what = what;
    this.of = of;
    this.holder = holder;
  }

  get path(): Path {
    return [...this.holder.path, this.what];
  }
}

/** A string of an agenda with its path. */
export interface StringAt {
  readonly text: string;
  readonly path: Path;
  /** The name of its field. */
  readonly what: string;
}

/** Every text, names in several scripts among them: of the agenda, the rooms and the people, then day by day. */
export function texts(agenda: Agenda): readonly TextAt[] {
  const found: TextAt[] = [];
  visit(agenda, {
    text: (text, what, holder, of) => found.push(new TextAt(text, what, of, holder)),
    name: (name, what, holder, of) => {
      if (typeof name !== 'string') found.push(new TextAt(name, what, of, holder));
    },
  });
  return found;
}

/**
 * Every string for which `wanted` holds: the texts in each of their languages, plain strings such as names and
 * countries, and tags.
 */
export function strings(agenda: Agenda, wanted: (string: string) => boolean = () => true): readonly StringAt[] {
  const found: StringAt[] = [];
  const look = (text: string | undefined, what: string, path: () => Path) => {
    if (text !== undefined && wanted(text)) found.push({ text, what, path: path() });
  };
  const lookInside = (text: Text, what: string, holder: Located) => {
    for (const tag in text) look(text[tag], what, () => [...holder.path, what, tag]);
  };
  visit(agenda, {
    text: lookInside,
    name: (name: Name, what, holder) => {
      if (typeof name === 'string') look(name, what, () => [...holder.path, what]);
      else lookInside(name, what, holder);
    },
    string: (text, what, holder) => look(text, what, () => [...holder.path, what]),
    tags: (tags, what, holder) => {
      for (let i = 0; i < tags.length; i++) look(tags[i], 'tag', () => [...holder.path, what, i]);
    },
  });
  return found;
}

/** The place of something in a list, which is built on demand. */
class Listed implements Located {
  private readonly within: Located;
  private readonly list: string;
  private readonly index: number;

  constructor(within: Located, list: string, index: number) {
    this.within = within;
    this.list = list;
    this.index = index;
  }

  get path(): Path {
    return [...this.within.path, this.list, this.index];
  }
}

type Visit<Value> = (value: Value, what: string, holder: Located, of: TableName) => void;

type Visits = { readonly [K in ValueKind]?: Visit<ValueKinds[K]> };

/**
 * Calls `visits` for every value of their kinds: of the agenda, the rooms and the people, then day by day. A callback
 * instead of a list, since most rules need few of the many texts.
 */
function visit(agenda: Agenda, visits: Visits): void {
  const under = (name: TableName): ((holder: object, at: Located) => void) => {
    const fields = Object.entries(visits).flatMap(([kind, call]) =>
      fieldsOf(FIELDS[name], kind as ValueKind).map(what => ({ what, call: call as Visit<unknown> })),
    );
    return (holder, at) => {
      for (const { what, call } of fields) {
        // By the table of fields, a value that is there is of this kind.
        const value = (holder as Readonly<Record<string, unknown>>)[what];
        if (value !== undefined) call(value, what, at, name);
      }
    };
  };
  const [inRoom, inPerson, inDay] = [under('room'), under('person'), under('day')];
  const [inSession, inAppearance] = [under('session'), under('appearance')];
  const [inItem, inLink] = [under('item'), under('link')];
  const inList = (
    visit: (holder: object, at: Located) => void,
    list: readonly object[],
    name: string,
    within: Located,
  ) =>
    list.forEach((one, i) => {
      visit(one, new Listed(within, name, i));
    });
  under('agenda')(agenda, { path: [] });
  inList(inLink, agenda.links, 'links', { path: [] });
  for (const room of agenda.rooms) inRoom(room, { path: ['rooms', room.id] });
  const places = personPaths(agenda);
  for (const person of agenda.people) inPerson(person, places.get(person.id) ?? { path: ['people', person.id] });
  for (const [i, day] of agenda.days.entries()) inDay(day, { path: ['days', i] });
  for (const stood of sessions(agenda)) {
    inSession(stood.session, stood);
    for (const one of stood.cast) inAppearance(one.appearance, one);
    inList(inItem, stood.session.items, 'items', stood);
    inList(inLink, stood.session.links, 'links', stood);
  }
}

/** The tags of all texts, in order of first use. */
export function languages(agenda: Agenda): readonly string[] {
  return [...new Set([...texts(agenda)].flatMap(({ text }) => Object.keys(text)))];
}

/** The tags of all texts but the names of people: those in which there is something to read, in order of first use. */
export function readLanguages(agenda: Agenda): readonly string[] {
  const read = texts(agenda).filter(({ of, what }) => of !== 'person' || (what !== 'name' && what !== 'country'));
  return [...new Set(read.flatMap(({ text }) => Object.keys(text)))];
}

/** True when some text is in the language of a tag, or in another variety of it. */
export function speaks(agenda: Agenda, tag: string): boolean {
  return languages(agenda).some(known => base(known) === base(tag));
}

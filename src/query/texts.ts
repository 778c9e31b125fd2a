import type { Agenda } from '../model/agenda.js';
import type { Path } from '../model/diagnostic.js';
import { FIELDS, fieldsOf, type TableName } from '../model/fields.js';
import { base, type Text } from '../model/localized.js';
import { memoize } from '../text/lazy.js';
import { type Located, personPaths, sessions } from './walk.js';

/** A value that is text in some form: in several languages, a plain string, or a list of tags. */
type Value = Text | string | readonly string[];

/** A value of an agenda with its path, which is built on demand: only findings need one. */
class ValueAt<V extends Value = Value> {
  readonly text: V;
  /** The name of its field. */
  readonly what: string;
  /** What has the field: the name of its table. */
  readonly of: TableName;
  private readonly holder: Located;

  constructor(text: V, what: string, of: TableName, holder: Located) {
    this.text = text;
    this.what = what;
    this.of = of;
    this.holder = holder;
  }

  get path(): Path {
    return [...this.holder.path, this.what];
  }
}

/** A text of an agenda with its path. */
export type TextAt = ValueAt<Text>;

/** A string of an agenda with its path. */
export interface StringAt {
  readonly text: string;
  readonly path: Path;
  /** The name of its field, `tag` for one of a list. */
  readonly what: string;
}

/** Every text, names in several scripts among them: of the agenda, the rooms and the people, then day by day. */
export function texts(agenda: Agenda): readonly TextAt[] {
  return values(agenda).filter((one): one is TextAt => typeof one.text === 'object' && !isList(one.text));
}

/**
 * Every string for which `wanted` holds: the texts in each of their languages, plain strings such as names and
 * countries, and tags.
 */
export function strings(agenda: Agenda, wanted: (string: string) => boolean = () => true): readonly StringAt[] {
  const found: StringAt[] = [];
  for (const one of values(agenda)) {
    const { text, what } = one;
    if (typeof text === 'string') {
      if (wanted(text)) found.push({ text, what, path: one.path });
    } else if (isList(text)) {
      for (const [i, tag] of text.entries())
        if (wanted(tag)) found.push({ text: tag, what: 'tag', path: [...one.path, i] });
    } else {
      for (const tag in text) {
        const said = text[tag];
        if (said !== undefined && wanted(said)) found.push({ text: said, what, path: [...one.path, tag] });
      }
    }
  }
  return found;
}

function isList(value: Value): value is readonly string[] {
  return Array.isArray(value);
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

/** The fields of a table whose values are text in some form. */
const fields = memoize((table: (typeof FIELDS)[TableName]): readonly string[] =>
  (['text', 'name', 'string', 'tags'] as const).flatMap(kind => fieldsOf(table, kind)),
);

/**
 * Every value that is text: of the agenda, the rooms and the people, then day by day. Memoised by agenda, since several rules
 * look at them all.
 */
const values = memoize((agenda: Agenda): readonly ValueAt[] => {
  const found: ValueAt[] = [];
  const look = (of: TableName, holder: object, at: Located) => {
    for (const what of fields(FIELDS[of])) {
      // By the table of fields, a value that is there is of one of these kinds.
      const value = (holder as Readonly<Record<string, Value | undefined>>)[what];
      if (value !== undefined) found.push(new ValueAt(value, what, of, at));
    }
  };
  const lookAtEach = (of: TableName, list: readonly object[], name: string, within: Located) => {
    for (const [i, one] of list.entries()) look(of, one, new Listed(within, name, i));
  };
  const whole = { path: [] };
  look('agenda', agenda, whole);
  lookAtEach('link', agenda.links, 'links', whole);
  for (const room of agenda.rooms) look('room', room, { path: ['rooms', room.id] });
  const places = personPaths(agenda);
  for (const person of agenda.people) look('person', person, places.get(person.id) ?? { path: ['people', person.id] });
  for (const [i, day] of agenda.days.entries()) look('day', day, { path: ['days', i] });
  for (const stood of sessions(agenda)) {
    look('session', stood.session, stood);
    for (const one of stood.cast) look('appearance', one.appearance, one);
    lookAtEach('item', stood.session.items, 'items', stood);
    lookAtEach('link', stood.session.links, 'links', stood);
  }
  return found;
});

/** The tags of all texts, in order of first use. */
export function languages(agenda: Agenda): readonly string[] {
  return [...new Set(texts(agenda).flatMap(({ text }) => Object.keys(text)))];
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

import type { Agenda, Appearance, Item, ModelKinds, Person, Room } from '../../model/agenda.js';
import { FIELDS, type Field, type Fields, type Kind } from '../../model/fields.js';
import { type Name, type Text, UNDETERMINED } from '../../model/localized.js';
import { formatTime } from '../../model/time.js';
import type { Presentation } from '../../query/presentation.js';
import { spelledForId } from '../import/ids.js';
import type { Guess } from '../source/read-result.js';
import { inlinePeople } from './inline-people.js';
import type { Pair, Yaml } from './layout.js';

/** What the parts of an agenda are written with. */
interface WriteContext {
  readonly texts: (text: Text) => Yaml | undefined;
  /** The people who are written where they speak, by id. */
  readonly inline: ReadonlyMap<string, Person>;
  /** Why a field of something was guessed; undefined for what was not. */
  readonly guessed: (of: Guess['of'], id: string, field: string) => string | undefined;
}

/** The fields of an agenda that have a value, in the order of the table; the language is the one that was asked for. */
export function agendaPairs(
  agenda: Agenda,
  presentation: Presentation,
  guesses: readonly Guess[] = [],
): readonly Pair[] {
  const { lang, text } = presentation;
  const language = lang ?? agenda.language;
  const spelled = (name: Name) => (lang === undefined ? spelledForId(name, language ?? UNDETERMINED) : text(name));
  const whys = new Map(guesses.map(({ of, id, field, why }) => [`${of}\0${id}\0${field}`, why]));
  const context = {
    texts: textWriter(presentation),
    inline: inlinePeople(agenda, spelled),
    guessed: (of: Guess['of'], id: string, field: string) => whys.get(`${of}\0${id}\0${field}`),
  };
  return marked('agenda', '', pairsOf(FIELDS.agenda, { ...agenda, language }, context), context);
}

/** The fields of something, with why those were guessed that were. */
function marked(of: Guess['of'], id: string, pairs: readonly Pair[], { guessed }: WriteContext): readonly Pair[] {
  return pairs.map(pair => {
    const why = guessed(of, id, pair.key);
    return why === undefined ? pair : { ...pair, guess: why };
  });
}

/** How a value of each kind is written; undefined where it is empty. */
const WRITE: { readonly [K in Kind]: (value: ModelKinds[K], context: WriteContext) => Yaml | undefined } = {
  id: string,
  text: (text, { texts }) => texts(text),
  name: (name, { texts }) => (typeof name === 'string' ? string(name) : texts(name)),
  string,
  url: string,
  webUrl: string,
  language: string,
  // An empty list says that there are none.
  languages: tags => ({ kind: 'list', items: tags.map(text => ({ kind: 'text', text })) }),
  timezone: string,
  date: literal,
  updated: literal,
  time: time => string(formatTime(time)),
  count: literal,
  flag: literal,
  choice: string,
  person: id => ({ kind: 'text', text: id }),
  // One room by its id, several as a list, none as an empty one.
  rooms: ids =>
    ids.length === 1 ? string(ids[0]) : { kind: 'list', items: ids.map(text => ({ kind: 'text', text })) },
  tags: strings,
  lint: levels => byId(Object.entries(levels).map(([key, text]) => ({ key, value: { kind: 'text', text } }))),
  days: (days, context) => ({
    kind: 'list',
    items: days.map(day => ({
      kind: 'map',
      pairs: marked('day', day.date ?? '', pairsOf(FIELDS.day, { ...day, room: day.rooms }, context), context),
    })),
    apart: true,
  }),
  sessions: (sessions, context) => ({
    kind: 'list',
    items: sessions.map(session => ({
      kind: 'map',
      pairs: marked(
        'session',
        session.id,
        pairsOf(FIELDS.session, { ...session, room: session.rooms }, context),
        context,
      ),
    })),
    apart: true,
  }),
  appearances: (appearances, context) => ({
    kind: 'list',
    items: appearances.map(appearance => appearanceOf(appearance, context)),
  }),
  items: (items, context) => ({ kind: 'list', items: items.map(item => itemOf(item, context)) }),
  links: (links, context) => ({ kind: 'list', items: links.map(link => map(FIELDS.link, link, context)) }),
  people: (people, context) =>
    byId(
      people
        .filter(({ id }) => !context.inline.has(id))
        .map((person, i) => ({ key: person.id, value: map(FIELDS.person, person, context), apart: i > 0 })),
    ),
  roomMap: (rooms, context) => byId(rooms.map(room => ({ key: room.id, value: roomOf(room, context) }))),
};

/** The fields of a table that have a value, in its order. One whose value is what its absence means is left out. */
function pairsOf(table: Fields, holder: object, context: WriteContext): readonly Pair[] {
  const values = holder as Readonly<Record<string, unknown>>;
  return Object.entries<Field>(table).flatMap(([key, field]) => {
    const value = values[key];
    if (value === undefined || (!field.required && isDefault(value, field.default))) return [];
    // The table says that what is there is of this kind.
    const written = (WRITE[field.kind] as (value: unknown, context: WriteContext) => Yaml | undefined)(value, context);
    return written === undefined ? [] : [{ key, value: written }];
  });
}

function isDefault(value: unknown, without: unknown): boolean {
  return Array.isArray(value) && Array.isArray(without) ? value.length === without.length : value === without;
}

function map(table: Fields, holder: object, context: WriteContext): Yaml {
  return { kind: 'map', pairs: pairsOf(table, holder, context) };
}

/** A room that has only a name is written as that: `hall: Hall`. */
function roomOf(room: Room, context: WriteContext): Yaml {
  return shortest('room', 'name', room, context);
}

/** What has only one text is written as that, but where its languages would be read as fields. */
function shortest(table: 'room' | 'item', only: string, holder: object, context: WriteContext): Yaml {
  const pairs = pairsOf(FIELDS[table], holder, context);
  const [first] = pairs;
  const isAlone = first?.key === only && pairs.length === 1;
  const isText = isAlone && !(first.value.kind === 'map' && first.value.pairs.some(({ key }) => key in FIELDS[table]));
  return isText ? first.value : { kind: 'map', pairs };
}

/** An item that has only a title is written as that. */
function itemOf(item: Item, context: WriteContext): Yaml {
  return shortest('item', 'title', item, context);
}

/** Someone in a session: the id alone where nothing else is said. */
function appearanceOf(appearance: Appearance, context: WriteContext): Yaml {
  const { person: id, title, org } = appearance;
  const person = context.inline.get(id);
  if (person !== undefined) {
    const here = { ...person, ...appearance, ...(title && { title }), ...(org && { org }) };
    return map(FIELDS.inlinePerson, here, context);
  }
  const pairs = pairsOf(FIELDS.appearance, appearance, context);
  return pairs.length === 1 ? { kind: 'text', text: id } : { kind: 'map', pairs };
}

/** A string; an empty one is as good as none. */
function string(value: string | undefined): Yaml | undefined {
  return value === undefined || value === '' ? undefined : { kind: 'text', text: value };
}

/** A date, a number or a flag. */
function literal(value: string | number | boolean): Yaml {
  return { kind: 'literal', text: String(value) };
}

/** Strings, when there are some. */
function strings(values: readonly string[]): Yaml | undefined {
  const items = values.flatMap(value => string(value) ?? []);
  return items.length === 0 ? undefined : { kind: 'list', items };
}

/** A map of ids, when there are some. */
function byId(pairs: readonly Pair[]): Yaml | undefined {
  return pairs.length === 0 ? undefined : { kind: 'map', pairs };
}

/**
 * Writes texts as strings where they are in the agenda's own language alone, else as maps of languages. When a language
 * was asked for, that is the agenda's own, and of each text there is only what is read in it.
 */
function textWriter({ agenda, lang, tag, text }: Presentation): (text: Text) => Yaml | undefined {
  const own = lang ?? agenda.language ?? UNDETERMINED;
  return written => {
    const read = lang === undefined ? undefined : tag(written);
    const told = read === undefined ? Object.entries(written) : [[read, text(written)] as const];
    const pairs = told.flatMap(([key, value]) =>
      value === '' ? [] : [{ key, value: { kind: 'text', text: value } as const }],
    );
    const [only] = pairs;
    if (only?.key === own && pairs.length === 1) return only.value;
    return only && { kind: 'map', pairs, braces: true };
  };
}

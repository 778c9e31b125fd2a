import type { Person } from '../../model/agenda.js';
import { slug } from '../../text/fold.js';
import { freeIds, inLatin } from '../import/ids.js';
import { personKey } from '../import/person-key.js';
import type { Span } from '../source/issues.js';
import type { SourceEvent, SourcePerson } from './source.js';
import type { TextForms } from './values.js';

/** The people of a schedule. */
export interface KnownPeople {
  /** Those who appear more than once, then the others, in the order of their first appearance; `span` is that of the first. */
  readonly list: readonly { readonly person: Person; readonly span: Span }[];
  /** The id of a person of an event; undefined for one without a name. */
  idOf(person: SourcePerson): string | undefined;
}

interface Known {
  readonly name: string;
  /** Equal for spellings of one name. */
  readonly sameName: string;
  readonly first: SourcePerson;
  times: number;
  id: string;
}

/**
 * Identifies the people of events by id and name, or by name alone where the file has no ids. Whoever appears more than once,
 * or has the same name as another, becomes an entry of `people`; the others stay inline. `language` is that of their texts.
 */
export function peopleOf(
  events: readonly SourceEvent[],
  language: string,
  { oneLine, lines }: TextForms,
  transliterate: (text: string) => string,
): KnownPeople {
  let names: ReadonlyMap<string, string> | undefined;
  const known = new Map<string, Known>();
  const bySource = new Map<SourcePerson, Known>();
  for (const event of events) {
    for (const person of moderatorsFirst(event.persons)) {
      if (person.name === undefined) names ??= namesById(events);
      const name = oneLine(person.name ?? names?.get(person.id ?? '') ?? '');
      if (name === '') continue;
      const sameName = personKey(name);
      const key = personKey(name, person.id);
      const before = known.get(key);
      const one = before ?? { name, sameName, first: person, times: 0, id: '' };
      if (before === undefined) known.set(key, one);
      one.times++;
      bySource.set(person, one);
    }
  }
  const everyone = [...known.values()];
  const shared = repeated(everyone.map(({ sameName }) => sameName));
  const isEntry = ({ times, sameName }: Known) => times > 1 || shared.has(sameName);
  const ordered = [...everyone.filter(isEntry), ...everyone.filter(one => !isEntry(one))];
  const unique = freeIds();
  for (const one of ordered) one.id = unique(slug(inLatin(one.name, transliterate)) || 'person');
  return {
    list: ordered.map(one => ({ person: toPerson(one, language, lines, isEntry(one)), span: one.first.span })),
    idOf: person => bySource.get(person)?.id,
  };
}

/** True for a moderator. */
export function moderates({ role }: SourcePerson): boolean {
  return role !== undefined && /^moderator$/i.test(role);
}

/** The people of an event in the order of an agenda: moderators, then speakers. */
function moderatorsFirst(persons: readonly SourcePerson[]): readonly SourcePerson[] {
  return persons.some(moderates)
    ? [...persons.filter(moderates), ...persons.filter(person => !moderates(person))]
    : persons;
}

/** The first name that the file has for each id. */
function namesById(events: readonly SourceEvent[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { persons } of events) {
    for (const { id, name } of persons)
      if (id !== undefined && name !== undefined && !names.has(id)) names.set(id, name);
  }
  return names;
}

/** The keys that occur at least twice. */
function repeated(keys: readonly string[]): ReadonlySet<string> {
  const [seen, twice] = [new Set<string>(), new Set<string>()];
  for (const key of keys) (seen.has(key) ? twice : seen).add(key);
  return twice;
}

function toPerson(
  { id, name, first: { bio, url } }: Known,
  language: string,
  lines: TextForms['lines'],
  entry: boolean,
): Person {
  return {
    id,
    name,
    ...(url !== undefined && { url }),
    ...(bio !== undefined && { bio: { [language]: lines(bio) } }),
    ...(!entry && { inline: true as const }),
  };
}

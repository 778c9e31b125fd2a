import type { Person } from '../../model/agenda.js';
import { nameKey, slug } from '../../text/fold.js';
import { freeIds } from '../import/ids.js';
import type { Span } from '../source/issues.js';
import { block, line } from './read-values.js';
import type { SourceEvent, SourcePerson } from './source.js';

/** Everyone of a schedule, and who stands where. */
export interface Cast {
  /** Those who appear more than once first, then the others in the order in which they appear; each where they first do. */
  readonly list: readonly { readonly person: Person; readonly at: Span }[];
  /** The id of someone; undefined for who has no name. */
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
 * Tells the people of events apart: by their ids where the file has some, else by name. Who appears twice, or shares a
 * name with another, is an entry of `people`; the others stand where they speak. `language` is that of their texts.
 */
export function castOf(events: readonly SourceEvent[], language: string): Cast {
  let names: ReadonlyMap<string, string> | undefined;
  const known = new Map<string, Known>();
  const who = new Map<SourcePerson, Known>();
  for (const event of events) {
    for (const person of inOrder(event.persons)) {
      if (person.name === undefined) names ??= namesById(events);
      const name = line(person.name ?? names?.get(person.id ?? '') ?? '');
      if (name === '') continue;
      const sameName = nameKey(name);
      const key = `${person.id ?? ''}\0${sameName || name}`;
      const before = known.get(key);
      const one = before ?? { name, sameName, first: person, times: 0, id: '' };
      if (before === undefined) known.set(key, one);
      one.times++;
      who.set(person, one);
    }
  }
  const everyone = [...known.values()];
  const shared = repeated(everyone.map(({ sameName }) => sameName));
  const isEntry = ({ times, sameName }: Known) => times > 1 || shared.has(sameName);
  const ordered = [...everyone.filter(isEntry), ...everyone.filter(one => !isEntry(one))];
  const unique = freeIds();
  for (const one of ordered) one.id = unique(slug(one.name) || 'person');
  return {
    list: ordered.map(one => ({ person: described(one, language, isEntry(one)), at: one.first.at })),
    idOf: person => who.get(person)?.id,
  };
}

/** True for who leads a session. */
export function moderates({ role }: SourcePerson): boolean {
  return role !== undefined && /^moderator$/i.test(role);
}

/** Those who lead before the others, as an agenda lists them. */
function inOrder(persons: readonly SourcePerson[]): readonly SourcePerson[] {
  return persons.some(moderates)
    ? [...persons.filter(moderates), ...persons.filter(person => !moderates(person))]
    : persons;
}

/** The first name that stands beside each id. */
function namesById(events: readonly SourceEvent[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { persons } of events) {
    for (const { id, name } of persons)
      if (id !== undefined && name !== undefined && !names.has(id)) names.set(id, name);
  }
  return names;
}

function repeated(keys: readonly string[]): ReadonlySet<string> {
  const [seen, twice] = [new Set<string>(), new Set<string>()];
  for (const key of keys) (seen.has(key) ? twice : seen).add(key);
  return twice;
}

function described({ id, name, first: { bio, url } }: Known, language: string, entry: boolean): Person {
  return {
    id,
    name,
    ...(url !== undefined && { url }),
    ...(bio !== undefined && { bio: { [language]: block(bio) } }),
    ...(!entry && { inline: true as const }),
  };
}

import type { Fields } from '../../model/fields.js';
import { type Text, UNDETERMINED } from '../../model/localized.js';
import type { Presentation } from '../../query/presentation.js';
import type { Pair, Yaml } from './layout.js';

/** The fields of a table that have a value, in the order of the table. */
export function record<T extends Fields>(
  table: T,
  values: Readonly<Record<keyof T, Yaml | undefined>>,
): readonly Pair[] {
  return Object.keys(table).flatMap(key => {
    const value = values[key];
    return value === undefined ? [] : [{ key, value }];
  });
}

/** The same as a value. */
export function fields<T extends Fields>(table: T, values: Readonly<Record<keyof T, Yaml | undefined>>): Yaml {
  return { kind: 'map', pairs: record(table, values) };
}

/** A string; an empty one is as good as none. */
export function string(value: string | undefined): Yaml | undefined {
  return value === undefined || value === '' ? undefined : { kind: 'text', text: value };
}

/** A date, a number or a flag. */
export function literal(value: string | number | boolean | undefined): Yaml | undefined {
  return value === undefined ? undefined : { kind: 'literal', text: String(value) };
}

/** Strings, when there are some. */
export function strings(values: readonly string[]): Yaml | undefined {
  const items = values.flatMap(value => string(value) ?? []);
  return items.length === 0 ? undefined : { kind: 'list', items };
}

/** One room by its id, several as a list, none as an empty one. */
export function roomIds(ids: readonly string[]): Yaml {
  const items = ids.map(text => ({ kind: 'text', text }) as const);
  const [only] = items;
  return only !== undefined && items.length === 1 ? only : { kind: 'list', items };
}

/** A map of ids, when there are some. */
export function byId(pairs: readonly Pair[]): Yaml | undefined {
  return pairs.length === 0 ? undefined : { kind: 'map', pairs };
}

/** How texts are written. */
export type Texts = (text: Text | undefined) => Yaml | undefined;

/**
 * Texts as strings where they are in the agenda's own language alone, else as maps of languages. When a language was asked
 * for, that is the agenda's own, and of each text there is only what is read in it.
 */
export function texts({ agenda, lang, tag, text }: Presentation): Texts {
  const own = lang ?? agenda.language ?? UNDETERMINED;
  return written => {
    const read = lang === undefined ? undefined : tag(written);
    const told = read === undefined ? Object.entries(written ?? {}) : [[read, text(written)] as const];
    const pairs = told.flatMap(([key, value]) =>
      value === '' ? [] : [{ key, value: { kind: 'text', text: value } as const }],
    );
    const [only] = pairs;
    if (only?.key === own && pairs.length === 1) return only.value;
    return only && { kind: 'map', pairs, braces: true };
  };
}

import type { Always, Field, Fields } from '../model/fields.js';
import type { Schema } from './agenda.js';
import { choice, count, flag, list, orNull, string, type Typed, text } from './typed.js';

/** What a record holds of a field: texts in one language, null where there is nothing. Other kinds are no one value. */
type RecordValue<F extends Field, Null> = F extends { readonly of: readonly (infer Choice)[] }
  ? Choice | Null
  : F['kind'] extends
        | 'id'
        | 'text'
        | 'name'
        | 'string'
        | 'url'
        | 'webUrl'
        | 'language'
        | 'timezone'
        | 'date'
        | 'updated'
    ? string | Null
    : F['kind'] extends 'count'
      ? number | Null
      : F['kind'] extends 'flag'
        ? boolean
        : F['kind'] extends 'tags' | 'languages'
          ? readonly string[]
          : never;

type RecordFields<T extends Fields, Without extends keyof T> = {
  readonly [Name in Exclude<keyof T, Without>]: Typed<RecordValue<T[Name], Name extends Always<T> ? never : null>>;
};

/** The schemas of the fields of a table in a record, described as the table does; those without that it gives otherwise. */
export function recordFields<T extends Fields, Without extends keyof T & string = never>(
  table: T,
  without: readonly Without[] = [],
): RecordFields<T, Without> {
  const fields = Object.entries<Field>(table).filter(([name]) => !(without as readonly string[]).includes(name));
  return Object.fromEntries(fields.map(([name, field]) => [name, schemaOf(field)])) as RecordFields<T, Without>;
}

function schemaOf(field: Field): { readonly schema: Schema } {
  const { about, kind, of, default: fallback } = field;
  if (kind === 'flag') return flag(about);
  if (kind === 'tags' || kind === 'languages') return list(about, string('One of them.'));
  const value: { readonly schema: Schema } =
    of !== undefined
      ? choice(about, of)
      : kind === 'count'
        ? count(about, 0)
        : kind === 'text' || kind === 'name'
          ? text(about)
          : string(about);
  return fallback === undefined ? orNull(value) : value;
}

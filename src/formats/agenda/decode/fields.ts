import type { Path } from '../../../model/diagnostic.js';
import type { Decoded, Field, Fields, ValueKind } from '../../../model/fields.js';
import { slug } from '../../../text/fold.js';
import { memoize } from '../../../text/lazy.js';
import { correction, nearest } from '../../../text/nearest.js';
import { quote } from '../../../text/quote.js';
import { decodeValue } from '../../source/decode-values.js';
import type { Context } from '../../source/faults.js';
import type { RawMap } from '../../source/read-result.js';
import { synonymOf } from '../../source/synonyms.js';

/** Decodes the fields of a map by their table, with defaults for what is absent; unknown and missing ones are reported. */
export function readFields<T extends Fields>(
  raw: RawMap,
  at: Path,
  table: T,
  what: string,
  context: Context,
): Decoded<T> {
  const values: Record<string, unknown> = {};
  /** Fields that unknown ones were meant to be. */
  const explained: (string | undefined)[] = [];
  for (const [name, value] of raw) {
    const field: Field | undefined = Object.hasOwn(table, name) ? table[name] : undefined;
    if (field === undefined) explained.push(unknown(name, raw, at, table, what, context));
    else if (value !== null && field.kind in decodeValue) {
      const read = decodeValue[field.kind as ValueKind](value, [...at, name], context, field);
      if (read !== undefined) values[name] = read;
    }
  }
  for (const [name, wanted] of required(table)) {
    if ((raw.get(name) ?? null) !== null || explained.includes(name)) continue;
    if (raw.has(name)) missing([...at, name], name, what, `after \`${name}:\`, write ${wanted}`, context);
    else missing(at, name, what, `add \`${name}:\` with ${wanted}`, context);
  }
  for (const [name, value] of defaults(table)) values[name] ??= value;
  return values as Decoded<T>;
}

const required = memoize((table: Fields) =>
  Object.entries(table).flatMap(([name, { required }]) => (required === undefined ? [] : [[name, required] as const])),
);

/** What the model holds of a table where the source has none of its fields. */
export function defaultValues<T extends Fields>(table: T): Decoded<T> {
  return Object.fromEntries(defaults(table)) as Decoded<T>;
}

const defaults = memoize((table: Fields) =>
  Object.entries(table).flatMap(([name, field]) =>
    field.kind in decodeValue && field.default !== undefined ? [[name, field.default] as const] : [],
  ),
);

/** Reports `missing-field`; the hint is an instruction. */
export function missing(at: Path, name: string, what: string, hint: string, context: Context): undefined {
  context.issues.add('missing-field', { path: at, on: 'key' }, `${what} needs ${name}`, hint);
}

/** Reports `unknown-field`; returns the field that it was meant to be, where that is likely. */
function unknown(
  name: string,
  raw: RawMap,
  at: Path,
  table: Fields,
  what: string,
  context: Context,
): string | undefined {
  const free = Object.keys(table).filter(known => !raw.has(known));
  const isHalfTime = 'time' in table && /^(?:start|end|begin|from|until)(?:[-_]?time)?$/i.test(name);
  const near = isHalfTime ? undefined : (synonymOf(slug(name), free) ?? nearest(name, free));
  const remedy =
    name === '<<'
      ? 'merge keys are not part of the format: write the fields out'
      : isHalfTime
        ? 'write both in one field: time: 10:00-10:30'
        : correction(near, `known: ${Object.keys(table).join(', ')}`);
  context.issues.add(
    'unknown-field',
    { path: [...at, name], on: 'key' },
    `${what} has no field ${quote(name)}`,
    remedy,
  );
  return isHalfTime ? 'time' : near;
}

import type { Path } from '../../../model/diagnostic.js';
import type { Decoded, Field, Fields, Kind, ValueKind } from '../../../model/fields.js';
import { memoize } from '../../../text/lazy.js';
import { correction, nearest } from '../../../text/nearest.js';
import { quote } from '../../../text/quote.js';
import { decodeValue, likelyTime } from '../../source/decode-values.js';
import type { Context } from '../../source/faults.js';
import type { Remedy } from '../../source/issues.js';
import type { RawMap } from '../../source/read-result.js';
import { synonymOf } from '../../source/synonyms.js';

/** Makes the value of a field that must be there and is not, by its name. */
export type Proposals = Readonly<Record<string, () => string>>;

/** Decodes the fields of a map by their table, with defaults for what is absent; unknown and missing ones are reported. */
export function readFields<T extends Fields>(
  raw: RawMap,
  at: Path,
  table: T,
  what: string,
  context: Context,
  proposals: Proposals = {},
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
    const text = proposals[name]?.();
    const value = [...at, name];
    const suggestion = text === undefined ? undefined : { at: { path: value }, text };
    const place = raw.has(name) ? value : at;
    const otherwise = text === undefined ? wanted : `${text}, or ${wanted.replace(/, such as .*/, '')}`;
    const hint = raw.has(name)
      ? `after \`${name}:\`, write ${otherwise}`
      : text === undefined
        ? `add \`${name}:\` with ${wanted}`
        : `add \`${name}: ${text}\`, or ${wanted.replace(/, such as .*/, '')}`;
    missing(place, name, what, { hint, ...(suggestion && { suggestion }) }, context);
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

/** Reports `missing-field`; the remedy is an instruction. */
export function missing(at: Path, name: string, what: string, remedy: Remedy, context: Context): undefined {
  context.issues.add('missing-field', { path: at, on: 'key' }, `${what} needs ${name}`, remedy);
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
  const isHalfTime = 'time' in table && HALF_TIME.test(name);
  // A start and an end are one mistake.
  if (isHalfTime && [...raw.keys()].find(key => HALF_TIME.test(key)) !== name) return 'time';
  const near = isHalfTime ? undefined : (synonymOf(name, free) ?? nearest(name, free));
  const value = raw.get(name) ?? null;
  const isOne = near !== undefined && typeof value === 'string' && LISTS.has(table[near]?.kind ?? '');
  const halves = isHalfTime ? [...raw].filter(([key]) => HALF_TIME.test(key)) : [];
  const inOrder = halves.toSorted(([a], [b]) => Number(END.test(a)) - Number(END.test(b)));
  const time = inOrder.length > 1 ? likelyTime(inOrder.map(([, half]) => half)) : undefined;
  const [, other = ''] = halves.map(([key]) => key);
  const isWhole =
    time !== undefined && !raw.has('time') && inOrder.map(([key]) => END.test(key)).join() === 'false,true';
  const remedy: Remedy =
    name === '<<'
      ? 'merge keys are not part of the format: write the fields out'
      : isHalfTime
        ? {
            hint: `write both in one field: time: ${time ?? '10:00-10:30'}`,
            ...(isWhole && { suggestion: { at: { path: [...at, name] }, through: other, text: { time } } }),
            related: halves
              .slice(1)
              .map(([key]) => ({ at: { path: [...at, key], on: 'key' }, message: 'the other half' })),
          }
        : isOne
          ? {
              hint: `write ${near}: [${value}]`,
              suggestion: { at: { path: [...at, name] }, through: name, text: { [near]: [value] } },
            }
          : correction(near, `known: ${Object.keys(table).join(', ')}`);
  context.issues.add(
    'unknown-field',
    { path: [...at, name], on: 'key' },
    `${what} has no field ${quote(name)}`,
    remedy,
  );
  return isHalfTime ? 'time' : near;
}

/** A start or an end as a field of its own. */
const HALF_TIME = /^(?:start|end|begin|from|until|to|debut|début|fin|inicio|beginn|ende)(?:[-_ ]?time)?$/i;

/** Of these, the end. */
const END = /^(?:end|until|to|fin|ende)/i;

/** The kinds whose values are lists. */
const LISTS: ReadonlySet<string> = new Set(['appearances', 'tags', 'languages'] satisfies Kind[]);

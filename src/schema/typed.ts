import type { Schema } from './agenda.js';

/** A JSON Schema (draft-07) that the compiler knows the type of: what is valid by the schema is a `T`, no more and no less. */
export interface Typed<T> {
  readonly schema: Schema;
  /** Never there: it only makes two types that differ incompatible. */
  readonly exactly?: (value: T) => T;
}

/** A type with all its arrays and fields read-only. */
export type Frozen<T> = T extends readonly (infer Item)[]
  ? readonly Frozen<Item>[]
  : T extends object
    ? { readonly [K in keyof T]: Frozen<T[K]> }
    : T;

export function string(description: string, more: Schema = {}): Typed<string> {
  return { schema: { description, type: 'string', ...more } };
}

/** Marks the schema of a text. No JSON shows it. */
const TEXT = Symbol('text');

/** A text in one language, which {@link inEveryLanguage} knows for one. */
export function text(description: string): Typed<string> {
  return string(description, { [TEXT]: true });
}

/** The schema with each text as an object: by the tags of languages, what is written in each. */
export function inEveryLanguage(schema: Schema): Schema {
  if (TEXT in schema) {
    const { type: _, [TEXT]: __, ...rest } = schema;
    return { ...rest, type: 'object', additionalProperties: { type: 'string' } };
  }
  const inside = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(inside);
    return typeof value === 'object' && value !== null ? inEveryLanguage(value as Schema) : value;
  };
  return Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, inside(value)]));
}

/** A whole number from a least one on. */
export function count(description: string, minimum: number): Typed<number> {
  return { schema: { description, type: 'integer', minimum } };
}

export function flag(description: string): Typed<boolean> {
  return { schema: { description, type: 'boolean' } };
}

export function choice<T extends string>(description: string, of: readonly T[]): Typed<T> {
  return { schema: { description, enum: of } };
}

/** The value, or null where there is none. */
export function orNull<T>({ schema }: Typed<T>): Typed<T | null> {
  const { description, ...rest } = schema;
  return { schema: { description, anyOf: [rest, { type: 'null' }] } };
}

export function list<T>(description: string, { schema }: Typed<T>): Typed<readonly T[]> {
  return { schema: { description, type: 'array', items: schema } };
}

/** An object with all of these properties and no others. */
export function object<T>(description: string, properties: { readonly [K in keyof T]-?: Typed<T[K]> }): Typed<T> {
  const schemas = Object.entries<Typed<never>>(properties as never).map(([name, { schema }]) => [name, schema]);
  return {
    schema: {
      description,
      type: 'object',
      additionalProperties: false,
      required: Object.keys(properties),
      properties: Object.fromEntries(schemas),
    },
  };
}

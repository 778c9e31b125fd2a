import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { write } from '../../../src/formats/json/write.js';
import { exportSchema } from '../../../src/schema/export.js';
import { given, NASTY, one, SHIPPED } from '../../given/exports.js';

const ajv = new Ajv({ strict: true, allErrors: true });
addFormats.default(ajv);
const validate = ajv.compile(exportSchema());

/** Every object schema within a schema. */
function* objects(schema: unknown): Generator<Readonly<Record<string, unknown>>> {
  if (typeof schema !== 'object' || schema === null) return;
  if ('type' in schema && schema.type === 'object') yield schema as Readonly<Record<string, unknown>>;
  for (const part of Object.values(schema)) yield* objects(part);
}

/** Every object within a value, as a way to it and its keys. */
function* keys(value: unknown, path: readonly (string | number)[] = []): Generator<readonly (string | number)[]> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (!Array.isArray(value)) yield [...path, key];
    yield* keys(inner, [...path, key]);
  }
}

describe('the schema of export --json', () => {
  test('is the published one', async () => {
    await expect(`${JSON.stringify(exportSchema(), null, 2)}\n`).toMatchFileSnapshot(
      '../../../schema/export.schema.json',
    );
  });

  test('knows every field, and has each required', () => {
    const all = [...objects(exportSchema())];
    expect(all.length).toBeGreaterThanOrEqual(8);
    for (const { additionalProperties, required, properties } of all) {
      expect(additionalProperties).toBe(false);
      expect(required).toEqual(Object.keys(properties as object));
    }
  });

  test.each([
    ['the shipped agenda', SHIPPED, {}],
    ['in English', SHIPPED, { lang: 'en' }],
    ['a part of it', SHIPPED, { only: ({ session }: { session: { type: string } }) => session.type === 'panel' }],
    ['nothing of it', SHIPPED, { only: () => false }],
    ['a nasty agenda', NASTY, {}],
    ['without parents', NASTY, { parents: false }],
    ['a small one', one('', ', speakers: [{name: Zoé}], moderators: [nobody]'), {}],
  ])('accepts %s', (_, yaml, choice) => {
    validate(JSON.parse(write(given(yaml, choice))));
    expect(validate.errors).toBeNull();
  });

  test('refuses an export in which any field is missing, or one too many', () => {
    const json = write(given(NASTY, { only: ({ session }) => ['parent', 'part-1'].includes(session.id) }));
    const paths = [...keys(JSON.parse(json))];
    expect(paths.length).toBeGreaterThan(80);
    for (const path of paths) {
      const data = JSON.parse(json);
      const holder = path.slice(0, -1).reduce((value, step) => value[step], data);
      const key = path.at(-1) ?? '';
      holder[`${key}x`] = holder[key];
      expect(validate(data), `${path.join('.')}x`).toBe(false);
      delete holder[`${key}x`];
      delete holder[key];
      expect(validate(data), path.join('.')).toBe(false);
    }
  });

  test.each([
    [
      'a time without offset',
      (data: Data) => ({ ...data, sessions: [{ ...data.sessions[0], start: '2018-03-26T10:00:00' }] }),
    ],
    ['an unknown type', (data: Data) => ({ ...data, sessions: [{ ...data.sessions[0], type: 'lecture' }] })],
    ['half a minute', (data: Data) => ({ ...data, sessions: [{ ...data.sessions[0], minutes: 0.5 }] })],
  ])('refuses %s', (_, change) => {
    expect(validate(change(JSON.parse(write(given(SHIPPED)))))).toBe(false);
  });
});

interface Data {
  readonly sessions: readonly object[];
}

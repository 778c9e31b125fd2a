import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse, parseDocument } from 'yaml';
import { readYaml as read } from '../../src/formats/agenda/full-read.js';
import { FIXED_RULES } from '../../src/model/rule-ids.js';
import { RULES } from '../../src/rules/index.js';
import type { Rule } from '../../src/rules/rule.js';
import { agendaSchema } from '../../src/schema/agenda.js';
import { complete } from '../support/example.js';
import { ROOT, SHIPPED } from '../support/run.js';
import { runs } from '../support/runs.js';

/** Keywords that only editors read. */
const OF_EDITORS = ['errorMessage', 'patternErrorMessage', 'enumDescriptions', 'defaultSnippets'];

const validate = new Ajv({
  allErrors: true,
  allowUnionTypes: true,
  strict: true,
  strictTypes: false,
  strictRequired: false,
})
  .addVocabulary(OF_EDITORS)
  .compile(agendaSchema());

/** What an editor makes of a text: YAML 1.2 with its core schema. */
function passes(text: string): boolean {
  const document = parseDocument(text, { uniqueKeys: false, logLevel: 'silent' });
  return document.errors.length === 0 && validate(document.toJS());
}

/** True when the reader finds no fault of shape, but for those of some rules. */
function wellShaped(text: string, except: readonly string[] = []): boolean {
  const judged: readonly string[] = FIXED_RULES.filter(rule => !except.includes(rule));
  return !read(text).faults.some(({ rule }) => judged.includes(rule));
}

test('the schema that ships is the one that the code makes', () => {
  expect(JSON.parse(readFileSync(`${ROOT}schema/agenda.schema.json`, 'utf8'))).toEqual(agendaSchema());
});

test('it is published where the project is', () => {
  const { homepage } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8'));
  const project = new URL(homepage).pathname;
  expect(agendaSchema().$id).toBe(`https://raw.githubusercontent.com${project}/main/schema/agenda.schema.json`);
});

test('the schema accepts the shipped agenda', () => {
  expect(passes(readFileSync(SHIPPED, 'utf8'))).toBe(true);
  expect(validate.errors ?? []).toEqual([]);
});

test('every field and every definition has a title and a description', () => {
  const undescribed: string[] = [];
  const look = (schema: Record<string, unknown>, at: string): void => {
    for (const [key, value] of Object.entries(schema)) {
      if (value === null || typeof value !== 'object') continue;
      const inside = value as Record<string, unknown>;
      if (key === 'properties' || key === 'definitions') {
        for (const [name, field] of Object.entries(inside as Record<string, Record<string, unknown>>)) {
          if (!field.title || !field.description) undescribed.push(`${at}/${key}/${name}`);
        }
      }
      look(inside, `${at}/${key}`);
    }
  };
  look(agendaSchema(), '');
  expect(undescribed).toEqual([]);
});

/** What the reader refuses and a JSON Schema cannot see. */
const BEYOND_A_SCHEMA: readonly string[] = ['duplicate-key', 'bad-timezone'];

describe('the schema and the reader judge alike', () => {
  const rules = Object.values<Rule>(RULES).filter(({ elsewhere }) => elsewhere === undefined);
  test.each(rules)('the good example of $id', ({ good }) => {
    expect([passes(complete(good)), wellShaped(complete(good))]).toEqual([true, true]);
  });

  test.each(rules)('the bad example of $id', ({ id, bad }) => {
    const text = complete(bad);
    if (BEYOND_A_SCHEMA.includes(id)) expect([passes(text), wellShaped(text)]).toEqual([true, false]);
    else expect(passes(text)).toBe(wellShaped(text));
  });

  const session = (fields: string) =>
    complete(`days:\n  - date: 2018-03-26\n    sessions:\n      - {id: a, time: 10:00-11:00, title: A, ${fields}}\n`);
  test.each([
    ['title: 007', true],
    ['title: no', true],
    ['tags: [1.10, true]', true],
    ['tags: [a, ]', true],
    ['tags: one', false],
    ['tags: [[a]]', false],
    ['room: []', true],
    ['room: [a, b]', true],
    ['room: {a: b}', false],
    ['languages: [fr, en-GB]', true],
    ['languages: [french]', false],
    ['moderators: bob', false],
    ['moderators: [bob, {person: bob, role: Chair}, {name: Bob, org: {en: O}}]', true],
    ['moderators: [{person: bob, name: Bob}]', false],
    ['moderators: [{role: Chair}]', false],
    ['moderators: [[bob]]', false],
    ['moderators: [""]', false],
    ['subtitle: ', true],
    ['subtitle: ""', true],
    ['subtitle: {}', false],
    ['subtitle: {en: }', false],
    ['subtitle: {en: x, fr: }', true],
    ['subtitle: {english: x}', false],
    ['subtitle: [x]', false],
    ['url: "HTTPS://example.org/a"', true],
    ['url: "javascript:alert(1)"', false],
    ['status: tentative', true],
    ['status: maybe', false],
    ['sessions: []', true],
    ['sessions: [{id: b, time: 10:00-10:30, title: B}]', true],
    ['sessions: [b]', false],
    ['sessions: {}', false],
    ['nothing: x', false],
  ])('of a session with %s: %s', (fields, good) => {
    const text = fields.startsWith('title') ? session('').replace('title: A', fields) : session(fields);
    expect([passes(text), wellShaped(text)]).toEqual([good, good]);
  });

  test.each([
    ['rooms: {a: A, b: {fr: B}, c: {name: C, capacity: 90, shared: true}}', true],
    ['rooms: {a: {capacity: 90}}', false],
    ['rooms: {a: {fr: A, capacity: 90}}', false],
    ['rooms: {a: }', false],
    ['rooms: {A: a}', false],
    ['rooms: [a]', false],
    ['rooms: {a: {name: A, capacity: many}}', false],
    ['rooms: {a: {name: A, capacity: -1}}', false],
    ['rooms: {a: {name: A, capacity: "90"}}', true],
    ['rooms: {a: {name: A, shared: maybe}}', false],
    ['people: {a: {name: A, country: "no"}}', true],
    ['people: {a: A}', false],
    ['people: {a: {org: A}}', false],
    ['people: ', true],
    ['lint: {unused-person: off, room-clash: warning}', true],
    ['lint: {unused-person: never}', false],
    ['lint: {no-such-rule: off}', false],
    ['lint: {syntax: off}', false],
    ['updated: 2018-03-20', true],
    ['updated: 2018-03-20T09:00:00-04:00', true],
    ['updated: 2018-03-20 09:00', false],
    ['revision: 3', true],
    ['revision: 1.5', false],
    ['language: fr-CH', true],
    ['language: français', false],
    ['status: final', true],
    ['status: confirmed', false],
    ['room: ', true],
  ])('of an agenda with %s: %s', (field, good) => {
    const text = complete(`${field}\ndays: []\n`);
    expect([passes(text), wellShaped(text)]).toEqual([good, good]);
  });

  test.each([
    ['numbers in other notations', complete('revision: 0x10\ndays: []\n'), true, false],
    [
      'null and ~, which are texts as they are written',
      complete('days: []\n').replace('title: Example', 'title: ~'),
      false,
      true,
    ],
    ['dates that do not exist', complete('days: [{date: 2018-02-30, sessions: []}]\n'), true, false],
    ['time zones', complete('timezone: Mars/Olympus\ndays: []\n'), true, false],
    ['fields that stand twice', complete('days: []\nvenue: A\nvenue: B\n'), true, false],
    ['tags', complete('venue: !!str A\ndays: []\n'), true, false],
  ])('but for %s', (_, text, schema, reader) => {
    expect([passes(text), wellShaped(text)]).toEqual([schema, reader]);
  });

  test('of any time that people may write', () => {
    const part = fc.constantFrom(
      '9',
      '09',
      '10',
      '24',
      '13',
      ':',
      '.',
      'h',
      '00',
      '30',
      '60',
      '-',
      ' – ',
      '\u00A0',
      'am',
      'p.m.',
      '+1',
      '+2',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 9 }), parts => {
        const text = complete(
          `days: [{date: 2018-03-26, sessions: [{id: a, title: A, time: ${JSON.stringify(parts.join(''))}}]}]\n`,
        );
        expect(passes(text)).toBe(wellShaped(text));
      }),
      { numRuns: runs(1000) },
    );
  });

  test('of a shipped agenda damaged at random', () => {
    const whole = parse(readFileSync(SHIPPED, 'utf8'), { schema: 'core' });
    const values = fc.constantFrom<unknown>(
      'x',
      '',
      7,
      true,
      [],
      {},
      ['a'],
      { fr: 'a' },
      { name: 'a' },
      '10:00-11:00',
      '2018-03-26',
      { a: 1 },
    );
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 6 }), values, (steps, value) => {
        const agenda = structuredClone(whole);
        let node = agenda;
        for (const [i, step] of steps.entries()) {
          const keys = Object.keys(node);
          const key = keys[step % keys.length] ?? 'x';
          if (i < steps.length - 1 && node[key] !== null && typeof node[key] === 'object') node = node[key];
          else {
            node[key] = value;
            break;
          }
        }
        const text = JSON.stringify(agenda);
        expect(passes(text)).toBe(wellShaped(text, BEYOND_A_SCHEMA));
      }),
      { numRuns: runs(500) },
    );
  });
});

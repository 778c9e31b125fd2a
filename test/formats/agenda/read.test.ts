import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseFast } from '../../../src/formats/agenda/fast/parse.js';
import { readYaml } from '../../../src/formats/agenda/full-read.js';
import { read } from '../../../src/formats/agenda/read.js';
import type { Reading } from '../../../src/formats/source/read-result.js';
import type { Path } from '../../../src/model/diagnostic.js';
import { RULES } from '../../../src/rules/index.js';
import { YAML_TEXTS } from '../../given/yaml-texts.js';
import { complete } from '../../support/example.js';
import { expectLinear } from '../../support/growth.js';
import { ROOT, SHIPPED } from '../../support/run.js';
import { runs } from '../../support/runs.js';

/** Every path of a value, those that lead nowhere among them. */
function* paths(value: unknown, above: Path = []): Generator<Path> {
  yield above;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value))
    yield* paths(inner, [...above, Array.isArray(value) ? Number(key) : key]);
}

/** What a reading says: the agenda, the faults, and the place of every path. */
function said({ agenda, faults, source }: Reading, where: Iterable<Path>) {
  const places = [...where].map(path => [path, source.locate(path), source.locate(path, 'key')]);
  return { agenda, faults, places };
}

/** Reads with both parsers, and holds one against the other. */
async function compare(text: string): Promise<void> {
  const record = readYaml(text);
  const people = Object.fromEntries(record.agenda?.people.map(person => [person.id, person]) ?? []);
  const rooms = Object.fromEntries(record.agenda?.rooms.map(room => [room.id, room]) ?? []);
  const where = [
    ...paths({ ...record.agenda, people, rooms }),
    ...record.faults.flatMap(({ at }) => ('path' in at ? [at.path] : [])),
  ];
  expect(said(await read(text), where)).toEqual(said(record, where));
}

const FILES = [
  SHIPPED,
  `${ROOT}examples/draft.yaml`,
  ...['given', 'given/clients'].flatMap(folder =>
    readdirSync(`${ROOT}test/${folder}`)
      .filter(name => name.endsWith('.yaml'))
      .map(name => `${ROOT}test/${folder}/${name}`),
  ),
];

describe('both parsers of YAML give the same agenda, the same faults and the same places', () => {
  test.each(FILES)('of %s', async file => {
    await compare(readFileSync(file, 'utf8'));
  });

  test.each(
    Object.values(RULES).flatMap(
      ({ id, bad, good }) =>
        [
          [id, bad],
          [id, good],
        ] as const,
    ),
  )('of the examples of %s', async (_, example) => {
    await compare(complete(example));
  });
});

const HEAD = 'id: x\ntitle: X\ntimezone: UTC\n';

test.each([
  ['a byte order mark below the first line', `# first\n\uFEFF${HEAD}days: []\n`],
  ['an indented mark of a document', ` ---\n${HEAD}days: []\n`],
  ['a map without braces in brackets', `${HEAD}room: [? a : b]\ndays: []\n`],
  ['a comment in braces, less indented', `${HEAD}lint: {during-break: off\n# now\n  }\ndays: []\n`],
  ['a block of blanks', `${HEAD}description: >2-\n     \ndays: []\n`],
  ['a block that ends in a line of blanks, deeper', `${HEAD}description: |1\n  a\n  \ndays: []\n`],
  ['a block that ends in a line of blanks', `${HEAD}description: |\n  a\n  \n \n\ndays: []\n`],
  ['a block that keeps such lines', `${HEAD}description: >+\n  a\n  \n \ndays: []\n`],
  ['a block of a wrong kind that ends in blank lines', `${HEAD}status: |\n  a\n\n\ndays: []\n`],
  ['a block under a key with another mark in it', `${HEAD}days: []\n"a > #b": |\n  x\n`],
  ['a block under a comment with a line separator', `${HEAD}status: | # \u2028\n  x\ndays: []\n`],
  ['a key of 1,000 characters', `${HEAD}days: []\n${'k'.repeat(1000)}: v\n`],
  ['a key of 1,025 characters', `${HEAD}days: []\n${'k'.repeat(1025)}: v\n`],
  ['a key of 1,025 characters in quotes', `${HEAD}days: []\n"${'k'.repeat(1023)}": v\n`],
  ['a block under a header with blanks', `${HEAD}status: | \n  open\n\ndays: []\n`],
  ['an item that is empty', `${HEAD}days:\n  -\n`],
  ['a lone CR', `${HEAD}url: a\rb\ndays: []\n`],
  ['an empty value before CRLF', `${HEAD}days:\n  - date:\r\n`],
])('both read alike %s', async (_, text) => {
  await compare(text);
});

test('and of agendas as people write them, with slips and without', async () => {
  const ordinary = { yes: 0, no: 0 };
  const property = fc.asyncProperty(YAML_TEXTS, async text => {
    const isOrdinary = parseFast(text) !== undefined;
    ordinary[isOrdinary ? 'yes' : 'no']++;
    // All others are handed over, which takes long where they have many slips.
    if (isOrdinary) await compare(text);
  });
  await fc.assert(property, { numRuns: runs(600) });
  // Both ways are taken often, or this says nothing.
  expect(Math.min(ordinary.yes, ordinary.no)).toBeGreaterThan(runs(600) / 10);
});

test('of many places in a long list, each takes no longer for its length', async () => {
  const count = 30_000;
  const text = (sessions: number) => {
    const items = Array.from({ length: sessions }, (_, i) => `      - {id: s${i}, title: Session ${i}}\n`).join('');
    return `${HEAD}days:\n  - date: 2018-03-26\n    sessions:\n${items}`;
  };
  await expectLinear(
    async by => ({ sessions: count / by, ...(await read(text(count / by))) }),
    ({ sessions, source }) => {
      for (let i = 0; i < sessions; i++) source.locate(['days', 0, 'sessions', i, 'title']);
    },
  );
});

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { read } from '../../src/formats/agenda/read.js';
import type { Reading } from '../../src/formats/source/read-result.js';
import { lint } from '../../src/lint/lint.js';
import type { Problem } from '../../src/lint/problem.js';
import type { Path } from '../../src/model/diagnostic.js';
import { UNDETERMINED } from '../../src/model/localized.js';
import { sessions } from '../../src/query/walk.js';
import { ROOT } from '../support/run.js';
import { applied } from '../support/slips.js';

const AGENDA = readFileSync(`${ROOT}test/given/slips/fjord.yaml`, 'utf8');

/** The language of its plain texts. */
const LANGUAGE = 'en';

/** How many texts are tried, and from which seed; `IDM_RANDOM` and `IDM_SEED` set others. */
const TEXTS = Number(process.env.IDM_RANDOM ?? 60);
const SEED = Number(process.env.IDM_SEED ?? 15);

const PIECES = [
  '',
  ' ',
  '  ',
  '\n',
  '- ',
  ':',
  ': ',
  '"',
  "'",
  '{',
  '}',
  '[',
  ']',
  ',',
  '#',
  ' #x',
  '\t',
  '*',
  '&a ',
  '–',
  'é',
  '3',
];

const edit = fc.record({
  at: fc.integer({ min: 0, max: AGENDA.length }),
  length: fc.integer({ min: 0, max: 3 }),
  by: fc.constantFrom(...PIECES),
});

/** A part of an agenda: what it says, and the lines in which it stands. */
interface Part {
  readonly says: string;
  readonly lines: Lines;
}

/** The first and the last of some lines, from 1. */
type Lines = readonly [first: number, last: number];

/** The sessions, people, rooms and days of an agenda, and the agenda itself, by name. */
function parts({ agenda, source }: Reading): ReadonlyMap<string, Part> {
  const found = new Map<string, Part>();
  if (agenda === undefined) return found;
  const lineAt = (offset: number) => source.text.slice(0, offset).split('\n').length;
  const add = (name: string, path: Path, what: unknown) => {
    const [start, end] = source.extent(path);
    const [key] = source.locate(path, 'key');
    // A text in the language of the agenda says the same where that language could not be read.
    const says = JSON.stringify(what).replaceAll(`"${UNDETERMINED}":`, `"${LANGUAGE}":`);
    found.set(name, { says, lines: [lineAt(Math.min(key, start)), lineAt(Math.max(start, end - 1))] });
  };
  const { days, people, rooms, ...head } = agenda;
  add('agenda', [], head);
  for (const one of people) if (!one.inline) add(`person ${one.id}`, ['people', one.id], one);
  for (const one of rooms) add(`room ${one.id}`, ['rooms', one.id], one);
  for (const [i, { sessions: _, ...day }] of days.entries()) add(`day ${day.date}`, ['days', i], day);
  const inline = new Map(people.flatMap(({ id, ...person }) => (person.inline ? [[id, person] as const] : [])));
  for (const { session, path } of sessions(agenda)) {
    const { moderators, speakers, sessions: _, ...rest } = session;
    // Who is described there has an id that is made of the name.
    const cast = [...moderators, ...speakers].map(one => ({ ...one, person: inline.get(one.person) ?? one.person }));
    add(`session ${session.id}`, path, { ...rest, cast });
  }
  return found;
}

/** The parts in which lines stand: of two that are one in the other, the inner. */
function partsOf(all: ReadonlyMap<string, Part>, [first, last]: Lines): ReadonlySet<string> {
  const found = new Set<string>();
  for (let line = first; line <= last; line++) {
    const around = [...all].filter(([, { lines }]) => lines[0] <= line && line <= lines[1]);
    const size = ([, { lines }]: (typeof around)[number]) => lines[1] - lines[0];
    const least = Math.min(...around.map(size));
    for (const one of around) if (size(one) === least) found.add(one[0]);
  }
  return found;
}

/** The lines that a finding is about: where it is, and what its suggestion edits. */
function linesOf({ line, suggestion }: Problem): Lines {
  return [Math.min(line, suggestion?.line ?? line), Math.max(line, suggestion?.endLine ?? line)];
}

const said = ({ rule, message }: Problem) => `${rule} ${message}`;

/** What is wrong with the suggestion of a problem; undefined where it makes that go away and changes nothing else. */
async function faultOf(problem: Problem, text: string, reading: Reading, problems: readonly Problem[]) {
  // Slips of layout are read as mended, all of them.
  const slips = problems.filter(({ rule, suggestion }) => rule === 'syntax' && suggestion !== null);
  const mended = await read(applied(text, [...new Set([problem, ...slips])]));
  const count = (some: readonly Problem[]) => some.filter(one => said(one) === said(problem)).length;
  if (count(lint(mended)) >= count(problems)) return `${said(problem)}: is still there`;
  const [before, after] = [parts(reading), parts(mended)];
  const changed = [...before].flatMap(([name, { says }]) => (after.get(name)?.says === says ? [] : [name]));
  const own = partsOf(before, linesOf(problem));
  const others = changed.filter(name => !own.has(name));
  if (changed.length <= 1 && others.length === 0) return undefined;
  return `${said(problem)}: changes ${changed.join(', ')}, and is in ${[...own].join(', ')}`;
}

test('a suggestion makes its finding go away and changes only the part that it is in, whatever was typed at random', async () => {
  let suggestions = 0;
  await fc.assert(
    fc.asyncProperty(edit, async ({ at, length, by }) => {
      const text = AGENDA.slice(0, at) + by + AGENDA.slice(at + length);
      const reading = await read(text);
      const problems = lint(reading);
      for (const problem of problems) {
        if (problem.suggestion === null) continue;
        suggestions++;
        const near = JSON.stringify(text.slice(Math.max(0, at - 30), at + 30));
        expect(await faultOf(problem, text, reading, problems), `in ${near}`).toBeUndefined();
      }
    }),
    { numRuns: TEXTS, seed: SEED },
  );
  expect(suggestions).toBeGreaterThan(TEXTS / 3);
});

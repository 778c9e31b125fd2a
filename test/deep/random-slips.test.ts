import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { read } from '../../src/formats/agenda/read.js';
import { lint } from '../../src/lint/lint.js';
import type { Agenda } from '../../src/model/agenda.js';
import { sessions } from '../../src/query/walk.js';
import { ROOT } from '../support/run.js';
import { applied } from '../support/slips.js';

const AGENDA = readFileSync(`${ROOT}test/given/slips/fjord.yaml`, 'utf8');

/** How many texts are tried; `IDM_RANDOM` sets another number. */
const TEXTS = Number(process.env.IDM_RANDOM ?? 60);

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

/** What an agenda says, by what says it: sessions, people, rooms, days and the agenda itself. */
function parts(agenda: Agenda | undefined): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  if (agenda === undefined) return found;
  const { days, people, rooms, language, ...head } = agenda;
  const named = new Map(people.flatMap(({ id, ...person }) => (person.inline ? [[id, person] as const] : [])));
  const text = (value: unknown) => JSON.stringify(value).replaceAll('"und":', `"${language ?? 'und'}":`);
  for (const [name, value] of Object.entries(head)) found.set(name, text(value));
  for (const one of [...people.filter(({ inline }) => !inline), ...rooms]) found.set(`of ${one.id}`, text(one));
  for (const { session } of sessions(agenda)) {
    // Who is described there has an id that is made of the name.
    const cast = [...session.moderators, ...session.speakers].map(one => ({
      ...one,
      person: named.get(one.person) ?? one.person,
    }));
    found.set(`session ${session.id}`, text({ ...session, moderators: [], speakers: cast, sessions: [] }));
  }
  return found;
}

test('a suggestion makes its finding go away and changes nothing else, whatever was typed at random', async () => {
  let suggestions = 0;
  await fc.assert(
    fc.asyncProperty(edit, async ({ at, length, by }) => {
      const text = AGENDA.slice(0, at) + by + AGENDA.slice(at + length);
      const reading = await read(text);
      const problems = lint(reading);
      const before = parts(reading.agenda);
      // Slips of layout are read as mended, all of them.
      const slips = problems.filter(({ rule, suggestion }) => rule === 'syntax' && suggestion !== null);
      for (const problem of problems) {
        if (problem.suggestion === null) continue;
        suggestions++;
        const mended = await read(applied(text, [...new Set([problem, ...slips])]));
        const said = ({ rule, message }: typeof problem) => `${rule} ${message}`;
        const count = (some: typeof problems) => some.filter(one => said(one) === said(problem)).length;
        const told = `${said(problem)} in ${JSON.stringify(text.slice(Math.max(0, at - 30), at + 30))}`;
        expect(count(lint(mended)), told).toBeLessThan(count(problems));
        const after = parts(mended.agenda);
        const changed = [...before].filter(([part, what]) => after.get(part) !== what).map(([part]) => part);
        // What the finding is in is read otherwise then, and all that is read because of it is new.
        expect(changed.length, `${told} changes ${changed.join(', ')}`).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns: TEXTS, seed: 15 },
  );
  expect(suggestions).toBeGreaterThan(TEXTS / 3);
});

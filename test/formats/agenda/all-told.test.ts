import fc from 'fast-check';
import { expect, test } from 'vitest';
import { read } from '../../../src/formats/agenda/read.js';
import type { ReadIssue } from '../../../src/formats/source/issues.js';
import type { Path } from '../../../src/model/diagnostic.js';
import { FIELDS } from '../../../src/model/fields.js';
import { runs } from '../../support/runs.js';

/** A value of a field, as a shape that is filled with marks. */
type Shape = 'text' | 'map' | 'list' | 'languages' | 'maps';

interface Entry {
  readonly name: string;
  readonly shape: Shape;
}

/** Fields: known ones of a table, misspelt, of other programs, with a name of JavaScript. */
const entries = (table: object): fc.Arbitrary<readonly Entry[]> =>
  fc.array(
    fc.record({
      name: fc.constantFrom(...Object.keys(table), 'titel', 'speker', 'podcast', 'x', 'constructor', '$ref'),
      shape: fc.constantFrom<Shape>('text', 'text', 'map', 'list', 'languages', 'maps'),
    }),
    { maxLength: 4 },
  );

const agenda = fc.record({
  head: entries(FIELDS.agenda),
  room: entries(FIELDS.room),
  person: entries(FIELDS.person),
  days: fc.array(
    fc.record({
      fields: entries(FIELDS.day),
      sessions: fc.array(
        fc.record({
          fields: entries(FIELDS.session),
          parts: fc.array(entries(FIELDS.session), { maxLength: 1 }),
          speaker: entries(FIELDS.appearance),
        }),
        { maxLength: 3 },
      ),
    }),
    { minLength: 1, maxLength: 2 },
  ),
  asJson: fc.boolean(),
});

/** A mark that no other value has, and where it stands. */
interface Mark {
  readonly word: string;
  readonly path: Path;
}

/** Writes maps of YAML in flow style, which may have a key twice, and notes the marks in them. */
class Writer {
  readonly marks: Mark[] = [];
  private readonly q: (name: string) => string;

  constructor(asJson: boolean) {
    this.q = name => (asJson ? JSON.stringify(name) : name);
  }

  map(at: Path, given: readonly (readonly [name: string, value: (at: Path) => string])[]): string {
    return `{${given.map(([name, value]) => `${this.q(name)}: ${value([...at, name])}`).join(', ')}}`;
  }

  list(at: Path, given: readonly ((at: Path) => string)[]): string {
    return `[${given.map((value, i) => value([...at, i])).join(', ')}]`;
  }

  readonly word = (path: Path): string => {
    const word = `mark${this.marks.length}x`;
    this.marks.push({ word, path });
    return JSON.stringify(word);
  };

  readonly fields = (given: readonly Entry[]) => given.map(({ name, shape }) => [name, this.shaped(shape)] as const);

  private shaped(shape: Shape): (at: Path) => string {
    const { word } = this;
    return at => {
      if (shape === 'text') return word(at);
      if (shape === 'list') return this.list(at, [word, word]);
      if (shape === 'maps') return this.list(at, [inner => this.map(inner, [['foo', word]])]);
      const names = shape === 'map' ? ['foo'] : ['en', 'fr', 'english'];
      return this.map(
        at,
        names.map(name => [name, word]),
      );
    };
  }
}

/** True where a finding is at a value, at what it stands in, or at a key that stands twice above it. */
function isTold({ word, path }: Mark, { rule, at, message }: ReadIssue, text: string): boolean {
  if (message.includes(word)) return true;
  if ('path' in at) return at.path.length > 0 && at.path.every((step, i) => step === path[i]);
  const from = text.indexOf(word);
  if (at.span[0] <= from && from < at.span[1]) return true;
  return rule === 'duplicate-key' && path.some(step => message.includes(`"${step}"`));
}

test('whatever fields an agenda has (known, misspelt, foreign, nested, doubled), each is in it or in a finding', async () => {
  const rest = { told: 0, kept: 0 };
  await fc.assert(
    fc.asyncProperty(agenda, async ({ head, room, person, days, asJson }) => {
      const writer = new Writer(asJson);
      const { map, list, fields } = {
        map: (given: Parameters<Writer['map']>[1]) => (at: Path) => writer.map(at, given),
        list: (given: readonly ((at: Path) => string)[]) => (at: Path) => writer.list(at, given),
        fields: writer.fields,
      };
      const plain = (value: string) => () => JSON.stringify(value);
      const session = (id: string, own: readonly Entry[], more: Parameters<Writer['map']>[1]) =>
        map([['id', plain(id)], ['time', plain('10:00-11:00')], ['title', plain('T')], ...more, ...fields(own)]);
      const text = writer.map(
        [],
        [
          ['id', plain('a')],
          ['title', plain('A')],
          ['timezone', plain('UTC')],
          ['rooms', map([['hall', map([['name', plain('Hall')], ...fields(room)])]])],
          ['people', map([['ada', map([['name', plain('Ada')], ...fields(person)])]])],
          ...fields(head.filter(({ name }) => name !== 'days')),
          [
            'days',
            list(
              days.map(day =>
                map([
                  ['date', plain('2030-05-14')],
                  ...fields(day.fields.filter(({ name }) => name !== 'sessions')),
                  [
                    'sessions',
                    list(
                      day.sessions.map((one, i) =>
                        session(`s${i}`, one.fields, [
                          ['speakers', list([map([['person', plain('ada')], ...fields(one.speaker)])])],
                          ['sessions', list(one.parts.map((part, j) => session(`p${i}-${j}`, part, [])))],
                        ]),
                      ),
                    ),
                  ],
                ]),
              ),
            ),
          ],
        ],
      );
      const { agenda: found, faults } = await read(`${text}\n`);
      const kept = JSON.stringify(found) ?? '';
      const lost = writer.marks.filter(mark => {
        if (kept.includes(mark.word)) return ++rest.kept === 0;
        const isFound = faults.some(fault => isTold(mark, fault, text));
        if (isFound) rest.told++;
        return !isFound;
      });
      expect(lost, text).toEqual([]);
    }),
    { numRuns: runs(200) },
  );
  // Both are met often, or this says nothing.
  expect(Math.min(rest.told, rest.kept)).toBeGreaterThan(runs(200));
});

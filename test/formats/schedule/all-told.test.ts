import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Reading } from '../../../src/formats/source/read-result.js';
import { given } from '../../given/schedules.js';
import { runs } from '../../support/runs.js';

/**
 * Values that are found again: each is a word of its own in the source, with the ways in which a finding may name what it
 * stands in.
 */
class Marks {
  private readonly all: { readonly word: string; readonly named: readonly string[] }[] = [];

  word(...named: readonly string[]): string {
    const word = `tok${this.all.length}x`;
    this.all.push({ word, named });
    return word;
  }

  /** The words that are neither in the agenda nor in a finding. */
  lost({ agenda, faults }: Reading): readonly string[] {
    // Nothing is read then, which is told.
    if (faults.some(({ rule }) => rule === 'no-session')) return [];
    const inAgenda = JSON.stringify(agenda ?? {});
    const messages = faults.map(({ message }) => message);
    return this.all
      .filter(
        ({ word, named }) =>
          !inAgenda.includes(word) &&
          !messages.some(one => one.includes(word) || named.some(name => one.startsWith(name))),
      )
      .map(({ word, named }) => `${word}: ${named.join(', ')}`);
  }
}

const name = (...names: readonly string[]) => fc.constantFrom(...names);

describe('in a schedule.xml, whatever elements it has, each is in the agenda or in a finding', () => {
  interface Leaf {
    readonly name: string;
    readonly attribute: boolean;
    readonly twice: boolean;
    readonly within: boolean;
  }
  const leaf = (...names: readonly string[]): fc.Arbitrary<Leaf> =>
    fc.record({ name: name(...names), attribute: fc.boolean(), twice: fc.boolean(), within: fc.boolean() });
  const ofEvents = leaf(
    ...[
      'title',
      'subtitle',
      'abstract',
      'description',
      'track',
      'type',
      'room',
      'start',
      'duration',
      'date',
      'url',
      'language',
      'state',
    ],
    ...['titel', 'descriptoin', 'podcast', 'speakers', 'x:room', 'event', 'day', 'conference', 'person', 'b'],
  );
  const ofHeads = leaf(
    'title',
    'subtitle',
    'venue',
    'city',
    'description',
    'time_zone_name',
    'zone',
    'organizer',
    'event',
    'day',
  );
  const event = fc.record({
    tag: name('event', 'event', 'evnt', 'entry'),
    fields: fc.array(ofEvents, { maxLength: 5 }),
    persons: fc.array(name('person', 'speaker'), { maxLength: 2 }),
  });
  const room = fc.record({ tag: name('room', 'room', 'rooms', 'stage'), events: fc.array(event, { maxLength: 3 }) });
  const day = fc.record({
    tag: name('day', 'day', 'tag'),
    rooms: fc.array(room, { maxLength: 2 }),
    stray: fc.boolean(),
  });
  const schedule = fc.record({
    head: fc.array(ofHeads, { maxLength: 5 }),
    days: fc.array(day, { minLength: 1, maxLength: 2 }),
  });

  test('known, misspelt, foreign, nested, doubled', async () => {
    await fc.assert(
      fc.asyncProperty(schedule, async ({ head, days }) => {
        const marks = new Marks();
        /** What names an element in a finding: itself, another of it, or one that it stands in. */
        const naming = (above: readonly string[], tag: string) => [...above, `<${tag}> in <`, `another <${tag}> in <`];
        const element = ({ name: tag, attribute, twice, within }: Leaf, above: readonly string[]): string => {
          const named = naming(above, tag);
          const one = () => {
            const extra = attribute ? ` mark="${marks.word(...named, `attribute mark of <${tag}>`)}"` : '';
            const inner = within ? `<wrap>${marks.word(...named, '<wrap> in <')}</wrap>` : marks.word(...named);
            return `<${tag}${extra}>${inner}</${tag}>`;
          };
          return twice ? one() + one() : one();
        };
        const xml = [
          `<schedule><conference>${head.map(one => element(one, [])).join('')}</conference>`,
          ...days.map(({ tag: dayTag, rooms, stray }) => {
            const inDay = naming([], dayTag);
            const inner = rooms.map(({ tag: roomTag, events }) => {
              const inRoom = naming(inDay, roomTag);
              const all = events.map(({ tag, fields, persons }) => {
                const above = naming(inRoom, tag);
                const people = persons.map(one => `<${one}>${marks.word(...naming(above, one))}</${one}>`).join('');
                return `<${tag}>${fields.map(one => element(one, above)).join('')}<persons>${people}</persons></${tag}>`;
              });
              return `<${roomTag} name="${marks.word(...inRoom)}">${all.join('')}</${roomTag}>`;
            });
            return `<${dayTag} date="2030-05-14">${stray ? marks.word(...inDay, `text in <${dayTag}>`) : ''}${inner.join('')}</${dayTag}>`;
          }),
          '</schedule>',
        ].join('');
        expect(marks.lost(await given(xml)), xml).toEqual([]);
      }),
      { numRuns: runs(300) },
    );
  });
});

describe('in a schedule.json, whatever fields it has, each is in the agenda or in a finding', () => {
  const ofEvents = name(
    ...[
      'title',
      'subtitle',
      'abstract',
      'description',
      'track',
      'type',
      'room',
      'start',
      'duration',
      'date',
      'end',
      'url',
      'language',
      'state',
    ],
    ...['titel', 'podcast', 'speakers', 'rooms', 'day'],
  );
  const ofHeads = name(
    'title',
    'subtitle',
    'description',
    'venue',
    'city',
    'time_zone_name',
    'organizer',
    'talks',
    'motto',
  );
  const value = name('text', 'object', 'list', 'language', 'objects');
  const fields = (names: fc.Arbitrary<string>) => fc.dictionary(names, value, { maxKeys: 5 });
  const person = fc.dictionary(name('public_name', 'biography', 'role', 'twitter'), fc.constant('text' as const), {
    minKeys: 1,
    maxKeys: 3,
  });
  const event = fc.record({ fields: fields(ofEvents), persons: fc.array(person, { maxLength: 2 }) });
  const day = fc.record({ key: name('rooms', 'rooms', 'talks', 'stages'), events: fc.array(event, { maxLength: 3 }) });
  const schedule = fc.record({
    head: fields(ofHeads),
    days: fc.array(day, { maxLength: 2 }),
    beside: fields(name('sponsors', 'sessions')),
  });

  test('known, misspelt, foreign, nested', async () => {
    await fc.assert(
      fc.asyncProperty(schedule, async ({ head, days, beside }) => {
        const marks = new Marks();
        const made = (what: string, all: Readonly<Record<string, string>>, above: readonly string[] = []) =>
          Object.fromEntries(
            Object.entries(all).map(([key, kind]) => {
              // A value of another shape is told as that, without its content.
              const shapes = ['a map of fields where', 'a list where', `"${key}" is not a language`];
              const word = () =>
                marks.word(
                  ...above,
                  `field "${key}" of ${what}`,
                  ...(kind === 'text' ? [] : shapes),
                  'field "foo" of',
                  '"english" is not',
                );
              if (kind === 'text') return [key, word()];
              if (kind === 'object') return [key, { foo: word() }];
              if (kind === 'list') return [key, [word()]];
              return [key, kind === 'language' ? { en: word(), de: word(), english: word() } : [{ foo: word() }]];
            }),
          );
        const inDays = days.map(({ key, events }) => {
          const above = [`field "${key}" of a day`];
          const list = events.map(one => ({
            ...made('an event', one.fields, above),
            persons: one.persons.map(all => made('a person', { public_name: 'text', ...all }, above)),
          }));
          return { date: '2030-05-14', [key]: { [events.length > 0 ? marks.word(...above) : 'A']: list } };
        });
        const text = JSON.stringify({
          schedule: { conference: { ...made('the conference', head), days: inDays }, ...made('the schedule', beside) },
        });
        expect(marks.lost(await given(text)), text).toEqual([]);
      }),
      { numRuns: runs(300) },
    );
  });
});

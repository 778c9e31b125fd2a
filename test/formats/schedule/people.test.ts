import { expect, test } from 'vitest';
import { read } from '../../../src/formats/schedule/xml/read.js';

/** The people of a schedule in which Ann speaks so often, by name alone: true where they are named in the event. */
async function inline(count: number): Promise<readonly (true | undefined)[]> {
  const event = (i: number) =>
    `<event id="${i}"><title>T${i}</title><start>1${i}:00</start><duration>00:30</duration><persons><person>Ann Berg</person></persons></event>`;
  const events = Array.from({ length: count }, (_, i) => event(i)).join('');
  const { agenda } = await read(
    `<schedule><conference><title>T</title><time_zone_name>UTC</time_zone_name></conference><day date="2024-01-01"><room name="A">${events}</room></day></schedule>`,
    {},
  );
  return agenda?.people.map(person => person.inline) ?? [];
}

// Whoever appears once is named where they appear; from the second time on they have an entry, so that they are named once.
test.each([
  [1, [true]],
  [2, [undefined]],
  [3, [undefined]],
])('who appears %i times', async (count, expected) => {
  expect(await inline(count)).toEqual(expected);
});

// Ids of people are made of names: two people of one name each need an entry, where a reader can see who is who.
test.each([
  [1, [true]],
  [2, [undefined, undefined]],
  [3, [undefined, undefined, undefined]],
])('%i people of one name, who appear once each', async (count, expected) => {
  const persons = Array.from({ length: count }, (_, i) => `<person id="${i}">Ann Berg</person>`).join('');
  const { agenda } = await read(
    `<schedule><conference><title>T</title><time_zone_name>UTC</time_zone_name></conference><day date="2024-01-01"><room name="A"><event id="1"><title>T</title><start>10:00</start><persons>${persons}</persons></event></room></day></schedule>`,
    {},
  );
  expect(agenda?.people.map(person => person.inline)).toEqual(expected);
});

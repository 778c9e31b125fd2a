import { expect, test } from 'vitest';
import { readYaml as read } from '../../src/formats/agenda/full-read.js';
import { FIELDS, type Fields } from '../../src/model/fields.js';
import { strings } from '../../src/query/texts.js';

/** Every field of a table that holds words, filled with where it stands. */
function filled(where: keyof typeof FIELDS): string {
  const fields = Object.entries<Fields[string]>(FIELDS[where]).filter(([, { kind }]) =>
    ['text', 'name', 'string', 'tags'].includes(kind),
  );
  return fields
    .map(([name, { kind }]) => `${name}: ${kind === 'tags' ? `[${where}.${name}]` : `${where}.${name}`}`)
    .join(', ');
}

test('whatever field of the format holds words, its words are walked, each at its place', () => {
  const text = `{id: x, timezone: UTC, ${filled('agenda')},
rooms: {hall: {${filled('room')}}},
people: {ann: {${filled('person')}}},
days: [{date: 2018-03-26, ${filled('day')}, sessions: [
  {id: a, time: 10:00-11:00, ${filled('session')},
  links: [{url: "https://localhost/a", ${filled('link')}}], items: [{${filled('item')}}], speakers: [
    {person: ann, ${filled('appearance')}},
    {${filled('inlinePerson')}}
]}]}]}`;
  const { agenda, faults, source } = read(text);
  expect(faults).toEqual([]);
  const words = agenda === undefined ? [] : [...strings(agenda)];
  expect(words.map(({ path }) => text.slice(...source.locate(path)))).toEqual(words.map(word => word.text));
  const wanted = [...text.matchAll(/\w+\.\w+/g)].map(([word]) => word);
  expect(words.map(word => word.text).sort()).toEqual(wanted.sort());
});

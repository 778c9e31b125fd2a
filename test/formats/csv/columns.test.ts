import { expect, test } from 'vitest';
import { COLUMNS, columnOf, keyOf, NAMES } from '../../../src/formats/csv/columns.js';

test('every name of a column is as it is looked up, and is that of one column', () => {
  const names = Object.values(NAMES).flatMap(known => known.split(/\s+/).filter(name => name !== ''));
  expect(names.filter(name => keyOf(name) !== name)).toEqual([]);
  expect(names.length).toBe(new Set(names).size);
});

test.each(COLUMNS)('%s is a column of its own name', column => {
  expect(columnOf(column)).toBe(column);
  expect(columnOf(column.toUpperCase().replaceAll('_', ' '))).toBe(column);
});

test.each([
  ['القاعة', 'rooms'],
  ['Ведущий', 'moderators'],
  ['Heure de début', 'start'],
])('%s is the column %s', (name, column) => {
  expect(columnOf(name)).toBe(column);
});

import { describe, expect, test } from 'vitest';
import { personKey } from '../../../src/formats/import/person-key.js';
import { nameRegistry } from '../../../src/formats/import/registry.js';
import { withoutHonorific } from '../../../src/model/honorifics.js';

describe('who is one person', () => {
  test.each([
    ['rubyevents#681, case', 'Ada Lind', 'ADA LIND'],
    ['rubyevents#287, accents', 'Léa Lind', 'Lea Lind'],
    ['rubyevents#974, order', 'Ada Lind', 'Lind, Ada'],
    ['yournextrepresentative#222, an honorific', 'Dr. Ada Lind', 'Ada Lind'],
    ['two honorifics', 'Prof. Dr. Ada Lind', 'Ada Lind'],
    ['an apostrophe', 'Ben O’Hara', "Ben O'Hara"],
    ['a hyphen', 'Anne-Marie Roe', 'Anne Marie Roe'],
  ])('%s: %s and %s', (_, one, other) => {
    expect(personKey(one)).toBe(personKey(other));
  });

  test.each([
    ['Tom Reed', 'Tom Vale Reed'],
    ['Ada Lind', 'Ida Lind'],
    ['Dr. Lind', 'Lind'],
    ['Don Roe', 'Roe'],
  ])('not %s and %s', (one, other) => {
    expect(personKey(one)).not.toBe(personKey(other));
  });

  test('not people to whom the source gives two ids', () => {
    expect(personKey('Ada Lind', '7')).not.toBe(personKey('Ada Lind', '8'));
    expect(personKey('Ada Lind', '7')).toBe(personKey('ada lind', '7'));
  });

  test('what is no honorific stays', () => {
    expect(['Dr. Ada Lind', 'Drew Ada Lind', 'Dr. Lind', 'H.E. Ms. Ada Lind'].map(withoutHonorific)).toEqual([
      'Ada Lind',
      'Drew Ada Lind',
      'Dr. Lind',
      'Ada Lind',
    ]);
  });

  test('has the name without honorific, and an id of it, whichever comes first', () => {
    for (const names of [
      ['Dr. Ada Lind', 'Ada Lind'],
      ['Ada Lind', 'Dr. Ada Lind'],
    ]) {
      const registry = nameRegistry();
      expect(names.map(name => registry.person(name, [0, 1]))).toEqual(['ada-lind', 'ada-lind']);
      expect(registry.people()).toEqual([{ id: 'ada-lind', name: 'Ada Lind' }]);
    }
  });

  test('in a file of our own: the name as it stands', () => {
    const registry = nameRegistry(undefined, true);
    expect(['Anna Lind', 'anna lind', 'Dr. Anna Lind'].map(name => registry.person(name, [0, 1]))).toEqual([
      'anna-lind',
      'anna-lind-2',
      'dr-anna-lind',
    ]);
  });
});

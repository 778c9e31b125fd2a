import { describe, expect, test } from 'vitest';
import { personInWords } from '../../src/model/person-in-words.js';
import { references } from '../../src/model/references.js';

const { meant, several } = references([
  { id: 'lind', names: ['Kari Lind'] },
  { id: 'moreau', names: ['Paul Moreau'] },
  { id: 'moreau-2', names: ['Anne Moreau'] },
  { id: 'masri', names: ['Samir Al-Masri', 'سامر المصري'] },
  // What could not be read as it was meant.
  { id: 'hansen', names: [''] },
  { id: 'holm', names: [] },
]);

describe('a name finds the id of the one who has it', () => {
  test.each([
    ['Kari Lind', 'lind'],
    ['LIND, Kari', 'lind'],
    ['Dr. Lind', 'lind'],
    ['K. Lind', 'lind'],
    ['Paul Moreau', 'moreau'],
    ['P. Moreau', 'moreau'],
    ['سامر المصري', 'masri'],
    ['linde', 'lind'],
    ['K.', undefined],
    ['Ole Vik', undefined],
    ['hanse', undefined],
    ['holme', undefined],
    ['', undefined],
  ])('%s: %s', (text, id) => expect(meant(text)).toBe(id));

  test('a name that two have finds neither', () => expect(meant('Mme Moreau')).toBeUndefined());

  test.each<[string, readonly string[] | undefined]>([
    ['Kari Lind, masri', ['lind', 'masri']],
    ['lind and Paul Moreau', ['lind', 'moreau']],
    ['lind et lind', ['lind']],
    ['lind moreau', ['lind', 'moreau']],
    ['lind, nobody', undefined],
    ['lind nobody', undefined],
    ['lind', undefined],
  ])('several in %s: %s', (text, ids) => expect(several(text)).toEqual(ids));
});

describe('a person in words is taken apart', () => {
  test.each([
    [
      'Ms. Ana Reis, Director, Basin Bank',
      { name: 'Ana Reis', honorific: 'Ms.', title: 'Director', org: 'Basin Bank' },
    ],
    ['H.E. Mr. Bo Vik, Minister', { name: 'Bo Vik', honorific: 'H.E. Mr.', title: 'Minister' }],
    ['Ana Reis (Basin Bank)', { name: 'Ana Reis', org: 'Basin Bank' }],
    ['Ana Reis – Directrice', { name: 'Ana Reis', title: 'Directrice' }],
    ['Ana Reis', { name: 'Ana Reis' }],
    ['moreau and lind', undefined],
    ['reis', undefined],
  ])('%s', (text, person) => expect(personInWords(text)).toEqual(person));
});

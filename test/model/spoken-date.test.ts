import { expect, test } from 'vitest';
import { spokenDate } from '../../src/model/spoken-date.js';

test.each([
  ['12 February 2031', '2031-02-12'],
  ['Wed, Feb 12th 2031', '2031-02-12'],
  ['mercredi 12 février 2031', '2031-02-12'],
  ['mardi 1er avril 2031', '2031-04-01'],
  ['martes, 4 de marzo de 2031', '2031-03-04'],
  ['4. März 2031', '2031-03-04'],
  ['1º de dezembro de 2031', '2031-12-01'],
  ['9 мая 2031 г.', '2031-05-09'],
  ['9 أغسطس 2031', '2031-08-09'],
  ['2031年2月12日', '2031-02-12'],
])('%s is %s', (text, date) => {
  expect(spokenDate(text)).toBe(date);
});

test.each(['30 February 2031', '12-13 February 2031', '12 Feb - 1 Mar 2031', 'February 2031', '12 02 2031', ''])(
  '%s is no date',
  text => {
    expect(spokenDate(text)).toBeUndefined();
  },
);

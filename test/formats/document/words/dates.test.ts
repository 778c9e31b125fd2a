import { expect, test } from 'vitest';
import { datesIn } from '../../../../src/formats/document/words/dates.js';

const MARCH = { month: 3, year: 2031 };

test.each([
  ['26-27 March 2031', 26, 27],
  ['26 – 27 mars 2031', 26, 27],
  ['Tuesday 26 – Wednesday 27 March 2031, Lisbon', 26, 27],
  ['du mercredi 26 au jeudi 27 mars 2031', 26, 27],
  ['Miércoles 26 y jueves 27 de marzo de 2031', 26, 27],
  ['среда, 26 – четверг, 27 марта 2031 г.', 26, 27],
  ['26–27 марта 2031 года', 26, 27],
  ['March 26-27, 2031', 26, 27],
  ['26, 27 and 28 March 2031', 26, 28],
])('%s is one range of days', (text, first, last) => {
  expect(datesIn(text)).toEqual([
    {
      first: { day: first, ...MARCH },
      last: { day: last, ...MARCH },
      from: expect.any(Number),
      to: expect.any(Number),
    },
  ]);
});

test.each([
  ['Room 3 – Wednesday 27 March 2031 at 9:30', 1],
  ['9:30 – Wednesday 27 March 2031', 1],
  ['26 March 2031; 28 March 2031', 2],
])('%s has no range', (text, count) => {
  const found = datesIn(text);
  expect(found).toHaveLength(count);
  expect(found.filter(({ last }) => last !== undefined)).toEqual([]);
});

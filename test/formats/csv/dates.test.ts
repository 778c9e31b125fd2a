import { expect, test } from 'vitest';
import { dateOrder, readDate } from '../../../src/formats/csv/dates.js';

test.each([
  ['2018-03-26', '2018-03-26'],
  ['2018/3/26', '2018-03-26'],
  ['20180326', '2018-03-26'],
  ['26.03.2018', '2018-03-26'],
  ['26. 3. 18', '2018-03-26'],
  ['Mo, 26.03.2018', '2018-03-26'],
  ['26/03/2018', '2018-03-26'],
  ['3/26/2018', '2018-03-26'],
  ['Monday 26 March 2018', '2018-03-26'],
  ['March 26th, 2018', '2018-03-26'],
  ['26. März 2018', '2018-03-26'],
  ['lundi 26 mars 2018', '2018-03-26'],
  ['1er août 2018', '2018-08-01'],
  ['15 juin 2018', '2018-06-15'],
  ['15 juillet 2018', '2018-07-15'],
  ['martes, 27 de marzo de 2018', '2018-03-27'],
  ['5 ene 2018', '2018-01-05'],
])('%s', (written, date) => {
  expect(readDate(written, undefined)).toEqual({ date });
});

test.each([
  ['tbd', 'write year-month-day: 2018-03-26'],
  ['26 March', 'write year-month-day: 2018-03-26'],
  ['2018-13-01', 'did you mean 2018-01-13?'],
  ['03/04/2018', 'write 2018-04-03 or 2018-03-04'],
  ['43185', 'a spreadsheet counts days so: did it mean 2018-03-26?'],
  ['31.02.2018', 'write a day that exists'],
])('%s is no date', (written, hint) => {
  expect(readDate(written, undefined)).toMatchObject({ hint });
});

test('takes the order of the dates that show it', () => {
  expect(dateOrder(['03/04/2018', '26/03/2018'], undefined)).toBe('day');
  expect(dateOrder(['03/04/2018', '03/26/2018'], 'day')).toBe('month');
  expect(dateOrder(['03/04/2018'], 'day')).toBe('day');
  expect(dateOrder(['26/03/2018', '03/26/2018'], 'day')).toBe(undefined);
  expect(readDate('03/04/2018', 'day')).toEqual({ date: '2018-04-03' });
  expect(readDate('03/04/2018', 'month')).toEqual({ date: '2018-03-04' });
});

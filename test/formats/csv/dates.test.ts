import { expect, test } from 'vitest';
import { type DateOrder, dateOrder, readDate } from '../../../src/formats/csv/dates.js';

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

/** The order of dates, each with the cell beside it that may name its weekday. */
function orderOf(
  otherwise: DateOrder,
  ...written: readonly (string | readonly [text: string, weekday: string])[]
): DateOrder {
  return dateOrder(
    written.map(date => (typeof date === 'string' ? { text: date } : { text: date[0], weekday: date[1] })),
    otherwise,
  );
}

test('takes the order of the dates that show it', () => {
  expect(orderOf(undefined, '03/04/2018', '26/03/2018')).toBe('day');
  expect(orderOf('day', '03/04/2018', '03/26/2018')).toBe('month');
  expect(orderOf('day', '03/04/2018')).toBe('day');
  expect(orderOf('day', '26/03/2018', '03/26/2018')).toBe(undefined);
  expect(readDate('03/04/2018', 'day')).toEqual({ date: '2018-04-03' });
  expect(readDate('03/04/2018', 'month')).toEqual({ date: '2018-03-04' });
});

// 3 April 2018 was a Tuesday, 4 March 2018 a Sunday; 5 June and 6 May 2018 a Tuesday and a Sunday as well.
test.each<[DateOrder, string, string]>([
  ['day', 'Tuesday', 'Tuesday'],
  ['month', 'Sunday', 'Sunday'],
  ['day', 'mardi', 'mar.'],
  ['day', 'Dienstag', ''],
  ['month', 'dimanche', 'dim.'],
  ['month', 'domingo', 'Do., 2'],
  ['day', 'вторник', 'вт'],
  ['month', '星期日', '周日'],
  ['day', 'الثلاثاء', ''],
  [undefined, 'Friday', 'Friday'],
  [undefined, 'Tuesday', 'Sunday'],
  [undefined, 'Di', 'Day 2'],
  [undefined, 'March 3', 'märz'],
])('by the weekday beside it the first number is the %s: %s, %s', (order, one, other) => {
  expect(orderOf(undefined, ['03/04/2018', one], ['05/06/2018', other])).toBe(order);
});

test.each<[DateOrder, string]>([
  ['day', 'Tue 03/04/2018'],
  ['month', 'Sun, 03/04/2018'],
  [undefined, 'on 03/04/2018'],
])('by the weekday before it the first number is the %s: %s', (order, date) => {
  expect(orderOf(undefined, [date, 'Friday'])).toBe(order);
});

test('a date that can be read in one way counts more than weekdays', () => {
  expect(orderOf(undefined, ['03/04/2018', 'Tuesday'], '03/26/2018')).toBe('month');
});

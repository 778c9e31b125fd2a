import { expect, test } from 'vitest';
import { readYaml } from '../../src/formats/agenda/full-read.js';
import { daysCalled } from '../../src/query/day-words.js';

const { agenda } = readYaml('id: x\ntitle: {pt: X}\ntimezone: UTC\ndays: []\n');
/** A Monday, a Tuesday, the Monday after, a Friday, and a Monday of the next year. */
const DATES = ['2018-03-26', '2018-03-27', '2018-04-02', '2018-06-01', '2019-03-04'];

test.each([
  ['today', '2018-03-27', '2018-03-27'],
  ['Today', '2018-03-26', '2018-03-26'],
  ['tomorrow', '2018-03-26', '2018-03-27'],
  ['tomorrow', '2018-03-31', ''],
  ['today', '2018-03-25', ''],
  ['monday', '', '2018-03-26 2018-04-02 2019-03-04'],
  ['Lundi', '', '2018-03-26 2018-04-02 2019-03-04'],
  ['lunes', '', '2018-03-26 2018-04-02 2019-03-04'],
  ['понедельник', '', '2018-03-26 2018-04-02 2019-03-04'],
  ['الاثنين', '', '2018-03-26 2018-04-02 2019-03-04'],
  ['星期一', '', '2018-03-26 2018-04-02 2019-03-04'],
  ['周一', '', '2018-03-26 2018-04-02 2019-03-04'],
  ['segunda-feira', '', '2018-03-26 2018-04-02 2019-03-04'],
  ['tue', '', '2018-03-27'],
  ['sunday', '', ''],
  ['26 mar', '', '2018-03-26'],
  ['26 March', '', '2018-03-26'],
  [' March 26 ', '', '2018-03-26'],
  ['Mar. 26', '', '2018-03-26'],
  ['26th March', '', '2018-03-26'],
  ['26. März', '', '2018-03-26'],
  ['26 de marzo de 2018', '', '2018-03-26'],
  ['26 марта', '', '2018-03-26'],
  ['26 март', '', '2018-03-26'],
  ['1er juin', '', '2018-06-01'],
  ['2 avr', '', '2018-04-02'],
  ['4 march 2019', '', '2019-03-04'],
  ['4 march 2018', '', ''],
  ['26 ma', '', ''],
  ['26 mar 27', '', ''],
  ['26', '', ''],
  ['funday', '', ''],
  ['', '', ''],
])('"%s", today being "%s", is "%s"', (word, today, expected) => {
  if (agenda === undefined) throw new Error('the fixture is no agenda');
  const found = daysCalled(word, DATES, agenda, today === '' ? undefined : () => today);
  expect((found ?? []).join(' ')).toBe(expected);
});

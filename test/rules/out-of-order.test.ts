import { describe, expect, test } from 'vitest';
import { read } from '../../src/formats/agenda/read.js';
import { lint } from '../../src/lint/lint.js';
import { day, found } from '../given/rule-agendas.js';

function days(...dates: readonly string[]): string {
  return `days:\n${dates.map(date => `  - {date: ${date}, sessions: []}\n`).join('')}`;
}

describe('what is out of order', () => {
  test.each<[string, string, string[]]>([
    [
      'only what starts before its neighbour above, not all that follows',
      day(`- {id: a, time: 15:00-16:00, title: A}
- {id: b, time: 09:00-10:00, title: B}
- {id: c, time: 10:00-11:00, title: C}`),
      ['09:00-10:00 → "b" starts at 09:00, below "a" at 15:00 (line 7)'],
    ],
    [
      'sessions of one start are in order, whatever their ends',
      day(`- {id: a, time: 10:00-12:00, title: A}
- {id: b, time: 10:00-11:00, title: B}`),
      [],
    ],
    [
      'what is after midnight comes last',
      day(`- {id: a, time: 22:00-23:00, title: A}
- {id: b, time: 00:30+1-01:00+1, title: B}`),
      [],
    ],
    [
      'a time that cannot be read is passed over',
      day(`- {id: a, time: 15:00-16:00, title: A}
- {id: b, time: soon, title: B}
- {id: c, time: 10:00-11:00, title: C}`),
      ['10:00-11:00 → "c" starts at 10:00, below "a" at 15:00 (line 7)'],
    ],
    [
      'parts are compared with parts of the same session',
      day(`- {id: a, time: 15:00-16:00, title: A, sessions: [{id: b, time: 15:30-16:00, title: B}, {id: c, time: 15:00-15:30, title: C}]}
- {id: d, time: 15:00-16:00, title: D, sessions: [{id: e, time: 15:00-16:00, title: E}]}`),
      ['15:00-15:30 → "c" starts at 15:00, below "b" at 15:30 (line 7)'],
    ],
    [
      'days by their dates',
      `days:
  - {date: 2018-03-27, sessions: []}
  - {date: 26 March, sessions: []}
  - {date: 2018-03-26, sessions: []}
  - {date: 2018-03-28, sessions: []}
`,
      ['2018-03-26 → the day 2018-03-26 stands below 2018-03-27 (line 5)'],
    ],
    [
      'a day half a year from most of the others, wherever it stands',
      days('2017-03-26', '2018-03-27', '2018-03-28', '2018-09-24'),
      ['2017-03-26 → the day 2017-03-26 is 366 days from 2018-03-27 (line 6)'],
    ],
    [
      'of two days, the second',
      days('2018-03-26', '2028-03-27'),
      ['2028-03-27 → the day 2028-03-27 is 3654 days from 2018-03-26 (line 5)'],
    ],
    ['180 days are no slip', days('2018-01-01', '2018-06-30'), []],
    [
      '181 days are',
      days('2018-01-01', '2018-07-01'),
      ['2018-07-01 → the day 2018-07-01 is 181 days from 2018-01-01 (line 5)'],
    ],
  ])('%s', (_, agenda, problems) => expect(found('out-of-order', agenda)).toEqual(problems));

  test('a day of another year is an error, with the year of the others', async () => {
    const [problem] = lint(await read(`id: a\ntitle: A\ntimezone: UTC\n${days('2018-03-26', '2008-03-27')}`));
    expect([problem?.severity, problem?.hint, problem?.suggestion?.text]).toEqual([
      'error',
      'did you mean 2018-03-27?',
      '2018-03-27',
    ]);
  });
});

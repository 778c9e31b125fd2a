import type { Rule } from './rule.js';

export const duplicateDate: Rule = {
  id: 'duplicate-date',
  severity: 'error',
  kind: 'shape',
  summary: 'Two days with one date.',
  why: 'One of them is probably the day after, and half the programme would be a day early.',
  bad: `days:
  - date: 2018-03-26
    sessions:
      - {id: opening, time: 10:00-10:30, title: Opening}
  - date: 2018-03-26
    sessions:
      - {id: closing, time: 17:00-17:30, title: Closing}
`,
  good: `days:
  - date: 2018-03-26
    sessions:
      - {id: opening, time: 10:00-10:30, title: Opening}
  - date: 2018-03-27
    sessions:
      - {id: closing, time: 17:00-17:30, title: Closing}
`,
  *check(agenda) {
    const first = new Map<string, number>();
    for (const [i, { date }] of agenda.days.entries()) {
      if (date === undefined) continue;
      const other = first.get(date);
      if (other === undefined) first.set(date, i);
      else
        yield {
          at: ['days', i, 'date'],
          related: [{ at: ['days', other, 'date'], message: 'the first day with this date' }],
          message: `the date ${date} stands twice`,
          hint: 'put the sessions of one day together, or mend the date',
        };
    }
  },
};

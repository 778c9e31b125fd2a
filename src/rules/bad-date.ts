import type { Rule } from './rule.js';

export const badDate: Rule = {
  id: 'bad-date',
  severity: 'error',
  kind: 'shape',
  summary: 'A date that is not written year-month-day, or does not exist.',
  why: 'A day that cannot be placed takes its sessions out of every listing.',
  bad: `days:
  - date: 26/03/2018
    sessions:
      - {id: opening, time: 10:00-10:30, title: Opening}
`,
  good: `days:
  - date: 2018-03-26
    sessions:
      - {id: opening, time: 10:00-10:30, title: Opening}
`,
};

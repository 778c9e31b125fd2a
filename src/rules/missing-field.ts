import type { Rule } from './rule.js';

export const missingField: Rule = {
  id: 'missing-field',
  severity: 'error',
  kind: 'shape',
  summary: 'A field that must be there is not, or is empty.',
  why: 'A session without a title, a time or an id has no place in a programme or a calendar.',
  bad: `days:
  - date: 2018-03-26
    sessions:
      - {id: opening, title: Opening}
`,
  good: `days:
  - date: 2018-03-26
    sessions:
      - {id: opening, time: 10:00-10:30, title: Opening}
`,
};

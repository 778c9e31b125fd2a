import type { Rule } from './rule.js';

export const badTime: Rule = {
  id: 'bad-time',
  severity: 'error',
  kind: 'shape',
  summary: 'A time that is not a start and an end.',
  why: 'A session whose time cannot be read appears in no listing; a guess could send people to an empty room.',
  bad: `days:
  - date: 2018-03-26
    sessions:
      - {id: opening, time: 13h, title: Opening}
`,
  good: `days:
  - date: 2018-03-26
    sessions:
      - {id: opening, time: 13:00-14:00, title: Opening}
`,
};

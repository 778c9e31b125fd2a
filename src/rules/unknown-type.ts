import type { Rule } from './rule.js';

export const unknownType: Rule = {
  id: 'unknown-type',
  severity: 'error',
  kind: 'shape',
  own: true,
  summary: 'A type of session that the format does not have.',
  why: 'The type decides what an overlap means and which filter finds the session.',
  bad: `days:
  - date: 2018-03-26
    sessions:
      - {id: coffee, time: 10:30-11:00, title: Coffee, type: brake}
`,
  good: `days:
  - date: 2018-03-26
    sessions:
      - {id: coffee, time: 10:30-11:00, title: Coffee, type: break}
`,
};

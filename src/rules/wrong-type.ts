import type { Rule } from './rule.js';

export const wrongType: Rule = {
  id: 'wrong-type',
  severity: 'error',
  kind: 'shape',
  summary: 'A value of another shape than its field takes: a list for a text, a word for a number.',
  why: 'What cannot be read as meant is left out rather than guessed at.',
  bad: `rooms:
  hall: {name: Hall, capacity: about 90}
days:
  - date: 2018-03-26
    sessions:
      - {id: opening, time: 10:00-10:30, title: Opening, room: hall}
`,
  good: `rooms:
  hall: {name: Hall, capacity: 90}
days:
  - date: 2018-03-26
    sessions:
      - {id: opening, time: 10:00-10:30, title: Opening, room: hall}
`,
};

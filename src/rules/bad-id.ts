import type { Rule } from './rule.js';

export const badId: Rule = {
  id: 'bad-id',
  severity: 'error',
  kind: 'shape',
  summary: 'An id that is not of lower-case letters a-z, digits, - and _.',
  why: 'Ids stand in calendar UIDs, file names and commands: they must survive all of them unchanged.',
  bad: `days:
  - date: 2018-03-26
    sessions:
      - {id: Séance 1, time: 10:00-10:30, title: Opening}
`,
  good: `days:
  - date: 2018-03-26
    sessions:
      - {id: seance-1, time: 10:00-10:30, title: Opening}
`,
};

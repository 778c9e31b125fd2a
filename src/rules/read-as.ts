import type { Rule } from './rule.js';

export const readAs: Rule = {
  id: 'read-as',
  severity: 'info',
  kind: 'shape',
  elsewhere: 'csv',
  summary: 'Something in a file in another format that may be read in two ways, and how it was read.',
  why: 'A guess can be checked where it is told.',
  bad: `título,fecha,inicio,zona horaria
Apertura,03/04/2018,10:00,Europe/Madrid
`,
  good: `título,fecha,inicio,zona horaria
Apertura,2018-04-03,10:00,Europe/Madrid
`,
};

import type { Rule } from './rule.js';

export const unknownStatus: Rule = {
  id: 'unknown-status',
  severity: 'warning',
  kind: 'shape',
  elsewhere: 'csv',
  summary: 'A status in a file in another format that is not known: the session counts as tentative.',
  why: 'What was called off by a word that is not known must not be announced as taking place.',
  bad: `title,date,start,timezone,status
Opening,2018-03-26,10:00,Europe/Paris,on ice
`,
  good: `title,date,start,timezone,status
Opening,2018-03-26,10:00,Europe/Paris,postponed
`,
};

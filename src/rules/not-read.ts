import type { Rule } from './rule.js';

export const notRead: Rule = {
  id: 'not-read',
  severity: 'warning',
  kind: 'shape',
  elsewhere: 'csv',
  summary: 'Something in a file in another format that is not read: a column, a property, an element.',
  why: 'Whoever converts a file does not see what is missing in the result.',
  bad: `title,date,start,timezone,podcast
Opening,2018-03-26,10:00,Europe/Paris,yes
`,
  good: `title,date,start,timezone,tags
Opening,2018-03-26,10:00,Europe/Paris,podcast
`,
};

import type { Rule } from './rule.js';

export const contradiction: Rule = {
  id: 'contradiction',
  severity: 'warning',
  kind: 'shape',
  elsewhere: 'csv',
  summary: 'Two places of a file in another format that contradict each other, and which of them counts.',
  why: 'Only the owner of the file knows which of the two is right.',
  bad: `title,date,start,end,duration,timezone
Opening,2018-03-26,10:00,11:00,30 min,Europe/Paris
`,
  good: `title,date,start,end,duration,timezone
Opening,2018-03-26,10:00,10:30,30 min,Europe/Paris
`,
};

import type { Rule } from './rule.js';

export const badLanguage: Rule = {
  id: 'bad-language',
  severity: 'error',
  kind: 'shape',
  summary: 'A language that is not a BCP 47 tag.',
  why: 'Texts are chosen by their tag: under a wrong one, nobody who asks for the language gets them.',
  bad: `days:
  - date: 2018-03-26
    sessions:
      - {id: opening, time: 10:00-10:30, title: {english: Opening}}
`,
  good: `days:
  - date: 2018-03-26
    sessions:
      - {id: opening, time: 10:00-10:30, title: {en: Opening}}
`,
};

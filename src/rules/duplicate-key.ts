import type { Rule } from './rule.js';

export const duplicateKey: Rule = {
  id: 'duplicate-key',
  severity: 'error',
  kind: 'shape',
  summary: 'A field stands twice in one place.',
  why: 'Readers of YAML disagree on which of the two counts, so one of them is lost without a word.',
  bad: `days:
  - date: 2018-03-26
    sessions:
      - id: opening
        time: 10:00-10:30
        title: Opening
        time: 10:00-11:00
`,
  good: `days:
  - date: 2018-03-26
    sessions:
      - id: opening
        time: 10:00-11:00
        title: Opening
`,
};

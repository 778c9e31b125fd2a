import type { Rule } from './rule.js';

export const unknownField: Rule = {
  id: 'unknown-field',
  severity: 'error',
  kind: 'shape',
  summary: 'A field, or the name of a rule, that the format does not have.',
  why: 'A mistyped field is not read: its room, time or speaker would be missing from every calendar.',
  bad: `days:
  - date: 2018-03-26
    sessions:
      - {id: opening, time: 10:00-10:30, title: Opening, trak: Migration}
`,
  good: `days:
  - date: 2018-03-26
    sessions:
      - {id: opening, time: 10:00-10:30, title: Opening, track: Migration}
`,
};

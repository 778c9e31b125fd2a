import type { Rule } from './rule.js';

export const syntax: Rule = {
  id: 'syntax',
  severity: 'error',
  kind: 'shape',
  summary: 'The text is not YAML, or uses a part of YAML that the format does without.',
  why: 'Nothing after such a place can be trusted to mean what its author wrote.',
  bad: `days:
  - date: 2018-03-26
    sessions:
      - id: opening
        time: 10:00-10:30
        title: Opening: welcome
`,
  good: `days:
  - date: 2018-03-26
    sessions:
      - id: opening
        time: 10:00-10:30
        title: "Opening: welcome"
`,
};

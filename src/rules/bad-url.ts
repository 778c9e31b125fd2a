import type { Rule } from './rule.js';

export const badUrl: Rule = {
  id: 'bad-url',
  severity: 'error',
  kind: 'shape',
  summary: 'A url that is not a web or mail address.',
  why: 'Calendars and pages make it a link: it must lead somewhere, and must not run anything.',
  bad: `days:
  - date: 2018-03-26
    sessions:
      - {id: opening, time: 10:00-10:30, title: Opening, url: www.example.org}
`,
  good: `days:
  - date: 2018-03-26
    sessions:
      - {id: opening, time: 10:00-10:30, title: Opening, url: "https://www.example.org"}
`,
};

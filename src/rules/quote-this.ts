import type { Rule } from './rule.js';

export const quoteThis: Rule = {
  id: 'quote-this',
  severity: 'warning',
  kind: 'care',
  own: true,
  summary: 'A value that other YAML readers would change, or a text that a # cuts short.',
  why: 'Older readers of YAML (1.1: Ruby, Python, some CI tools) make false of no, 1.1 of 1.10 and 600 of 10:00; quotes keep what is written.',
  bad: `people:
  berg: {name: Anna Berg, org: Kirken, country: no}
days:
  - date: 2018-03-26
    sessions:
      - {id: opening, time: 10:00-10:30, title: Opening, speakers: [berg]}
`,
  good: `people:
  berg: {name: Anna Berg, org: Kirken, country: "no"}
days:
  - date: 2018-03-26
    sessions:
      - {id: opening, time: 10:00-10:30, title: Opening, speakers: [berg]}
`,
};

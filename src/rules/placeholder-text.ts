import { placeholder } from '../query/placeholder.js';
import { strings } from '../query/texts.js';
import { quote } from '../text/quote.js';
import type { Rule } from './rule.js';

export const placeholderText: Rule = {
  id: 'placeholder-text',
  severity: 'warning',
  kind: 'care',
  summary: 'A text that still is or has a placeholder: TBC, N.N., à confirmer, por confirmar, lorem ipsum.',
  why: 'It goes into every calendar and programme as it is, and nobody notices until it is printed.',
  hintElsewhere: 'write what it will be, or take it out',
  bad: `days:
  - date: 2018-03-26
    sessions:
      - {id: opening, time: 10:00-10:30, title: Opening (TBC)}
`,
  good: `days:
  - date: 2018-03-26
    sessions:
      - {id: opening, time: 10:00-10:30, title: Opening, status: tentative}
`,
  *check(agenda, _, foreign) {
    for (const { text, path, what } of strings(agenda, text => placeholder(text, !foreign) !== undefined)) {
      const found = placeholder(text, !foreign) ?? '';
      yield {
        at: path,
        message: `the ${what} ${found === text ? 'is' : 'has'} a placeholder: ${quote(found)}`,
        hint: 'write what it will be, or take it out; a session that may still change has status: tentative',
      };
    }
  },
};

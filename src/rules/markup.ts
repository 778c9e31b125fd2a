import { strings } from '../query/texts.js';
import { firstMarkup, hasMarkup, withoutCommonEntities } from '../text/markup.js';
import { quote } from '../text/quote.js';
import type { Rule } from './rule.js';

export const markup: Rule = {
  id: 'markup',
  severity: 'warning',
  kind: 'care',
  own: true,
  summary: 'A tag or an entity of HTML in a text: <p>, &amp;.',
  why: 'Texts of an agenda are plain: calendars, tables and pages show the mark-up to everyone as it is written.',
  bad: `days:
  - date: 2018-03-26
    sessions:
      - {id: opening, time: 10:00-10:30, title: Questions &amp; answers}
`,
  good: `days:
  - date: 2018-03-26
    sessions:
      - {id: opening, time: 10:00-10:30, title: Questions & answers}
`,
  *check(agenda) {
    for (const { text, path, what } of strings(agenda, hasMarkup)) {
      const found = firstMarkup(text) ?? '';
      const plain = withoutCommonEntities(text);
      const isTag = found.startsWith('<');
      yield {
        at: path,
        message: `the ${what} has mark-up: ${quote(found)}`,
        hint: isTag
          ? 'write plain text: line breaks for paragraphs, and addresses in full'
          : 'write the character itself',
        ...(!hasMarkup(plain) && plain !== text && !isTag && { suggestion: { text: plain } }),
      };
    }
  },
};

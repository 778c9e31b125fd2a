import { strings } from '../query/texts.js';
import { controlCharacters, escapeControls, hasControls, withoutControls } from '../text/escape.js';
import { lazyRegExp } from '../text/lazy.js';
import type { Rule } from './rule.js';

/** Directional marks (UAX #9), which right-to-left texts need. */
const MARKS = new Set(['\u061C', '\u200E', '\u200F']);
const rightToLeft = lazyRegExp('[\\p{Script=Arabic}\\p{Script=Hebrew}\\p{Script=Syriac}\\p{Script=Thaana}]', 'u');

export const controlCharacter: Rule = {
  id: 'control-character',
  severity: 'warning',
  kind: 'care',
  summary: 'A control character, or one that reorders a line, in a text.',
  why: 'It cannot be seen, comes along with a copied text, and makes the line something else than it seems to be.',
  bad: `days:
  - date: 2018-03-26
    sessions:
      - {id: opening, time: 10:00-10:30, title: "Opening\\u202E session"}
`,
  good: `days:
  - date: 2018-03-26
    sessions:
      - {id: opening, time: 10:00-10:30, title: Opening session}
`,
  *check(agenda) {
    for (const { text, path, what } of strings(agenda, hasControls)) {
      const found = controlCharacters(text).filter(character => !(MARKS.has(character) && rightToLeft().test(text)));
      const shown = [...new Set(found)].map(escapeControls);
      if (shown.length === 0) continue;
      const isEmpty = withoutControls(text).trim() === '';
      const alone = isEmpty ? ' and nothing else: in calendars and tables it is empty' : '';
      yield {
        at: path,
        message: `the ${what} has the control character${shown.length > 1 ? 's' : ''} ${shown.join(', ')}${alone}`,
        hint: shown.length > 1 ? 'take them out' : 'take it out',
      };
    }
  },
};

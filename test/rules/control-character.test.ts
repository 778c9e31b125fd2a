import { describe, expect, test } from 'vitest';
import { day, found } from '../given/rule-agendas.js';

const session = (title: string, more = '') => day(`- {id: a, time: 10:00-11:00, title: "${title}"${more}}`);

describe('a control character is found', () => {
  test.each<[string, string, string[]]>([
    ['an escape sequence', session('\\e[31mRed'), ['"\\e[31mRed" → the title has the control character \\u{1b}']],
    [
      'DEL and C1, each once',
      session('a\\x7Fb\\x85c\\x85'),
      ['"a\\x7Fb\\x85c\\x85" → the title has the control characters \\u{7f}, \\u{85}'],
    ],
    [
      'a title of nothing else, which calendars and tables leave empty',
      session('\\x01 \\x02'),
      [
        '"\\x01 \\x02" → the title has the control characters \\u{1}, \\u{2} and nothing else: in calendars and tables it is empty',
      ],
    ],
    ['an override', session('\\u202Egnp'), ['"\\u202Egnp" → the title has the control character \\u{202e}']],
    [
      'a mark of direction in Latin text',
      session('One\\u200F'),
      ['"One\\u200F" → the title has the control character \\u{200f}'],
    ],
    ['but not in a text that needs it', session('الهجرة (IOM\\u200F)'), []],
    [
      'an override there too',
      session('الهجرة\\u202E'),
      ['"الهجرة\\u202E" → the title has the control character \\u{202e}'],
    ],
    ['no tabs and line breaks', session('One\\ttwo\\nthree'), []],
    ['no soft hyphens, joiners and no-break spaces', session('One\\u00A0two\\u00ADthree \\u200D'), []],
    [
      'in a name',
      session('A', ', speakers: [{name: "Ann\\u2066 Berg"}]'),
      ['"Ann\\u2066 Berg" → the name has the control character \\u{2066}'],
    ],
    ['in a tag', session('A', ', tags: ["a\\0b"]'), ['"a\\0b" → the tag has the control character \\u{0}']],
  ])('%s', (_, agenda, problems) => expect(found('control-character', agenda)).toEqual(problems));
});

import { expect, test } from 'vitest';
import { htmlToText } from '../../../src/formats/import/html.js';

test.each([
  ['R&amp;D', 'R&D'],
  ['<p>One<br>two</p><p>three</p>', 'One\ntwo\n\nthree'],
  ['<ul><li>One</li>\n\n<li>two</li></ul>', '- One\n- two'],
  ['Speaker: Ada\n\nA talk<br>of two\nlines', 'Speaker: Ada\n\nA talk\nof two lines'],
  ['<p>One</p>\n\n<p>two</p>', 'One\n\ntwo'],
  ['A <b>bold</b>\nmove &lt;3', 'A bold\nmove <3'],
  ['<a href="https://example.org/a">here</a>', 'here (https://example.org/a)'],
  ['<a href="https://example.org/a">https://example.org/a</a>', 'https://example.org/a'],
  ['<script>x()</script>seen', 'seen'],
  ['In <del>Hall A</del><ins>Hall B</ins>', 'In Hall B'],
])('%j is %j', (html, text) => {
  expect(htmlToText(html)).toBe(text);
});

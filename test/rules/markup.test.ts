import { describe, expect, test } from 'vitest';
import { readYaml as read } from '../../src/formats/agenda/full-read.js';
import { lint } from '../../src/lint/lint.js';
import { day, found } from '../given/rule-agendas.js';

describe('mark-up in a text', () => {
  // PonyConf#85 and others: what other programs put into texts.
  test.each([
    ['title: "One &amp; Two"', '"One &amp; Two" → the title has mark-up: "&amp;"'],
    ['title: A, description: "<p>One<br>two</p>"', '"<p>One<br>two</p>" → the description has mark-up: "<p>"'],
    ['title: {fr: "Caf&eacute;"}', '"Caf&eacute;" → the title has mark-up: "&eacute;"'],
    ['title: A, tags: ["R&#38;D"]', '"R&#38;D" → the tag has mark-up: "&#38;"'],
    [
      'title: A, speakers: [{name: "Ada &quot;Bo&quot; Lind"}]',
      '"Ada &quot;Bo&quot; Lind" → the name has mark-up: "&quot;"',
    ],
  ])('%s', (fields, message) => {
    expect(found('markup', day(`- {id: a, time: 10:00-11:00, ${fields}}`))).toEqual([message]);
  });

  test.each([
    '"R&D; more"',
    '"a < b > c"',
    '"Option<T>"',
    '"<branch-name>"',
    '"Q&A;"',
    '"https://example.org/?a=1&b=2"',
  ])('none in %s', title => {
    expect(found('markup', day(`- {id: a, time: 10:00-11:00, title: ${title}}`))).toEqual([]);
  });

  test.each([
    ['One &amp; Two', 'One & Two'],
    ['&lt;b&gt;', undefined],
    ['Caf&eacute; &amp; co', undefined],
    ['<b>A</b> &amp; B', undefined],
  ])('of %s, the suggestion is %s', (title, text) => {
    const reading = read(`id: a\ntitle: A\ntimezone: UTC\n${day(`- {id: a, time: 10:00-11:00, title: "${title}"}`)}`);
    const [problem] = lint(reading).filter(({ rule }) => rule === 'markup');
    expect(problem?.suggestion?.text).toBe(text === undefined ? undefined : `"${text}"`);
  });
});

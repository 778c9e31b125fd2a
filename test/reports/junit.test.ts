import { expect, test } from 'vitest';
import { report } from '../../src/reports/junit.js';
import { context, found, NASTY, TAME } from '../given/diagnostics.js';
import { elements } from './xml.js';

test('a suite for each file, a failed test for each error, one that passed for each warning or where there is none', () => {
  const problems = [
    found({ hint: 'add it to rooms' }),
    found({ line: 4, severity: 'warning', rule: 'bad-date', message: 'a date' }),
    found({ line: 5, severity: 'info' }),
  ];
  const text = report(problems, context({ files: ['agenda.yaml', 'talks/b.yaml'] }));
  expect(text).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="idm validate" tests="3" failures="1" errors="0">
  <testsuite name="agenda.yaml" tests="2" failures="1" errors="0">
    <testcase classname="agenda.yaml" name="unknown-room at 3:5">
      <failure type="error" message="&quot;hall&quot; is not in rooms">agenda.yaml:3:5: error &quot;hall&quot; is not in rooms [unknown-room]
add it to rooms</failure>
    </testcase>
    <testcase classname="agenda.yaml" name="bad-date at 4:5">
      <system-out>agenda.yaml:4:5: warning a date [bad-date]</system-out>
    </testcase>
  </testsuite>
  <testsuite name="talks/b.yaml" tests="1" failures="0" errors="0">
    <testcase classname="talks/b.yaml" name="no problems"/>
  </testsuite>
</testsuites>
`);
  expect(elements(text)).toHaveLength(8);
});

test('where warnings make the check fail, so do their tests', () => {
  const text = report([found({ severity: 'warning', message: 'a date' })], context({ warningsFail: true }));
  expect(text).toContain('tests="1" failures="1"');
  expect(text).toContain('<failure type="warning" message="a date">');
});

test.each([
  ['markup', '<a b="c">&amp;]]>', '<a b="c">&amp;]]>'],
  ['characters that steer a terminal', NASTY, TAME],
  ['what XML 1.0 forbids', 'a\u0001b\uFFFEc\uFFFFd\uD800e\uDC00f', 'a\\u{1}bcdef'],
  ['emoji', '😀', '😀'],
])('%s in a message, a hint and a file name', (_, written, read) => {
  const text = report([found({ message: written, hint: written, file: written })], context({ files: [written] }));
  const [, suite, , failure] = elements(text);
  expect(suite?.attributes.name).toBe(read);
  expect(failure?.attributes.message).toBe(read);
  expect(failure?.text).toBe(`${read}:3:5: error ${read} [unknown-room]\n${read}`);
});

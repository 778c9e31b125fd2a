import { expect, test } from 'vitest';
import { readYaml } from '../../src/formats/agenda/full-read.js';
import { lint } from '../../src/lint/lint.js';
import { expectLinear } from '../support/growth.js';

const IGNORE = '# idm-ignore placeholder-text: not announced yet';
const FIELD = 'title: To be confirmed';

/** The problems of a session whose lines these are. */
function problems(...lines: readonly string[]): string[] {
  const session = ['- id: a', '  time: 10:00-11:00', ...lines.map(line => `  ${line}`)]
    .map(line => `      ${line}\n`)
    .join('');
  const reading = readYaml(`id: x\ntitle: X\ntimezone: UTC\ndays:\n  - date: 2018-03-26\n    sessions:\n${session}`);
  return lint(reading).map(({ rule }) => rule);
}

// A remark may stand between an ignore and its line, however long it is; a line of the agenda may not.
test.each([
  ['on the line itself', [`${FIELD} ${IGNORE}`], []],
  ['above it', [IGNORE, FIELD], []],
  ['above a remark', [IGNORE, '# a remark', FIELD], []],
  ['above two remarks', [IGNORE, '# a remark', '# another', FIELD], []],
  ['above another ignore', [IGNORE, '# idm-ignore room-clash: shared', FIELD], ['unused-ignore']],
  ['below it', [FIELD, IGNORE], ['placeholder-text', 'unused-ignore']],
  ['on each of two lines', [`${FIELD} ${IGNORE}`, `subtitle: TBC ${IGNORE}`], []],
  [
    'on a line between two others',
    [`${FIELD} ${IGNORE}`, 'type: panel', `track: Main ${IGNORE}`, 'tags: [a]', `subtitle: TBC ${IGNORE}`],
    ['unused-ignore'],
  ],
  ['twice', [IGNORE, `${FIELD} ${IGNORE}`], []],
  ['above another field', [IGNORE, 'type: plenary', FIELD], ['unused-ignore', 'placeholder-text']],
])('an ignore %s', (_, lines, expected) => {
  expect(problems(...lines)).toEqual(expected);
});

test('ten times as many findings and ignores are about ten times the work', async () => {
  const session = (i: number) => `      - {id: s${i}, time: 10:00-, title: TBC} ${IGNORE}\n`;
  const given = (by: number) =>
    readYaml(
      `id: x\ntitle: X\ntimezone: UTC\ndays:\n  - date: 2018-03-26\n    sessions:\n${Array.from({ length: 20_000 / by }, (_, i) => session(i)).join('')}`,
    );
  expect(lint(given(1000), { least: 'warning' })).toEqual([]);
  await expectLinear(given, reading => lint(reading, { least: 'warning' }));
});

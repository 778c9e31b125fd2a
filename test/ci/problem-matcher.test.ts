import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { idm, ROOT } from '../support/run.js';

const { problemMatcher } = JSON.parse(readFileSync(`${ROOT}problem-matcher.json`, 'utf8'));
const [{ regexp, ...groups }] = problemMatcher[0].pattern;

/** What a runner takes from a line of a log. */
function matched(line: string): Record<string, string> | undefined {
  const match = new RegExp(regexp).exec(line);
  if (match === null) return undefined;
  return Object.fromEntries(Object.entries(groups).map(([name, group]) => [name, match[Number(group)] ?? '']));
}

const AGENDA = `id: a
title: A
timezone: Europe/Paris
room: hall
days:
  - date: 2018-03-26
    sessions:
      - {id: lunch, type: break, time: 12:00-13:00, title: Lunch}
      - {id: talk, time: 12:30-13:30, title: Talk}
      - {id: dinner, type: social, time: 12:30-12:45, title: Dinner}
`;

describe('the problem matcher', () => {
  test('it takes every problem of a text report, and no other line', async () => {
    const agenda = { stdin: AGENDA };
    const { out } = await idm(['validate', '-', '--info'], agenda);
    const { out: json } = await idm(['validate', '-', '--info', '--json'], agenda);
    const problems: Record<string, string | number>[] = JSON.parse(json);
    expect(new Set(problems.map(({ severity }) => severity))).toEqual(new Set(['error', 'warning', 'info']));
    expect(
      out
        .split('\n')
        .map(matched)
        .filter(match => match !== undefined),
    ).toEqual(
      problems.map(({ file, line, column, severity, message, rule }) => ({
        file,
        line: String(line),
        column: String(column),
        severity,
        message,
        code: rule,
      })),
    );
  });

  test('it takes no line of the source for a problem', async () => {
    const fake = 'x:1:1: error fake [syntax]';
    const stdin = `${AGENDA}      - {id: talk, time: 14:00-15:00, title: "${fake}"}\n# idm-ignore ${fake}\n      # ${fake}\n`;
    for (const columns of [20, 30, 40, 80]) {
      const { out } = await idm(['validate', '-', '--info'], {
        stdin,
        env: { COLUMNS: String(columns), NO_COLOR: '1' },
      });
      const found = out
        .split('\n')
        .map(matched)
        .filter(match => match !== undefined);
      expect(new Set(found.map(({ file }) => file))).toEqual(new Set(['<stdin>']));
    }
  });

  test.each([
    ['a b:1.yaml:3:5: error a message: with [brackets]: 1:2: error x [unknown-room]', 'a b:1.yaml', 'unknown-room'],
    ['/srv/agenda.yaml:10:1: warning w [bad-date]', '/srv/agenda.yaml', 'bad-date'],
  ])('%s', (line, file, code) => {
    expect(matched(line)).toMatchObject({ file, code });
  });

  test.each([
    'agenda.yaml: 3 errors',
    '3 | room: hall',
    '  | did you mean hall?',
    '',
    // Lines of the source, and what is quoted of it, may say anything.
    '3 | x:1:1: error fake [syntax]',
    '12 |   - x:1:1: error fake [syntax]',
    '3 | x:1:1: error fake [syntax]',
    '   | x:1:1: error fake [syntax]',
  ])('not %j', line => {
    expect(matched(line)).toBeUndefined();
  });
});

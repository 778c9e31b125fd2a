import { expect, test } from 'vitest';
import { report } from '../../src/reports/gitlab.js';
import { context, found } from '../given/diagnostics.js';

const read = (...given: Parameters<typeof report>) => JSON.parse(report(...given));

test('what GitLab reads of a finding', () => {
  const problems = [
    found({ endLine: 5, hint: 'add it to rooms' }),
    found({ severity: 'warning', rule: 'bad-date', message: 'a date' }),
    found({ severity: 'info' }),
  ];
  const fingerprint = expect.stringMatching(/^[0-9a-f]{64}$/);
  const location = { path: 'talks/agenda.yaml', lines: { begin: 3, end: 3 } };
  expect(read(problems, context({ path: file => `talks/${file}` }))).toEqual([
    {
      description: '"hall" is not in rooms: add it to rooms',
      check_name: 'unknown-room',
      fingerprint,
      severity: 'major',
      location: { ...location, lines: { begin: 3, end: 5 } },
    },
    { description: 'a date', check_name: 'bad-date', fingerprint, severity: 'minor', location },
    { description: '"hall" is not in rooms', check_name: 'unknown-room', fingerprint, severity: 'info', location },
  ]);
});

const clash = (line: number, other: number) =>
  found({
    line,
    message: `at the same time as "b" (line ${other})`,
    related: [{ file: 'agenda.yaml', line: other, column: 1, endLine: other, endColumn: 2, message: 'b' }],
  });
const fingerprints = (...problems: Parameters<typeof report>[0]) =>
  read(problems, context()).map(({ fingerprint }: { readonly fingerprint: string }) => fingerprint);

test('a finding keeps its fingerprint when lines above it come and go', () => {
  expect(fingerprints(clash(9, 5))).toEqual(fingerprints(clash(29, 25)));
  expect(fingerprints(clash(9, 5))).not.toEqual(fingerprints(found()));
});

test('findings alike have fingerprints of their own', () => {
  const [first, second, third] = fingerprints(found(), found({ line: 4 }), found({ file: 'b.yaml' }));
  expect(new Set([first, second, third]).size).toBe(3);
});

test('no findings are an empty list', () => {
  expect(read([], context())).toEqual([]);
});

import { describe, expect, test } from 'vitest';
import { RULES } from '../src/rules/index.js';
import type { Rule } from '../src/rules/rule.js';
import { whole } from './support/example.js';
import { idm, ROOT } from './support/run.js';

const FILES = [
  'test/given/elsewhere.yaml',
  'test/given/every-rule.yaml',
  'test/given/left-over.yaml',
  'test/given/winter-time.yaml',
];

/** A fault of every rule, at its place. */
const EXPECTED = `
elsewhere.yaml:3:11 bad-timezone
every-rule.yaml:1:5 bad-id
every-rule.yaml:3:11 bad-language
every-rule.yaml:5:6 bad-url
every-rule.yaml:6:10 bad-date
every-rule.yaml:10:49 wrong-type
every-rule.yaml:16:3 no-affiliation
every-rule.yaml:19:3 same-person-twice
every-rule.yaml:20:34 duplicate-key
every-rule.yaml:23:11 out-of-order
every-rule.yaml:25:25 nonexistent-time
every-rule.yaml:28:26 over-a-day
every-rule.yaml:29:11 duplicate-date
every-rule.yaml:33:26 ambiguous-time
every-rule.yaml:39:24 syntax
every-rule.yaml:41:14 duplicate-id
every-rule.yaml:42:26 bad-time
every-rule.yaml:43:75 unknown-type
every-rule.yaml:44:71 unknown-field
every-rule.yaml:45:9 missing-field
every-rule.yaml:46:76 unknown-person
every-rule.yaml:47:74 unknown-room
every-rule.yaml:48:26 ends-before-start
every-rule.yaml:49:81 quote-this
every-rule.yaml:50:51 placeholder-text
every-rule.yaml:52:52 control-character
every-rule.yaml:56:28 plenary-overlap
every-rule.yaml:58:25 room-clash
every-rule.yaml:60:26 person-clash
every-rule.yaml:62:44 during-break
every-rule.yaml:63:26 break-overlap
every-rule.yaml:64:26 room-change
every-rule.yaml:64:98 repeated-speaker
every-rule.yaml:65:104 moderator-speaks
every-rule.yaml:66:102 outside-parent
every-rule.yaml:67:7 unused-ignore
every-rule.yaml:68:28 out-of-order
left-over.yaml:7:3 unused-room
left-over.yaml:10:3 unused-person
left-over.yaml:15:41 missing-translation
winter-time.yaml:3:11 fixed-offset-zone
`
  .trim()
  .split('\n');

async function report(format: string): Promise<string> {
  const { code, out } = await idm(['validate', ...FILES, '--info', '--all', '--format', format], { cwd: ROOT });
  expect(code).toBe(1);
  return out;
}

const EXPECTED_RULES = new Set(EXPECTED.map(line => line.split(' ')[1]));
/** A place and its rule, where that rule is expected here: a new one has its own examples. */
const place = (file: string, line: unknown, column: unknown, rule: string) =>
  EXPECTED_RULES.has(rule) ? [`${file.split('/').at(-1)}:${line}:${column} ${rule}`] : [];

test.each(['json', 'text', 'github', 'sarif'])('as %s, the bad example of every rule is reported', async format => {
  for (const rule of Object.values<Rule>(RULES).filter(({ id }) => id !== 'parallel')) {
    const { out } = await idm(['validate', '-', '--info', '--format', format], { stdin: whole(rule, rule.bad) });
    expect(out).toContain(rule.id);
  }
});

describe('a file with one fault of many rules gives exactly those, each at its place', () => {
  test('as json', async () => {
    const found: { file: string; line: number; column: number; rule: string }[] = JSON.parse(await report('json'));
    expect(found.flatMap(({ file, line, column, rule }) => place(file, line, column, rule))).toEqual(EXPECTED);
  });

  test('as text', async () => {
    const found = (await report('text')).matchAll(/^(\S+?):(\d+):(\d+): (?:error|warning|info) .* \[([a-z-]+)\]$/gm);
    const places = [...found].flatMap(([, file = '', line, column, rule = '']) => place(file, line, column, rule));
    expect(places.sort()).toEqual([...EXPECTED].sort());
  });

  test('as github', async () => {
    const found = (await report('github')).matchAll(
      /^::(?:error|warning|notice) file=([^,]+),line=(\d+),.*col=(\d+),.*title=([a-z-]+)::/gm,
    );
    const places = [...found].flatMap(([, file = '', line, column, rule = '']) => place(file, line, column, rule));
    expect(places.sort()).toEqual([...EXPECTED].sort());
  });

  test('as sarif', async () => {
    const { runs } = JSON.parse(await report('sarif'));
    const found = runs[0].results.flatMap(
      ({
        ruleId,
        locations,
      }: {
        ruleId: string;
        locations: {
          physicalLocation: { artifactLocation: { uri: string }; region: { startLine: number; startColumn: number } };
        }[];
      }) => {
        const { artifactLocation, region } = locations[0]?.physicalLocation ?? {
          artifactLocation: { uri: '' },
          region: { startLine: 0, startColumn: 0 },
        };
        return place(artifactLocation.uri, region.startLine, region.startColumn, ruleId);
      },
    );
    expect(found).toEqual(EXPECTED);
  });

  test('as junit, but for infos', async () => {
    const infos = ['no-affiliation', 'during-break', 'room-change', 'moderator-speaks'];
    const found = [...(await report('junit')).matchAll(/<testcase [^>]*>/g)]
      .map(([tag]) => tag)
      .filter(tag => [...EXPECTED_RULES].some(rule => tag.includes(`"${rule}`) || tag.includes(`${rule}"`)));
    const expected = EXPECTED.filter(line => !infos.includes(line.split(' ')[1] ?? ''));
    expect(found).toHaveLength(expected.length);
    for (const [i, line] of expected.entries()) {
      const [, at = '', rule = ''] = /^\S+?:(\S+) (\S+)$/.exec(line) ?? [];
      expect(found[i]).toContain(rule);
      expect(found[i]).toContain(at);
    }
  });
});

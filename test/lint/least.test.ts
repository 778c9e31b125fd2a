import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readYaml } from '../../src/formats/agenda/full-read.js';
import { lint } from '../../src/lint/lint.js';
import { SEVERITIES } from '../../src/model/diagnostic.js';
import { RULES } from '../../src/rules/index.js';
import { readExample } from '../support/example.js';
import { ROOT } from '../support/run.js';

const bad = Object.values(RULES).map(rule => [rule.id, readExample(rule, rule.bad)] as const);
const everyRule = readFileSync(`${ROOT}test/given/every-rule.yaml`, 'utf8');
const session = '- {id: visit, time: afternoon, title: Visit, speakers: [{name: Ann Lee}]}';
const short = (head: string, comment = '') =>
  `id: x\ntitle: X\ntimezone: UTC\n${head}days:\n  - date: 2018-03-26\n    sessions:\n      ${session}${comment}\n`;

// A rule does not run where nothing of it is asked for, and that changes nothing of what is.
describe.each(SEVERITIES)('what is %s or worse is the same as of all', least => {
  const reached = SEVERITIES.slice(0, SEVERITIES.indexOf(least) + 1);
  test.each([
    ...bad,
    ['every rule', readYaml(everyRule)] as const,
    ...Object.entries({
      'an info': short(''),
      'an info that is a warning in a final agenda': short('status: final\n'),
      'an info that is an error here': short('lint: {time-to-come: error}\n'),
      'a warning that is an info here': short('status: final\nlint: {time-to-come: info}\n'),
      'an info that is ignored': short('', ' # idm-ignore no-affiliation: her own'),
      'an info that may be a warning, ignored': short('', ' # idm-ignore time-to-come: known'),
      'an ignore of an info that is not there': short('', ' # idm-ignore room-change: known'),
      'an ignore of what is off': short('lint: {time-to-come: off}\n', ' # idm-ignore time-to-come: known'),
    }).map(([name, text]) => [name, readYaml(text)] as const),
  ])('%s', (_, reading) => {
    expect(lint(reading, { least })).toEqual(lint(reading).filter(({ severity }) => reached.includes(severity)));
  });
});

test('an info that is asked for by its level is found', () => {
  const severities = (text: string) => lint(readYaml(text), { least: 'warning' }).map(({ severity }) => severity);
  expect(severities(short(''))).toEqual([]);
  expect(severities(short('status: final\n'))).toEqual(['warning']);
  expect(severities(short('lint: {time-to-come: error}\n'))).toEqual(['error']);
});

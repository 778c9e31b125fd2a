import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { lint } from '../../src/lint/lint.js';
import { RULE_IDS } from '../../src/model/rule-ids.js';
import { BASIC_RULES } from '../../src/rules/basic.js';
import { RULES } from '../../src/rules/index.js';
import type { Rule } from '../../src/rules/rule.js';
import { readExample } from '../support/example.js';
import { ROOT } from '../support/run.js';

const rules = Object.values<Rule>(RULES);

function found(rule: Rule, example: string): string[] {
  const problems = lint(readExample(rule, example), { parallel: true });
  return [
    ...new Set(
      problems.filter(({ rule }) => rule !== 'parallel' || example === RULES.parallel.bad).map(({ rule }) => rule),
    ),
  ];
}

describe('a rule carries its own documentation', () => {
  test.each(rules)('$id finds its bad example, and nothing else does', rule => {
    expect(found(rule, rule.bad)).toEqual([rule.id]);
  });

  test.each(rules)('$id finds nothing in its good example, nor does another', rule => {
    expect(found(rule, rule.good)).toEqual([]);
  });

  test.each(rules)('$id says what it is in one line and why', ({ summary, why }) => {
    expect(summary).toMatch(/^[A-Z].*\.$/);
    expect(summary.length).toBeLessThan(110);
    expect(why).toMatch(/[.)]$/);
  });
});

test('a rule is a file named as its id', () => {
  const files = readdirSync(`${ROOT}src/rules`).map(name => name.replace(/\.ts$/, ''));
  expect(files.filter(name => !['basic', 'index', 'rule', 'overlap'].includes(name)).sort()).toEqual(
    [...RULE_IDS].sort(),
  );
  expect(rules.map(({ id }) => id)).toEqual([...RULE_IDS]);
});

test('the basic rules are those of shape and of time, and what readers report', () => {
  const basic = rules.filter(({ id, kind }) => kind === 'shape' || kind === 'time' || id === 'quote-this');
  expect(Object.keys(BASIC_RULES).sort()).toEqual(basic.map(({ id }) => id).sort());
});

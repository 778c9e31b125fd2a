import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { edits } from '../support/edits.js';
import { ROOT } from '../support/run.js';

test('each suggestion in a file with a fault of every rule mends what it stands by', async () => {
  const file = 'test/given/every-rule.yaml';
  expect(await edits(readFileSync(ROOT + file, 'utf8'), file)).toEqual([
    'bad-id: Every Rule → every-rule',
    'bad-language: english → en',
    'bad-url: www.example.org → https://www.example.org',
    'bad-date: 20 March 2018 → 2018-03-20',
    'syntax: Session 0: welcome → "Session 0: welcome"',
    'duplicate-id: plain → same-id',
    'unknown-type: brake → break',
    'unknown-field: rom → room',
    'ends-before-start: 13:00-12:30 → 12:30-13:00',
    'quote-this: 2018 → "2018"',
  ]);
});

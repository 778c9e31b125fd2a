import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { blocks, DOCUMENTS, documentText, links } from '../support/readme.js';
import { ROOT } from '../support/run.js';

const readme = documentText('README.md');
const { scripts } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8'));

describe('the two commands', () => {
  test.each(['npm ci --silent && node bin/idm.js list --day 1 --lang en', 'npm ci && npm test'])(
    '%s stands by itself, and its scripts are there',
    line => {
      const single = blocks(readme).filter(({ language, body }) => language === 'sh' && body.length === 1);
      expect(single.map(({ body }) => body[0])).toContain(line);
      for (const [, script = ''] of line.matchAll(/npm (?:run )?(build|test)/g)) expect(scripts).toHaveProperty(script);
    },
  );

  test('the second is what continuous integration runs', () => {
    expect(readFileSync(`${ROOT}.ci/run`, 'utf8')).toMatch(/^ *npm ci && npm test$/m);
  });
});

test('it is two screens', () => {
  expect(readme.split('\n').length).toBeLessThan(130);
});

test('it links to every page for readers', () => {
  const targets = links(readme);
  const pages = DOCUMENTS.filter(page => page !== 'README.md' && page !== 'docs/slips.md');
  for (const page of pages) expect(targets).toContain(page);
});

test('what it shows of commands is in English', () => {
  for (const { body } of blocks(readme))
    for (const line of body)
      if (/^(?:\$ |.*bin\/)idm(?:\.js)? (?:list|now|next|export) (?!.*-f )/.test(line))
        expect(line).toContain('--lang en');
});

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ROOT } from './support/run.js';

/** Who may import whom, as in CONTRIBUTING.md: a folder or a file of src, and what it may import besides itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: [],
  readers: ['model'],
  query: ['model'],
  rules: ['model', 'query'],
  writers: ['model', 'query'],
  reports: ['model', 'paint'],
  views: ['model', 'query', 'paint'],
  commands: ['model', 'readers', 'query', 'rules', 'writers', 'reports', 'views', 'lint', 'io', 'paint'],
  lint: ['readers', 'rules', 'query', 'model', 'ignores'],
  paint: [],
  io: ['model', 'paint'],
  colours: ['paint'],
  'process-output': ['io'],
  'process-zone': [],
  'process-io': ['io', 'colours', 'process-output', 'process-zone'],
  cli: ['commands', 'io', 'model'],
  program: ['cli', 'process-io', 'process-zone'],
  ignores: ['model', 'readers'],
  index: ['model', 'readers', 'query', 'rules', 'writers', 'lint'],
};
const PURE = ['model', 'readers', 'rules', 'query', 'writers', 'reports', 'views', 'lint', 'index'];
const IMPURE = /\b(?:console|process)\.|from '(?:node:(?!url|path|crypto)[^']*|chalk|commander)'/;

const sources = readdirSync(`${ROOT}src`, { recursive: true, encoding: 'utf8' }).filter(path => path.endsWith('.ts'));
const files = sources.map(name => {
  const path = `src/${name}`;
  const text = readFileSync(`${ROOT}${path}`, 'utf8');
  const home = (path.split('/')[1] ?? '').replace(/\.ts$/, '');
  const imports = [...text.matchAll(/(?:from|import\() ?'(\.[^']+)'/g)].map(
    match =>
      new URL(match[1] ?? '', `file:///${path}`).pathname.replace('/src/', '').replace(/\.js$/, '').split('/')[0] ?? '',
  );
  return { path, text, home, imports };
});

describe('the house', () => {
  test.each(files)('$path imports only what its place allows', ({ home, imports }) => {
    expect(Object.keys(MAY_IMPORT)).toContain(home);
    expect([...(MAY_IMPORT[home] ?? []), home]).toEqual(expect.arrayContaining(imports));
  });

  test.each(files.filter(({ home }) => PURE.includes(home)))(
    '$path touches no process, console, file or colour',
    ({ text }) => {
      expect(text).not.toMatch(IMPURE);
    },
  );
});

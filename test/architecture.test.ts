import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ADAPTERS, MAY_IMPORT } from './support/house.js';
import { ROOT } from './support/run.js';

/** The doors of the formats: the list of formats asks `sniff` at once, and loads the others when one is wanted. */
const SNIFF = /^formats\/\w+\/sniff$/;
const DOOR = /^formats\/\w+\/(?:\w+\/)?(?:read|write)[\w-]*$/;
const PURE = /^(?:text|model|query|diff|schema|formats.*|rules|lint|reports|views.*|index)$/;
const IMPURE = /\b(?:console|process)\.|from '(?:node:(?!url|path|crypto|zlib)[^']*|chalk|commander)'/;

/** The folder that a file lies in, below src; of a file that lies in none, its name. */
const homeOf = (name: string) => name.replace(/\/[^/]*$/, '').replace(/\.ts$/, '');

const sources = readdirSync(`${ROOT}src`, { recursive: true, encoding: 'utf8' }).filter(path => path.endsWith('.ts'));
const files = sources.map(name => {
  const text = readFileSync(`${ROOT}src/${name}`, 'utf8');
  const imports = [...text.matchAll(/(from|import\() ?'(\.[^']+)'/g)].map(([, how, path = '']) => {
    const target = new URL(path, `file:///${name}`).pathname.slice(1).replace(/\.js$/, '');
    return { target, home: homeOf(`${target}.ts`), late: how === 'import(' };
  });
  return { path: `src/${name}`, text, home: homeOf(name), imports };
});

describe('the house', () => {
  test.each([...new Set(files.map(({ home }) => home))].filter(home => home !== 'rules'))(
    'src/%s can be seen at a glance: it has at most 25 files',
    folder => {
      expect(files.filter(({ home }) => home === folder).length).toBeLessThanOrEqual(25);
    },
  );

  test.each(files)('$path imports only what its place allows', ({ path, home, imports }) => {
    expect(Object.keys(MAY_IMPORT)).toContain(home);
    const allowed = new Set([...(MAY_IMPORT[home] ?? []), home]);
    if (/^src\/formats\/.*\/read[\w-]*\.ts$/.test(path)) allowed.delete('query');
    const wrong = imports.filter(
      one => !allowed.has(one.home) && !(home === 'formats' && (one.late ? DOOR : SNIFF).test(one.target)),
    );
    expect(wrong).toEqual([]);
  });

  test.each(files.filter(({ home }) => PURE.test(home)))(
    '$path touches no process, console, file or colour',
    ({ text }) => {
      expect(text).not.toMatch(IMPURE);
    },
  );

  // V8 checks each literal while it parses a file, at every start; one with a class of Unicode takes it as long as many kilobytes.
  test('patterns with a class of Unicode are made when they are used', () => {
    const literal = /^(?!\s*(?:\*|\/\/)).*\/(?![*/])[^/\n`'"]*\\p\{[^\n`]*\/[dgimsuvy]*[.,;)]/m;
    const early = files.filter(({ home, text }) => home !== 'formats/html/browser' && literal.test(text));
    expect(early.map(({ path }) => path)).toEqual([]);
  });

  test.each(Object.entries(ADAPTERS))('%s is imported in %s alone', (name, adapter) => {
    const importing = files.filter(({ text }) => text.includes(`from '${name}'`) || text.includes(`import('${name}')`));
    expect(importing.map(({ path }) => path)).toEqual([`src/${adapter}.ts`]);
  });

  test('no file imports itself by way of others, not even for a type', () => {
    const graph = new Map(
      files.map(({ path, imports }) => [path.slice(4, -3), imports.filter(one => !one.late).map(one => one.target)]),
    );
    const done = new Set<string>();
    const visit = (name: string, above: readonly string[]): void => {
      if (above.includes(name)) throw new Error(`a cycle: ${[...above.slice(above.indexOf(name)), name].join(' → ')}`);
      if (done.has(name)) return;
      for (const next of graph.get(name) ?? []) visit(next, [...above, name]);
      done.add(name);
    };
    for (const name of graph.keys()) visit(name, []);
  });
});

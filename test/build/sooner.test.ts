import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { afterAll, describe, expect, test } from 'vitest';
import { sooner } from '../../build/sooner.js';

const folder = mkdtempSync(join(tmpdir(), 'idm-sooner-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Bundles files, each of which adds its name to `loaded` as it is loaded; those in `apart` are files by themselves. */
async function bundled(files: Readonly<Record<string, string>>, late: readonly string[], apart = late) {
  const source = mkdtempSync(join(folder, 'source-'));
  const dir = mkdtempSync(join(folder, 'dist-'));
  for (const [name, code] of Object.entries(files))
    writeFileSync(join(source, name), `(globalThis.loaded ??= []).push('${name}');\n${code}`);
  const bundle = await rolldown({
    input: join(source, 'main.js'),
    platform: 'node',
    preserveEntrySignatures: 'allow-extension',
    plugins: [sooner(late)],
  });
  const groups = apart.map(name => ({
    name,
    test: new RegExp(`/${name}\\.js$`),
    includeDependenciesRecursively: false,
  }));
  await bundle.write({
    dir,
    format: 'cjs',
    entryFileNames: '[name].cjs',
    chunkFileNames: '[name].cjs',
    codeSplitting: { groups },
  });
  await bundle.close();
  const loaded: string[] = [];
  Object.assign(globalThis, { loaded });
  return { main: createRequire(import.meta.url)(join(dir, 'main.cjs')), loaded };
}

describe('a file that is loaded late', () => {
  const late = `import { twice } from './main.js';
    export const four = () => twice(2);
    export let count = 0;
    export const more = () => ++count;`;

  test('is loaded once, by the first call that needs it', async () => {
    const { main, loaded } = await bundled(
      {
        'main.js': `import { count, four, more } from './late.js';
          export const twice = n => 2 * n;
          export const answer = () => four() + more() + more();
          export const counted = () => count;`,
        'late.js': late,
      },
      ['late'],
    );
    expect([main.twice(3), loaded]).toEqual([6, ['main.js']]);
    expect([main.answer(), loaded]).toEqual([7, ['main.js', 'late.js']]);
    expect([main.answer(), loaded]).toEqual([11, ['main.js', 'late.js']]);
  });

  test('gives what it changes as it is now', async () => {
    const { main } = await bundled(
      {
        'main.js': `import { count, more } from './late.js';
          export const twice = n => 2 * n;
          export const counts = () => [count, more(), count];`,
        'late.js': late,
      },
      ['late'],
    );
    expect(main.counts()).toEqual([0, 1, 1]);
  });

  test('is an error where the file that it needs needs it at once', async () => {
    const files = {
      'main.js': `import { four } from './late.js'; export const twice = n => 2 * n; export const eight = twice(four);`,
      'late.js': late,
    };
    await expect(bundled(files, ['late'])).rejects.toThrow('main.cjs and late.cjs need each other as they are loaded');
  });
});

test('two files that need each other as they are loaded are an error', async () => {
  const files = {
    'main.js': `import { four } from './other.js'; export const twice = n => 2 * n; export const eight = () => twice(four());`,
    'other.js': `import { twice } from './main.js'; export const four = () => twice(2);`,
  };
  await expect(bundled(files, [], ['other'])).rejects.toThrow(
    'main.cjs and other.cjs need each other as they are loaded',
  );
});

test('a CommonJS module runs where it is first asked for, and has its exports', async () => {
  const { main, loaded } = await bundled(
    {
      'main.js': `import { half } from './common.cjs'; export const two = () => half(4);`,
      'common.cjs': `const { divide } = require('./division.cjs'); exports.half = n => divide(n, 2);`,
      'division.cjs': `module.exports = { divide: (a, b) => a / b };`,
    },
    [],
  );
  expect(main.two()).toBe(2);
  expect(loaded.sort()).toEqual(['common.cjs', 'division.cjs', 'main.js']);
});

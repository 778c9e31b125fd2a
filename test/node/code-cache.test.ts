import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT, SHIPPED } from '../support/run.js';

const SOURCE = "const { sep } = require('node:path'); exports.say = () => ['one', sep, __filename];\n";

/** A file of CommonJS, the folder for what V8 makes of it, and what is kept there. */
function scene() {
  const folder = mkdtempSync(join(tmpdir(), 'idm-code-cache-'));
  const [file, cache] = [join(folder, 'greeting.cjs'), join(folder, 'cache')];
  writeFileSync(file, SOURCE);
  return { file, cache, kept: join(cache, 'greeting.cjs') };
}

/** What the file of a scene says, in a process of its own: one that has it already looks at nothing that was kept. */
function run({ file, cache }: { readonly file: string; readonly cache: string }): unknown {
  const script = `
    const keep = require('./dist/code-cache.cjs').useCodeCache(require.extensions, process.argv[2]);
    const said = require(process.argv[1]).say();
    keep();
    Promise.resolve(said).then(said => console.log(JSON.stringify(said)));
  `;
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', script, file, cache], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { PATH: process.env.PATH },
  });
  expect(stderr).toBe('');
  return JSON.parse(stdout);
}

describe('the code cache', () => {
  test('a file is loaded as Node loads it, and what V8 made of it is kept behind its source', () => {
    const place = scene();
    expect(run(place)).toEqual(['one', sep, place.file]);
    expect(readdirSync(place.cache)).toEqual(['greeting.cjs']);
    const kept = readFileSync(place.kept, 'latin1');
    expect(kept.startsWith(SOURCE)).toBe(true);
    expect(kept.length).toBeGreaterThan(2 * SOURCE.length);
  });

  test('what is kept serves the next run, which writes nothing', () => {
    const place = scene();
    run(place);
    const { ino } = statSync(place.kept);
    expect(run(place)).toEqual(['one', sep, place.file]);
    expect(statSync(place.kept).ino).toBe(ino);
  });

  test.each<[string, (kept: Buffer) => Buffer]>([
    ['nothing', () => Buffer.alloc(0)],
    ['the source alone', kept => kept.subarray(0, SOURCE.length)],
    ['half of the code', kept => kept.subarray(0, (SOURCE.length + kept.length) / 2)],
    ['code of another V8', kept => Buffer.from(kept).fill(7, SOURCE.length + 4, SOURCE.length + 8)],
    ['a file of zeros', kept => Buffer.alloc(kept.length)],
  ])('where there is %s, the file is compiled and kept again', (_, harm) => {
    const place = scene();
    run(place);
    const whole = readFileSync(place.kept);
    writeFileSync(place.kept, harm(whole));
    expect(run(place)).toEqual(['one', sep, place.file]);
    expect(readFileSync(place.kept).length).toBe(whole.length);
  });

  test('another source of the same length is not taken for the one that was kept', () => {
    const place = scene();
    run(place);
    writeFileSync(place.file, SOURCE.replace('one', 'two'));
    expect(run(place)).toEqual(['two', sep, place.file]);
    expect(readFileSync(place.kept, 'latin1')).toContain("['two'");
  });

  test('a file that imports modules of ECMAScript is left to Node', () => {
    const place = scene();
    writeFileSync(join(place.file, '../other.mjs'), 'export const answer = 42;\n');
    writeFileSync(place.file, "exports.say = () => import('./other.mjs');\n");
    expect(run(place)).toEqual({ answer: 42 });
    expect(existsSync(place.cache)).toBe(false);
  });

  test('where nothing can be written, all runs as ever', () => {
    const place = scene();
    writeFileSync(place.cache, 'a file, no folder');
    expect(run(place)).toEqual(['one', sep, place.file]);
    expect(readFileSync(place.cache, 'utf8')).toBe('a file, no folder');
  });
});

/** From Node 22 on, Node keeps it itself. */
describe.runIf(Number.parseInt(process.versions.node, 10) < 22)('a run of idm', () => {
  /** A copy of the package whose code is that of the other. */
  const copy = () => {
    const folder = mkdtempSync(join(tmpdir(), 'idm-code-cache-'));
    cpSync(join(ROOT, 'bin'), join(folder, 'bin'), { recursive: true });
    symlinkSync(join(ROOT, 'dist'), join(folder, 'dist'));
    return folder;
  };
  const list = (folder: string, env: NodeJS.ProcessEnv = {}) =>
    spawnSync(process.execPath, [join(folder, 'bin/idm.js'), 'list', '-f', SHIPPED], {
      env: { ...process.env, ...env },
      encoding: 'utf8',
    });

  test('keeps what V8 made of the files that it loaded, beside the code, and says the same the next time', () => {
    const folder = copy();
    const first = list(folder);
    expect(first).toMatchObject({ status: 0, stderr: '' });
    const kept = join(folder, '.cache', `${process.version}-${process.arch}`);
    expect(readdirSync(kept)).toEqual(['agenda-read.cjs', 'agenda.cjs', 'program.cjs']);
    expect(list(folder).stdout).toBe(first.stdout);
  });

  test('keeps nothing where NODE_DISABLE_COMPILE_CACHE is set', () => {
    const folder = copy();
    expect(list(folder, { NODE_DISABLE_COMPILE_CACHE: '1' }).status).toBe(0);
    expect(existsSync(join(folder, '.cache'))).toBe(false);
  });
});

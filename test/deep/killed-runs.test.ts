import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { uint32s } from '../support/random.js';
import { ROOT } from '../support/run.js';

const SEED = 20_260_112;
const RUNS = 10;
const OLD = 'what was there before\n';

const folder = mkdtempSync(join(tmpdir(), 'idm-killed-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string) => join(folder, name);

const sessions = Array.from(
  { length: 2_000 },
  (_, i) => `      - {id: s${i}, time: 10:00-, title: "Session ${i} of many, with a title of some length", room: []}\n`,
);
writeFileSync(
  at('agenda.yaml'),
  `id: large\ntitle: Large\ntimezone: UTC\ndays:\n  - date: 2030-01-01\n    sessions:\n${sessions.join('')}`,
);
const ARGS = [`${ROOT}bin/idm.js`, 'export', '--csv', '-f', 'agenda.yaml', '-o', 'out.csv'];

/** Runs an export, and kills it so many milliseconds after its draft appeared. A quick run ends before. */
async function killedAfter(delay: number): Promise<void> {
  const run = spawn(process.execPath, ARGS, { cwd: folder, stdio: 'ignore' });
  const watcher = watch(folder, (_, name) => {
    if (name?.startsWith('.idm-')) setTimeout(() => run.kill('SIGKILL'), delay);
  });
  await new Promise(done => run.on('exit', done));
  watcher.close();
}

test(`${RUNS} exports, killed while they write: the old file or the new one, and no draft after the next run`, async () => {
  const whole = spawnSync(process.execPath, ARGS.slice(0, -2), {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  }).stdout;
  expect(whole.length).toBeGreaterThan(100_000);
  const drawn = uint32s(SEED);
  for (let run = 0; run < RUNS; run++) {
    writeFileSync(at('out.csv'), OLD);
    await killedAfter(drawn() % 8);
    const text = readFileSync(at('out.csv'), 'utf8');
    expect([OLD, whole].includes(text)).toBe(true);
  }
  expect(spawnSync(process.execPath, ARGS, { cwd: folder }).status).toBe(0);
  expect(readFileSync(at('out.csv'), 'utf8')).toBe(whole);
  expect(readdirSync(folder).sort()).toEqual(['agenda.yaml', 'out.csv']);
});

test('an export killed before any of its steps: the old file or the new one', () => {
  const hooked = (fault: string) =>
    spawnSync(process.execPath, ['--require', `${ROOT}test/support/fault.cjs`, ...ARGS], {
      cwd: folder,
      env: { ...process.env, IDM_FAULT: fault },
      encoding: 'utf8',
    });
  const steps = Number(hooked('count').stdout);
  const whole = readFileSync(at('out.csv'), 'utf8');
  expect([steps >= 6, whole.length > 100_000]).toEqual([true, true]);
  const found = Array.from({ length: steps }, (_, i) => {
    writeFileSync(at('out.csv'), OLD);
    expect(hooked(String(i + 1)).signal).toBe('SIGKILL');
    return readFileSync(at('out.csv'), 'utf8');
  });
  expect(new Set(found)).toEqual(new Set([OLD, whole]));
});

test('six exports at once: each writes a whole file, and none leaves a draft', () => {
  const one = `node ${ARGS.join(' ')}; echo $?`;
  const { stdout, stderr } = spawnSync('bash', ['--norc', '-c', `${`{ ${one}; } &\n`.repeat(6)}wait`], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect([stdout, stderr]).toEqual(['0\n'.repeat(6), '']);
  const { stdout: whole } = spawnSync(process.execPath, ARGS.slice(0, -2), { cwd: folder, encoding: 'utf8' });
  expect(readFileSync(at('out.csv'), 'utf8')).toBe(whole);
  expect(readdirSync(folder).sort()).toEqual(['agenda.yaml', 'out.csv']);
});

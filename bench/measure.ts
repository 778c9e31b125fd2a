// Measuring two things in turn, as the ratio of their medians: what disturbs the machine disturbs both.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Bench } from 'tinybench';

/** How long to measure: at least so many runs of each, and at least so long. */
export interface Length {
  readonly runs: number;
  readonly seconds: number;
}

/** How long one run of something took, in milliseconds. */
type Timed = () => number | Promise<number>;

/** The middle of some numbers, or half-way between the two in the middle. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low = Number.NaN, high = Number.NaN] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return (low + high) / 2;
}

/** The ratio of two things that each give how long they took: first once unmeasured, then in turn until there are `runs` of each and `seconds` have passed. */
export async function inTurn(whole: Timed, alone: Timed, { runs, seconds }: Length): Promise<number> {
  await whole();
  await alone();
  const times = { whole: [] as number[], alone: [] as number[] };
  const until = performance.now() + seconds * 1000;
  while (times.whole.length < runs || performance.now() < until) {
    times.alone.push(await alone());
    times.whole.push(await whole());
  }
  return median(times.whole) / median(times.alone);
}

/** Measures two functions by tinybench. What `prepare` gives goes to the function and isn't measured. */
export function functions<T>(
  whole: (given: T) => unknown,
  alone: (given: T) => unknown,
  { prepare, runs, seconds }: Length & { readonly prepare: { readonly whole: () => T; readonly alone: () => T } },
): Promise<number> {
  const timed = (name: 'whole' | 'alone', run: (given: T) => unknown): Timed => {
    let given: T;
    const bench = new Bench({ iterations: 1, time: 0, warmup: false, throws: true });
    bench.add(name, () => run(given), {
      async: true,
      beforeEach: () => {
        given = prepare[name]();
      },
    });
    return async () => {
      bench.reset();
      const [task] = await bench.run();
      const { result } = task ?? {};
      if (result === undefined || !('latency' in result)) throw new Error(`${name} was not measured`);
      return result.latency.p50;
    };
  };
  return inTurn(timed('whole', whole), timed('alone', alone), { runs, seconds });
}

/** What a process gets of the environment: nothing that makes Node slower or faster, or the output coloured. */
const { PATH, HOME, TMPDIR = tmpdir() } = process.env;
const ENVIRONMENT: NodeJS.ProcessEnv = { PATH, HOME, TMPDIR, LANG: 'C.UTF-8', TZ: 'UTC' };

/** How a process is run: a program with arguments, in a folder, and the exit code that it must end with. */
export interface Command {
  readonly cwd: string;
  readonly program: string;
  readonly args: readonly string[];
  readonly code: number;
}

export const command = (cwd: string, program: string, args: readonly string[], code = 0): Command => ({
  cwd,
  program,
  args,
  code,
});

/** The milliseconds of a process, its output in a pipe. Throws when it does not end as it must. */
export function spawned({ cwd, program, args, code }: Command): number {
  const before = performance.now();
  const { status, signal, stderr, error } = spawnSync(program, args, {
    cwd,
    env: ENVIRONMENT,
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: Infinity,
  });
  const took = performance.now() - before;
  if (error) throw error;
  if (status !== code) throw new Error(`ended with ${status ?? signal}: ${firstError(stderr)}`);
  return took;
}

/** The same by the clock of hyperfine, a run at a time, so that two processes can be measured in turn. */
export function byHyperfine({ cwd, program, args, code }: Command): number {
  const folder = mkdtempSync(join(tmpdir(), 'idm-hyperfine-'));
  const json = join(folder, 'times.json');
  const line = [program, ...args].map(word => `'${word.replaceAll("'", `'\\''`)}'`).join(' ');
  const options = ['-N', '--runs', '1', '--warmup', '0', '--ignore-failure', '--output', 'pipe', '--export-json', json];
  try {
    const { status, stderr } = spawnSync('hyperfine', [...options, line], { cwd, env: ENVIRONMENT, encoding: 'utf8' });
    if (status !== 0) throw new Error(`hyperfine: ${firstError(stderr)}`);
    const { results }: HyperfineExport = JSON.parse(readFileSync(json, 'utf8'));
    const [took, ended] = [results[0]?.times[0], results[0]?.exit_codes[0]];
    if (took === undefined || ended !== code) throw new Error(`ended with ${ended}`);
    return took * 1000;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The version of hyperfine, or undefined where it isn't installed. */
export function hyperfine(): string | undefined {
  return /[\d.]+/.exec(spawnSync('hyperfine', ['--version'], { encoding: 'utf8' }).stdout ?? '')?.[0];
}

/** What `hyperfine --export-json` writes, as far as it is read here. */
interface HyperfineExport {
  readonly results: readonly { readonly times: readonly number[]; readonly exit_codes: readonly number[] }[];
}

function firstError(text: string | Uint8Array): string {
  const lines = text.toString().split('\n');
  return lines.find(line => /error/i.test(line)) ?? lines[0] ?? '';
}

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import type { Git, Io, Output } from '../../src/io.js';
import { main } from '../../src/main.js';
import type { Offsets } from '../../src/model/zone.js';
import { processIo } from '../../src/node/io.js';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const SHIPPED = `${ROOT}data/idm-2018.yaml`;

/** Matches standard error that has no more than what an export loses. */
export const NOTICES: string = expect.stringMatching(/^(?:not in [^\n]+\n)*$/);

/** What a run gave. */
export interface Result {
  readonly code: number;
  /** Bytes as the characters of their values (latin1). */
  readonly out: string;
  readonly err: string;
}

/** How a run differs from a pipe in the root of the project. */
export interface World {
  readonly terminal?: boolean;
  readonly columns?: number;
  /** Its output goes to a file. */
  readonly redirected?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  readonly stdin?: string | Uint8Array;
  readonly zone?: string;
  /** The instant at which it runs, in ISO 8601 with offset. */
  readonly now?: string;
  /** How offsets are looked up; by Intl when absent. */
  readonly offsets?: Offsets;
  /** The code that every read of a file fails with. */
  readonly unreadable?: string;
  /** The path of a file whose bytes fail when they are looked at, as a bug does. */
  readonly broken?: string;
  /** In place of the git of this machine. */
  readonly git?: Git;
}

const BROKEN: Uint8Array = new Proxy(new Uint8Array(1), {
  get(_, name) {
    // A promise asks for it.
    if (name === 'then') return undefined;
    throw new TypeError('a bug');
  },
});

/** Runs one command line in this process, the shipped agenda being the one that is found. */
export async function idm(args: readonly string[], world: World = {}): Promise<Result> {
  const text = { out: '', err: '' };
  const output = (name: 'out' | 'err'): Output => ({
    isTerminal: world.terminal ?? false,
    isFile: world.redirected ?? false,
    ...(world.terminal ? { columns: world.columns ?? 80 } : {}),
    write: async chunk => {
      if (chunk instanceof Uint8Array) text[name] += Buffer.from(chunk).toString('latin1');
      else text[name] += typeof chunk === 'string' ? chunk : [...chunk].join('');
    },
  });
  const real = processIo(ROOT, world.cwd ?? ROOT);
  const fail = () => Promise.reject(Object.assign(new Error('refused'), { code: world.unreadable }));
  const io: Io = {
    ...real,
    files: {
      ...real.files,
      ...(world.unreadable ? { read: fail, write: fail } : {}),
      ...(world.broken ? { read: async path => (path === world.broken ? BROKEN : real.files.read(path)) } : {}),
    },
    env: { IDM_AGENDA: SHIPPED, ...world.env },
    stdout: output('out'),
    stderr: output('err'),
    stdin: async () => Buffer.from(world.stdin ?? ''),
    zone: () => world.zone ?? 'UTC',
    ...(world.now !== undefined && { now: () => Date.parse(world.now ?? '') }),
    ...(world.git && { git: async () => world.git as Git }),
    ...(world.offsets && { offsets: world.offsets }),
  };
  const code = await main(args, io);
  return { code, ...text };
}

/** Runs the built program as a process of its own. */
export function spawnIdm(args: readonly string[], world: World = {}): Result {
  const { IDM_AGENDA: _, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [`${ROOT}bin/idm.js`, ...args], {
    cwd: world.cwd ?? ROOT,
    env: { ...env, ...world.env },
    input: world.stdin ?? '',
    encoding: 'utf8',
  });
  return { code: status ?? -1, out: stdout, err: stderr };
}

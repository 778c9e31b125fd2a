import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'vitest';

/** A program that tests need and that a machine may lack. */
export interface Program {
  readonly name: string;
  /** The command that installs it; `.ci/clients` runs all of them. */
  readonly install: string;
  /** Prints its version, among other words. */
  readonly version: readonly [command: string, ...args: string[]];
}

/** What a program gave. */
export interface Ran {
  /** Null when it could not be started or was stopped. */
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Debian's, since a Python from elsewhere lacks the libraries of Debian's packages. */
export const PYTHON = '/usr/bin/python3';

/** The environment of a program that is to see nothing of this machine: its home is `folder`, its zone UTC. */
export function quiet(folder: string): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, HOME: folder, TMPDIR: folder, TZ: 'UTC', LC_ALL: 'C.UTF-8' };
}

/** Runs a program in a folder, two minutes at most. */
export function run(command: string, args: readonly string[], folder: string): Ran {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: folder,
    env: quiet(folder),
    encoding: 'utf8',
    timeout: 120_000,
    maxBuffer: 64 * 2 ** 20,
  });
  return { code: status, out: stdout ?? '', err: stderr || (error?.message ?? '') };
}

/** Runs a program that must succeed, and gives what it printed. */
export function output(command: string, args: readonly string[], folder: string): string {
  const { code, out, err } = run(command, args, folder);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')}: exit ${code}\n${err}`);
  return out;
}

/** Gives a new folder to what is to be done, and removes it. */
export async function inFolder<T>(work: (folder: string) => T | Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'idm-clients-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const versions = new Map<Program, string | undefined>();

/** The version of a program on this machine; undefined where it is missing. */
export function versionOf(program: Program): string | undefined {
  if (!versions.has(program)) {
    const folder = mkdtempSync(join(tmpdir(), 'idm-clients-'));
    const [command, ...args] = program.version;
    const { code, out } = run(command, args, folder);
    rmSync(folder, { recursive: true, force: true });
    versions.set(program, code === 0 ? /\d+(\.\d+)+/.exec(out)?.[0] : undefined);
  }
  return versions.get(program);
}

/**
 * Tests that need a program. Where it is missing they are skipped, by a name that says so; with `IDM_REQUIRE_CLIENTS=1`
 * they fail.
 */
export function withProgram(program: Program, tests: () => void): void {
  const { name, install } = program;
  if (versionOf(program) !== undefined) describe(name, tests);
  else if (process.env.IDM_REQUIRE_CLIENTS === '1') {
    test(`${name} is installed`, () => {
      throw new Error(`${name} is missing: ${install}`);
    });
  } else test.skip(`skipped, as ${name} is not installed (${install})`, () => {});
}

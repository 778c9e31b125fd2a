import { spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { Failure, type FileVersion, type Git, type Repository } from '../io.js';
import { escapeControlsOnLine } from '../text/escape.js';
import { collected, GitProcess } from './git-process.js';

/** Asks the git of this machine. `folder` gives the working folder. */
export function processGit(folder: () => string): Git {
  return {
    repository: file => repository(file === undefined ? folder() : resolve(folder(), file), file !== undefined),
  };
}

/** Bytes of a name that are not UTF-8, as paths have them (PEP 383): an argument of a process is text. */
const BYTES = /[\uDC80-\uDCFF]/;

/** The repository that a file lies in, or that a folder is in. */
async function repository(path: string, isFile: boolean): Promise<Repository | undefined> {
  if (BYTES.test(path)) throw new Failure(`${escapeControlsOnLine(path)}: git is asked for names in UTF-8 only`);
  const real = realPath(path);
  const folder = isFile ? dirname(real) : real;
  const { code, out, err } = await run(folder, ['rev-parse', '--is-shallow-repository', '--show-prefix']);
  if (code !== 0) {
    if (/not a git repository/i.test(err)) return undefined;
    throw new Failure(`git: ${firstLine(err)}`);
  }
  const text = out.toString('utf8');
  const end = text.indexOf('\n');
  const prefix = text.slice(end + 1).replace(/\n$/, '');
  const name = isFile ? prefix + basename(real) : undefined;
  return {
    isShallow: text.slice(0, end) === 'true',
    commit: revision => commitOf(folder, revision),
    object: object => blobOf(folder, object),
    fileAt: async commit => {
      if (name === undefined) return undefined;
      const here = await blobOf(folder, `${commit}:${name}`);
      if (here !== undefined) return here;
      const before = await nameAt(folder, name, commit);
      return before === undefined ? undefined : blobOf(folder, `${commit}:${before}`);
    },
    versions: () => (name === undefined ? none() : versions(folder, name)),
  };
}

/** A path without links, where there is such a file: a link is in git as its target's name. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

async function commitOf(folder: string, revision: string): Promise<string | undefined> {
  if (!isName(revision)) return undefined;
  const { code, out } = await run(folder, ['rev-parse', '--verify', '--quiet', `${revision}^{commit}`]);
  return code === 0 ? out.toString('utf8').trim() : undefined;
}

/** False for what git would take for an option, or no process takes as an argument. */
function isName(revision: string): boolean {
  return revision !== '' && !revision.startsWith('-') && !revision.includes('\0');
}

async function blobOf(folder: string, object: string): Promise<Uint8Array | undefined> {
  if (!isName(object)) return undefined;
  const { code, out } = await run(folder, ['rev-parse', '--verify', '--quiet', object]);
  if (code !== 0) return undefined;
  const blobs = new GitProcess(spawnGit(folder, ['cat-file', '--batch']));
  try {
    return await blobs.object(out.toString('utf8').trim());
  } finally {
    blobs.end();
  }
}

/** What a file of today is called in a commit, by the renames since. */
async function nameAt(folder: string, name: string, commit: string): Promise<string | undefined> {
  let found: string | undefined;
  for await (const { from } of log(folder, name, `${commit}..HEAD`)) found = from ?? found;
  return found;
}

async function* none(): AsyncGenerator<FileVersion> {}

/** The versions of a file on the first-parent history, newest first; the content of each is asked for when it is wanted. */
async function* versions(folder: string, name: string): AsyncGenerator<FileVersion> {
  const blobs = new GitProcess(spawnGit(folder, ['cat-file', '--batch']));
  try {
    for await (const { commit, date, blob } of log(folder, name, 'HEAD')) {
      if (/^0+$/.test(blob)) continue;
      const read = async () => {
        const content = await blobs.object(blob);
        if (content === undefined) throw new Failure(`git has no content ${blob}`);
        return content;
      };
      yield { commit, date, read };
    }
  } finally {
    blobs.end();
  }
}

/** A commit that touched the file. */
interface Touched {
  readonly commit: string;
  /** The committer's, ISO 8601 with offset. */
  readonly date: string;
  /** The id of the content; zeros where the file was deleted. */
  readonly blob: string;
  /** The name before, where it was renamed. */
  readonly from?: string;
}

/** The commits of a range that touched a file, newest first; a merge is compared with its first parent. */
async function* log(folder: string, name: string, range: string): AsyncGenerator<Touched> {
  const child = spawnGit(folder, [
    'log',
    ...['--first-parent', '-m', '--follow', '-M', '--no-ext-diff', '--no-textconv', '--no-color'],
    ...['--raw', '--no-abbrev', '-z', '--format=%x01%H %cI', range, '--', literal(name)],
  ]);
  const errors = collected(child.stderr);
  const closed = new Promise<number>(done => {
    child.once('error', () => done(-1));
    child.once('close', code => done(code ?? -1));
  });
  let head: { readonly commit: string; readonly date: string } | undefined;
  const tokens = zeroTerminated(child.stdout);
  try {
    for await (const token of tokens) {
      if (token.startsWith('\u0001')) {
        const [commit = '', date = ''] = token.slice(1).trim().split(' ');
        head = { commit, date };
        continue;
      }
      const [, , , blob = '', status = ''] = token.trim().split(' ');
      const first = await tokens.next();
      const renamed = /^[RC]/.test(status);
      if (renamed) await tokens.next();
      if (head !== undefined)
        yield { ...head, blob, ...(renamed && typeof first.value === 'string' && { from: first.value }) };
    }
  } finally {
    child.kill();
  }
  // A repository without a commit has no versions.
  if ((await closed) !== 0 && !/does not have any commits|unknown revision|bad revision/.test(await errors))
    throw new Failure(`git: ${firstLine(await errors)}`);
}

/** A path from the root of the repository, in which nothing is a wildcard. */
function literal(name: string): string {
  return `:(top,literal)${name}`;
}

async function* zeroTerminated(stream: NodeJS.ReadableStream): AsyncGenerator<string> {
  let rest = Buffer.alloc(0);
  for await (const chunk of stream) {
    rest = Buffer.concat([rest, chunk as Buffer]);
    for (let end = rest.indexOf(0); end !== -1; end = rest.indexOf(0)) {
      yield rest.subarray(0, end).toString('utf8');
      rest = rest.subarray(end + 1);
    }
  }
}

/** What a run of git gave. */
interface Ran {
  readonly code: number;
  readonly out: Buffer;
  readonly err: string;
}

async function run(folder: string, args: readonly string[]): Promise<Ran> {
  const child = spawnGit(folder, args);
  child.stdin.end();
  const failed = new Promise<never>((_, reject) => child.once('error', error => reject(notRun(error, folder))));
  const closed = new Promise<number>(done => child.once('close', code => done(code ?? -1)));
  const [out, err, code] = await Promise.race([
    Promise.all([collectedBytes(child.stdout), collected(child.stderr), closed]),
    failed,
  ]);
  return { code, out, err };
}

function notRun(error: Error, folder: string): Failure {
  const missing = 'code' in error && error.code === 'ENOENT';
  const why = missing ? `it is not installed, or there is no folder ${escapeControlsOnLine(folder)}` : error.message;
  return new Failure(`git could not be run: ${why}`, 2, { cause: error });
}

async function collectedBytes(stream: NodeJS.ReadableStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/**
 * Settings that keep git from running another program or asking for anything, whatever the repository is configured to do:
 * a monitor of files, hooks, the check of signatures, a fetch of what a partial clone lacks.
 */
const SETTINGS = [
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  'log.showSignature=false',
  'log.showRoot=true',
  'protocol.allow=never',
].flatMap(setting => ['-c', setting]);

/** Of the environment, what says where a repository is: a hook of git sets it for its own. */
const OF_A_REPOSITORY =
  /^GIT_(?!CEILING_DIRECTORIES$|DISCOVERY_ACROSS_FILESYSTEM$|CONFIG_(?:NOSYSTEM|GLOBAL|SYSTEM|COUNT|KEY_\d+|VALUE_\d+)$)/;

function spawnGit(folder: string, args: readonly string[]) {
  const kept = Object.entries(process.env).filter(([name]) => !OF_A_REPOSITORY.test(name));
  const env = {
    ...Object.fromEntries(kept),
    LC_ALL: 'C',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_NO_LAZY_FETCH: '1',
  };
  const child = spawn('git', ['--no-pager', ...SETTINGS, ...args], {
    cwd: folder,
    env,
    stdio: 'pipe',
    windowsHide: true,
  });
  // git may be gone before it has read all; what it says then is enough.
  child.stdin.on('error', () => {});
  return child;
}

function firstLine(message: string): string {
  const [line = ''] = message.trim().split('\n');
  return escapeControlsOnLine(line.replace(/^(?:fatal|error): /, '')) || 'it failed and did not say why';
}

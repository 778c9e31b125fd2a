import {
  closeSync,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  linkSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  type Stats,
  statSync,
  unlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, isAbsolute, sep } from 'node:path';
import { decodePath, encodePath } from './path-bytes.js';

/**
 * Writes a text or bytes to a path. Readers of a file see its old content or the new one: a draft beside it takes its place when it is
 * on the disk. Links are followed, and stay; mode and owner stay where the system lets them. Where no draft can take the
 * place of a file, since its folder is not writable or the file is a mount of its own, the file itself is written over.
 * Devices and pipes are written to directly; whoever closes such a pipe early has read enough.
 */
export function replaceFile(path: string, content: string | Uint8Array): void {
  const before = statSync(encodePath(path), { throwIfNoEntry: false });
  if (before !== undefined && !before.isFile()) {
    writeThrough(path, content);
    return;
  }
  // Permission to write the folder is not permission to write the file.
  if (before !== undefined) closeSync(openSync(encodePath(path), 'r+'));
  const target = followLinks(path);
  try {
    publish(target, content, before, draft => renameSync(draft, encodePath(target)));
  } catch (error) {
    if (before === undefined || !NO_DRAFT.has(codeOf(error))) throw error;
    writeOver(path, content);
  }
}

/** Writes a new file, whole or not at all. Fails with EEXIST where there is one, or another process makes it first. */
export function createFile(path: string, text: string): void {
  const target = followLinks(path);
  publish(target, text, undefined, draft => {
    try {
      linkSync(draft, encodePath(target));
      unlinkSync(draft);
    } catch (error) {
      if (!NO_HARD_LINKS.has(codeOf(error))) throw error;
      closeSync(openSync(encodePath(target), 'wx'));
      renameSync(draft, encodePath(target));
    }
  });
}

/** A folder that is not writable or keeps the files of others (sticky), and a file that is a mount of its own. */
const NO_DRAFT: ReadonlySet<string> = new Set(['EACCES', 'EPERM', 'EROFS', 'EBUSY', 'EXDEV']);
const NO_HARD_LINKS: ReadonlySet<string> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK']);
/** Of file systems that have no fsync, or no modes and owners. */
const NOT_SUPPORTED: ReadonlySet<string> = new Set(['EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EPERM']);

/** Links that lead to links, at most, as on Linux. */
const MAX_LINKS = 40;

/** The path of what a path leads to, which need not be there. */
function followLinks(path: string, links = 0): string {
  try {
    return decodePath(realpathSync.native(encodePath(path), 'buffer'));
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
  const link = readLink(path);
  if (link === undefined || links === MAX_LINKS) return path;
  // Not `resolve`, which takes `..` from the text.
  return followLinks(isAbsolute(link) ? link : dirname(path) + sep + link, links + 1);
}

function readLink(path: string): string | undefined {
  try {
    return decodePath(readlinkSync(encodePath(path), 'buffer'));
  } catch {
    return undefined;
  }
}

/** A draft of this process, or one that another left behind. The name is short, so that it is a name wherever another is one. */
const DRAFT = /^\.idm-(\d+)-[0-9a-z]+\.tmp$/;

/** How often a draft is made that is removed by a process that does not see this one, as in another container. */
const MAX_DRAFTS = 4;

/** Writes a draft beside a file, has it put there, and sees that both are on the disk. Leaves no draft behind. */
function publish(
  target: string,
  content: string | Uint8Array,
  before: Stats | undefined,
  put: (draft: string | Buffer) => void,
): void {
  const folder = dirname(target);
  removeLeftDrafts(folder);
  for (let drafts = 1; ; drafts++) {
    const draft = encodePath(`${folder}${sep}.idm-${process.pid}-${Math.random().toString(36).slice(2)}.tmp`);
    try {
      writeDraft(draft, content, before);
      put(draft);
      syncFolder(folder);
      return;
    } catch (error) {
      remove(draft);
      if (codeOf(error) !== 'ENOENT' || drafts === MAX_DRAFTS) throw error;
    }
  }
}

function writeDraft(draft: string | Buffer, content: string | Uint8Array, before: Stats | undefined): void {
  // Until it has the mode of the file, nobody else may open it.
  const file = openSync(draft, 'wx', before === undefined ? 0o666 : 0o600);
  try {
    if (before !== undefined) keepOwnerAndMode(file, before);
    writeFileSync(file, content);
    sync(file);
  } finally {
    closeSync(file);
  }
}

function keepOwnerAndMode(file: number, { uid, gid, mode }: Stats): void {
  const draft = fstatSync(file);
  if (draft.uid !== uid || draft.gid !== gid) where(NOT_SUPPORTED, () => fchownSync(file, uid, gid));
  where(NOT_SUPPORTED, () => fchmodSync(file, mode & 0o7777));
}

/** The drafts of processes that were killed. */
function removeLeftDrafts(folder: string): void {
  let names: Buffer[] = [];
  try {
    names = readdirSync(encodePath(folder), 'buffer');
  } catch {
    // Said when the draft can't be written.
  }
  for (const name of names.map(decodePath)) {
    const owner = DRAFT.exec(name)?.[1];
    if (owner !== undefined && !isRunning(Number(owner))) remove(encodePath(folder + sep + name));
  }
}

/** False for this process, which writes one draft at a time, and removes it. */
function isRunning(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

function remove(draft: string | Buffer): void {
  try {
    unlinkSync(draft);
  } catch {
    // It is gone, or the folder is not writable.
  }
}

/** Writes over a file; where that fails, its old content is put back. */
function writeOver(path: string, content: string | Uint8Array): void {
  const file = openSync(encodePath(path), 'r+');
  const before = readFileSync(file);
  try {
    overwrite(file, typeof content === 'string' ? Buffer.from(content) : content);
  } catch (error) {
    overwrite(file, before);
    throw error;
  } finally {
    closeSync(file);
  }
}

/** The length is set last: until then, what the file had on the disk is there to be had again. */
function overwrite(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at, bytes.length - at, at);
  ftruncateSync(file, bytes.length);
  sync(file);
}

function writeThrough(path: string, content: string | Uint8Array): void {
  where(new Set(['EPIPE']), () => writeFileSync(encodePath(path), content));
}

function sync(file: number): void {
  where(NOT_SUPPORTED, () => fsyncSync(file));
}

/** That the file has its name is written as well, on systems that let a folder be opened. */
function syncFolder(folder: string): void {
  try {
    const opened = openSync(encodePath(folder), 'r');
    try {
      fsyncSync(opened);
    } finally {
      closeSync(opened);
    }
  } catch {
    // The file is there: only a power cut could now bring the old one back.
  }
}

/** Does something, and ignores its failure with one of some codes. */
function where(ignored: ReadonlySet<string>, act: () => void): void {
  try {
    act();
  } catch (error) {
    if (!ignored.has(codeOf(error))) throw error;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

import { dirname } from 'node:path';
import { Failure, type Io, type Repository } from '../io.js';
import { timeZones } from '../model/zone.js';
import { escapeControlsOnLine, quote } from '../text/escape.js';
import type { GlobalOptions } from './command.js';
import {
  type AgendaSource,
  agendaOf,
  fileSource,
  type LoadedAgenda,
  loaded,
  namedAgenda,
  readBytes,
  readInput,
  word,
} from './open-agenda.js';

/** Two agendas that are compared. */
export interface Sides {
  readonly old: LoadedAgenda;
  readonly now: LoadedAgenda;
}

/** Where a side comes from: the name whose extension may tell the format, and how to get its bytes. */
interface SideSource extends AgendaSource {
  bytes(): Promise<Uint8Array>;
}

/**
 * Reads both sides: each a file, `-` for standard input, or a revision of git. With one argument it is the old side and the
 * agenda here the new one; without any, HEAD is the old one.
 */
export async function openSides(io: Io, globals: GlobalOptions, [first, second]: readonly string[]): Promise<Sides> {
  const here = namedAgenda(io, globals);
  const named = [first, second ?? here].filter(one => one === '-').length;
  if (named > 1) throw new Failure('standard input can be one side, not both: name a file for the other');
  const old = await sideOf(io, globals, first, here);
  const now = second === undefined ? agendaHere(io, globals, here) : await sideOf(io, globals, second, here);
  const zones = timeZones(io.offsets);
  const read = async (source: SideSource) => {
    const reading = await readBytes(
      io,
      globals,
      { file: source.path, shown: source.shown, bytes: source.bytes },
      zones,
    );
    return { reading, source, agenda: agendaOf(reading, source) };
  };
  const [before, after] = [await read(old), await read(now)];
  return {
    old: loaded(io, globals, before, zones, [after.agenda]),
    now: loaded(io, globals, after, zones, [before.agenda]),
  };
}

function agendaHere(io: Io, globals: GlobalOptions, here: string | undefined): SideSource {
  if (here === undefined) throw new Failure('no agenda.yaml here; name one with -f, or name both sides');
  return { ...fileSource(here, globals), bytes: () => readInput(io, here) };
}

/** A side by its argument; HEAD without one. */
async function sideOf(
  io: Io,
  globals: GlobalOptions,
  argument: string | undefined,
  here: string | undefined,
): Promise<SideSource> {
  const isFile =
    argument === '-' || (argument !== undefined && io.files.exists(argument) && !io.files.isFolder(argument));
  if (argument !== undefined && isFile)
    return { ...fileSource(argument, globals), bytes: () => readInput(io, argument) };
  return revisionSide(io, argument ?? 'HEAD', argument === undefined, here);
}

/** `REV:path`: the revision may have a colon in braces, as in `HEAD@{10:00}:agenda.yaml`; `:/text` is a revision. */
const OBJECT = /^(?!:\/)(?:[^:{]|\{[^}]*\})*:(.+)$/s;

async function revisionSide(
  io: Io,
  revision: string,
  isDefault: boolean,
  here: string | undefined,
): Promise<SideSource> {
  const unknown = (why: string) =>
    new Failure(isDefault ? `nothing to compare with: ${why}` : `no file ${quote(revision)}, and ${why}`);
  if (revision.startsWith('-')) throw unknown('no revision of git begins with -');
  const [, path] = OBJECT.exec(revision) ?? [];
  const needsPath = path === undefined;
  if (needsPath && here === undefined)
    throw unknown('no agenda.yaml here whose revision that could be: name one with -f, or REV:path');
  if (needsPath && here === '-') throw unknown('standard input has no revisions: name a file with -f, or REV:path');
  const git = await io.git();
  const repository = await git.repository(here === '-' ? undefined : here);
  if (repository === undefined)
    throw unknown(
      `${here === undefined || here === '-' ? 'this folder' : escapeControlsOnLine(here)} is in no repository of git`,
    );
  return needsPath
    ? fileOfRevision(repository, revision, here ?? '', unknown)
    : objectOf(repository, revision, path, unknown);
}

type Unknown = (why: string) => Failure;

/** The agenda here as it was in a revision. */
async function fileOfRevision(
  repository: Repository,
  revision: string,
  here: string,
  unknown: Unknown,
): Promise<SideSource> {
  const commit = await repository.commit(revision);
  if (commit === undefined) throw unknown(`git knows no revision ${quote(revision)}${shallow(repository)}`);
  const bytes = await repository.fileAt(commit);
  const shown = escapeControlsOnLine(here);
  if (bytes === undefined)
    throw new Failure(`${shown} is not in ${quote(revision)}: name it as it was called there, as in ${revision}:path`);
  const folder = dirname(here) === '.' ? '' : ` -C ${word(dirname(here))}`;
  const object = word(`${revision}:./${here.slice(here.lastIndexOf('/') + 1)}`);
  return {
    shown: `${here} in ${revision}`,
    path: here,
    validate: escapeControlsOnLine(`git${folder} show ${object} | idm validate -`),
    bytes: async () => bytes,
  };
}

/** What `REV:path` names. */
async function objectOf(repository: Repository, name: string, path: string, unknown: Unknown): Promise<SideSource> {
  const bytes = await repository.object(name);
  if (bytes === undefined) throw unknown(`git knows no file ${quote(name)}${shallow(repository)}`);
  return {
    shown: name,
    path,
    validate: escapeControlsOnLine(`git show ${word(name)} | idm validate -`),
    bytes: async () => bytes,
  };
}

function shallow({ isShallow }: Repository): string {
  return isShallow ? '; this clone is shallow, so fetch more of it: git fetch --unshallow' : '';
}

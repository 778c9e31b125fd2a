import type { Offsets } from './model/zone.js';
import type { Colors } from './paint.js';

/**
 * One output stream. A write is done when the text is out of the process's hands; it fails as the system fails. When nobody
 * reads a pipe any more, what is written to it is lost, and that is no failure.
 */
export interface Output {
  readonly isTerminal: boolean;
  /** True where the text goes to a regular file. */
  readonly isFile: boolean;
  /** Of a terminal. */
  readonly columns?: number | undefined;
  readonly rows?: number | undefined;
  /** A text, bytes, or a text that comes in parts, which are made as they are written. */
  write(content: string | Uint8Array | Iterable<string>): Promise<void>;
}

/**
 * The files of the machine, by path relative to `cwd`. Errors are the system's, with their `code`. Bytes of a name that are
 * not UTF-8 stand as U+DC80 to U+DCFF in a path (surrogateescape of PEP 383), so that it names the file again.
 */
export interface Files {
  read(path: string): Promise<Uint8Array>;
  exists(path: string): boolean;
  isFolder(path: string): boolean;
  /** The names in a folder; none where it cannot be read. */
  names(folder: string): readonly string[];
  /**
   * The files that a glob matches, sorted. They and the glob are relative to the folder (`cwd` when none is named). What
   * lies in node_modules is left out, links are not followed, and dot files and dot folders are those that the glob names.
   */
  find(glob: string, folder?: string): Promise<FoundFiles>;
  /** Device and inode of a regular file, by whatever path; undefined of anything else. Standard input is `-`. */
  identity(path: string): string | undefined;
  /** Writes all of a text or of bytes, or nothing, on the disk when it is done; a device or a pipe is written to directly. */
  write(path: string, content: string | Uint8Array): Promise<void>;
  /** The same for a new file: fails with `EEXIST` where there is one, whoever made it, and be it at the same moment. */
  create(path: string, text: string): Promise<void>;
}

/** What a search below a folder gave, by paths relative to it. */
export interface FoundFiles {
  readonly files: readonly string[];
  /** The folders that could not be searched, and why. */
  readonly unreadable: readonly { readonly folder: string; readonly error: Error }[];
}

/** A version of a file in git. */
export interface FileVersion {
  /** The full id of the commit. */
  readonly commit: string;
  /** When it was committed: ISO 8601 with the offset of who committed it. */
  readonly date: string;
  /** Its content. */
  read(): Promise<Uint8Array>;
}

/**
 * A repository of git, as one file in it sees it. No program that it is configured to run is run: no hook, no filter. What
 * git cannot do is a {@link Failure}.
 */
export interface Repository {
  /** True where the older history was not fetched. */
  readonly isShallow: boolean;
  /** The id of the commit that a revision names (gitrevisions(7)); undefined where there is none. */
  commit(revision: string): Promise<string | undefined>;
  /** The content of `REV:path`, paths from the root, or with `./` from the folder; undefined where there is no such file. */
  object(name: string): Promise<Uint8Array | undefined>;
  /** The content of the file in a commit, by the name that it had there; undefined where it is not in it. */
  fileAt(commit: string): Promise<Uint8Array | undefined>;
  /** The versions of the file on the first-parent history of HEAD, newest first, through renames. */
  versions(): AsyncIterable<FileVersion>;
}

/** The git of this machine. */
export interface Git {
  /** The repository that a file lies in, or without one the working folder; undefined where that is none. */
  repository(file: string | undefined): Promise<Repository | undefined>;
}

/** All that a command knows of the world. */
export interface Io {
  /** The working folder; to ask for it is a {@link Failure} where it was deleted. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly files: Files;
  /** The path of the agenda that ships with the tool. */
  readonly bundledAgenda: string;
  stdin(): Promise<Uint8Array>;
  /** The zone of this machine as it calls it: perhaps no IANA name, and empty where it does not say. */
  zone(): string;
  /** The instant of this moment, in epoch milliseconds. */
  now(): number;
  /** The release of the time zone data that offsets come from: `2025c`. */
  readonly zoneData: string;
  /** Looks up offsets; absent to leave that to Intl. */
  readonly offsets?: Offsets;
  git(): Promise<Git>;
  /** Shows a text in the pager of the terminal; false where there is none. Absent where no one could page. */
  page?(text: string): Promise<boolean>;
  /** Colours that surely work on a terminal; the caller has asked whether they are wanted. */
  colors(): Promise<Colors>;
}

/** Why a command could not do its work, in one line for stderr. */
export class Failure extends Error {
  /** 1: done, and found something; 2: could not be done. */
  readonly exitCode: 1 | 2;

  /** `cause` is the error underneath, if there is one; --debug shows where it comes from. */
  constructor(message: string, exitCode: 1 | 2 = 2, options?: ErrorOptions) {
    super(message, options);
    this.exitCode = exitCode;
  }
}

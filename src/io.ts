import type { Offsets } from './model/zone.js';
import type { Paint } from './paint.js';

/** One output stream. A write is done when the text is out of the process's hands; it fails as the system fails. */
export interface Output {
  readonly isTerminal: boolean;
  /** Of a terminal. */
  readonly columns?: number | undefined;
  /** A text, or one that comes in parts, which are made as they are written. */
  write(text: string | Iterable<string>): Promise<void>;
}

/** The files of the machine, by path relative to `cwd`. Errors are the system's, with their `code`. */
export interface Files {
  read(path: string): Promise<Uint8Array>;
  exists(path: string): boolean;
  isFolder(path: string): boolean;
  /**
   * The files that a glob matches, sorted. They and the glob are relative to the folder (`cwd` when none is named). What
   * lies in node_modules is left out, links are not followed, and dot files and dot folders are those that the glob names.
   */
  find(glob: string, folder?: string): Promise<readonly string[]>;
  /** The whole text or none of it; a device or a pipe is written to directly. */
  write(path: string, text: string): Promise<void>;
}

/** All that a command knows of the world. */
export interface Io {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly files: Files;
  /** The path of the agenda that ships with the tool. */
  readonly shipped: string;
  stdin(): Promise<Uint8Array>;
  /** The zone of this machine as it calls it: perhaps no IANA name, or empty. */
  zone(): string;
  /** Looks up offsets; absent to leave that to Intl. */
  readonly offsets?: Offsets;
  /** Colours that surely work on a terminal; the caller has asked whether they are wanted. */
  paint(): Promise<Paint>;
}

/** Why a command could not do its work, in one line for stderr. */
export class Failure extends Error {
  /** 1: done, and found something; 2: could not be done. */
  readonly exitCode: 1 | 2;

  constructor(message: string, exitCode: 1 | 2 = 2) {
    super(message);
    this.exitCode = exitCode;
  }
}

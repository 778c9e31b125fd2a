import type { Reading } from './reading.js';
import { readYaml } from './yaml.js';

/** One format that agendas are read from. */
export interface Format {
  readonly name: string;
  readonly about: string;
  readonly extensions: readonly string[];
  read(input: string | Uint8Array): Reading;
}

/** The formats, by name. A second reader is one more entry. */
export const READERS = {
  yaml: { name: 'yaml', about: 'an agenda in the format of idm', extensions: ['.yaml', '.yml'], read: readYaml },
} as const satisfies Record<string, Format>;

/** Reads an agenda from text or UTF-8 bytes. Never throws on what it reads: every problem is a fault of the reading. */
export function read(input: string | Uint8Array): Reading {
  return READERS.yaml.read(input);
}

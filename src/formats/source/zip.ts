import { inflateRawSync } from 'node:zlib';
import { LIMITS, limitText, Stopped } from './limits.js';

/** The files in an archive (APPNOTE.TXT), which are inflated when they are read, up to a bound for all of them together. */
export interface ZipFile {
  readonly names: readonly string[];
  /** The bytes of a file; undefined where there is none of the name. Throws {@link Stopped} where it is damaged or too large. */
  read(name: string): Uint8Array | undefined;
}

interface Entry {
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly size: number;
  readonly at: number;
}

const END = 0x06054b50;
const DIRECTORY = 0x02014b50;
const LOCAL = 0x04034b50;
/** Bytes of the end of the directory, and of the longest comment behind it. */
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
/** Files of an archive that are listed. */
const MOST_FILES = 10_000;

/** Reads the directory of an archive. Throws {@link Stopped} for one that is damaged, or of a kind that no office writes. */
export function openZip(bytes: Uint8Array): ZipFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = new Map<string, Entry>();
  let at = view.getUint32(endOf(view) + 16, true);
  while (at + 46 <= bytes.length && view.getUint32(at, true) === DIRECTORY && entries.size < MOST_FILES) {
    const length = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length));
    entries.set(name, {
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      size: view.getUint32(at + 20, true),
      at: view.getUint32(at + 42, true),
    });
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  let left: number = LIMITS.unpackedSize;
  return {
    names: [...entries.keys()],
    read(name) {
      const entry = entries.get(name);
      if (entry === undefined) return undefined;
      const unpacked = inflated(bytes, view, entry, left);
      left -= unpacked.length;
      return unpacked;
    },
  };
}

function endOf(view: DataView): number {
  const least = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT);
  for (let at = view.byteLength - END_LENGTH; at >= least; at--) if (view.getUint32(at, true) === END) return at;
  throw new Stopped('the archive breaks off: it has no directory', 0);
}

function inflated(
  bytes: Uint8Array,
  view: DataView,
  { method, isEncrypted, size, at }: Entry,
  most: number,
): Uint8Array {
  if (isEncrypted) throw new Stopped('it is protected by a password', 0);
  if (at + 30 > bytes.length || view.getUint32(at, true) !== LOCAL) throw new Stopped('a file in it is damaged', 0);
  const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const packed = bytes.subarray(from, from + size);
  const tooLarge = `what is in it is larger than ${limitText(LIMITS.unpackedSize)} bytes`;
  if (method === 0) {
    if (packed.length > most) throw new Stopped(tooLarge, 0);
    return packed;
  }
  if (method !== 8) throw new Stopped('a file in it is packed in a way that idm does not know', 0);
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) });
  } catch (error) {
    const isTooLarge = error instanceof RangeError;
    throw new Stopped(isTooLarge ? tooLarge : 'a file in it is damaged', 0);
  }
}

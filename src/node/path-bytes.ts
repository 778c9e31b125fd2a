import { isUtf8 } from 'node:buffer';
import { readFileSync, readlinkSync } from 'node:fs';

/** U+DC80 to U+DCFF stand for the bytes 0x80 to 0xFF that are not UTF-8, as in Python (PEP 383). */
const ESCAPE = 0xdc00;

/** A path as a string that names the same file again, whatever its bytes: those that are not UTF-8 become lone surrogates. */
export function decodePath(bytes: Buffer): string {
  if (isUtf8(bytes)) return bytes.toString();
  let path = '';
  for (let at = 0; at < bytes.length; ) {
    const size = [1, 2, 3, 4].find(length => at + length <= bytes.length && isUtf8(bytes.subarray(at, at + length)));
    path +=
      size === undefined ? String.fromCharCode(ESCAPE + bytes.readUInt8(at)) : bytes.toString('utf8', at, at + size);
    at += size ?? 1;
  }
  return path;
}

/** What the system takes for the path: the bytes that {@link decodePath} was given, or the string where it is UTF-8. */
export function encodePath(path: string): string | Buffer {
  if (!/[\uDC80-\uDCFF]/.test(path)) return path;
  return Buffer.concat(
    Array.from(path, character => {
      const code = character.codePointAt(0) ?? 0;
      return code >= ESCAPE + 0x80 && code <= ESCAPE + 0xff ? Buffer.of(code - ESCAPE) : Buffer.from(character);
    }),
  );
}

/** The arguments of this process (without node and script), each as {@link decodePath} gives it; Node replaces such bytes by U+FFFD. */
export function typedArguments(): readonly string[] {
  const typed = process.argv.slice(2);
  if (!typed.some(isReplaced)) return typed;
  const exact = fromSystem(() => readFileSync('/proc/self/cmdline'))
    .split('\0')
    .slice(0, -1)
    .slice(-typed.length);
  return exact.length === typed.length ? exact : typed;
}

/** The working folder, as {@link decodePath} gives it. Fails as the system does where it was deleted. */
export function workingFolder(): string {
  const folder = process.cwd();
  if (!isReplaced(folder)) return folder;
  return fromSystem(() => readlinkSync('/proc/self/cwd', 'buffer')) || folder;
}

function isReplaced(text: string): boolean {
  return text.includes('\uFFFD');
}

/** Empty where the system has no /proc. */
function fromSystem(read: () => Buffer): string {
  try {
    return decodePath(read());
  } catch {
    return '';
  }
}

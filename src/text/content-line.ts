/** Octets of a line, its break not counted (RFC 5545 §3.1). */
const LIMIT = 75;

/** Folds a content line of iCalendar at 75 octets of UTF-8, never inside a character (RFC 5545 §3.1). */
export function foldLine(line: string): string {
  if (line.length * 3 <= LIMIT) return line;
  let folded = '';
  let from = 0;
  let octets = 0;
  for (let i = 0; i < line.length; ) {
    const code = line.codePointAt(i) ?? 0;
    const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (octets + size > LIMIT) {
      folded += `${line.slice(from, i)}\r\n `;
      from = i;
      octets = 1;
    }
    octets += size;
    i += size === 4 ? 2 : 1;
  }
  return folded + line.slice(from);
}

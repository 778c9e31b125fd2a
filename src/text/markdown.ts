import { LINE_BREAK } from './characters.js';
import { withoutControls } from './escape.js';

/**
 * A text on one line that says what it says and is nothing else: no emphasis, link, list, heading, table or formula of
 * CommonMark 0.31 or GFM, wherever on a line it stands. `<`, `>` and `&` are entities, so that it is no HTML to any reader.
 */
export function markdownLine(text: string): string {
  return withoutControls(text.split(LINE_BREAK).join(' ').replaceAll('\t', ' '))
    .trim()
    .replace(/[\\`*_[\]|~$#{}@]/g, '\\$&')
    .replace(/:(?=\/\/)|(?<=www)\./gi, '\\$&')
    .replace(/^[-+=:]|(?<=^\d{1,9})[.)]/, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/** Lines of one paragraph, a hard break (CommonMark §6.7) between them; empty ones are left out. */
export function markdownLines(lines: readonly string[]): string {
  return lines.filter(line => line !== '').join('\\\n');
}

/** The paragraphs of a text, which empty lines part; its other line breaks stay. */
export function markdownParagraphs(text: string): readonly string[] {
  const paragraphs: string[][] = [[]];
  for (const line of text.split(LINE_BREAK).map(markdownLine)) {
    if (line === '') paragraphs.push([]);
    else paragraphs.at(-1)?.push(line);
  }
  return paragraphs.filter(({ length }) => length > 0).map(markdownLines);
}

/** An address as a link (CommonMark §6.5). What may not stand in one is encoded (RFC 3986 §2.1). */
export function markdownLink(url: string): string {
  return `<${withoutControls(url).replace(/[\s<>]/g, encodeURIComponent)}>`;
}

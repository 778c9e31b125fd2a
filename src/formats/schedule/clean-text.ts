import { LINE_BREAK } from '../../text/characters.js';
import { asciiUri, withoutControls, withoutForbidden } from '../../text/escape.js';

/** A text of several lines, broken by LF, of characters that XML 1.0 and JSON both have. */
export function cleanLines(text: string): string {
  return withoutForbidden(withoutControls(text.replace(LINE_BREAK, '\n')));
}

/** The same on one line: titles and names. */
export function cleanLine(text: string): string {
  return cleanLines(text)
    .replace(/[\t\n]+/g, ' ')
    .trim();
}

/** A web address as a URI of ASCII (RFC 3986, RFC 3987 §3.1); undefined for what is none, such as `mailto:`. */
export function webAddress(url: string | undefined): string | undefined {
  if (url === undefined || !/^https?:\/\//i.test(url)) return undefined;
  return asciiUri(cleanLines(url));
}

/** Minutes as `01:30`. */
export function clockOf(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map(part => String(part).padStart(2, '0')).join(':');
}

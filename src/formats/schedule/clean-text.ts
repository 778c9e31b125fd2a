import { withoutControls } from '../../text/controls.js';
import { asciiUri } from '../../text/uri.js';

/** What XML 1.0 has no place for, not even escaped (§2.2), controls apart: halves of pairs, and the last two of the plane. */
const FORBIDDEN = /[\p{Surrogate}\uFFFE\uFFFF]/gu;

/** A text of several lines, broken by LF, of characters that XML 1.0 and JSON both have. */
export function cleanLines(text: string): string {
  return withoutControls(text.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')).replace(FORBIDDEN, '');
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

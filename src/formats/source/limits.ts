import type { Issues, Span } from './issues.js';

/** Characters, or bytes, of the largest file in another format: larger ones are refused. A schedule of 2 MB is a large one. */
export const LARGEST = 16_000_000;

/** Events of a file at most; the rest is ignored. */
export const MOST_EVENTS = 20_000;

/** Values of one event at most, such as its people; the rest is ignored. */
export const MOST_VALUES = 1000;

/** Reports a file that is refused for its size. */
export function tooLarge(issues: Issues, format: string, unit: 'characters' | 'bytes'): void {
  const message = `this is larger than ${LARGEST / 1_000_000} million ${unit}, and was not read as ${format}`;
  issues.add('syntax', { span: [0, 0] }, message, 'one file is one conference');
}

/** Reports input past a limit at the first of what is ignored. */
export function tooMany(issues: Issues, whole: string, most: number, what: string, span: Span): void {
  const message = `${whole} has more than ${most.toLocaleString('en')} ${what}: what follows is not read`;
  issues.add('syntax', { span }, message);
}

/** Thrown by a parser where there is no point in going on: why, and the offset in the text where it stopped. */
export class Stopped extends Error {
  readonly at: number;

  constructor(why: string, at: number) {
    super(why);
    this.at = at;
  }
}

/** Reports a text that a parser stopped in. */
export function stopped(issues: Issues, format: string, { message, at }: Pick<Stopped, 'message' | 'at'>): void {
  issues.add('syntax', { span: [at, at + 1] }, `this was read as ${format} up to here: ${message}`);
}

import type { Fault, Span } from './read-result.js';

/** Characters, or bytes, of a file from elsewhere: a larger one is refused. A schedule of 2 MB is a large one. */
export const LARGEST = 16_000_000;

/** Events of a file; past this it is no conference, and the rest is left out. */
export const MOST_EVENTS = 20_000;

/** Values of one event, such as its people; the rest is left out. */
export const MOST_VALUES = 1000;

/** The fault of a file that is refused for its size. */
export function tooLarge(format: string, unit: 'characters' | 'bytes'): Fault {
  const message = `this is larger than ${LARGEST / 1_000_000} million ${unit}, and was not read as ${format}`;
  return { rule: 'syntax', at: [0, 0], on: 'span', message, hint: 'one file is one conference' };
}

/** The fault of what is too many; from its place on it is left out. */
export function tooMany(whole: string, most: number, what: string, at: Span): Fault {
  const message = `${whole} has more than ${most.toLocaleString('en')} ${what}: what follows is not read`;
  return { rule: 'syntax', at, on: 'span', message };
}

/** What a parser throws where there is no point in going on: why, and the offset in the text where it stopped. */
export class Stopped extends Error {
  readonly at: number;

  constructor(why: string, at: number) {
    super(why);
    this.at = at;
  }
}

/** The fault of a text that a parser stopped in. */
export function stopped(format: string, { message, at }: { readonly message: string; readonly at: number }): Fault {
  return { rule: 'syntax', at: [at, at + 1], on: 'span', message: `this was read as ${format} up to here: ${message}` };
}

import { FIELDS, type Fields, type Kind } from '../../model/fields.js';
import { lazyRegExp } from '../../text/lazy.js';
import type { Fault, Span } from '../source/read-result.js';
import { yaml11 } from './yaml11.js';

const NO_TEXTS: readonly string[] = ['date', 'updated', 'count', 'flag', 'lint'] satisfies Kind[];

/** Fields that are numbers, dates and flags for YAML as well, and `lint`, which is for this tool alone: they need no quotes. */
export const UNQUOTED: ReadonlySet<string> = new Set(
  Object.values<Fields>(FIELDS).flatMap(table =>
    Object.entries(table).flatMap(([name, { kind }]) => (NO_TEXTS.includes(kind) ? name : [])),
  ),
);

const letterOrDigit = lazyRegExp('^[\\p{L}\\p{N}]', 'u');

/** The fault of a plain scalar that older readers would change, or that a # cuts short. */
export function quoteThis(value: string, [start, end]: Span, text: string): Fault | undefined {
  const at = hashAfter(text, end);
  if (at !== -1 && letterOrDigit().test(text.slice(at + 1, at + 3))) {
    return fault(
      [at, at + 1],
      'the # ends the text here: what follows is a comment',
      'put the text in quotes, or a space after the #',
    );
  }
  const meaning = yaml11(value);
  if (meaning === undefined) return undefined;
  return fault([start, end], `older YAML readers make ${meaning} of ${value}`, `put it in quotes: "${value}"`);
}

/** The offset of a # that only blanks come before; -1 where there is none. */
function hashAfter(text: string, end: number): number {
  let at = end;
  while (text[at] === ' ' || text[at] === '\t') at++;
  return at > end && text[at] === '#' ? at : -1;
}

function fault(at: Span, message: string, hint: string): Fault {
  return { rule: 'quote-this', at, on: 'span', message, hint };
}

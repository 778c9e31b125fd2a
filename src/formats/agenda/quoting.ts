import { FIELDS, type Fields, type Kind } from '../../model/fields.js';
import { lazyRegExp } from '../../text/lazy.js';
import type { Issues, Span } from '../source/issues.js';
import { yaml11 } from './yaml11.js';

const NO_TEXTS: readonly string[] = ['date', 'updated', 'count', 'flag', 'lint'] satisfies Kind[];

/** Fields that are numbers, dates and flags for YAML as well, and `lint`, which is for this tool alone: they need no quotes. */
export const UNQUOTED: ReadonlySet<string> = new Set(
  Object.values<Fields>(FIELDS).flatMap(table =>
    Object.entries(table).flatMap(([name, { kind }]) => (NO_TEXTS.includes(kind) ? name : [])),
  ),
);

const letterOrDigit = lazyRegExp('^[\\p{L}\\p{N}]', 'u');

/** Reports a plain scalar that older readers would change, or that a # cuts short. */
export function quoteThis(value: string, span: Span, text: string, issues: Issues): undefined {
  const at = hashAfter(text, span[1]);
  if (at !== -1 && letterOrDigit().test(text.slice(at + 1, at + 3))) {
    const message = 'the # ends the text here: what follows is a comment';
    return issues.add('quote-this', { span: [at, at + 1] }, message, 'put the text in quotes, or a space after the #');
  }
  const meaning = yaml11(value);
  if (meaning === undefined) return undefined;
  const message = `older YAML readers make ${meaning} of ${value}`;
  return issues.add('quote-this', { span }, message, `put it in quotes: "${value}"`);
}

/** The offset of a # that only blanks come before; -1 where there is none. */
function hashAfter(text: string, end: number): number {
  let at = end;
  while (text[at] === ' ' || text[at] === '\t') at++;
  return at > end && text[at] === '#' ? at : -1;
}

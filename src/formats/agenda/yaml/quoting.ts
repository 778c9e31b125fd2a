import { FIELDS, type Fields, type Kind } from '../../../model/fields.js';
import { lazyRegExp } from '../../../text/lazy.js';
import type { Issues, Span } from '../../source/issues.js';
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
  const quoted = JSON.stringify(value);
  return issues.add('quote-this', { span }, message, {
    hint: `put it in quotes: ${quoted}`,
    suggestion: { text: quoted },
  });
}

/** A value as a scalar of one line in the quotes of another scalar; without any where neither has to be quoted. */
export function scalarLike(written: string, value: string, field: string): string {
  if (written.startsWith("'") && !/[\p{C}]/u.test(value)) return `'${value.replaceAll("'", "''")}'`;
  const isPlain = PLAIN.test(value) && (UNQUOTED.has(field) || yaml11(value) === undefined);
  return isPlain && !written.startsWith('"') ? value : JSON.stringify(value);
}

/** Values that mean the same in quotes and without, in braces too, but for those of YAML 1.1. */
const PLAIN = /^[A-Za-z0-9][\w+.@%/-]*(?::[\w+.@%/-]+)*$/;

/** The offset of a # that only blanks come before; -1 where there is none. */
function hashAfter(text: string, end: number): number {
  let at = end;
  while (text[at] === ' ' || text[at] === '\t') at++;
  return at > end && text[at] === '#' ? at : -1;
}

import { FIELDS, type Fields } from '../model/fields.js';
import { yaml11 } from '../model/yaml11.js';
import type { Fault, Span } from './reading.js';

/** Fields that are numbers, dates and flags for YAML as well, and `lint`, which is for this tool alone: they need no quotes. */
export const UNQUOTED: ReadonlySet<string> = new Set(
  Object.values<Fields>(FIELDS).flatMap(table =>
    Object.entries(table).flatMap(([name, { kind }]) => (/^(date|updated|count|flag|lint)$/.test(kind) ? name : [])),
  ),
);

/** The fault of a plain scalar that older readers would change, or that a # cuts short. */
export function quoteThis(value: string, [start, end]: Span, text: string): Fault | undefined {
  const blank = text[end] === ' ' || text[end] === '\t';
  const cut = blank ? /^[ \t]+#(?=[\p{L}\p{N}])/u.exec(text.slice(end, end + 100)) : null;
  if (cut !== null) {
    const at = end + cut[0].length - 1;
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

function fault(at: Span, message: string, hint: string): Fault {
  return { rule: 'quote-this', at, on: 'span', message, hint };
}

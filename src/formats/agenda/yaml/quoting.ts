import { FIELDS, type Fields, type Kind } from '../../../model/fields.js';
import { lazy, lazyRegExp } from '../../../text/lazy.js';
import type { Issues, Span } from '../../source/issues.js';
import { yaml11 } from './yaml11.js';

const NO_TEXTS: readonly string[] = ['date', 'updated', 'count', 'flag', 'lint'] satisfies Kind[];

/** Fields that are numbers, dates and flags for YAML as well, and `lint`, which is for this tool alone: they need no quotes. */
export const UNQUOTED: ReadonlySet<string> = new Set(
  Object.values<Fields>(FIELDS).flatMap(table =>
    Object.entries(table).flatMap(([name, { kind }]) => (NO_TEXTS.includes(kind) ? name : [])),
  ),
);

/** Controls, formats, halves of surrogate pairs, and what Unicode has not assigned. */
const unprintable = lazyRegExp('\\p{C}', 'u');

const TEXTS: readonly string[] = ['text', 'name', 'string', 'tags'] satisfies Kind[];

/** True for a field whose value is no text in any table: an id, a time, a type, a reference. */
export function isNoText(field: string): boolean {
  return noTextFields().has(field);
}

const noTextFields = lazy((): ReadonlySet<string> => {
  const all = Object.values<Fields>(FIELDS).flatMap(table => Object.entries(table));
  const texts = new Set(all.flatMap(([name, { kind }]) => (TEXTS.includes(kind) ? name : [])));
  return new Set(all.flatMap(([name]) => (texts.has(name) ? [] : name)));
});

/**
 * Reports a plain scalar that a # cuts short, or that older readers would change; `field` is the key that it or its list
 * stands under, empty for a key. An empty value, which is cut short as a whole, has its place for a span.
 */
export function quoteThis(value: string, span: Span, text: string, issues: Issues, field = ''): undefined {
  const at = hashAfter(text, span[1]);
  if (at !== -1 && /^#(?!idm-)\S/.test(text.slice(at, at + 5))) return cutShort(value, span, at, text, issues, field);
  if (value === '' || UNQUOTED.has(field)) return undefined;
  const meaning = yaml11(value);
  if (meaning === undefined) return undefined;
  const message = `older YAML readers make ${meaning} of ${value}`;
  const quoted = JSON.stringify(value);
  return issues.add('quote-this', { span }, message, {
    hint: `put it in quotes: ${quoted}`,
    suggestion: { text: quoted },
  });
}

/** Reports a # that ends a text: an error where the text is one that is shown. */
function cutShort(value: string, [start]: Span, hash: number, text: string, issues: Issues, field: string): undefined {
  const isText = field !== '' && !isNoText(field);
  if (!isText && value === '') return undefined;
  const line = text.slice(start, lineEnd(text, start)).trimEnd();
  const isWhole = hash < start + line.length && !/[[{]/.test(text.slice(text.lastIndexOf('\n', start - 1) + 1, start));
  const from = value === '' ? hash : start;
  const quoted = quotedText(text.slice(from, start + line.length));
  const message = 'the # ends the text here: what follows is a comment';
  const at = { span: [hash, hash + 1] } as const;
  const hint = `put the text in quotes${isWhole && quoted.length <= LONGEST ? `: ${quoted}` : ''}, or a space after the #`;
  const suggestion = isWhole ? { at: { span: [from, start + line.length] as const }, text: quoted } : undefined;
  return issues.add(isText ? 'syntax' : 'quote-this', at, message, { hint, ...(suggestion && { suggestion }) });
}

/** UTF-16 code units of a text that a hint repeats. */
const LONGEST = 100;

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}

/** A text in the quotes that it has none of: in double quotes, or in single ones. */
export function quotedText(text: string): string {
  return text.includes('"') && !text.includes("'") && !text.includes('\\') ? `'${text}'` : JSON.stringify(text);
}

/** A value as a scalar of one line in the quotes of another scalar; without any where neither has to be quoted. */
export function scalarLike(written: string, value: string, field: string): string {
  if (written.startsWith("'") && !unprintable().test(value)) return `'${value.replaceAll("'", "''")}'`;
  const isPlain = PLAIN.test(value) && (UNQUOTED.has(field) || yaml11(value) === undefined);
  return isPlain && !written.startsWith('"') ? value : JSON.stringify(value);
}

/** A text as it may stand in brackets and braces, in quotes where it has to. */
export function flowScalar(value: string, field: string): string {
  const isPlain = FLOW_TEXT().test(value) && (UNQUOTED.has(field) || yaml11(value) === undefined);
  return isPlain ? value : scalarLike('', value, field);
}

/** Words without what has a meaning in a flow collection. */
const FLOW_TEXT = lazyRegExp(String.raw`^[^\s\p{P}\p{S}\p{C}][^,[\]{}:#"'\p{C}]*$(?<!\s)`, 'u');

/** Values that mean the same in quotes and without, in braces too, but for those of YAML 1.1. */
const PLAIN = /^[A-Za-z0-9][\w+.@%/-]*(?::[\w+.@%/-]+)*$/;

/** The offset of a # that only blanks come before; -1 where there is none. */
function hashAfter(text: string, end: number): number {
  let at = end;
  while (text[at] === ' ' || text[at] === '\t') at++;
  return at > end && text[at] === '#' ? at : -1;
}

import type { Path, WrittenFields, WrittenValue } from '../../../model/diagnostic.js';
import type { Span } from '../../source/issues.js';
import type { SourceEdit } from '../../source/read-result.js';
import { flowScalar, scalarLike } from './quoting.js';

/** A node of a YAML document with its span. */
export interface PositionNode {
  readonly kind: 'scalar' | 'map' | 'list' | 'empty';
  /** Its span as written. */
  readonly span: Span;
  /** The node under a key or an index, with the span of its key. */
  child(step: string | number): { readonly node: PositionNode; readonly key?: Span } | undefined;
}

/** The span of what a path leads to, or of its key; of the nearest parent that exists for what is missing. */
export function locate(root: PositionNode, path: Path, on: 'key' | undefined, text: string): Span {
  let found: ReturnType<PositionNode['child']>;
  let depth = 0;
  for (const step of path) {
    const child: typeof found = (found?.node ?? root).child(step);
    if (child === undefined) break;
    found = child;
    depth++;
  }
  if (found === undefined) return [0, 0];
  const { node, key } = found;
  if (key !== undefined && (node.kind !== 'scalar' || (on === 'key' && depth === path.length))) return key;
  return node.kind === 'scalar' ? node.span : firstLine(node.span, text);
}

/** The span of all that stands at a path. */
export function extent(root: PositionNode, path: Path): Span {
  let node: PositionNode | undefined = root;
  for (const step of path) node = node?.child(step)?.node;
  return node?.span ?? [0, 0];
}

/**
 * Writes a value in the place of a scalar, of a list or map on one line, or of a key, in the same quotes; or behind a key
 * without a value, or as the first field of a map that lacks it. Of a list in the place of an item, each becomes an item. A
 * scalar may stand for the list or the map that a path goes on in: `room: hall`.
 */
export function edit(
  root: PositionNode,
  path: Path,
  on: 'key' | undefined,
  value: WrittenValue,
  text: string,
): SourceEdit | undefined {
  let found: ReturnType<PositionNode['child']>;
  let isInList = false;
  for (const [i, step] of path.entries()) {
    const parent: PositionNode = found?.node ?? root;
    const child: typeof found = parent.child(step);
    if (child === undefined && on === undefined && parent.kind === 'map' && i === path.length - 1)
      return added(parent, String(step), value, text);
    if (child === undefined && (on === 'key' || parent.kind !== 'scalar')) return undefined;
    if (child === undefined) break;
    found = child;
    isInList = parent.kind === 'list';
  }
  if (found === undefined) return undefined;
  const { node, key } = found;
  const field = String(path.findLast(step => typeof step === 'string') ?? '');
  if (
    on === undefined &&
    node.kind === 'empty' &&
    key !== undefined &&
    COLON_ALONE.test(text.slice(key[1], key[1] + 80))
  )
    return { span: [key[1] + 1, key[1] + 1], text: ` ${writtenLike('', value, field)}` };
  if (isInList && isList(value)) return node.kind === 'scalar' ? itemsFor(node.span, value, field, text) : undefined;
  const span = on === 'key' ? key : node.kind === 'empty' ? undefined : node.span;
  const written = span === undefined ? '' : text.slice(...span);
  if (span === undefined || written === '' || written.includes('\n')) return undefined;
  if (on === undefined && node.kind !== 'scalar' && !/^(?:\[.*\]|\{.*\})$/.test(written)) return undefined;
  const isItem = /(?:^|\n) *- +$/.test(text.slice(0, span[0]));
  if (typeof value === 'string' || isList(value) || !isItem)
    return { span, text: writtenLike(node.kind === 'scalar' ? written : '', value, field) };
  const indent = `\n${' '.repeat(column(text, span[0]))}`;
  return { span, text: fieldsOf(value).join(indent) };
}

/** Writes several items in the place of one, which is a plain scalar. */
function itemsFor(span: Span, items: readonly string[], field: string, text: string): SourceEdit | undefined {
  const scalars = items.map(item => flowScalar(item, field));
  const before = text.slice(text.lastIndexOf('\n', span[0] - 1) + 1, span[0]);
  const [, indent] = /^( *)- +$/.exec(before) ?? [];
  if (indent !== undefined) return { span, text: scalars.join(`\n${indent}- `) };
  return /[[,] *$/.test(before) ? { span, text: scalars.join(', ') } : undefined;
}

/** The colon of a field behind which there is nothing, rather than what could not be read. */
const COLON_ALONE = /^: *(?:[,}\r\n]|#|$)/;

/** A field on one line, its name and its value without marks of YAML; two of them. */
const NAME_AND_VALUE = String.raw`[\w-]{1,60} *: +(?:[^\s"'#,{}[\]][^\n"'#,{}[\]]{0,200}|"[^"\\\n]{0,200}"|'[^'\n]{0,200}')`;
const FIELD = new RegExp(`^${NAME_AND_VALUE}$`);
const TWO_FIELDS = new RegExp(`^${NAME_AND_VALUE}(?:, *|\\r?\\n *)${NAME_AND_VALUE}$`);

/** Writes fields in the place of some on one line each, or in braces, with nothing but a line break or a comma between. */
export function editFields(
  root: PositionNode,
  path: Path,
  through: string,
  value: WrittenValue,
  text: string,
): SourceEdit | undefined {
  if (typeof value === 'string' || isList(value)) return undefined;
  let parent: PositionNode | undefined = root;
  for (const step of path.slice(0, -1)) parent = parent?.child(step)?.node;
  const found = [String(path.at(-1)), through].map(name => parent?.child(name));
  const [first, last] = found.map(child => child?.key && ([child.key[0], child.node.span[1]] as const));
  if (first === undefined || last === undefined) return undefined;
  const written = text.slice(first[0], last[1]);
  const isAll = path.at(-1) === through ? FIELD.test(written) : TWO_FIELDS.test(written);
  if (!isAll) return undefined;
  const between =
    parent !== undefined && text[parent.span[0]] === '{' ? ', ' : `\n${' '.repeat(column(text, first[0]))}`;
  return { span: [first[0], last[1]], text: fieldsOf(value).join(between) };
}

/** The edit that makes a field the first of a map. */
function added({ span: [start] }: PositionNode, field: string, value: WrittenValue, text: string): SourceEdit {
  const isFlow = text[start] === '{';
  const at = isFlow ? start + 1 : start;
  const entry = `${field}: ${writtenLike('', value, field)}`;
  const rest = isFlow ? (/^\s*\}/.test(text.slice(at)) ? '' : ', ') : `\n${' '.repeat(column(text, start))}`;
  const blanks = isFlow ? (/^ */.exec(text.slice(at, at + 10))?.[0].length ?? 0) : 0;
  return { span: [at + blanks, at + blanks], text: `${entry}${rest}` };
}

/** A value as YAML on one line, one text in the quotes of another. */
function writtenLike(written: string, value: WrittenValue, field: string): string {
  if (typeof value === 'string') return scalarLike(written, value, field);
  return isList(value) ? listOf(value, field) : `{ ${fieldsOf(value).join(', ')} }`;
}

function fieldsOf(value: WrittenFields): readonly string[] {
  return Object.entries(value).map(
    ([name, one]) => `${name}: ${typeof one === 'string' ? flowScalar(one, name) : listOf(one, name)}`,
  );
}

function isList(value: WrittenValue): value is readonly string[] {
  return Array.isArray(value);
}

function listOf(items: readonly string[], field: string): string {
  return `[${items.map(item => flowScalar(item, field)).join(', ')}]`;
}

/** The column of an offset, from 0. */
function column(text: string, at: number): number {
  return at - (text.lastIndexOf('\n', at - 1) + 1);
}

/** The part of a span on its first line. */
export function firstLine([start, end]: Span, text: string): Span {
  const newline = text.indexOf('\n', start);
  if (newline === -1 || newline >= end) return [start, end];
  return [start, text[newline - 1] === '\r' ? newline - 1 : newline];
}

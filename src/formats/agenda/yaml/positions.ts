import type { Path, WrittenValue } from '../../../model/diagnostic.js';
import type { Span } from '../../source/issues.js';
import type { Source, SourceEdit } from '../../source/read-result.js';
import { flowScalar, scalarLike } from './quoting.js';

/** A node of a YAML document with its span. */
export interface PositionNode {
  readonly kind: 'scalar' | 'map' | 'list' | 'empty';
  /** Its span as written. */
  readonly span: Span;
  /** The node under a key or an index, with the span of its key. */
  child(step: string | number): { readonly node: PositionNode; readonly key?: Span } | undefined;
}

/** The source of a YAML text; `root` gives the node of its document. */
export function yamlSource(text: string, root: () => PositionNode, comments: Source['comments']): Source {
  return {
    text,
    locate: (path, on) => locate(root(), path, on, text),
    extent: path => extent(root(), path),
    edit: (path, on, value) => edit(root(), path, on, value, text),
    comments,
  };
}

/** The span of what a path leads to, or of its key; of the nearest parent that exists for what is missing. */
function locate(root: PositionNode, path: Path, on: 'key' | undefined, text: string): Span {
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
function extent(root: PositionNode, path: Path): Span {
  let node: PositionNode | undefined = root;
  for (const step of path) node = node?.child(step)?.node;
  return node?.span ?? [0, 0];
}

/**
 * Writes a value in the place of a scalar, of a list or map on one line, or of a key, in the same quotes; or behind a key
 * without a value, or as the first field of a map that lacks it. A scalar may stand for the list or the map that a path goes
 * on in: `room: hall`.
 */
function edit(
  root: PositionNode,
  path: Path,
  on: 'key' | undefined,
  value: WrittenValue,
  text: string,
): SourceEdit | undefined {
  let found: ReturnType<PositionNode['child']>;
  for (const [i, step] of path.entries()) {
    const parent: PositionNode = found?.node ?? root;
    const child: typeof found = parent.child(step);
    if (child === undefined && on === undefined && parent.kind === 'map' && i === path.length - 1)
      return added(parent, String(step), value, text);
    if (child === undefined && (on === 'key' || parent.kind !== 'scalar')) return undefined;
    if (child === undefined) break;
    found = child;
  }
  if (found === undefined) return undefined;
  const { node, key } = found;
  const field = String(path.findLast(step => typeof step === 'string') ?? '');
  if (on === undefined && node.kind === 'empty' && key !== undefined && text[key[1]] === ':')
    return { span: [key[1] + 1, key[1] + 1], text: ` ${writtenLike('', value, field)}` };
  const span = on === 'key' ? key : node.kind === 'empty' ? undefined : node.span;
  const written = span === undefined ? '' : text.slice(...span);
  if (span === undefined || written === '' || written.includes('\n')) return undefined;
  if (on === undefined && node.kind !== 'scalar' && !/^(?:\[.*\]|\{.*\})$/.test(written)) return undefined;
  const isItem = /(?:^|\n) *- +$/.test(text.slice(0, span[0]));
  if (typeof value === 'string' || Array.isArray(value) || !isItem)
    return { span, text: writtenLike(node.kind === 'scalar' ? written : '', value, field) };
  const indent = `\n${' '.repeat(column(text, span[0]))}`;
  return { span, text: fieldsOf(value).join(indent) };
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
  return Array.isArray(value)
    ? `[${value.map(item => flowScalar(item, field)).join(', ')}]`
    : `{ ${fieldsOf(value).join(', ')} }`;
}

function fieldsOf(value: Exclude<WrittenValue, string>): readonly string[] {
  return Object.entries<string>(value as Readonly<Record<string, string>>).map(
    ([name, one]) => `${name}: ${flowScalar(one, name)}`,
  );
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

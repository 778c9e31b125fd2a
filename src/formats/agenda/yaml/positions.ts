import type { Path } from '../../../model/diagnostic.js';
import type { Span } from '../../source/issues.js';
import type { Source, SourceEdit } from '../../source/read-result.js';
import { scalarLike } from './quoting.js';

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
 * Writes a value in the place of a scalar of one line, or of a key, in the same quotes. A scalar may stand for the list or
 * the map that a path goes on in: `room: hall`.
 */
function edit(
  root: PositionNode,
  path: Path,
  on: 'key' | undefined,
  value: string,
  text: string,
): SourceEdit | undefined {
  let found: ReturnType<PositionNode['child']>;
  for (const step of path) {
    const child: typeof found = (found?.node ?? root).child(step);
    if (child === undefined && (on === 'key' || found?.node.kind !== 'scalar')) return undefined;
    if (child === undefined) break;
    found = child;
  }
  const span = on === 'key' ? found?.key : found?.node.kind === 'scalar' ? found.node.span : undefined;
  const written = span === undefined ? '' : text.slice(...span);
  const field = path.findLast(step => typeof step === 'string') ?? '';
  return span === undefined || written === '' || written.includes('\n')
    ? undefined
    : { span, text: scalarLike(written, value, String(field)) };
}

/** The part of a span on its first line. */
export function firstLine([start, end]: Span, text: string): Span {
  const newline = text.indexOf('\n', start);
  if (newline === -1 || newline >= end) return [start, end];
  return [start, text[newline - 1] === '\r' ? newline - 1 : newline];
}

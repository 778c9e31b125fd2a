import type { Path } from '../../model/diagnostic.js';
import type { Span } from '../source/issues.js';
import type { Source, SourceEdit } from '../source/read-result.js';
import { scalarLike } from './quoting.js';

/** Something in a text that a path can lead to. */
export interface Spot {
  readonly kind: 'scalar' | 'map' | 'list' | 'empty';
  /** Where it is written. */
  readonly span: Span;
  /** What stands in it under a key or an index; undefined when nothing does. */
  child(step: string | number): { readonly spot: Spot; readonly key?: Span } | undefined;
}

/** The source of a YAML text; `root` gives the node of its document. */
export function yamlSource(text: string, root: () => Spot, comments: Source['comments']): Source {
  return {
    text,
    locate: (path, on) => locate(root(), path, on, text),
    extent: path => extent(root(), path),
    edit: (path, on, value) => edit(root(), path, on, value, text),
    comments,
  };
}

/** The span of what a path leads to, or of its key; of the nearest parent that exists for what is missing. */
function locate(root: Spot, path: Path, on: 'key' | undefined, text: string): Span {
  let found: ReturnType<Spot['child']>;
  let depth = 0;
  for (const step of path) {
    const child: typeof found = (found?.spot ?? root).child(step);
    if (child === undefined) break;
    found = child;
    depth++;
  }
  if (found === undefined) return [0, 0];
  const { spot, key } = found;
  if (key !== undefined && (spot.kind !== 'scalar' || (on === 'key' && depth === path.length))) return key;
  return spot.kind === 'scalar' ? spot.span : firstLine(spot.span, text);
}

/** The span of all that stands at a path. */
function extent(root: Spot, path: Path): Span {
  let spot: Spot | undefined = root;
  for (const step of path) spot = spot?.child(step)?.spot;
  return spot?.span ?? [0, 0];
}

/**
 * Writes a value in the place of a scalar of one line, or of a key, in the same quotes. A scalar may stand for the list or
 * the map that a path goes on in: `room: hall`.
 */
function edit(root: Spot, path: Path, on: 'key' | undefined, value: string, text: string): SourceEdit | undefined {
  let found: ReturnType<Spot['child']>;
  for (const step of path) {
    const child: typeof found = (found?.spot ?? root).child(step);
    if (child === undefined && (on === 'key' || found?.spot.kind !== 'scalar')) return undefined;
    if (child === undefined) break;
    found = child;
  }
  const span = on === 'key' ? found?.key : found?.spot.kind === 'scalar' ? found.spot.span : undefined;
  const written = span === undefined ? '' : text.slice(...span);
  const field = path.findLast(step => typeof step === 'string') ?? '';
  return span === undefined || written === '' || written.includes('\n')
    ? undefined
    : { span, text: scalarLike(written, value, String(field)) };
}

/** Of a map or a list, its first line is enough. */
export function firstLine([start, end]: Span, text: string): Span {
  const newline = text.indexOf('\n', start);
  if (newline === -1 || newline >= end) return [start, end];
  return [start, text[newline - 1] === '\r' ? newline - 1 : newline];
}

import type { Path } from '../../model/diagnostic.js';
import type { Span } from '../source/issues.js';

/** Something in a text that a path can lead to. */
export interface Spot {
  readonly kind: 'scalar' | 'map' | 'list' | 'empty';
  /** Where it is written. */
  readonly span: Span;
  /** What stands in it under a key or an index; undefined when nothing does. */
  child(step: string | number): { readonly spot: Spot; readonly key?: Span } | undefined;
}

/** The span of what a path leads to, or of its key; of the nearest parent that exists for what is missing. */
export function locate(root: Spot, path: Path, on: 'key' | undefined, text: string): Span {
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
export function extent(root: Spot, path: Path): Span {
  let spot: Spot | undefined = root;
  for (const step of path) spot = spot?.child(step)?.spot;
  return spot?.span ?? [0, 0];
}

/** Of a map or a list, its first line is enough. */
export function firstLine([start, end]: Span, text: string): Span {
  const newline = text.indexOf('\n', start);
  if (newline === -1 || newline >= end) return [start, end];
  return [start, text[newline - 1] === '\r' ? newline - 1 : newline];
}

import type { Path } from '../../model/diagnostic.js';
import type { Span } from './issues.js';
import type { Source } from './read-result.js';

/** Maps the paths of an agenda to spans of a text in another format; filled while the agenda is built. */
export interface SourceMap {
  /**
   * Records where the value at a path comes from. `span` is what a message points to (a start, a name), `whole` the entire
   * element (an event from its first line to its last), `inside` resolves the paths below. Only the first record of a path
   * counts.
   */
  record(path: Path, span: Span, whole?: Span, inside?: SubPathResolver): void;
  /** The source for the rules: a path without a record has the span of its nearest ancestor that has one. */
  readonly source: Source;
}

/**
 * Resolves the span of a sub-path, or of its nearest ancestor below the recorded path; undefined when it has none. Called
 * only when a diagnostic points there.
 */
export type SubPathResolver = (path: Path) => Span | undefined;

interface Place {
  readonly span: Span;
  readonly whole: Span;
  readonly inside?: SubPathResolver | undefined;
}

/** The record of a path, and the nodes of the paths below it. */
interface Node {
  place?: Place;
  under?: Map<Path[number], Node>;
}

/** An empty source map of a text: paths without a recorded ancestor are at its beginning. */
export function sourceMap(text: string): SourceMap {
  const root: Node = {};
  const find = (path: Path): Place => {
    let at: Node | undefined = root;
    let nearest: { readonly place: Place; readonly rest: Path } | undefined;
    for (let length = 0; at !== undefined && length <= path.length; length++) {
      if (at.place !== undefined) nearest = { place: at.place, rest: path.slice(length) };
      at = at.under?.get(path[length] ?? '');
    }
    if (nearest === undefined) return { span: [0, 0], whole: [0, 0] };
    const { place, rest } = nearest;
    const inner = rest.length > 0 ? place.inside?.(rest) : undefined;
    return inner === undefined ? place : { span: inner, whole: inner };
  };
  return {
    record(path, span, whole = span, inside) {
      let at = root;
      for (const part of path) at = under(at, part);
      at.place ??= { span, whole, inside };
    },
    source: {
      text,
      locate: path => find(path).span,
      extent: path => find(path).whole,
      edit: () => undefined,
      editFields: () => undefined,
      comments: () => [],
    },
  };
}

function under(node: Node, part: Path[number]): Node {
  node.under ??= new Map();
  const known = node.under.get(part);
  if (known !== undefined) return known;
  const made: Node = {};
  node.under.set(part, made);
  return made;
}

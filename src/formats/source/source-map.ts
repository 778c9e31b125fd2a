import type { Path } from '../../model/diagnostic.js';
import type { Span } from './issues.js';
import type { Source } from './read-result.js';

/** Where the parts of a model stand in a text of another format; filled while the model is built. */
export interface Places {
  /**
   * Notes where a path of the model comes from: `span` is what a message points to (a start, a name), `whole` all that
   * stands there (an event from its first line to its last), `inside` finds what is in it. A path that is noted twice
   * keeps its first place.
   */
  put(path: Path, span: Span, whole?: Span, inside?: Inside): void;
  /** What was noted, for the rules: a path that was not is placed with its nearest parent that was. */
  readonly source: Source;
}

/**
 * The place of what lies at a path under something, or of a parent of it under there; undefined where it has none of its
 * own. Asked when a message points there: few do.
 */
export type Inside = (path: Path) => Span | undefined;

interface Place {
  readonly span: Span;
  readonly whole: Span;
  readonly inside?: Inside | undefined;
}

/** What was noted of a path, and of the paths that go on from it. */
interface Node {
  place?: Place;
  under?: Map<Path[number], Node>;
}

/** The places of a text, none noted yet: paths that have no parent with a place are at its beginning. */
export function placed(text: string): Places {
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
    put(path, span, whole = span, inside) {
      let at = root;
      for (const part of path) at = under(at, part);
      at.place ??= { span, whole, inside };
    },
    source: {
      text,
      locate: path => find(path).span,
      extent: path => find(path).whole,
      edit: () => undefined,
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

import { type XmlElement, XmlError } from '@rgrove/parse-xml';
import { lastBefore } from '../../source/offsets.js';
import { parse, treeOf, type XmlTree } from './tree.js';

/** The span of an element that is parsed by itself, and the offset of the empty element that replaces it in the rest. */
interface Piece {
  readonly start: number;
  readonly end: number;
  readonly stub: number;
}

/**
 * Parses the elements of one name one by one, when `subtree` asks for each, so that only one of them is in memory. Returns what
 * `make` makes of the tree; undefined where this may differ from a full parse (elements in comments, entities, XML that is
 * not well-formed): parse the whole then.
 */
export function parseElementwise<T>(text: string, name: string, make: (tree: XmlTree) => T): T | undefined {
  const pieces = piecesOf(text, name);
  const used = new Set<Piece>();
  let entities = 0;
  const parsed = (part: string) => parse(part, () => entities++);
  try {
    const { rest, place, pieceAt } = withStubs(text, name, pieces);
    const tree = treeOf(parsed(rest), rest, place);
    const subtree = (element: XmlElement): XmlTree => {
      const piece = pieceAt(element);
      if (piece === undefined) return tree.subtree(element);
      used.add(piece);
      const part = text.slice(piece.start, piece.end);
      // The parser gives a wrong end where that is the end of the text and a character has two code units.
      const root = parsed(part);
      root.end = part.length;
      return treeOf(root, part, offset => offset + piece.start);
    };
    const made = make({ ...tree, subtree });
    // An element that was not asked for is in a comment or where no element of the name is read.
    return used.size === pieces.length && entities === 0 ? made : undefined;
  } catch (error) {
    if (error instanceof XmlError) return undefined;
    throw error;
  }
}

/** The elements of a name by pattern: from each start tag to the next end tag. */
function piecesOf(text: string, name: string): readonly Piece[] {
  const found: Piece[] = [];
  const begin = new RegExp(`<${name}[\\s>]`, 'g');
  const tag = `</${name}>`;
  let removed = 0;
  for (let match = begin.exec(text); match !== null; match = begin.exec(text)) {
    const start = match.index;
    const end = text.indexOf(tag, start) + tag.length;
    if (end < tag.length) break;
    found.push({ start, end, stub: start - removed });
    removed += end - start - `<${name}/>`.length;
    begin.lastIndex = end;
  }
  return found;
}

/** The text with an empty element in place of each piece, and the map of its offsets to those of the text. */
function withStubs(text: string, name: string, pieces: readonly Piece[]) {
  const between = pieces.map(({ start }, i) => text.slice(pieces[i - 1]?.end ?? 0, start));
  const rest = [...between, text.slice(pieces.at(-1)?.end ?? 0)].join(`<${name}/>`);
  const byStub = new Map(pieces.map(piece => [piece.stub, piece]));
  return {
    rest,
    pieceAt: (element: XmlElement) => byStub.get(element.start),
    place: (offset: number) => {
      const before = pieces[lastBefore(pieces, offset, ({ stub }) => stub)];
      return before === undefined ? offset : offset - before.stub - `<${name}/>`.length + before.end;
    },
  };
}

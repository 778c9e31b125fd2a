import { type XmlElement, XmlError } from '@rgrove/parse-xml';
import { lastBefore } from '../source/offsets.js';
import { parse, treeOf, type XmlTree } from './xml-tree.js';

/** An element that was cut out of a text: where it stood, and where the one that was left in its place begins. */
interface Cut {
  readonly start: number;
  readonly end: number;
  readonly left: number;
}

/**
 * Parses the elements of one name one by one, as `of` asks for each, so that only one subtree is in memory. Returns what
 * `make` makes of the tree; undefined where this may differ from a full parse (elements in comments, entities, XML that is
 * not well-formed): parse the whole then.
 */
export function parseElementwise<T>(text: string, name: string, make: (tree: XmlTree) => T): T | undefined {
  const cuts = cutsOf(text, name);
  const asked = new Set<Cut>();
  let entities = 0;
  const parsed = (part: string) => parse(part, () => entities++);
  try {
    const { rest, place, cutAt } = without(text, name, cuts);
    const tree = treeOf(parsed(rest), rest, place);
    const of = (element: XmlElement): XmlTree => {
      const cut = cutAt(element);
      if (cut === undefined) return tree.of(element);
      asked.add(cut);
      const part = text.slice(cut.start, cut.end);
      // The parser loses the place of an end that is also the end of the text, where a character takes two units.
      const root = parsed(part);
      root.end = part.length;
      return treeOf(root, part, offset => offset + cut.start);
    };
    const made = make({ ...tree, of });
    // One that nobody asked for stands where no element of the name is read, or in no element at all but in a comment.
    return asked.size === cuts.length && entities === 0 ? made : undefined;
  } catch (error) {
    if (error instanceof XmlError) return undefined;
    throw error;
  }
}

/** The elements of a name, as far as the text shows: from a start tag to the next end tag. */
function cutsOf(text: string, name: string): readonly Cut[] {
  const found: Cut[] = [];
  const begin = new RegExp(`<${name}[\\s>]`, 'g');
  const tag = `</${name}>`;
  let gone = 0;
  for (let match = begin.exec(text); match !== null; match = begin.exec(text)) {
    const start = match.index;
    const end = text.indexOf(tag, start) + tag.length;
    if (end < tag.length) break;
    found.push({ start, end, left: start - gone });
    gone += end - start - `<${name}/>`.length;
    begin.lastIndex = end;
  }
  return found;
}

/** A text with an empty element in the place of each that was cut out, and where its offsets were before. */
function without(text: string, name: string, cuts: readonly Cut[]) {
  const between = cuts.map(({ start }, i) => text.slice(cuts[i - 1]?.end ?? 0, start));
  const rest = [...between, text.slice(cuts.at(-1)?.end ?? 0)].join(`<${name}/>`);
  const byPlace = new Map(cuts.map(cut => [cut.left, cut]));
  return {
    rest,
    cutAt: (element: XmlElement) => byPlace.get(element.start),
    place: (offset: number) => {
      const before = cuts[lastBefore(cuts, offset, ({ left }) => left)];
      return before === undefined ? offset : offset - before.left - `<${name}/>`.length + before.end;
    },
  };
}

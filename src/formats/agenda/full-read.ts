import { type Fault, placeless, type Reading, type Source } from '../source/read-result.js';
import { comments } from './comments.js';
import { shape } from './decode-agenda.js';
import { YamlTree } from './full-tree.js';
import { extent, locate } from './positions.js';
import { parseMended } from './repair.js';
import { yamlText } from './text.js';

const TOO_DEEP: Fault = { rule: 'syntax', at: [0, 0], on: 'span', message: 'this is nested too deep to be read' };

/** Reads one agenda of format version 1 from YAML, with the parser of record: what it says of a text holds. */
export function readYaml(input: string | Uint8Array): Reading {
  const text = yamlText(input);
  if (typeof text !== 'string') return text;
  try {
    return readTree(text);
  } catch (error) {
    // The parser and the walk over its tree both call themselves once a level.
    if (!(error instanceof RangeError)) throw error;
    return { faults: [TOO_DEEP], source: placeless(text) };
  }
}

function readTree(text: string): Reading {
  const mended = parseMended(text);
  const tree = new YamlTree(mended, text);
  const source: Source = {
    text,
    locate: (path, on) => locate(tree.spot, path, on, text),
    extent: path => extent(tree.spot, path),
    comments: word => comments(text, word),
  };
  const syntax = [...mended.faults, ...tree.faults.filter(({ rule }) => rule === 'syntax')];
  if (mended.hopeless) return { faults: mended.faults, source };
  const faults: Fault[] = [];
  const agenda = shape(tree.raw, faults);
  // A file that is no agenda because its YAML is broken has one problem: the YAML.
  if (agenda === undefined) return { faults: syntax.length > 0 ? syntax : faults, source };
  // What else is wrong at the very place of such a fault follows from it.
  const broken = new Set(syntax.map(({ at }) => at[0]));
  const follows = ({ at, on }: Fault): boolean => on !== 'span' && broken.has(source.locate(at, on)[0]);
  const others = broken.size === 0 ? faults : faults.filter(fault => !follows(fault));
  return { agenda, faults: [...mended.faults, ...tree.faults, ...others], source };
}

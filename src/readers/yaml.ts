import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type YAMLMap,
} from 'yaml';
import type { Path } from '../model/diagnostic.js';
import { decode } from './decode.js';
import type { Fault, Raw, Reading, Source, Span } from './reading.js';
import { shape } from './shape.js';
import { syntaxFaults } from './syntax.js';

/** How many values the aliases of one file may expand to. */
const EXPANSION_LIMIT = 1_000_000;

/** Reads one agenda of format version 1 from YAML. */
export function readYaml(input: string | Uint8Array): Reading {
  const { text, fault } = typeof input === 'string' ? { text: input.replace(/^\uFEFF/, '') } : decode(input);
  if (fault !== undefined) return { faults: [fault], source: { text, locate: () => [0, 0] } };
  let document: Document.Parsed;
  try {
    document = parseDocument(text, { schema: 'failsafe', uniqueKeys: false, prettyErrors: false, logLevel: 'silent' });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { faults: [tooDeep], source: { text, locate: () => [0, 0] } };
  }
  const faults = syntaxFaults(document.errors, text);
  const tree = new Tree(document, faults);
  const source: Source = { text, locate: (path, on) => tree.locate(path, on) };
  try {
    const agenda = shape(tree.raw, faults);
    // A file that is no agenda because its YAML is broken has one problem: the YAML.
    if (agenda === undefined) return { faults: document.errors.length > 0 ? faults.slice(0, -1) : faults, source };
    return { agenda, faults, source };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { faults: [tooDeep], source };
  }
}

const tooDeep: Fault = { rule: 'syntax', at: [0, 0], on: 'span', message: 'this is nested too deep to be read' };

type Maybe = Node | null | undefined;

/** A parsed document as plain data, and the way back from a path to its place. */
class Tree {
  readonly raw: Raw;
  private readonly faults: Fault[];
  private readonly root: Maybe;
  private readonly anchors = new Map<string, { node: Node; raw: Raw; size: number }>();
  private readonly targets = new Map<Alias, Node>();
  private readonly index = new Map<YAMLMap, Map<string, Pair<Node, Maybe>>>();
  private size = 0;
  private bombed = false;

  constructor(document: Document.Parsed, faults: Fault[]) {
    this.faults = faults;
    this.root = document.contents;
    this.raw = this.plain(this.root);
  }

  locate(path: Path, on?: 'key'): Span {
    let node = this.resolve(this.root);
    let span: Span = [0, 0];
    for (const [i, step] of path.entries()) {
      const pair = isMap(node) ? this.pairs(node).get(String(step)) : undefined;
      const next = pair ? pair.value : isSeq(node) ? (node.items[Number(step)] as Maybe) : undefined;
      if (pair === undefined && next === undefined) break;
      const last = i === path.length - 1;
      const shown =
        pair !== undefined && (isEmpty(next) || (last && on === 'key') || isMap(next) || isSeq(next)) ? pair.key : next;
      span = outline(shown) ?? span;
      node = this.resolve(next);
      if (isAlias(shown) && !last) span = outline(node) ?? span;
    }
    return span;
  }

  private resolve(node: Maybe): Maybe {
    return isAlias(node) ? this.targets.get(node) : node;
  }

  /** The pairs of a map by key, the first of a doubled one. */
  private pairs(map: YAMLMap): Map<string, Pair<Node, Maybe>> {
    let pairs = this.index.get(map);
    if (pairs === undefined) {
      pairs = new Map();
      for (const pair of map.items as Pair<Node, Maybe>[]) {
        const key = keyOf(pair.key);
        if (key !== undefined && !pairs.has(key)) pairs.set(key, pair);
      }
      this.index.set(map, pairs);
    }
    return pairs;
  }

  private plain(node: Maybe): Raw {
    if (isEmpty(node)) return null;
    if (isAlias(node)) return this.alias(node);
    const before = this.size;
    this.size++;
    const { anchor, tag } = node as { anchor?: string; tag?: string };
    if (tag !== undefined) this.fault(node, 'a tag: the format has none', 'take it away; a text needs no tag');
    const raw = isScalar(node)
      ? String(node.value)
      : isSeq(node)
        ? node.items.map(item => this.plain(item as Maybe))
        : this.map(node as YAMLMap);
    if (anchor !== undefined) this.anchors.set(anchor, { node, raw, size: this.size - before });
    return raw;
  }

  private map(node: YAMLMap): Raw {
    const raw = new Map<string, Raw>();
    for (const pair of node.items as Pair<Node, Maybe>[]) {
      const key = keyOf(pair.key);
      if (key === undefined) this.fault(pair.key, 'a key that is not a plain word', undefined);
      else if (!raw.has(key)) raw.set(key, this.plain(pair.value));
      else this.duplicate(key, pair, node);
    }
    return raw;
  }

  private alias(node: Alias): Raw {
    const anchored = this.anchors.get(node.source);
    if (anchored === undefined) {
      this.fault(
        node,
        `the alias *${node.source} has no anchor before it`,
        `write &${node.source} before the value it stands for`,
      );
      return null;
    }
    this.targets.set(node, anchored.node);
    this.size += anchored.size;
    if (this.size <= EXPANSION_LIMIT) return anchored.raw;
    if (!this.bombed)
      this.fault(node, 'the aliases of this file expand to more than a million values', 'write the values out');
    this.bombed = true;
    return null;
  }

  private duplicate(key: string, pair: Pair<Node, Maybe>, map: YAMLMap): void {
    const first = this.pairs(map).get(key);
    const [start, end] = outline(pair.key) ?? [0, 0];
    this.faults.push({
      rule: 'duplicate-key',
      at: [start, end],
      on: 'span',
      message: `the field ${JSON.stringify(key)} stands twice`,
      hint: 'keep one of them',
      ...(first ? { other: outline(first.key) ?? [0, 0] } : {}),
    });
  }

  private fault(node: Maybe, message: string, hint: string | undefined): void {
    this.faults.push({ rule: 'syntax', at: outline(node) ?? [0, 0], on: 'span', message, ...(hint ? { hint } : {}) });
  }
}

function isEmpty(node: Maybe): node is null | undefined {
  return node === null || node === undefined || (isScalar(node) && node.value === '');
}

function keyOf(node: Maybe): string | undefined {
  return isScalar(node) ? String(node.value) : undefined;
}

function outline(node: Maybe): Span | undefined {
  const range = node?.range;
  return range ? [range[0], range[1]] : undefined;
}

import { quote } from '../../../text/quote.js';
import { IssueList, type Span } from '../../source/issues.js';
import { LIMITS, limitText } from '../../source/limits.js';
import type { RawValue } from '../../source/read-result.js';
import { type Alias, isAlias, isMap, isScalar, isSeq, type Node, type Pair, Scalar, type YAMLMap } from './library.js';
import type { ParsedDocument } from './parse.js';
import { firstLine, type PositionNode } from './positions.js';
import { isNoText, quotedText, quoteThis } from './quoting.js';

type Maybe = Node | null | undefined;
type YamlPair = Pair<Node, Maybe>;

/** A parsed document as plain data, and the way back from a path to its place. */
export class YamlTree {
  readonly raw: RawValue;
  readonly issues = new IssueList();
  private readonly root: Maybe;
  private readonly text: string;
  private readonly repaired: ParsedDocument;
  private readonly anchors = new Map<
    string,
    { node: Node; field: string; raw: RawValue; values: number; characters: number }
  >();
  private readonly targets = new Map<Alias, Node>();
  private readonly index = new Map<YAMLMap, Map<string, YamlPair>>();
  private values = 0;
  private characters = 0;
  /** Those of the characters that aliases brought. */
  private expanded = 0;
  private bombed = false;

  constructor(repaired: ParsedDocument, text: string) {
    this.text = text;
    this.repaired = repaired;
    this.root = repaired.document.contents;
    this.raw = this.plain(this.root);
    this.unusedAnchors();
  }

  /** The root of the document. */
  get position(): PositionNode {
    return this.positionOf(this.root);
  }

  /** The position of a node; an alias has its own span and the children of its anchor. */
  private positionOf(node: Maybe): PositionNode {
    const target = this.resolve(node);
    const map = isMap(target) ? this.pairs(target) : undefined;
    return {
      kind: isEmpty(node) ? 'empty' : map ? 'map' : isSeq(target) ? 'list' : 'scalar',
      span: outline(node) ?? [0, 0],
      child: step => {
        const pair = map?.get(String(step));
        if (pair !== undefined) return { node: this.positionOf(pair.value), key: outline(pair.key) ?? [0, 0] };
        const item = isSeq(target) ? (target.items[Number(step)] as Maybe) : undefined;
        return item ? { node: this.positionOf(item) } : undefined;
      },
    };
  }

  private resolve(node: Maybe): Maybe {
    return isAlias(node) ? this.targets.get(node) : node;
  }

  private key(node: Maybe): string | undefined {
    return isScalar(node) ? this.repaired.restore(String(node.value)) : undefined;
  }

  /** The pairs of a map by key, the first of a doubled one. */
  private pairs(map: YAMLMap): Map<string, YamlPair> {
    let pairs = this.index.get(map);
    if (pairs === undefined) {
      pairs = new Map();
      for (const pair of map.items as YamlPair[]) {
        const key = this.key(pair.key);
        if (key !== undefined && !pairs.has(key)) pairs.set(key, pair);
      }
      this.index.set(map, pairs);
    }
    return pairs;
  }

  /** A node as plain data; `field` is the key that it or its list stands under. */
  private plain(node: Maybe, field = ''): RawValue {
    if (isAlias(node)) return this.alias(node);
    if (isEmpty(node)) return null;
    const before = { values: this.values++, characters: this.characters };
    const { anchor, tag } = node as { anchor?: string; tag?: string };
    if (tag !== undefined) this.fault(node, 'a tag: the format has none', 'a text that begins with ! needs quotes');
    const raw = isScalar(node)
      ? this.scalar(node, field)
      : isSeq(node)
        ? node.items.map(item => this.plain(item as Maybe, field))
        : this.map(node as YAMLMap, field);
    if (anchor !== undefined) {
      const size = { values: this.values - before.values, characters: this.characters - before.characters };
      this.anchors.set(anchor, { node, field, raw, ...size });
    }
    return raw;
  }

  private scalar(node: Scalar, field: string): string {
    const value = this.repaired.restore(String(node.value));
    this.characters += value.length;
    if (isPlain(node)) quoteThis(value, outline(node) ?? [0, 0], this.text, this.issues, field);
    return value;
  }

  private map(node: YAMLMap, field: string): RawValue {
    const raw = new Map<string, RawValue>();
    const doubled: YamlPair[] = [];
    let last: YamlPair | undefined;
    for (const pair of node.items as YamlPair[]) {
      const key = this.key(pair.key);
      if (node.flow && pair.value === null && last !== undefined && isPlain(last.value)) this.comma(raw, last, pair);
      else {
        last = pair;
        if (key === undefined) this.fault(pair.key, 'a key that is not a plain word', undefined);
        else if (raw.has(key)) doubled.push(pair);
        else {
          if (isPlain(pair.key)) quoteThis(key, outline(pair.key) ?? [0, 0], this.text, this.issues);
          if (isEmpty(pair.value)) this.emptyValue(pair.key, key);
          raw.set(key, this.plain(pair.value, field === 'lint' ? field : key));
        }
      }
    }
    if (doubled.length > 0) this.duplicates(doubled, node);
    return raw;
  }

  /** Joins a text in braces with what a comma cut off from it. */
  private comma(raw: Map<string, RawValue>, last: YamlPair, pair: YamlPair): void {
    const key = this.key(last.key) ?? '';
    const [start, end] = outline(last.value) ?? [0, 0];
    const whole = this.text.slice(start, outline(pair.key)?.[1] ?? end);
    const again = raw.get(key) !== this.text.slice(start, end);
    raw.set(key, whole);
    if (again) return;
    const comma = this.text.indexOf(',', end);
    if (this.repaired.hasIssueAt(comma)) return;
    const hint = `put the text in quotes: "${whole.replace(/\s+/g, ' ').slice(0, 80)}"`;
    this.issues.add('syntax', { span: [comma, comma + 1] }, 'in braces, a comma ends the text before it', hint);
  }

  /** Judges what stands behind a key without a value. */
  private emptyValue(key: Node, field: string): void {
    const end = outline(key)?.[1] ?? 0;
    if (this.text[end] === ':') quoteThis('', [end + 1, end + 1], this.text, this.issues, field);
  }

  private alias(node: Alias): RawValue {
    const anchored = this.anchors.get(node.source);
    if (anchored === undefined) {
      const name = node.source;
      this.fault(node, `the alias *${name} has no anchor before it`, 'put a text that begins with * in quotes');
      return null;
    }
    this.targets.set(node, anchored.node);
    this.values += anchored.values;
    this.characters += anchored.characters;
    this.expanded += anchored.characters;
    const bomb =
      this.values > LIMITS.aliasValues
        ? `${limitText(LIMITS.aliasValues)} values`
        : this.expanded > LIMITS.aliasCharacters
          ? `${limitText(LIMITS.aliasCharacters)} characters`
          : undefined;
    if (bomb === undefined) return anchored.raw;
    if (!this.bombed) this.fault(node, `the aliases of this file expand to more than ${bomb}`, 'write the values out');
    this.bombed = true;
    return null;
  }

  /** Warns of texts that begin with & and were taken for anchors: those that no alias names. */
  private unusedAnchors(): void {
    const used = new Set([...this.targets.keys()].map(({ source }) => source));
    for (const [name, { node, field }] of this.anchors) {
      if (used.has(name) || isNoText(field) || !isPlain(node)) continue;
      const [, end] = outline(node) ?? [0, 0];
      const start = this.text.lastIndexOf(`&${name}`, end);
      const text = this.text.slice(start, end);
      if (start === -1 || text.includes('\n')) continue;
      const quoted = quotedText(text);
      this.issues.add('quote-this', { span: [start, end] }, `the anchor &${name} is used nowhere: is it a text?`, {
        hint: `put the text in quotes: ${quoted}`,
        suggestion: { text: quoted },
      });
    }
  }

  /** Reports the fields of a map that it has already: each, but those of a block as one, which may be an item without its dash. */
  private duplicates(doubled: readonly YamlPair[], map: YAMLMap): void {
    const [pair] = doubled;
    const keys = [...new Set(doubled.map(({ key }) => this.key(key) ?? ''))];
    if (map.flow || keys.length < 2 || pair === undefined) for (const one of doubled) this.duplicate(one, map);
    else this.duplicate(pair, map, `the fields ${listed(keys)} stand twice`, ITEM_OR_TWICE);
  }

  private duplicate(
    { key }: YamlPair,
    map: YAMLMap,
    message = `the field ${quote(this.key(key) ?? '')} stands twice`,
    hint = 'keep one of them',
  ): void {
    const at = { span: outline(this.pairs(map).get(this.key(key) ?? '')?.key) ?? [0, 0] } as const;
    this.issues.add('duplicate-key', { span: outline(key) ?? [0, 0] }, message, {
      hint,
      related: [{ at, message: 'the first of the two' }],
    });
  }

  private fault(node: Maybe, message: string, hint: string | undefined): void {
    const at = firstLine(outline(node) ?? [0, 0], this.text);
    this.issues.add('syntax', { span: at }, message, hint);
  }
}

/** The hint where fields of a block stand twice. */
const ITEM_OR_TWICE = 'where the second of these begins an item, begin it with "- "; else keep one of each';

/** Names of fields in a message, a few of them: `"time", "title" and "room"`. */
function listed(names: readonly string[]): string {
  const shown = names.slice(0, 20).map(name => quote(name));
  if (names.length > shown.length) return `${shown.join(', ')} and ${names.length - shown.length} others`;
  return `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

/** True for an absent value or an empty string. */
function isEmpty(node: Maybe): node is null | undefined {
  return node === null || node === undefined || (isScalar(node) && node.value === '');
}

function isPlain(node: Maybe): node is Scalar {
  return isScalar(node) && node.type === Scalar.PLAIN && node.value !== '';
}

function outline(node: Maybe): Span | undefined {
  const range = node?.range;
  return range ? [range[0], range[1]] : undefined;
}

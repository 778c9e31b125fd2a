import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { languageTag, type Text } from '../model/text.js';
import { kindOf, quote } from './faults.js';
import type { Fault, Span } from './reading.js';
import type { Report, Said } from './schedule.js';

/** Faults of syntax that are worth saying: the first one may make the others. */
const MOST = 20;

/** Parses JSON as far as it can be read. Fails with a RangeError when it is nested too deep. */
export function parseJson(text: string, faults: Fault[]): Node | undefined {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  for (const { error, offset, length } of errors.slice(0, MOST)) {
    const what = printParseErrorCode(error)
      .replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`)
      .trim();
    const at = Math.min(offset, Math.max(0, text.length - 1));
    faults.push({
      rule: 'syntax',
      at: [at, at + Math.max(1, Math.min(length, 80))],
      on: 'span',
      message: `this is not JSON here: ${what}`,
    });
  }
  return root;
}

/** The span of a value. */
export function spanOf({ offset, length }: Node): Span {
  return [offset, offset + length];
}

/** The values of an object by name, the last of a doubled one as every parser has it; none of what is no object. */
export function fieldsOf(node: Node | undefined): ReadonlyMap<string, Node> {
  const fields = new Map<string, Node>();
  if (node?.type !== 'object') return fields;
  for (const { children: [key, value] = [] } of node.children ?? []) if (key && value) fields.set(key.value, value);
  return fields;
}

/** The keys and values of an object, in order. */
export function pairsOf(node: Node | undefined): readonly (readonly [key: Node, value: Node])[] {
  if (node?.type !== 'object') return [];
  return (node.children ?? []).flatMap(({ children: [key, value] = [] }) => (key && value ? [[key, value]] : []));
}

/** The items of a list, none of nothing; anything else is reported. */
export function itemsOf(node: Node | undefined, report: Report): readonly Node[] {
  if (node === undefined || node.type === 'null') return [];
  if (node.type === 'array') return node.children ?? [];
  report('wrong-type', firstOf(node), `${kind(node)} where a list belongs`);
  return [];
}

/** The objects of a list; anything else in it is reported. */
export function objectsOf(node: Node | undefined, what: string, report: Report): readonly Node[] {
  return itemsOf(node, report).filter(item => {
    if (item.type !== 'object') report('wrong-type', firstOf(item), `${kind(item)} where ${what} belongs`);
    return item.type === 'object';
  });
}

/** A text or number, or texts by language, when it is there and not empty; anything else is reported. */
export function saidOf(node: Node | undefined, report: Report): Said | undefined {
  if (node === undefined || node.type === 'null' || node.type === 'boolean') return undefined;
  if (node.type === 'string' || node.type === 'number') return plain(node);
  const texts: Record<string, string> = {};
  for (const [key, value] of pairsOf(node)) {
    const tag = languageTag(String(key.value));
    const said = value.type === 'string' ? plain(value) : undefined;
    if (tag !== undefined && said !== undefined) texts[tag] = said.value;
  }
  const [first] = Object.values(texts);
  if (first !== undefined) return { value: first, at: firstOf(node), texts: texts satisfies Text };
  if ((node.children ?? []).length > 0) report('wrong-type', firstOf(node), `${kind(node)} where a text belongs`);
  return undefined;
}

function plain(node: Node): Said | undefined {
  const value = String(node.value).trim();
  const [start, end] = spanOf(node);
  if (value === '') return undefined;
  return { value, at: node.type === 'string' ? [start + 1, Math.max(start + 1, end - 1)] : [start, end] };
}

/** Of an object or a list, its first character. */
export function firstOf(node: Node): Span {
  return node.type === 'object' || node.type === 'array' ? [node.offset, node.offset + 1] : spanOf(node);
}

function kind(node: Node): string {
  if (node.type === 'object') return kindOf(new Map());
  return node.type === 'array' ? kindOf([]) : quote(String(node.value));
}

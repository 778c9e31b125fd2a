import { type ParseErrorCode, printParseErrorCode, visit } from 'jsonc-parser';
import { languageTag } from '../../../model/localized.js';
import { quote } from '../../../text/quote.js';
import { badLanguage, kindOf } from '../../source/faults.js';
import type { Issues, Span } from '../../source/issues.js';
import { LIMITS, limitText, Stopped } from '../../source/limits.js';
import type { SourceValue } from '../source.js';

/** A value of a JSON text and its span; that of a string is without its quotes. */
export interface JsonNode {
  readonly span: Span;
  /** The span of the key of an object or list, without its quotes. */
  readonly key?: Span | undefined;
  readonly value: string | number | boolean | null | readonly JsonNode[] | JsonFields;
}

/** The values of an object by name; of a duplicate key, the last one, as in every parser. */
export type JsonFields = ReadonlyMap<string, JsonNode>;

/** Parses JSON, with error recovery; syntax errors are reported. Fails with Stopped on too many values or levels. */
export function parseJson(text: string, issues: Issues): JsonNode | undefined {
  let root: JsonNode | undefined;
  let errors = 0;
  let values = 0;
  let name: string | undefined;
  let key: Span = [0, 0];
  const open: { span: [number, number]; key?: Span | undefined; value: JsonNode[] | Map<string, JsonNode> }[] = [];
  const add = (node: JsonNode) => {
    if (++values > LIMITS.jsonValues)
      throw new Stopped(`it has more than ${limitText(LIMITS.jsonValues)} values`, node.span[0]);
    const parent = open.at(-1)?.value;
    if (parent === undefined) root ??= node;
    else if (Array.isArray(parent)) parent.push(node);
    else if (name !== undefined) {
      if (parent.has(name)) issues.add('duplicate-key', { span: key }, `the field ${quote(name)} stands twice`);
      parent.set(name, node);
    }
    name = undefined;
  };
  const begin = (value: JsonNode[] | Map<string, JsonNode>, offset: number) => {
    const node: (typeof open)[number] = {
      span: [offset, text.length],
      key: name === undefined ? undefined : key,
      value,
    };
    add(node);
    if (open.push(node) > LIMITS.jsonLevels) throw new Stopped('it is nested too deep', offset);
  };
  const end = (offset: number) => {
    const node = open.pop();
    if (node !== undefined) node.span[1] = offset + 1;
  };
  visit(
    text,
    {
      onObjectBegin: offset => begin(new Map(), offset),
      onObjectProperty: (property, offset, length) => {
        name = property;
        key = [offset + 1, offset + length - 1];
      },
      onObjectEnd: end,
      onArrayBegin: offset => begin([], offset),
      onArrayEnd: end,
      onLiteralValue: (value, offset, length) => {
        const quotes = typeof value === 'string' && length > 1 ? 1 : 0;
        add({ span: [offset + quotes, offset + length - quotes], value });
      },
      onError: (error, offset, length) => {
        if (errors++ < LIMITS.jsonErrors)
          issues.add(
            'syntax',
            { span: errorSpan(offset, length, text) },
            `this is not JSON here: ${errorWords(error)}`,
          );
      },
    },
    { disallowComments: true, allowTrailingComma: false },
  );
  return root;
}

/** The fields of an object; none for any other value. */
export function fieldsOf(node: JsonNode | undefined): JsonFields {
  return node?.value instanceof Map ? node.value : NONE;
}

const NONE: JsonFields = new Map();

/** True for a list. */
export function isList(node: JsonNode | undefined): node is JsonNode & { readonly value: readonly JsonNode[] } {
  return Array.isArray(node?.value);
}

/** The items of a list; none for a missing value or null. Reports any other value. */
export function itemsOf(node: JsonNode | undefined, issues: Issues): readonly JsonNode[] {
  if (node === undefined || node.value === null) return [];
  if (isList(node)) return node.value;
  issues.add('wrong-type', { span: headOf(node) }, `${describe(node)} where a list belongs`);
  return [];
}

/** The objects of a list. Reports its other items. */
export function objectsOf(node: JsonNode | undefined, what: string, issues: Issues): readonly JsonNode[] {
  return itemsOf(node, issues).filter(item => {
    const is = item.value instanceof Map;
    if (!is) issues.add('wrong-type', { span: headOf(item) }, `${describe(item)} where ${what} belongs`);
    return is;
  });
}

/** A string, a number, or strings by language; undefined for an empty or missing value. Reports any other value. */
export function sourceValue(node: JsonNode | undefined, issues: Issues): SourceValue | undefined {
  if (node === undefined || node.value === null || node.value === false) return undefined;
  if (node.value === true) return issues.add('wrong-type', { span: node.span }, 'true where a text belongs');
  if (typeof node.value === 'string' || typeof node.value === 'number') return scalarValue(node.value, node.span);
  const texts: Record<string, string> = {};
  const others: [string, JsonNode][] = [];
  for (const [name, text] of fieldsOf(node)) {
    const tag = languageTag(name);
    if (tag === undefined || typeof text.value !== 'string') others.push([name, text]);
    else if (text.value.trim() !== '') texts[tag] = text.value.trim();
  }
  const [first] = Object.values(texts);
  if (first !== undefined) {
    for (const [name, text] of others) {
      if (languageTag(name) === undefined) badLanguage(name, { span: text.key ?? headOf(text) }, issues);
      else if (text.value !== null)
        issues.add('wrong-type', { span: headOf(text) }, `${describe(text)} where a text belongs`);
    }
    return { value: first, span: headOf(node), texts };
  }
  const empty = isList(node) ? node.value.length === 0 : fieldsOf(node).size === 0;
  if (!empty) issues.add('wrong-type', { span: headOf(node) }, `${describe(node)} where a text belongs`);
  return undefined;
}

/** The key of a value as a value; undefined for an empty key. */
export function keyValue(name: string, { key, span }: JsonNode): SourceValue | undefined {
  return scalarValue(name, key ?? span);
}

function scalarValue(value: string | number, span: Span): SourceValue | undefined {
  const text = String(value).trim();
  return text === '' ? undefined : { value: text, span };
}

/** The span that a message points to: of an object or list its first character, of a scalar all of it. */
export function headOf({ value, span }: JsonNode): Span {
  return value !== null && typeof value === 'object' ? [span[0], span[0] + 1] : span;
}

function describe(node: JsonNode): string {
  if (node.value instanceof Map) return kindOf(new Map());
  return isList(node) ? kindOf([]) : quote(String(node.value));
}

function errorSpan(offset: number, length: number, text: string): Span {
  const at = Math.min(offset, Math.max(0, text.length - 1));
  return [at, at + Math.max(1, Math.min(length, 80))];
}

function errorWords(error: ParseErrorCode): string {
  return printParseErrorCode(error)
    .replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`)
    .trim();
}

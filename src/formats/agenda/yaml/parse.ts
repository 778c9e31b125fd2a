import type { IssueList, Span } from '../../source/issues.js';
import { LIMITS } from '../../source/limits.js';
import { withoutTraces } from '../../source/traces.js';
import { Composer, type CST, type Document, type ErrorCode, Parser, visit, YAMLParseError } from './library.js';
import { Repairs, restore } from './repairs.js';

/** A document as its tree is read: where issues are told already, and what repairs stand for. */
export interface ParsedDocument {
  readonly document: Document.Parsed;
  /** True when the line of an offset has an issue. */
  hasIssueAt(offset: number): boolean;
  /** The value as it was written before repairs. */
  restore(value: string): string;
}

/**
 * A document in which the commonest slips are repaired, one issue each, so that the rest can be read. Every repair keeps the
 * length of the text, so that offsets stay true; `restore` undoes it in a value.
 */
export interface RepairedDocument extends ParsedDocument {
  readonly issues: IssueList;
  /** True when nothing but the issues can be said of the text. */
  readonly unrecoverable: boolean;
}

/** Rounds of repairs: one repair may bring another slip to light. */
const ROUNDS = 8;

/** The text has lists and maps in one another, more than `LIMITS.yamlLevels`, the first of these too deep at `offset`. */
export class TooDeep extends Error {
  readonly offset: number;
  constructor(offset: number) {
    super(`nested too deep at ${offset}`);
    this.offset = offset;
  }
}

/** Repairs a text until it parses, or no repair helps in so many rounds; `parsed` is what it is without. */
export function parseWithRepairs(text: string, parsed: Document.Parsed, rounds = ROUNDS): RepairedDocument {
  const repairs = new Repairs(text);
  let document = parsed;
  const hopeless = document.errors.length > LIMITS.yamlErrors || (document.errors.length > 0 && repairs.replaceTabs());
  if (document.errors.length > 0 && repairs.replaceNoBreakSpaces()) document = parseYaml(repairs.repaired);
  for (let round = 0; round < rounds && document.errors.length > 0 && !hopeless; round++) {
    const quotes = quoted(document);
    for (const error of document.errors) REPAIRS[error.code]?.(repairs, error, quotes);
    if (!repairs.apply()) break;
    document = parseYaml(repairs.repaired);
  }
  if (repairs.issues.list.length === 0 || !hopeless)
    for (const error of document.errors.slice(0, LIMITS.yamlErrors)) repairs.reportUnrepaired(error);
  const repaired = repairs.repaired !== text;
  return {
    document,
    issues: repairs.issues,
    unrecoverable: hopeless,
    hasIssueAt: offset => repairs.hasIssueAt(offset),
    restore: value => (repaired ? restore(value) : value),
  };
}

/**
 * Parses as `parseDocument` of `yaml` does. Throws `TooDeep` before composing, which calls itself once a level, would
 * overflow the stack.
 */
export function parseYaml(text: string): Document.Parsed {
  return withoutTraces(() => compose(text));
}

function compose(text: string): Document.Parsed {
  const tokens = [...new Parser().parse(text)];
  measureDepth(tokens);
  const composer = new Composer({ schema: 'failsafe', uniqueKeys: false, resolveKnownTags: false, logLevel: 'error' });
  const [document, second] = composer.compose(tokens, true, text.length);
  if (document === undefined) throw new Error('composing to the end gives a document');
  if (second !== undefined) {
    const [from, to] = second.range;
    document.errors.push(new YAMLParseError([from, to], 'MULTIPLE_DOCS', 'Source contains multiple documents'));
  }
  return document;
}

/** Throws `TooDeep` where lists and maps are nested deeper than `LIMITS.yamlLevels`. Neither the tokens nor this walk need a stack. */
function measureDepth(tokens: readonly CST.Token[]): void {
  const inside = (token: CST.Token | null | undefined) => (token && 'items' in token ? token.items : []);
  let level = tokens.flatMap(token => (token.type === 'document' ? inside(token.value) : []));
  for (let depth = 1; level.length > 0; depth++) {
    const [first] = level;
    if (depth > LIMITS.yamlLevels) throw new TooDeep(first?.value?.offset ?? first?.key?.offset ?? 0);
    level = level.flatMap(({ key, value }) => [...inside(key), ...inside(value)]);
  }
}

/** The spans of the quoted texts of a document, in order. */
function quoted(document: Document.Parsed): readonly Span[] {
  const spans: Span[] = [];
  visit(document, {
    Scalar: (_, { type, range }) => {
      if (type?.startsWith('QUOTE') && range) spans.push([range[0], range[2]]);
    },
  });
  return spans;
}

type Repair = (repairs: Repairs, error: YAMLParseError, quotes: readonly Span[]) => void;

const REPAIRS: Partial<Record<ErrorCode, Repair>> = {
  BLOCK_AS_IMPLICIT_KEY: (repairs, { pos }) => repairs.escapeColons(pos[0]),
  BLOCK_IN_FLOW: (repairs, { pos }) => repairs.escapeColons(pos[0]),
  MULTILINE_IMPLICIT_KEY: (repairs, { pos }) => repairs.dropLine(pos[0], pos[1]),
  MISSING_CHAR: (repairs, { pos, message }, quotes) => {
    if (message.startsWith('Missing closing')) repairs.closeQuote(pos[0], quotes);
    else if (message.startsWith('Implicit map keys')) repairs.dropLine(pos[0], pos[1]);
  },
};

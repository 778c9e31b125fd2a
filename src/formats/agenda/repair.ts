import { type Document, type ErrorCode, parseDocument, visit, type YAMLParseError } from 'yaml';
import type { IssueList, Span } from '../source/issues.js';
import { isDeep, restore, Slips } from './repairs.js';

/**
 * A document whose commonest slips were mended, one issue a slip, so that they do not hide their neighbours. Every mend
 * keeps the length of the text, so that places stay true; `restore` undoes it in a value.
 */
export interface Mended {
  readonly document: Document.Parsed;
  readonly issues: IssueList;
  /** True when the line of an offset has a fault already. */
  slipped(offset: number): boolean;
  /** True when nothing but the issues can be said of the text. */
  readonly hopeless: boolean;
  restore(value: string): string;
}

/** Each round mends every slip that the parser sees; mending one may bring another to light. */
const ROUNDS = 8;

/** With more errors than this, a text is something else than YAML with slips in it. */
const MANY = 1000;

/** Parses YAML. Fails with a RangeError when it is nested too deep. */
export function parseMended(text: string): Mended {
  const slips = new Slips(text);
  let document = parse(slips.mended);
  const deep = document.errors.filter(isDeep);
  const hopeless = deep.length > 0 || document.errors.length > MANY || (document.errors.length > 0 && slips.tabs());
  if (document.errors.length > 0 && slips.spaces()) document = parse(slips.mended);
  for (let round = 0; round < ROUNDS && document.errors.length > 0 && !hopeless; round++) {
    const quotes = quoted(document);
    for (const error of document.errors) MENDS[error.code]?.(slips, error, quotes);
    if (!slips.apply()) break;
    document = parse(slips.mended);
  }
  const left = deep.length > 0 ? deep.slice(0, 1) : document.errors.slice(0, MANY);
  if (slips.issues.list.length === 0 || !hopeless) for (const error of left) slips.leave(error);
  const mended = slips.mended !== text;
  return {
    document,
    issues: slips.issues,
    hopeless,
    slipped: offset => slips.known(offset),
    restore: value => (mended ? restore(value) : value),
  };
}

function parse(text: string): Document.Parsed {
  return parseDocument(text, {
    schema: 'failsafe',
    uniqueKeys: false,
    resolveKnownTags: false,
    prettyErrors: false,
    logLevel: 'error',
  });
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

type Mend = (slips: Slips, error: YAMLParseError, quotes: readonly Span[]) => void;

const MENDS: Partial<Record<ErrorCode, Mend>> = {
  BLOCK_AS_IMPLICIT_KEY: (slips, { pos }) => slips.colons(pos[0]),
  BLOCK_IN_FLOW: (slips, { pos }) => slips.colons(pos[0]),
  MULTILINE_IMPLICIT_KEY: (slips, { pos }) => slips.stray(pos[0], pos[1]),
  MISSING_CHAR: (slips, { pos, message }, quotes) => {
    if (message.startsWith('Missing closing')) slips.open(pos[0], quotes);
    else if (message.startsWith('Implicit map keys')) slips.stray(pos[0], pos[1]);
  },
};

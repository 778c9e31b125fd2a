import { COLLECTION_STYLE, EVENT_ID, type Event, getScalarValue, parseEvents, SCALAR_STYLE } from 'js-yaml';
import { IssueList } from '../../source/issues.js';
import type { RawValue } from '../../source/read-result.js';
import { withoutTraces } from '../../source/traces.js';
import { quoteThis } from '../yaml/quoting.js';
import { closed, isQuoted } from './events.js';

/** A YAML text as plain data, with issues about its quotes. */
export interface FastParse {
  readonly raw: RawValue;
  readonly issues: IssueList;
}

type Collection = EventOf<'SEQUENCE'> | EventOf<'MAPPING'>;
type EventOf<Name extends keyof typeof EVENT_ID> = Extract<Event, { readonly type: (typeof EVENT_ID)[Name] }>;

/** What only `yaml` parses: lone CRs, byte order marks, tabs that indent, indented marks of documents, ignores of rules. */
const NOT_FAST = /\r(?!\n)|\uFEFF|^ *\t|^ +(?:---|\.\.\.)|idm-ignore/m;

/**
 * Reads YAML with js-yaml, which takes a fraction of the time of `yaml`. Undefined for whatever the two parsers may differ in:
 * what is not YAML, tags, anchors, aliases, directives, several documents, keys that are no scalars, empty, doubled or
 * `<<`, an empty value in braces, which a comma may have cut off, and a comment in braces or brackets, whose indentation
 * the parsers judge differently. Of the rest, both give the same.
 */
export function parseFast(text: string): FastParse | undefined {
  if (NOT_FAST.test(text)) return undefined;
  try {
    return withoutTraces(() => {
      const walk = new Walk(text);
      const raw = walk.document();
      return { raw, issues: walk.issues };
    });
  } catch {
    // A syntax error of js-yaml, or NotForFastParser: the full parser decides.
    return undefined;
  }
}

/** A key may have 1024 characters with its quotes (YAML 1.2.2 §7.4.2), which `yaml` alone counts. */
const LONGEST_KEY = 1000;

/** Thrown to leave the fast path for the full parser. */
class NotForFastParser extends Error {}

class Walk {
  readonly issues = new IssueList();
  private readonly text: string;
  private readonly events: readonly Event[];
  private at = 0;
  /** The offset behind what was read last. */
  private end = 0;

  constructor(text: string) {
    this.text = text;
    this.events = parseEvents(text, {});
  }

  document(): RawValue {
    const start = this.next();
    if (start.type !== EVENT_ID.DOCUMENT || start.directives.length > 0) throw new NotForFastParser();
    const raw = this.node(this.next(), '');
    this.next();
    if (this.at !== this.events.length) throw new NotForFastParser();
    return raw;
  }

  private next(): Event {
    const event = this.events[this.at++];
    if (event === undefined) throw new NotForFastParser();
    return event;
  }

  /** A node as plain data; `field` is the key that it or its list stands under. */
  private node(event: Event, field: string): RawValue {
    switch (event.type) {
      case EVENT_ID.SCALAR:
        return this.scalar(event, field) || null;
      case EVENT_ID.SEQUENCE:
        return this.list(event, field);
      case EVENT_ID.MAPPING:
        return this.map(event, field);
      default:
        throw new NotForFastParser();
    }
  }

  private list(event: EventOf<'SEQUENCE'>, field: string): RawValue {
    this.open(event);
    const items: RawValue[] = [];
    for (let item = this.next(); item.type !== EVENT_ID.POP; item = this.next()) {
      if (isAbsent(item)) throw new NotForFastParser();
      items.push(this.node(item, field));
    }
    this.close(event);
    return items;
  }

  private map(event: EventOf<'MAPPING'>, field: string): RawValue {
    this.open(event);
    const raw = new Map<string, RawValue>();
    for (let first = this.next(); first.type !== EVENT_ID.POP; first = this.next()) {
      if (first.type !== EVENT_ID.SCALAR) throw new NotForFastParser();
      if (first.valueEnd - first.valueStart > LONGEST_KEY) throw new NotForFastParser();
      const key = this.scalar(first, '');
      if (key === '' || key === '<<' || raw.has(key)) throw new NotForFastParser();
      const value = this.next();
      if (event.style === COLLECTION_STYLE.FLOW && isAbsent(value)) throw new NotForFastParser();
      if (isAbsent(value)) quoteThis('', [this.end + 1, this.end + 1], this.text, this.issues, key);
      raw.set(key, this.node(value, field === 'lint' ? field : key));
    }
    this.close(event);
    return raw;
  }

  private open(event: Collection): void {
    assertPlain(event);
    const { start, style } = event;
    // In brackets, `a: b` is a map without braces.
    if (style === COLLECTION_STYLE.FLOW && !'{['.includes(this.text[start] ?? ' ')) throw new NotForFastParser();
    this.end = start + 1;
  }

  private close({ start, style }: Collection): void {
    if (style !== COLLECTION_STYLE.FLOW) return;
    this.end = closed(this.text, this.end);
    const inside = this.text.slice(start, this.end);
    if (/\s#/.test(inside) && inside.includes('\n')) throw new NotForFastParser();
  }

  private scalar(event: EventOf<'SCALAR'>, field: string): string {
    assertPlain(event);
    const value = getScalarValue(this.text, event);
    // Of lines of blanks at the end of a block, the parsers keep different ones.
    if (isBlock(event) && endsInBlanks(this.text, event)) throw new NotForFastParser();
    this.end = event.valueEnd + (isQuoted(event) ? 1 : 0);
    if (value !== '' && event.style === SCALAR_STYLE.PLAIN)
      quoteThis(value, [event.valueStart, event.valueEnd], this.text, this.issues, field);
    return value;
  }
}

/** True for a node that is not there: an empty value. */
function isAbsent(event: Event): boolean {
  return event.type === EVENT_ID.SCALAR && event.valueStart === -1;
}

function isBlock({ style }: EventOf<'SCALAR'>): boolean {
  return style === SCALAR_STYLE.LITERAL_BLOCK || style === SCALAR_STYLE.FOLDED_BLOCK;
}

/** True for a block scalar of blanks, or one that ends in a line of blanks. */
function endsInBlanks(text: string, { valueStart, valueEnd }: EventOf<'SCALAR'>): boolean {
  const lines = text.slice(valueStart, valueEnd);
  const content = lines.trimEnd();
  return content === '' || /\n[ \t]/.test(lines.slice(content.length));
}

function assertPlain({ tagStart, anchorStart }: { readonly tagStart: number; readonly anchorStart: number }): void {
  if (tagStart !== -1 || anchorStart !== -1) throw new NotForFastParser();
}

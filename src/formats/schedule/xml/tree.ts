import { parseXml, XmlElement, XmlError, XmlText } from '@rgrove/parse-xml';
import { hasMarkup } from '../../../text/markup.js';
import type { Issues, Span } from '../../source/issues.js';
import { LIMITS, limitText, Stopped } from '../../source/limits.js';
import type { SourceValue } from '../source.js';

/** The tree of an XML text, or of a part of it, with the spans of its elements in the whole text. */
export interface XmlTree {
  readonly root: XmlElement;
  /** The tree of an element with all of its content, which may be parsed only now. */
  subtree(element: XmlElement): XmlTree;
  /** The span of the text that offsets of its root belong to. */
  span(start: number, end: number): Span;
  /** The span of a start tag. */
  head(element: XmlElement): Span;
  /** The span of an element. */
  extent(element: XmlElement): Span;
  /** The trimmed text of an element; undefined for an empty or missing one. */
  text(element: XmlElement | undefined): SourceValue | undefined;
  /** The same of an element that may have elements of HTML in it: with their tags. */
  richText(element: XmlElement | undefined): SourceValue | undefined;
  /** The trimmed value of an attribute; undefined for an empty or missing one. */
  attribute(element: XmlElement, name: string): SourceValue | undefined;
}

/** Fails with Stopped at the first tag past the limit. */
export function boundTags(text: string): void {
  const extra = nth(text, '<', LIMITS.xmlTags);
  if (extra !== -1) throw new Stopped(`it has more than ${limitText(LIMITS.xmlTags)} tags`, extra);
}

/**
 * Parses XML. Entities other than the five of XML are never expanded: they stay as written, and are reported once a name.
 * Fails with an XmlError on what is not well-formed, and with a RangeError on too many levels.
 */
export function parseTree(text: string, issues: Issues): XmlTree {
  const entities = new Set<string>();
  const root = parse(text, reference => {
    if (entities.size < LIMITS.xmlEntities) entities.add(reference);
  });
  for (const reference of entities) undefinedEntity(reference, text.indexOf(reference, root.start), issues);
  return treeOf(root, text);
}

/** True for an element with more levels than these in it. Where a parser gives up hangs on its stack, and so on much else. */
function isDeeper(root: XmlElement, levels: number): boolean {
  let level: readonly XmlElement[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth === levels) return true;
    level = level.flatMap(({ children }) => children.filter(child => child instanceof XmlElement));
  }
  return false;
}

/** Parses XML to its root element; `onEntity` is called with each reference to an entity other than the five of XML. */
export function parse(text: string, onEntity: (reference: string) => void): XmlElement {
  // CR LF becomes space and LF, so that offsets stay true: the parser is slow on a text with many CRs.
  const plain = text.includes('\r') ? text.replace(/\r\n/g, ' \n').replace(/\r/g, '\n') : text;
  const { root } = parseXml(plain, {
    includeOffsets: true,
    resolveUndefinedEntity: reference => {
      onEntity(reference);
      return reference;
    },
  });
  if (root === null) throw new XmlError('Root element is missing or invalid', 0, '');
  if (isDeeper(root, LIMITS.xmlLevels)) throw new RangeError('too many levels');
  return root;
}

/** The tree of an element that was parsed from `text`; `place` maps an offset of that to one of the whole text. */
export function treeOf(root: XmlElement, text: string, place: OffsetMap = offset => offset): XmlTree {
  const span = (start: number, end: number): Span => [place(start), place(end)];
  return {
    root,
    span,
    subtree: element => treeOf(element, text, place),
    head: ({ start }) => span(start, tagEnd(text, start) ?? start + 1),
    extent: ({ start, end }) => span(start, end),
    text: element => (element === undefined ? undefined : sourceValue(element, text, place)),
    richText: element => (element === undefined ? undefined : richValue(element, text, place)),
    attribute: (element, name) => attributeOf(element, name, text, place),
  };
}

/** The error of a text that is nested too deep: at the first tag deeper than any schedule has, outside of comments and the like. */
export function tooDeep(text: string): Stopped {
  const message = 'it is nested too deep';
  let depth = 0;
  let at = text.indexOf('<');
  while (at !== -1) {
    const mark = MARKUP.find(([begin]) => text.startsWith(begin, at));
    const end = mark === undefined ? tagEnd(text, at) : endOf(text, mark[1], at);
    if (end === undefined) break;
    if (text[at + 1] === '/') depth--;
    else if (mark === undefined && text[end - 2] !== '/') depth++;
    if (depth > LIMITS.xmlLevels) return new Stopped(message, at);
    at = text.indexOf('<', end);
  }
  return new Stopped(message, 0);
}

/** The delimiters of markup other than tags; a declaration ends at once, since its content counts as more of them. */
const MARKUP = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
  ['<!', '<!'],
] as const;

/** The offset behind the next occurrence of `end`; undefined where there is none. */
function endOf(text: string, end: string, from: number): number | undefined {
  const at = text.indexOf(end, from);
  return at === -1 ? undefined : at + end.length;
}

/** The offset of the occurrence of a character after `count` others; -1 where there is none. */
function nth(text: string, character: string, count: number): number {
  let at = -1;
  for (let n = 0; n <= count; n++) {
    at = text.indexOf(character, at + 1);
    if (at === -1) return -1;
  }
  return at;
}

/** The children of an element with one name. */
export function childrenOf(parent: XmlElement | undefined, name: string): readonly XmlElement[] {
  const children = parent?.children ?? [];
  return children.filter(child => child instanceof XmlElement && child.name === name) as XmlElement[];
}

/** The error of a text that is not well-formed. */
export function notWellFormed({ message, pos }: XmlError, text: string): Stopped {
  const [what = ''] = message.split(/ \(line \d+, column|\n/, 1);
  const at = Math.min(unitsOf(pos, text), Math.max(0, text.length - 1));
  return new Stopped(
    what.replace(/^[A-Z](?=[a-z])/, letter => letter.toLowerCase()),
    at,
  );
}

/** The offset in UTF-16 code units of a number of characters. */
function unitsOf(characters: number, text: string): number {
  let units = 0;
  for (let n = 0; n < characters && units < text.length; n++) units += (text.codePointAt(units) ?? 0) > 0xffff ? 2 : 1;
  return units;
}

type OffsetMap = (offset: number) => number;

/** The value of an element or attribute; its span is computed when a message asks for it. */
class PlacedValue implements SourceValue {
  readonly value: string;
  private readonly start: number;
  private readonly end: number;
  private readonly place: OffsetMap;

  constructor(value: string, start: number, end: number, place: OffsetMap) {
    this.value = value;
    this.start = start;
    this.end = end;
    this.place = place;
  }

  get span(): Span {
    return [this.place(this.start), this.place(this.end)];
  }
}

function sourceValue(element: XmlElement, text: string, place: OffsetMap): SourceValue | undefined {
  const { children } = element;
  const first = children[0];
  const last = children[children.length - 1];
  if (first === undefined || last === undefined) return undefined;
  const value = (first === last && first instanceof XmlText ? first.text : element.text).trim();
  if (value === '') return undefined;
  const { start } = first;
  const { end } = last;
  if (end - start === value.length) return new PlacedValue(value, start, end, place);
  const raw = text.slice(start, end);
  return new PlacedValue(value, end - raw.trimStart().length, start + raw.trimEnd().length, place);
}

function richValue(element: XmlElement, text: string, place: OffsetMap): SourceValue | undefined {
  const { children } = element;
  const start = children[0]?.start ?? 0;
  const end = children[children.length - 1]?.end ?? 0;
  if (!children.some(child => child instanceof XmlElement)) return sourceValue(element, text, place);
  const raw = text.slice(start, end);
  // Character data is no HTML.
  if (raw.includes('<![CDATA[') || !hasMarkup(raw)) return sourceValue(element, text, place);
  return new PlacedValue(raw.trim(), start, end, place);
}

function attributeOf(element: XmlElement, name: string, text: string, place: OffsetMap): SourceValue | undefined {
  const value = element.attributes[name]?.trim();
  if (value === undefined || value === '') return undefined;
  const tag = text.slice(element.start, tagEnd(text, element.start));
  const found = valuePattern(name).exec(tag);
  if (found === null) return new PlacedValue(value, element.start, element.start + tag.length, place);
  const start = element.start + found.index + found[0].length;
  return new PlacedValue(value, start, text.indexOf(found[1] ?? '"', start), place);
}

const VALUE_PATTERNS = new Map<string, RegExp>();

/** Matches a start tag up to the value of an attribute. */
function valuePattern(name: string): RegExp {
  const known = VALUE_PATTERNS.get(name);
  if (known !== undefined) return known;
  const form = new RegExp(`\\s${name}\\s*=\\s*(["'])`);
  VALUE_PATTERNS.set(name, form);
  return form;
}

/** The offset after the end of the tag that begins at `start`, its first `>` outside of quotes; undefined without one. */
function tagEnd(text: string, start: number): number | undefined {
  const mark = /["'>]/g;
  mark.lastIndex = start;
  for (let found = mark.exec(text); found !== null; found = mark.exec(text)) {
    if (found[0] === '>') return mark.lastIndex;
    const close = text.indexOf(found[0], mark.lastIndex);
    if (close === -1) return undefined;
    mark.lastIndex = close + 1;
  }
  return undefined;
}

function undefinedEntity(reference: string, at: number, issues: Issues): void {
  const from = Math.max(0, at);
  issues.add(
    'syntax',
    { span: [from, from + reference.length] },
    `the entity ${reference.slice(0, 40)} is not one of XML: it stays as it is written`,
    'write the character itself, or its number: &#160;',
  );
}

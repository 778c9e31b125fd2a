import { parseXml, XmlElement, XmlError, XmlText } from '@rgrove/parse-xml';
import type { Issues, Span } from '../source/issues.js';
import { Stopped } from '../source/limits.js';
import type { SourceValue } from './source.js';

/** An XML text that could be parsed, or a part of it, and what stands where in the text. */
export interface XmlTree {
  readonly root: XmlElement;
  /** The tree of an element by itself, all of whose content is there. */
  of(element: XmlElement): XmlTree;
  /** The span of a start tag. */
  head(element: XmlElement): Span;
  /** The span of an element. */
  whole(element: XmlElement): Span;
  /** The text in an element, when there is some. */
  said(element: XmlElement | undefined): SourceValue | undefined;
  /** An attribute, when it is there and not empty. */
  attribute(element: XmlElement, name: string): SourceValue | undefined;
}

/** References to entities that are reported. */
const MOST = 20;

const MOST_TAGS = 1_000_000;

/** Fails with Stopped where a text has more tags than are read. */
export function boundTags(text: string): void {
  const extra = nth(text, '<', MOST_TAGS);
  if (extra !== -1) throw new Stopped('it has more than a million tags', extra);
}

/** Levels that no schedule has. */
const DEEP = 100;

/**
 * Parses XML. Entities that the text declares or only uses are never expanded: they stay as written, one issue a name.
 * Fails with an XmlError on what is not well-formed, and with a RangeError on too many levels.
 */
export function parseTree(text: string, issues: Issues): XmlTree {
  const entities = new Set<string>();
  const root = parse(text, reference => {
    if (entities.size < MOST) entities.add(reference);
  });
  for (const reference of entities) undefinedEntity(reference, text.indexOf(reference, root.start), issues);
  return treeOf(root, text);
}

/** The root of an XML text; told of the entities that XML does not have. */
export function parse(text: string, onEntity: (reference: string) => void): XmlElement {
  // Line ends as one character of two, so that places stay true: the parser would take long over a text with many.
  const plain = text.includes('\r') ? text.replace(/\r\n/g, ' \n').replace(/\r/g, '\n') : text;
  const { root } = parseXml(plain, {
    includeOffsets: true,
    resolveUndefinedEntity: reference => {
      onEntity(reference);
      return reference;
    },
  });
  if (root === null) throw new XmlError('Root element is missing or invalid', 0, '');
  return root;
}

/** The tree of the text that an element was parsed from: `place` tells where an offset of that is in the whole text. */
export function treeOf(root: XmlElement, text: string, place: Place = offset => offset): XmlTree {
  const span = (start: number, end: number): Span => [place(start), place(end)];
  return {
    root,
    of: element => treeOf(element, text, place),
    head: ({ start }) => span(start, tagEnd(text, start) ?? start + 1),
    whole: ({ start, end }) => span(start, end),
    said: element => (element === undefined ? undefined : saidOf(element, text, place)),
    attribute: (element, name) => attributeOf(element, name, text, place),
  };
}

/** Where a text that is nested too deep goes deeper than any schedule: comments and the like left out. */
export function tooDeep(text: string): Pick<Stopped, 'message' | 'at'> {
  const message = 'it is nested too deep';
  let depth = 0;
  let at = text.indexOf('<');
  while (at !== -1) {
    const mark = MARKS.find(([begin]) => text.startsWith(begin, at));
    const end = mark === undefined ? tagEnd(text, at) : endOf(text, mark[1], at);
    if (end === undefined) break;
    if (text[at + 1] === '/') depth--;
    else if (mark === undefined && text[end - 2] !== '/') depth++;
    if (depth > DEEP) return { message, at };
    at = text.indexOf('<', end);
  }
  return { message, at: 0 };
}

/** What is no tag, and declarations (whose contents count as more of them), each with what ends it. */
const MARKS = [
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

/** The offset of the occurrence of a character after so many, or -1. */
function nth(text: string, character: string, count: number): number {
  let at = -1;
  for (let n = 0; n <= count; n++) {
    at = text.indexOf(character, at + 1);
    if (at === -1) return -1;
  }
  return at;
}

/** The children of an element by name, the first of each. */
export function fieldsOf({ children }: XmlElement): ReadonlyMap<string, XmlElement> {
  const fields = new Map<string, XmlElement>();
  for (const child of children) {
    if (child instanceof XmlElement && !fields.has(child.name)) fields.set(child.name, child);
  }
  return fields;
}

/** The children of an element with one name. */
export function childrenOf(parent: XmlElement | undefined, name: string): readonly XmlElement[] {
  const children = parent?.children ?? [];
  return children.filter(child => child instanceof XmlElement && child.name === name) as XmlElement[];
}

/** What is not well-formed in a text, and where. */
export function notWellFormed({ message, pos }: XmlError, text: string): Pick<Stopped, 'message' | 'at'> {
  const [what = ''] = message.split(/ \(line \d+, column|\n/, 1);
  const at = Math.min(unitsOf(pos, text), Math.max(0, text.length - 1));
  return { message: what.replace(/^[A-Z](?=[a-z])/, letter => letter.toLowerCase()), at };
}

/** The offset in UTF-16 code units of a number of characters. */
function unitsOf(characters: number, text: string): number {
  let units = 0;
  for (let n = 0; n < characters && units < text.length; n++) units += (text.codePointAt(units) ?? 0) > 0xffff ? 2 : 1;
  return units;
}

type Place = (offset: number) => number;

/** What an element or attribute says; the place is worked out when a message asks for it. */
class Placed implements SourceValue {
  readonly value: string;
  private readonly start: number;
  private readonly end: number;
  private readonly place: Place;

  constructor(value: string, start: number, end: number, place: Place) {
    this.value = value;
    this.start = start;
    this.end = end;
    this.place = place;
  }

  get at(): Span {
    return [this.place(this.start), this.place(this.end)];
  }
}

function saidOf(element: XmlElement, text: string, place: Place): SourceValue | undefined {
  const { children } = element;
  const first = children[0];
  const last = children[children.length - 1];
  if (first === undefined || last === undefined) return undefined;
  const value = (first === last && first instanceof XmlText ? first.text : element.text).trim();
  if (value === '') return undefined;
  const { start } = first;
  const { end } = last;
  if (end - start === value.length) return new Placed(value, start, end, place);
  const raw = text.slice(start, end);
  return new Placed(value, end - raw.trimStart().length, start + raw.trimEnd().length, place);
}

function attributeOf(element: XmlElement, name: string, text: string, place: Place): SourceValue | undefined {
  const value = element.attributes[name]?.trim();
  if (value === undefined || value === '') return undefined;
  const tag = text.slice(element.start, tagEnd(text, element.start));
  const found = attributeForm(name).exec(tag);
  if (found === null) return new Placed(value, element.start, element.start + tag.length, place);
  const start = element.start + found.index + found[0].length;
  return new Placed(value, start, text.indexOf(found[1] ?? '"', start), place);
}

const FORMS = new Map<string, RegExp>();

/** Where the value of an attribute begins in a start tag. */
function attributeForm(name: string): RegExp {
  const known = FORMS.get(name);
  if (known !== undefined) return known;
  const form = new RegExp(`\\s${name}\\s*=\\s*(["'])`);
  FORMS.set(name, form);
  return form;
}

/** The offset behind the tag that begins at an offset: behind its first `>` outside of quotes; undefined where none ends it. */
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

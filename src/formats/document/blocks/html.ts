import {
  type DefaultTreeAdapterMap,
  type DefaultTreeAdapterTypes,
  defaultTreeAdapter,
  parse,
  type TreeAdapter,
} from 'parse5';
import { CHARACTER_STYLES, type CharacterStyle, PARAGRAPH_STYLES, type ParagraphStyle } from '../../docx/styles.js';
import type { Span } from '../../source/issues.js';
import { LIMITS, limitText, Stopped } from '../../source/limits.js';
import { type Block, type BlockDocument, BlockList, type BlockPiece, type CellPlace } from './block.js';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** Elements that begin on a line of their own. */
const BLOCKS = new Set(
  'address article aside blockquote body center dd details div dl dt fieldset figcaption figure form h1 h2 h3 h4 h5 h6 header hr html li main ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
/** Elements whose text is none of the document's: what runs, what leads to other pages, what is typed into. */
const LEFT_OUT = new Set(
  'head script style template noscript nav footer svg math object iframe audio video canvas select option button textarea input'.split(
    ' ',
  ),
);
const STRONG = new Set(['strong', 'b', 'em', 'i']);
/** Elements whose text was deleted, or is struck out: no part of the document any more. */
const STRUCK = new Set(['del', 's', 'strike']);

/** What the walk does next: enters a node, or leaves an element. */
type Step = { readonly enter: Node } | { readonly leave: Element };

/** A table that the walk is in. */
interface OpenTable {
  readonly number: number;
  row: number;
  column: number;
  /** Cells that reach down into later rows: the row below the last, by column. */
  readonly until: number[];
  cell: CellPlace | undefined;
}

/**
 * The adapter of parse5, which parses HTML as browsers do: a page as blocks. Nothing is fetched and nothing runs. The walk
 * keeps its own stack, so that no depth of elements overflows that of the program. Throws {@link Stopped} for a page of more
 * elements than are read.
 */
export function htmlBlocks(html: string, noun = 'web page', where?: (block: number) => string): BlockDocument {
  const page = parse(html, { sourceCodeLocationInfo: true, treeAdapter: boundedAdapter() });
  const walk = new Walk(where);
  const steps: Step[] = page.childNodes.toReversed().map(enter => ({ enter }));
  for (let step = steps.pop(); step !== undefined && walk.found.cut === undefined; step = steps.pop()) {
    if ('leave' in step) walk.leave(step.leave);
    else if ('value' in step.enter) walk.text(step.enter);
    else if ('tagName' in step.enter && !isLeftOut(step.enter)) {
      const element = step.enter;
      if (STRUCK.has(element.tagName)) {
        walk.strike(element);
        continue;
      }
      steps.push({ leave: element });
      if (walk.enter(element)) for (const child of element.childNodes.toReversed()) steps.push({ enter: child });
    }
  }
  walk.flush();
  const root = page.childNodes.find(node => 'tagName' in node && node.tagName === 'html');
  const language = root === undefined ? undefined : attribute(root as Element, 'lang');
  const title = titleIn(root as Element | undefined);
  return {
    noun,
    text: html,
    blocks: walk.found.blocks,
    ...(walk.found.cut && { cut: walk.found.cut }),
    ...(walk.struck.length > 0 && { struck: walk.struck }),
    ...(language !== undefined && /^[a-z]{2,3}(?:-|$)/i.test(language) && { language }),
    ...(title !== '' && { title }),
  };
}

/** Makes the tree as parse5 does, as long as it has no more nodes than are read. */
function boundedAdapter(): TreeAdapter<DefaultTreeAdapterMap> {
  let nodes = 0;
  const count = () => {
    if (++nodes > LIMITS.htmlElements)
      throw new Stopped(`it has more than ${limitText(LIMITS.htmlElements)} elements`, 0);
  };
  return {
    ...defaultTreeAdapter,
    createElement(...given) {
      count();
      return defaultTreeAdapter.createElement(...given);
    },
    createCommentNode(...given) {
      count();
      return defaultTreeAdapter.createCommentNode(...given);
    },
  };
}

function isLeftOut(element: Element): boolean {
  // What leads to a note, and back.
  if (element.tagName === 'a' && /^#(?:foot|end)note-/.test(attribute(element, 'href') ?? '')) return true;
  return LEFT_OUT.has(element.tagName) || attribute(element, 'hidden') !== undefined;
}

/** The style that a class names in the HTML that is made of a Word document. */
function styleOf(element: Element): string | undefined {
  return /(?:^| )idm-style-(\w+)/.exec(attribute(element, 'class') ?? '')?.[1];
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find(one => one.name === name)?.value;
}

/** The text of an element, without what it does to it. */
function textOf(element: Element): string {
  let text = '';
  const nodes: Node[] = [element];
  for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
    if ('value' in node) text += node.value;
    if ('childNodes' in node) nodes.push(...node.childNodes.toReversed());
  }
  return text;
}

function titleIn(root: Element | undefined): string {
  const head = root?.childNodes.find(node => 'tagName' in node && node.tagName === 'head') as Element | undefined;
  const title = head?.childNodes.find(node => 'tagName' in node && node.tagName === 'title') as Element | undefined;
  return title === undefined ? '' : textOf(title).trim();
}

/** Columns of a table, and rows that a cell says it covers and are believed. */
const MOST_SPANNED = LIMITS.tableCells;

class Walk {
  readonly found = new BlockList();
  readonly struck: { text: string; readonly block: number }[] = [];
  private readonly where: ((block: number) => string) | undefined;
  private readonly tables: OpenTable[] = [];
  private count = 0;
  private words = '';
  private span: [number, number] | undefined;
  private kind: Block['kind'] = 'paragraph';
  private level = 1;
  private strong = 0;
  private isAllStrong = true;
  private pre = 0;
  private isNote = false;
  private style: ParagraphStyle | undefined;
  private readonly inline: { readonly style?: CharacterStyle; readonly url?: string }[] = [];
  private pieces: BlockPiece[] = [];

  constructor(where: ((block: number) => string) | undefined) {
    this.where = where;
  }

  /** False for an element whose children are not entered. */
  enter(element: Element): boolean {
    const { tagName } = element;
    if (tagName === 'br') {
      this.words += '\n';
      return false;
    }
    const table = this.tables.at(-1);
    // A table in a cell: its rows are lines of the cell.
    const isInner = table?.cell !== undefined && this.tables.length > 0;
    if (BLOCKS.has(tagName) && !(isInner && (tagName === 'td' || tagName === 'th') && this.isInInner)) this.flush();
    if (tagName === 'pre') this.pre++;
    if (tagName === 'table') {
      if (isInner) this.inner++;
      else this.tables.push({ number: this.count++, row: -1, column: 0, until: [], cell: undefined });
    } else if (table !== undefined && !this.isInInner) this.inTable(element, table);
    else if (this.isInInner && (tagName === 'td' || tagName === 'th') && this.words.trim() !== '') this.words += '\t';
    if (/^h[1-6]$/.test(tagName)) {
      this.kind = 'heading';
      this.level = Number(tagName[1]);
    } else if (tagName === 'li') this.kind = 'item';
    if (tagName === 'li' && /^(?:foot|end)note-/.test(attribute(element, 'id') ?? '')) this.isNote = true;
    if (STRONG.has(tagName) || tagName === 'dt' || tagName === 'th') this.strong++;
    const named = styleOf(element);
    if (named !== undefined && named in PARAGRAPH_STYLES && BLOCKS.has(tagName)) this.style = named as ParagraphStyle;
    if (tagName === 'span' || tagName === 'a') this.openInline(element, named);
    return true;
  }

  private openInline(element: Element, named: string | undefined): void {
    const around = this.inline.at(-1);
    const href = element.tagName === 'a' ? attribute(element, 'href')?.trim() : undefined;
    this.inline.push({
      ...around,
      ...(named !== undefined && named in CHARACTER_STYLES && { style: named as CharacterStyle }),
      ...(href !== undefined && /^(?:https?|mailto):/i.test(href) && { url: href }),
    });
  }

  private inner = 0;
  private get isInInner(): boolean {
    return this.inner > 0;
  }

  private inTable(element: Element, table: OpenTable): void {
    const { tagName } = element;
    if (tagName === 'tr') {
      table.row++;
      table.column = 0;
    }
    if (tagName !== 'td' && tagName !== 'th') return;
    const spanned = (name: string) => {
      const value = Number.parseInt(attribute(element, name) ?? '1', 10);
      return Number.isFinite(value) ? Math.min(Math.max(value, 1), MOST_SPANNED) : 1;
    };
    while (table.column < MOST_SPANNED && (table.until[table.column] ?? 0) > table.row) table.column++;
    const [width, height] = [
      Math.min(spanned('colspan'), Math.max(1, MOST_SPANNED - table.column)),
      spanned('rowspan'),
    ];
    const { number, row, column } = table;
    table.cell = { table: number, row, column, width, height, ...(tagName === 'th' && { isHeader: true }) };
    for (let at = column; at < column + width; at++) table.until[at] = row + height;
    table.column += width;
  }

  leave(element: Element): void {
    const { tagName } = element;
    if (BLOCKS.has(tagName) && !((tagName === 'td' || tagName === 'th') && this.isInInner)) this.flush();
    if (tagName === 'pre') this.pre--;
    if (tagName === 'table') {
      if (this.isInInner) this.inner--;
      else this.tables.pop();
    }
    const table = this.tables.at(-1);
    if ((tagName === 'td' || tagName === 'th') && table !== undefined && !this.isInInner) table.cell = undefined;
    if (/^(?:h[1-6]|li)$/.test(tagName)) this.kind = 'paragraph';
    if (tagName === 'li') this.isNote = false;
    if (STRONG.has(tagName) || tagName === 'dt' || tagName === 'th') this.strong--;
    if (tagName === 'span' || tagName === 'a') this.inline.pop();
  }

  text(node: Extract<Node, { value: string }>): void {
    if (node.value === '') return;
    const at = node.sourceCodeLocation;
    const shown = this.pre > 0 ? node.value : node.value.replace(/[ \t\r\n\f]+/g, ' ');
    if (shown.trim() !== '') {
      if (this.strong === 0) this.isAllStrong = false;
      if (at !== undefined && at !== null) this.span = [this.span?.[0] ?? at.startOffset, at.endOffset];
    }
    this.words += shown;
    this.pieces.push({ text: shown, ...this.inline.at(-1) });
  }

  /** Leaves out what is struck out. */
  strike(element: Element): void {
    const text = textOf(element);
    if (text.trim() === '') return;
    const block = this.found.blocks.length;
    const last = this.struck.at(-1);
    if (last?.block === block) last.text += ` ${text}`;
    else this.struck.push({ text, block });
  }

  /** Ends the block whose text was collected. */
  flush(): void {
    const text = this.words
      .replace(/ +/g, ' ')
      .replace(/\u00A0/g, ' ')
      // So many part columns, as well as more.
      .replace(/ {4,}/g, '    ')
      .split('\n')
      .map(line => line.trim())
      .join('\n')
      .normalize('NFC')
      .trim();
    if (text !== '') {
      const cell = this.tables.findLast(one => one.cell !== undefined)?.cell;
      const span: Span = this.span ?? [0, 0];
      this.found.add({
        kind: this.kind,
        text,
        ...(this.kind === 'heading' && { level: this.level }),
        ...(this.isAllStrong && { isStrong: true }),
        ...(cell && { cell }),
        ...(this.style !== undefined && { style: this.style }),
        ...(this.pieces.some(({ style, url }) => style !== undefined || url !== undefined) && { pieces: this.pieces }),
        isApart: true,
        ...(this.isNote && { isNote: true }),
        span,
        where:
          cell === undefined
            ? (this.where?.(this.found.blocks.length) ?? `block ${this.found.blocks.length + 1}`)
            : `table ${cell.table + 1}, row ${cell.row + 1}`,
      });
    }
    this.words = '';
    this.pieces = [];
    this.style = undefined;
    this.span = undefined;
    this.isAllStrong = true;
  }
}

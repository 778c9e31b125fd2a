import { dateOf } from '../../model/date.js';
import type { ZipFile } from '../source/zip.js';
import { clockOf, Grid, type Sheet, walkXml, type XmlHandler } from './grid.js';

/** The sheets of an Excel workbook (ECMA-376, part 1 §18), with dates and times as they are shown. */
export function excelSheets(zip: ZipFile): readonly Sheet[] {
  const parts = relations(zip);
  const strings = sharedStrings(zip.read(fileOf('sharedStrings', parts)));
  const kinds = kindsOfStyles(zip.read(fileOf('styles', parts)));
  const sheets: Sheet[] = [];
  let base = EXCEL_EPOCH;
  walk(zip.read('xl/workbook.xml'), {
    open(name, attributes) {
      // Workbooks of the first Macs count from 1904.
      if (name === 'workbookPr' && /^(?:1|true)$/.test(attributes.date1904 ?? '')) base = MAC_EPOCH;
      if (name !== 'sheet') return;
      const [, id = ''] = Object.entries(attributes).find(([key]) => key.endsWith(':id')) ?? [];
      const file = parts.get(id)?.file;
      const isHidden = attributes.state === 'hidden' || attributes.state === 'veryHidden';
      if (file !== undefined)
        sheets.push({ name: attributes.name ?? '', isHidden, rows: rowsOf(zip.read(file), strings, kinds, base) });
    },
  });
  return sheets;
}

/** Walks the XML of a workbook, whose elements have a prefix or none: each program writes its own. */
function walk(bytes: Uint8Array | undefined, { open, text, close }: XmlHandler): void {
  const local = (name: string) => name.slice(name.indexOf(':') + 1);
  walkXml(bytes, {
    ...(text && { text }),
    ...(open && { open: (name, attributes) => open(local(name), attributes) }),
    ...(close && { close: name => close(local(name)) }),
  });
}

/** Days from the day 0 of a workbook to 1970-01-01. */
const EXCEL_EPOCH = 25_569;
const MAC_EPOCH = 24_107;

/** A part of a workbook: the last step of the address of its type, and the file. */
interface Part {
  readonly type: string;
  readonly file: string;
}

/** The parts of a workbook by their ids. */
function relations(zip: ZipFile): ReadonlyMap<string, Part> {
  const parts = new Map<string, Part>();
  walk(zip.read('xl/_rels/workbook.xml.rels'), {
    open(name, { Id = '', Type = '', Target = '', TargetMode }) {
      if (name !== 'Relationship' || TargetMode === 'External') return;
      const file = Target.startsWith('/') ? Target.slice(1) : `xl/${Target.replace(/^\.\//, '')}`;
      parts.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), file });
    },
  });
  return parts;
}

/** The file of the only part of its type; where it usually is, if no relation says it. */
function fileOf(type: string, parts: ReadonlyMap<string, Part>): string {
  return [...parts.values()].find(part => part.type === type)?.file ?? `xl/${type}.xml`;
}

function sharedStrings(bytes: Uint8Array | undefined): readonly string[] {
  const strings: string[] = [];
  let text: string | undefined;
  let isText = false;
  // How a text is read aloud stands beside it (§18.4.6).
  let isAloud = false;
  walk(bytes, {
    open(name) {
      if (name === 'si') text = '';
      if (name === 'rPh') isAloud = true;
      isText = name === 't' && !isAloud;
    },
    text(piece) {
      if (isText && text !== undefined) text += piece;
    },
    close(name) {
      if (name === 'si') strings.push(text ?? '');
      if (name === 'rPh') isAloud = false;
      if (name === 't') isText = false;
    },
  });
  return strings;
}

/** What a number stands for by the format of its cell. */
type Kind = 'date' | 'time' | 'both' | 'number';

/** The kinds of the formats that have no code of their own (ECMA-376, part 1 §18.8.30). */
function kindOfFormat(id: number, code = ''): Kind {
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return 'date';
  if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47)) return 'time';
  if (id === 22) return 'both';
  const bare = code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '');
  const hasDate = /[yd]|(?<!h:?)m{3,}/i.test(bare);
  const hasTime = /[hs]/i.test(bare);
  return hasDate && hasTime ? 'both' : hasDate ? 'date' : hasTime ? 'time' : 'number';
}

function kindsOfStyles(bytes: Uint8Array | undefined): readonly Kind[] {
  const codes = new Map<number, string>();
  const kinds: Kind[] = [];
  let isCells = false;
  walk(bytes, {
    open(name, { numFmtId = '0', formatCode = '' }) {
      if (name === 'numFmt') codes.set(Number(numFmtId), formatCode);
      if (name === 'cellXfs') isCells = true;
      if (name === 'xf' && isCells) kinds.push(kindOfFormat(Number(numFmtId), codes.get(Number(numFmtId))));
    },
    close(name) {
      if (name === 'cellXfs') isCells = false;
    },
  });
  return kinds;
}

function rowsOf(
  bytes: Uint8Array | undefined,
  strings: readonly string[],
  kinds: readonly Kind[],
  base: number,
): Sheet['rows'] {
  const grid = new Grid();
  let cell: { readonly row: number; readonly column: number; readonly type: string; readonly kind: Kind } | undefined;
  let value = '';
  let isValue = false;
  let row = -1;
  let next = 0;
  walk(bytes, {
    open(name, { r, t = 'n', s = '0' }) {
      if (name === 'row') {
        row = r === undefined ? row + 1 : Number(r) - 1;
        next = 0;
      } else if (name === 'c') {
        const column = r === undefined ? next : columnOf(r);
        next = column + 1;
        cell = { row, column, type: t, kind: kinds[Number(s)] ?? 'number' };
        value = '';
      }
      isValue = name === 'v' || name === 't';
    },
    text(piece) {
      if (isValue) value += piece;
    },
    close(name) {
      if (name === 'v' || name === 't') isValue = false;
      if (name !== 'c' || cell === undefined) return;
      grid.set(cell.row, cell.column, shown(value, cell.type, cell.kind, strings, base));
      cell = undefined;
    },
  });
  return grid.content;
}

/** The column of a reference such as `AB12`, from 0. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of /^[A-Z]+/.exec(reference)?.[0] ?? '') column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

function shown(value: string, type: string, kind: Kind, strings: readonly string[], base: number): string {
  if (type === 's') return strings[Number(value)] ?? '';
  if (type === 'e') return '';
  const number = Number(value);
  if (type !== 'n' || kind === 'number' || value === '' || !Number.isFinite(number) || number < 0) return value;
  const date = dateOf(Math.floor(Math.min(number, 2_900_000)) - base);
  // A time of day alone is a part of a day.
  if (kind === 'time') return clockOf(number);
  if (kind === 'both' && number >= 1) return number % 1 === 0 ? date : `${date} ${clockOf(number)}`;
  return number < 1 ? clockOf(number) : date;
}

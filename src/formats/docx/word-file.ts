import {
  AlignmentType,
  BorderStyle,
  ConcreteHyperlink,
  Document,
  Footer,
  type ICharacterStyleOptions,
  type IContext,
  type IParagraphStyleOptions,
  type ISectionOptions,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { base, UNDETERMINED } from '../../model/localized.js';
import { directionOf } from '../../model/scripts.js';
import { escapeXml } from '../../text/xml.js';
import type { DayTable, DocumentContent, Paragraph as Line, Piece, Row, Section } from './content.js';
import {
  BODY_SIZE,
  COMPLEX_SCRIPT_STEP,
  DARK_RULE_COLOR,
  FONTS,
  LOOKS,
  type Look,
  PAUSE_COLOR,
  RULE_COLOR,
} from './looks.js';
import { CHARACTER_STYLES, type CharacterStyle, PARAGRAPH_STYLES, type ParagraphStyle } from './styles.js';
import { setZipTimes } from './zip.js';

/** A4, its margins, and the columns of the table: twips. */
const PAGE = { width: 11906, height: 16838 };
const MARGIN = 1247;
const TIME_WIDTH = 1560;
const TEXT_WIDTH = PAGE.width - 2 * MARGIN;
const WIDTHS = [TIME_WIDTH, TEXT_WIDTH - TIME_WIDTH];
const CELL = { top: 90, bottom: 90, left: 85, right: 85 };

const LIST = 'people';
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };

/**
 * The file of Word (ISO/IEC 29500) with some content, by the library docx, whose random ids and times of the clock are
 * replaced: the bytes are the same for the same content and instant, in epoch milliseconds.
 */
export async function wordFile(content: DocumentContent, instant: number): Promise<Uint8Array> {
  const made = new Document({
    title: content.title,
    styles: styles(content.language),
    numbering: { config: [{ reference: LIST, levels: [BULLET] }] },
    sections: sections(content),
  });
  const parts = unzipSync(await Packer.toBuffer(made));
  const properties = coreProperties(content, instant);
  const body = withDirections(strFromU8(parts[BODY] ?? new Uint8Array()), content.sections);
  const file = zipSync({ ...parts, [BODY]: strToU8(body), [PROPERTIES]: strToU8(properties) }, { mtime: ANY_TIME });
  setZipTimes(file, instant);
  return file;
}

const BODY = 'word/document.xml';
const PROPERTIES = 'docProps/core.xml';
/** In every zone within the years of a zip file; it is replaced. */
const ANY_TIME = '2000-01-02T00:00:00Z';

const BULLET = {
  level: 0,
  format: 'bullet',
  text: '•',
  alignment: AlignmentType.START,
  style: { paragraph: { indent: { start: 284, hanging: 227 } } },
} as const;

/** The directions of sections, which the library has no option for (ISO/IEC 29500-1 §17.6.1): before the grid in the sequence of CT_SectPr. */
function withDirections(body: string, sections: readonly Section[]): string {
  let at = 0;
  return body.replace(/<w:docGrid /g, grid => (sections[at++]?.isRightToLeft ? `<w:bidi/>${grid}` : grid));
}

/** The properties of the document (ISO/IEC 29500-2 §11), which the library dates by the clock. */
function coreProperties({ title, organizer, language }: DocumentContent, instant: number): string {
  const at = new Date(instant).toISOString().replace(/\.\d+/, '');
  const date = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${at}</dcterms:${name}>`;
  const field = (name: string, value: string) => (value === '' ? '' : `<dc:${name}>${escapeXml(value)}</dc:${name}>`);
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${field('title', title)}${field('creator', organizer)}${field('language', language === UNDETERMINED ? '' : language)}${date('created')}${date('modified')}</cp:coreProperties>`;
}

function sections({ sections: all }: DocumentContent): readonly ISectionOptions[] {
  let links = 0;
  return all.map(section => {
    const makeLink: MakeLink = (url, children) => new Link(children, url, ++links);
    const paragraph = (line: Line) => paragraphOf(line, section, makeLink);
    return {
      properties: {
        page: {
          size: PAGE,
          margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN, header: 600, footer: 600 },
        },
      },
      footers: { default: new Footer({ children: [footer(section)] }) },
      children: [
        ...section.head.map(paragraph),
        ...section.days.flatMap(day => [...day.heading.map(paragraph), table(day, section, paragraph)]),
        // Word wants a paragraph behind a table; the end of a section stands in it.
        new Paragraph({ spacing: { line: 20, lineRule: 'exact', before: 0, after: 0 }, run: { size: 2 } }),
      ],
    };
  });
}

type MakeLink = (url: string, children: readonly TextRun[]) => ParagraphChild;

/** A link to an address, by a relationship whose id is a number and not random. */
class Link extends ConcreteHyperlink {
  private readonly url: string;

  constructor(children: readonly TextRun[], url: string, number: number) {
    super(children, `Link${number}`);
    this.url = url;
  }

  override prepForXml(context: IContext) {
    context.viewWrapper.Relationships.addRelationship(this.linkId, HYPERLINK, this.url, 'External');
    return super.prepForXml(context);
  }
}

const HYPERLINK = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink';

function paragraphOf({ style, pieces }: Line, { isRightToLeft, language }: Section, makeLink: MakeLink): Paragraph {
  return new Paragraph({
    style: idOf(PARAGRAPH_STYLES[style]),
    ...(isRightToLeft && { bidirectional: true }),
    ...(LOOKS[style].isItem && { numbering: { reference: LIST, level: 0 } }),
    children: pieces.flatMap((piece): readonly ParagraphChild[] => {
      const runs = runsOf(piece, language);
      return piece.url === undefined ? runs : [makeLink(piece.url, runs)];
    }),
  });
}

/** One run for each line of a piece. */
function runsOf({ text, language, style }: Piece, around: string): readonly TextRun[] {
  return text.split('\n').map(
    (line, i) =>
      new TextRun({
        ...(i > 0 && { break: 1 }),
        text: line,
        ...(style !== undefined && { style: idOf(CHARACTER_STYLES[style]) }),
        ...languageOf(line, language, around),
      }),
  );
}

/** The language and direction of a run. What is in no language is spelled as it is, in the direction of its letters. */
function languageOf(text: string, language: string | undefined, around: string) {
  const tag = language === undefined || language === UNDETERMINED ? around : language;
  const isRightToLeft = language === undefined ? RIGHT_TO_LEFT.test(text) : directionOf(tag) === 'rtl';
  return {
    ...(language === undefined && { noProof: true }),
    ...(isRightToLeft && { rightToLeft: true }),
    language: wordLanguage(tag),
  };
}

/** What of a text is written from the right: Hebrew, Arabic and the scripts beside them. */
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/** Word wants a region in a language: those that the United Nations write in. */
const REGIONS: Readonly<Record<string, string>> = {
  ar: 'ar-SA',
  en: 'en-GB',
  es: 'es-ES',
  fr: 'fr-FR',
  ru: 'ru-RU',
  zh: 'zh-CN',
};
const EAST_ASIAN: ReadonlySet<string> = new Set(['zh', 'ja', 'ko']);

function wordLanguage(tag: string) {
  const value = tag === UNDETERMINED ? REGIONS.en : (REGIONS[tag] ?? tag);
  if (value === undefined) return {};
  return {
    value,
    ...(EAST_ASIAN.has(base(tag)) && { eastAsia: value }),
    ...(directionOf(tag) === 'rtl' && { bidirectional: value }),
  };
}

function table({ columns, rows }: DayTable, { isRightToLeft }: Section, paragraph: (line: Line) => Paragraph): Table {
  const dark = { style: BorderStyle.SINGLE, size: 6, color: DARK_RULE_COLOR };
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: WIDTHS,
    layout: TableLayoutType.FIXED,
    margins: { ...CELL, marginUnitType: WidthType.DXA },
    borders: { top: dark, bottom: dark, left: NONE, right: NONE, insideHorizontal: NONE, insideVertical: NONE },
    ...(isRightToLeft && { visuallyRightToLeft: true }),
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map((line, i) => cell([paragraph(line)], i, { borders: { bottom: dark } })),
      }),
      ...rows.map((row, i) => tableRow(row, i > 0 && row.time !== undefined, isRightToLeft, paragraph)),
    ],
  });
}

function tableRow(
  { time, what, goesOn, isPause }: Row,
  hasRule: boolean,
  isRightToLeft: boolean,
  paragraph: (line: Line) => Paragraph,
): TableRow {
  // What goes on in another row stands below as in one.
  const look = {
    margins: {
      ...CELL,
      ...(time === undefined && { top: 0 }),
      ...(goesOn && { bottom: 0 }),
      marginUnitType: WidthType.DXA,
    },
    ...(hasRule && { borders: { top: { style: BorderStyle.SINGLE, size: 4, color: RULE_COLOR } } }),
    ...(isPause && { shading: { type: ShadingType.CLEAR, color: 'auto', fill: PAUSE_COLOR } }),
  };
  const empty = () =>
    new Paragraph({ style: idOf(PARAGRAPH_STYLES.time), ...(isRightToLeft && { bidirectional: true }) });
  return new TableRow({
    cantSplit: true,
    children: [cell([time === undefined ? empty() : paragraph(time)], 0, look), cell(what.map(paragraph), 1, look)],
  });
}

function cell(children: readonly Paragraph[], column: number, look: object): TableCell {
  return new TableCell({ ...look, width: { size: WIDTHS[column] ?? 0, type: WidthType.DXA }, children });
}

/** What the document is on the one side, and the number of the page on the other. */
function footer({ footer: left, page, language, isRightToLeft }: Section): Paragraph {
  const [before, between, behind] = page.map(piece => runsOf(piece, language));
  const number = (field: (typeof PageNumber)[keyof typeof PageNumber]) =>
    new TextRun({ children: [field], ...languageOf('', page[0].language, language) });
  return new Paragraph({
    style: idOf(PARAGRAPH_STYLES.footer),
    ...(isRightToLeft && { bidirectional: true }),
    tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
    children: [
      ...left.flatMap(piece => runsOf(piece, language)),
      new TextRun({ children: ['\t'], ...languageOf('', page[0].language, language) }),
      ...(before ?? []),
      number(PageNumber.CURRENT),
      ...(between ?? []),
      number(PageNumber.TOTAL_PAGES),
      ...(behind ?? []),
    ],
  });
}

function styles(language: string) {
  return {
    default: {
      document: {
        run: {
          font: FONTS,
          size: BODY_SIZE,
          sizeComplexScript: BODY_SIZE + COMPLEX_SCRIPT_STEP,
          language: { ...wordLanguage(language) },
        },
        paragraph: { spacing: { line: 259, before: 0, after: 0 } },
      },
    },
    paragraphStyles: Object.entries(LOOKS).map(([style, look]) => paragraphStyle(style as ParagraphStyle, look)),
    characterStyles: Object.keys(CHARACTER_STYLES).map(style => characterStyle(style as CharacterStyle)),
  };
}

/** The id of a style: its name without blanks, as Word makes it. */
function idOf(name: string): string {
  return name.replace(/(?:^| )(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function paragraphStyle(style: ParagraphStyle, look: Look): IParagraphStyleOptions {
  const name = PARAGRAPH_STYLES[style];
  const level = /^heading (\d)$/.exec(name)?.[1];
  const { size, bold, italics, smallCaps, color, align, before = 0, after = 0, keepNext, rule } = look;
  return {
    id: idOf(name),
    name,
    basedOn: 'Normal',
    quickFormat: true,
    run: {
      ...(size !== undefined && { size, sizeComplexScript: size + COMPLEX_SCRIPT_STEP }),
      ...(bold && { bold }),
      ...(italics && { italics }),
      ...(smallCaps && { smallCaps }),
      ...(color !== undefined && { color }),
    },
    paragraph: {
      ...(align === 'center' && { alignment: AlignmentType.CENTER }),
      spacing: { before, after },
      ...(keepNext && { keepNext, keepLines: true }),
      ...(level !== undefined && { outlineLevel: Number(level) - 1 }),
      ...(rule && { border: { bottom: { style: BorderStyle.SINGLE, size: 4, space: 8, color: RULE_COLOR } } }),
    },
  };
}

function characterStyle(style: CharacterStyle): ICharacterStyleOptions {
  const name = CHARACTER_STYLES[style];
  return {
    id: idOf(name),
    name,
    basedOn: 'DefaultParagraphFont',
    run: style === 'link' ? { color: '1F4E79', underline: {} } : style === 'label' ? { bold: true } : {},
  };
}

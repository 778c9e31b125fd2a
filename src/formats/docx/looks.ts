import type { ParagraphStyle } from './styles.js';

/** How paragraphs of a style look. Lengths are in twips, twentieths of a point; sizes of letters in half points. */
export interface Look {
  readonly basedOn?: string;
  readonly size?: number;
  readonly bold?: true;
  readonly italics?: true;
  readonly smallCaps?: true;
  readonly color?: string;
  readonly align?: 'center';
  readonly before?: number;
  readonly after?: number;
  /** Stays on the page of the next one. */
  readonly keepNext?: true;
  /** An item of a list. */
  readonly isItem?: true;
  /** A rule below. */
  readonly rule?: true;
}

const INK = '1F2A37';
const GREY = '5B6472';

export const BODY_SIZE = 21;
/** Letters of Arabic are smaller than those of Latin of the same size. */
export const COMPLEX_SCRIPT_STEP = 2;
export const FONTS = { ascii: 'Calibri', hAnsi: 'Calibri', cs: 'Arial', eastAsia: 'SimSun' } as const;
export const RULE_COLOR = 'BFC5CC';
export const DARK_RULE_COLOR = '5B6472';
export const PAUSE_COLOR = 'F2F4F6';

export const LOOKS: Readonly<Record<ParagraphStyle, Look>> = {
  organizer: { align: 'center', size: 22, color: GREY, after: 240, rule: true },
  title: { align: 'center', size: 36, bold: true, color: INK, before: 120, after: 100 },
  subtitle: { align: 'center', size: 25, color: INK, after: 200 },
  dates: { align: 'center', size: 23, bold: true, after: 40 },
  room: { align: 'center', after: 0 },
  venue: { align: 'center', after: 0 },
  status: { align: 'center', size: 24, bold: true, color: INK, before: 200, after: 240 },
  text: { after: 120 },
  fact: { size: 19, color: GREY, after: 20 },
  link: { size: 19, after: 20 },
  day: { size: 27, bold: true, color: INK, before: 320, after: 100, keepNext: true },
  dayRoom: { color: GREY, after: 100, keepNext: true },
  head: { size: 18, bold: true, color: GREY, keepNext: true },
  time: { bold: true, color: INK },
  partTime: { color: INK },
  session: { size: 22, bold: true, color: INK, keepNext: true },
  part: { size: BODY_SIZE, bold: true, color: INK, keepNext: true },
  partOfPart: { size: BODY_SIZE, bold: true, italics: true, color: INK, keepNext: true },
  partOfThat: { size: BODY_SIZE, italics: true, color: INK, keepNext: true },
  deepPart: { size: BODY_SIZE, italics: true, color: GREY, keepNext: true },
  break: {},
  registration: {},
  sessionSubtitle: { italics: true, before: 20 },
  sessionFact: { size: 20, color: GREY, before: 20 },
  sessionText: { before: 80 },
  moderators: { before: 100, keepNext: true },
  moderator: { isItem: true, before: 20 },
  speakers: { before: 100, keepNext: true },
  speaker: { isItem: true, before: 20 },
  item: { isItem: true, before: 40 },
  sessionLink: { size: 19, before: 60 },
  footer: { size: 17, color: GREY },
};

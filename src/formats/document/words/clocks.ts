import { DAY, type Minutes } from '../../../model/time.js';
import { lazy, lazyRegExp } from '../../../text/lazy.js';

const beginsWord = lazyRegExp('^(?!\\p{Script=Han})\\p{L}', 'u');
const letterOrDigit = lazyRegExp('^[\\p{L}\\d]', 'u');

/** A time in a text as it is written; whose half of the day is not yet judged where it names none. */
export interface WrittenTime {
  readonly start: Minutes;
  readonly end?: Minutes;
  /** True where a dash stands for an end that is not written. */
  readonly isOpen: boolean;
  /** True where am or pm, or a word for them, is written. */
  readonly hasHalf: boolean;
  /** UTF-16 offsets in the text. */
  readonly from: number;
  readonly to: number;
}

type Half = 'am' | 'pm';

/** One side of a time. */
interface Side {
  readonly minutes: Minutes;
  readonly half?: Half;
  /** True for an hour without minutes, unit or half of the day. */
  readonly isBare: boolean;
  /** True where a word for hours stands behind. */
  readonly hasUnit: boolean;
  readonly to: number;
}

/** UTF-16 code units of a line in which a time is looked for at an end. */
const LONGEST = 400;

const AM = 'a\\.?\\s?m\\b\\.?|صباح[\\p{L}\\p{M}]*|ص(?!\\p{L})|утра|de la mañana|du matin';
const PM =
  "p\\.?\\s?m\\b\\.?|ظهر[اًـ]+(?!\\p{L})|عصر[اًـ]+(?!\\p{L})|ليل[اًـ]+(?!\\p{L})|مساء[\\p{L}\\p{M}]*|بعد الظهر|م(?!\\p{L})|вечера|дня|de la tarde|de la noche|de l['’]après-midi|du soir";
const NOON = '12 ?noon|noon|midday|midi|mediod[ií]a|mittags?|полдень|الظهر|ظهرا|中午|正午';
const MIDNIGHT = 'midnight|minuit|medianoche|mitternacht|полночь|منتصف الليل|午夜';
const UNIT = "o['’]clock|uhr|uur|hrs?\\.?|hours?|heures?|horas?|часов|часа|час|ч\\.?|h";
const DASH = '[-\\u2010-\\u2015\\u2212]';
const BETWEEN =
  "\\s*(?:[-\\u2010-\\u2015\\u2212~〜～→>]|[至到])\\s*|\\s+(?:to|till|until|à|a las|al|a|às|hasta las|hasta|jusqu['’]à|et|and|y|bis|до|по|и|إلى|الى|حتى)\\s+";
const BEFORE =
  'from|between|at|de las|desde las|desde|de|du|des|dès|à|a las|entre|von|ab|um|с|в|от|между|من الساعة|من|الساعة|从|從|自|time|heure|hora|horaire|horario|время|uhrzeit|التوقيت|时间';
const ZONE =
  '\\s*\\(?(?:utc|gmt|wes?t|ces?t|ees?t|msk|bst|edt|est|cdt|pdt|pst|sgt|eat|ist|jst)(?![\\p{L}\\d])(?:\\s?[+-]\\d{1,2}(?::?\\d{2})?)?\\)?';

/** Small expressions that match where they are set: larger ones take V8 a tenth of a second to compile. */
const patterns = lazy(() => ({
  clock:
    /(?:上午|下午|晚上|早上)?(2[0-4]|[01]?\d)(?!\d)(?:\s?[:：.时時点點h]\s?([0-5]\d)(?!\d)(?::[0-5]\d(?!\d))?分?)?/y,
  hour: /\s?(?:[点點时時]|h(?![a-z\d]))/y,
  military: new RegExp(
    `([01]\\d|2[0-4])([0-5]\\d)(?:\\s?(h(?:rs|ours)?))?\\s*(?:${DASH}|to)\\s*([01]\\d|2[0-4])([0-5]\\d)(?:\\s?(h(?:rs|ours)?))?(?![\\p{L}\\d])`,
    'uy',
  ),
  am: new RegExp(`\\s*(?:${AM})`, 'uy'),
  pm: new RegExp(`\\s*(?:${PM})`, 'uy'),
  unit: new RegExp(`\\s*(?:${UNIT})(?![\\p{L}\\d])`, 'uy'),
  noon: new RegExp(`(?:${NOON})(?!\\p{L})`, 'uy'),
  midnight: new RegExp(`(?:${MIDNIGHT})(?!\\p{L})`, 'uy'),
  between: new RegExp(BETWEEN, 'y'),
  dash: new RegExp(`\\s*${DASH}(?=\\s|$)`, 'y'),
  zone: new RegExp(ZONE, 'uy'),
  before: new RegExp(`\\s*(?:(?:${BEFORE})\\s*[:：]?\\s*)?`, 'y'),
  begins: new RegExp(`(?<![\\d\\p{L}]|\\d[.:,/])(?=\\d|[上下晚早中正午])|(?<!\\p{L})(?=${NOON}|${MIDNIGHT})`, 'gu'),
}));

function after(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

/** A text in lower case, with other digits and signs as ASCII has them; of the same length. */
function plain(text: string): string {
  const lower = text.toLowerCase();
  return (lower.length === text.length ? lower : text)
    .replace(/[\u0660-\u0669\u06F0-\u06F9]/g, digit => String((digit.codePointAt(0) ?? 0) & 15))
    .replace(/[\uFF10-\uFF19]/g, digit => String((digit.codePointAt(0) ?? 0) - 0xff10))
    .replace(/[\u00A0\u2000-\u200A\u202F\u2060\u200E\u200F]/g, ' ')
    .replace(/[\uFE58\uFE63\uFF0D]/g, '-');
}

/** The time that a text begins with, and where the rest begins; `isCell` for a cell of times, which may have hours alone. */
export function timeAtStart(text: string, isCell = false): (WrittenTime & { readonly rest: number }) | undefined {
  const head = plain(text.slice(0, LONGEST));
  if (!/\d|noon|mid|mitt|полд|中午|正午|ظهر/.test(head.slice(0, 40))) return undefined;
  const from = after(patterns().before, head, 0) ?? 0;
  const time = timeAt(head, from, isCell) ?? timeAt(head, head.length - head.trimStart().length, isCell);
  if (time === undefined) return undefined;
  const zoned = after(patterns().zone, head, time.to) ?? time.to;
  const again = onAnotherClock(head, zoned, time);
  const to = again?.to ?? zoned;
  const rest = head.slice(to);
  if (isCell && time.isBare && !/^\s*(?:\([^()]*\)\s*)?$/.test(rest)) return undefined;
  // A number of a section, a date, a part of a word.
  if (/^\d/.test(rest) || beginsWord().test(rest)) return undefined;
  if (time.end === undefined && !time.isOpen && /^\s*[-–/]\s*\d/.test(rest)) return undefined;
  if (!isCell && time.end === undefined && !time.hasHalf && !time.hasUnit && isNumber(head.slice(time.from)))
    return undefined;
  const gap =
    /^(?:\s*[–—-]?\s*(?:till |until )?(?:late|open end)\b)?[\s:：|,،，;.·•)\]\u2010-\u2015\u2212-]*/.exec(rest)?.[0]
      .length ?? 0;
  return { ...time, ...again, rest: to + gap };
}

/** The time that a text is, with nothing behind it. */
export function timeAlone(text: string, isCell = false): WrittenTime | undefined {
  const time = timeAtStart(text, isCell);
  return time !== undefined && time.rest >= text.trimEnd().length ? time : undefined;
}

/** The same time again behind a slash, as it is on another clock, `6:00 p.m. / 18 h`, or how long it is: `14:20 (25 min)`. */
function onAnotherClock(
  text: string,
  at: number,
  time: WrittenTime,
): Pick<WrittenTime, 'start' | 'hasHalf' | 'end' | 'to'> | undefined {
  const { start, end, hasHalf } = time;
  const [lasting, hours, beside, minutes] = DURATION.exec(text.slice(at, at + 40)) ?? [];
  if (lasting !== undefined && end === undefined) {
    const length = Number(hours ?? 0) * 60 + Number(beside ?? minutes ?? 0);
    return length === 0 ? undefined : { start, end: start + length, hasHalf, to: at + lasting.length };
  }
  const [slash = ''] = /^\s*\/\s*/.exec(text.slice(at)) ?? [];
  const other = slash === '' ? undefined : timeAt(text, at + slash.length, false);
  const isSame = (a: Minutes | undefined, b: Minutes | undefined) => a === b || (a ?? 0) % HALF === (b ?? 0) % HALF;
  if (other === undefined || !isSame(start, other.start) || !isSame(end, other.end)) return undefined;
  // Of both, the later is on a clock of 24 hours, or in the half of the day that is written.
  return {
    start: Math.max(start, other.start),
    ...(end !== undefined && { end: Math.max(end, other.end ?? end) }),
    hasHalf: hasHalf || other.hasHalf,
    to: other.to,
  };
}

const HALF = DAY / 2;

/** How long something takes, in brackets behind its start: hours and minutes, or minutes. */
const DURATION =
  /^\s*\((?:(\d{1,2})\s?(?:h|hrs?|hours?|heures?|std\.?|ч|小时)\s?(?:(\d{1,2})\s?(?:min\w*\.?|mn)?)?|(\d{1,3})\s?(?:['’′]|min\w*\.?|mn|мин\.?|分钟|دقيقة))\)/iu;

/** A time in brackets behind a title, and what stands beside it and behind the brackets: `Opening (9–9.45 a.m., Ballroom), with …`. */
export interface BracketedTime {
  readonly time: WrittenTime;
  /** UTF-16 offset of the bracket. */
  readonly from: number;
  /** What stands behind the time in the brackets. */
  readonly beside: string;
  readonly behind: string;
}

/** The time in the first brackets of a text that begin with one; undefined where there is none. */
export function timeInBrackets(text: string): BracketedTime | undefined {
  const head = text.slice(0, LONGEST);
  for (const { 0: whole, 1: inside = '', index } of head.matchAll(/[(（]([^()（）]{3,80})[)）]/g)) {
    if (index === 0) continue;
    const time = timeAtStart(inside) ?? timeAtStart(inside, true);
    if (time === undefined) continue;
    if (time.end === undefined && !time.hasHalf && !/^\D{0,6}\d{1,2}\s?[:.h]\s?\d\d/i.test(inside)) continue;
    const beside = inside.slice(time.rest).trim();
    if (time.rest < inside.trimEnd().length && !/[,،;；|–—/]/.test(inside.slice(time.to, time.rest))) continue;
    return { time, from: index, beside, behind: text.slice(index + whole.length).trim() };
  }
  return undefined;
}

/** True for what may be the number of a chapter, `3.10`, and is no time in the day on a clock of five minutes: `13.00`. */
function isNumber(text: string): boolean {
  return /^\s*\d{1,2}\s?\./.test(text) && !/^\s*(?:0[7-9]|1\d|2[0-3])\.[0-5][05](?!\d|\.)/.test(text);
}

/** The time that a line ends with: a range, or in a heading a start alone. */
export function timeAtEnd(text: string, isHeading: boolean): WrittenTime | undefined {
  return rangeAtEnd(text) ?? (isHeading ? startAtEnd(text) : undefined);
}

/** The range that a line ends with, in brackets or behind a sign: `Opening (10:00–10:30)`. */
export function rangeAtEnd(text: string): WrittenTime | undefined {
  if (text.length > LONGEST / 2) return undefined;
  const shown = plain(text);
  if (!/\d/.test(shown.slice(-14))) return undefined;
  const last = rangesIn(text).at(-1);
  if (last?.end === undefined || last.from === 0 || !/^[\s).\]]*$/.test(shown.slice(last.to))) return undefined;
  return /(?:[\s(,;|:[]|[–—-]\s)$/.test(shown.slice(0, last.from)) ? last : undefined;
}

/** The start that a text ends with, behind a sign: `Opening · 3:30 PM`. An hour alone is none. */
function startAtEnd(text: string): WrittenTime | undefined {
  if (text.length > LONGEST / 2) return undefined;
  const from = /\s[·•|@–—-]\s+(?=\S{1,6}(?:\s?\S{1,4}){0,2}$)/u.exec(text);
  if (from === null) return undefined;
  const at = from.index + from[0].length;
  const time = timeAtStart(text.slice(at));
  if (time === undefined || time.rest < text.length - at) return undefined;
  return { ...time, from: from.index, to: text.length };
}

/** The times in a text that are ranges, or that a dash follows; in order. */
export function rangesIn(text: string): readonly WrittenTime[] {
  const shown = plain(text);
  const found: WrittenTime[] = [];
  let past = 0;
  for (const { index } of shown.matchAll(patterns().begins)) {
    if (index < past) continue;
    const time = timeAt(shown, index, false);
    if (
      time === undefined ||
      (time.end === undefined && !time.isOpen) ||
      letterOrDigit().test(shown.slice(time.to, time.to + 1))
    )
      continue;
    found.push(time);
    past = time.to;
  }
  return found;
}

/** A range of times of four digits and no sign between hours and minutes, as armies write them; it may be one of years. */
function fourDigits(text: string, from: number, mayBeYears: boolean): WrittenTime | undefined {
  const { military } = patterns();
  military.lastIndex = from;
  const [whole, hour = '', minute = '', unit, toHour = '', toMinute = '', toUnit] = military.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const isYear = (digits: string) => digits === '19' || digits === '20';
  const hasUnit = (unit ?? toUnit) !== undefined;
  if (!mayBeYears && !hasUnit && isYear(hour) && isYear(toHour)) return undefined;
  const [start, end] = [Number(hour) * 60 + Number(minute), Number(toHour) * 60 + Number(toMinute)];
  if (start > DAY || end > DAY) return undefined;
  return { start, end, isOpen: false, hasHalf: false, from, to: from + whole.length };
}

/** The time at an offset of a plain text; `bare` takes hours alone. */
function timeAt(
  text: string,
  from: number,
  bare: boolean,
): (WrittenTime & Pick<Side, 'isBare' | 'hasUnit'>) | undefined {
  const range = fourDigits(text, from, bare);
  if (range !== undefined) return { ...range, isBare: false, hasUnit: true };
  const left = sideAt(text, from);
  if (left === undefined) return undefined;
  const between = after(patterns().between, text, left.to);
  const right = between === undefined ? undefined : sideAt(text, between);
  // `10 – 11 AM` has hours alone; in a cell of times, so may both sides.
  const isRange = right !== undefined && (bare || !right.isBare) && (bare || !left.isBare || right.half !== undefined);
  if (!isRange || right === undefined) {
    if (left.isBare && !bare) return undefined;
    const dash = after(patterns().dash, text, left.to);
    const { minutes: start, half, isBare, hasUnit } = left;
    return {
      start,
      isOpen: dash !== undefined,
      hasHalf: half !== undefined,
      isBare,
      hasUnit,
      from,
      to: dash ?? left.to,
    };
  }
  return {
    start: left.half === undefined && right.half !== undefined ? startBefore(left.minutes, right) : left.minutes,
    end: right.minutes,
    isOpen: false,
    hasHalf: left.half !== undefined || right.half !== undefined,
    isBare: left.isBare || right.isBare,
    hasUnit: left.hasUnit || right.hasUnit,
    from,
    to: right.to,
  };
}

/** The start in the half of the day that the end alone names, or in the other where it would not be before the end. */
function startBefore(start: Minutes, { minutes: end, half = 'am' }: Side): Minutes {
  if (start >= DAY / 2 + 60) return start;
  const [own, other] = [inHalf(start, half), inHalf(start, half === 'am' ? 'pm' : 'am')];
  return own < end ? own : other < end ? other : start;
}

function inHalf(minutes: Minutes, half: Half): Minutes {
  return (minutes % (DAY / 2)) + (half === 'pm' ? DAY / 2 : 0);
}

function sideAt(text: string, at: number): Side | undefined {
  const { clock, hour, am, pm, unit, noon, midnight } = patterns();
  const atNoon = after(noon, text, at);
  if (atNoon !== undefined) return { minutes: DAY / 2, half: 'pm', isBare: false, hasUnit: true, to: atNoon };
  const atMidnight = after(midnight, text, at);
  if (atMidnight !== undefined) return { minutes: DAY, half: 'am', isBare: false, hasUnit: true, to: atMidnight };
  clock.lastIndex = at;
  const match = clock.exec(text);
  if (match === null) return undefined;
  const [written, hours = '', minute] = match;
  const minutes = Number(hours) * 60 + Number(minute ?? 0);
  if (minutes > DAY || (minute === undefined && /^[.:,/]?\d/.test(text.slice(at + written.length)))) return undefined;
  let to = at + written.length;
  const behindUnit = after(hour, text, to) ?? after(unit, text, to);
  const hasUnit = behindUnit !== undefined;
  to = behindUnit ?? to;
  const [toAm, toPm, toNoon] = [after(am, text, to), after(pm, text, to), after(noon, text, to + 1)];
  const chinese = /^[上早]/.test(written) ? 'am' : /^[下晚]/.test(written) ? 'pm' : undefined;
  const half =
    chinese ??
    (toAm !== undefined
      ? 'am'
      : toPm !== undefined || (toNoon !== undefined && minutes === DAY / 2)
        ? 'pm'
        : undefined);
  to = toAm ?? toPm ?? (minutes === DAY / 2 ? toNoon : undefined) ?? to;
  const isBare = minute === undefined && !hasUnit && half === undefined;
  const isOf12 = half !== undefined && minutes < DAY / 2 + 60;
  return { minutes: isOf12 ? inHalf(minutes, half) : minutes, ...(half && { half }), isBare, hasUnit, to };
}

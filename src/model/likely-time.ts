import { fold } from '../text/fold.js';
import { type Correction, correction } from '../text/nearest.js';
import { spokenTime } from './spoken-time.js';
import {
  clock,
  DAY,
  formatInterval,
  HALF,
  type Interval,
  type Minutes,
  minutesOf,
  TIME_WORDS,
  type TimeWord,
} from './time.js';

/** Why a text could not be parsed (`has no end`), and what was probably meant. */
export interface Unparsed extends Correction {
  readonly problem: string;
  /** The start, where that can be read and only the rest cannot. */
  readonly start?: Minutes;
}

/** What is wrong with a text that is no interval, given as it is written and without gaps. */
export function unreadable(written: string, text: string): Unparsed {
  const [left = '', right, ...more] = text.split('-');
  const isOneSided = right !== undefined && HALF.test(left) !== HALF.test(right);
  const { sides, lasts } = spokenTime(written);
  if (right === undefined && sides.length === 1 && lasts === undefined) return lone(sides[0] ?? '');
  const likely = lasts === undefined ? likelyRange(sides) : likelyStart(sides[0] ?? '', lasts);
  if (right === undefined || (likely === undefined && sides.length !== 2)) {
    const [problem, otherwise] =
      sides.length > 2
        ? ['is more than one range', 'a session has one start and one end: write a session for each range']
        : ['is not a time range', 'write start and end: 10:00-10:30'];
    return unparsed(problem, correction(likely, otherwise));
  }
  if (/^24\D/.test(left))
    return unparsed('starts at 24:00', { hint: 'write 00:00+1 for midnight at the end of the day' });
  const remedy = correction(likely, limits(text) ?? 'write start and end: 10:00-10:30');
  if (isOneSided && minutesOf(left) !== undefined && minutesOf(right) !== undefined)
    return unparsed('says am or pm on one side only', remedy);
  if (more.length > 0) return unparsed('is more than one range', remedy);
  const side = minutesOf(left) === undefined || !/\D/.test(left) ? 'before' : 'after';
  return unparsed(`has no time that can be read ${side} the dash`, remedy);
}

/** What is written for one of the words by those who don't know it, folded. */
const MEANT: Readonly<Record<TimeWord, readonly string[]>> = {
  morning: [
    'matin',
    'matinee',
    'manana',
    'por la manana',
    'утро',
    'утром',
    'صباحا',
    'الصباح',
    '上午',
    '早上',
    'vormittag',
  ],
  afternoon: ['apres-midi', 'tarde', 'por la tarde', 'после обеда', 'днем', 'بعد الظهر', '下午', 'nachmittag'],
  evening: ['soir', 'soiree', 'noche', 'por la noche', 'вечер', 'вечером', 'مساء', 'المساء', '晚上', 'abend'],
  tbc: [
    ...['tbd', 'tba', 't.b.c.', 't.b.d.', 't.b.a.', '?', '??', '???', 'open', 'unknown', 'later'],
    ...['to be confirmed', 'to be determined', 'to be announced', 'a confirmer', 'a determiner', 'a preciser'],
    ...[
      'por confirmar',
      'por determinar',
      'уточняется',
      'будет уточнено',
      'يحدد لاحقا',
      'سيحدد لاحقا',
      '待定',
      '待确认',
    ],
  ],
};

/** The word for a time where no clock is announced that a text means, in the six languages of labels and German. */
export function timeWordIn(written: string): TimeWord | undefined {
  const folded = fold(written.trim().slice(0, 100));
  return TIME_WORDS.find(known => known === folded || MEANT[known].includes(folded));
}

/** Minutes of the longest session whose start and end may have changed places; of a longer one a digit is likelier to be wrong. */
const LONGEST_TURNED = 4 * 60;

/** What was probably meant by an end that is not after its start, as a canonical time. */
export function likelyInterval({ start, end }: Interval): string | undefined {
  if (end === undefined || end > start) return undefined;
  const afternoon = end + DAY / 2;
  const wholeDay = Math.floor(start / DAY) * DAY;
  if (end < wholeDay) return formatInterval({ start, end: end + wholeDay });
  if (end < DAY / 2 && start < DAY && afternoon > start && afternoon - start <= 4 * 60)
    return formatInterval({ start, end: afternoon });
  if (start >= 18 * 60 && end <= 6 * 60) return formatInterval({ start, end: end + DAY });
  return end === start || start - end > LONGEST_TURNED ? undefined : formatInterval({ start: end, end: start });
}

function lone(text: string): Unparsed {
  const start = minutesOf(text);
  if (start === undefined) {
    const mended = mend(text);
    return unparsed(
      'is not a time range',
      correction(mended === undefined ? undefined : `${clock(mended)}-`, 'write start and end: 10:00-10:30'),
    );
  }
  const from = clock(start);
  const range = `${from}-${clock(start + 60, 'end')}`;
  return unparsed('has no end', { hint: `write start and end: ${range}; or ${from}- if no end is announced` });
}

/** The hint for a clock that there is not. */
function limits(text: string): string | undefined {
  if (/[:.h][6-9]\d/.test(text)) return 'minutes go to 59: write start and end as 10:00-10:30';
  return /(?:2[5-9]|[3-9]\d)[:.h]/.test(text)
    ? 'hours go to 24, and +1 is the next day: write start and end as 23:00-01:00+1'
    : undefined;
}

/** Reads what is nearly a time: letters for digits (`1O:00`), bare hours (`9-10`), seconds (`10:00:00`), other separators. */
function mend(text: string): Minutes | undefined {
  const digits = text
    .normalize('NFKC')
    .replace(/o/g, '0')
    .replace(/[li|]/g, '1')
    .replace(/[;,_]/g, ':')
    .replace(/^(\d{1,2}:\d{2}):\d{2}$/, '$1');
  return minutesOf(digits) ?? minutesOf(digits.replace(/^(\d{2}|[1-9])(\d{2})$/, '$1:$2'));
}

/** The time that two sides most likely mean; undefined for more or fewer, and where one of them is no time. */
function likelyRange([left = '', right, ...more]: readonly string[]): string | undefined {
  if (right === undefined || more.length > 0) return undefined;
  const [start, end] = [mend(left), right === '' ? undefined : mend(right)];
  if (HALF.test(left) !== HALF.test(right)) return likelyHalf(left, right);
  if (start === undefined) return undefined;
  if (right === '') return formatInterval({ start });
  return end === undefined ? undefined : (likelyInterval({ start, end }) ?? formatInterval({ start, end }));
}

/** The time that a start and a duration make. */
function likelyStart(text: string, minutes: number): string | undefined {
  const start = mend(text);
  return start === undefined ? undefined : formatInterval({ start, end: start + minutes });
}

/** The time that is most likely meant where one side says am or pm. */
function likelyHalf(left: string, right: string): string | undefined {
  const told = HALF.exec(left + right)?.[0] ?? 'am';
  const candidates = [told, 'am', 'pm'].map(half => {
    const both = [left, right].map(side => (HALF.test(side) ? side : side.replace(/(\+1)?$/, `${half}$1`)));
    const [start = Number.NaN, end = Number.NaN] = both.map(mend);
    return { start, end };
  });
  const likely = candidates.find(({ start, end }) => end > start);
  return likely === undefined ? undefined : formatInterval(likely);
}

function unparsed(problem: string, remedy: Correction): Unparsed {
  return { problem, ...remedy };
}

/** Whole minutes from midnight of the day that a session belongs to: 570 is 09:30, 1470 is 00:30 of the next day. */
export type Minutes = number;

/** Minutes of a day. */
export const DAY = 1440;

/** A half-open interval `[start, end)` of local time; no end when none is announced. */
export interface Interval {
  readonly start: Minutes;
  readonly end?: Minutes;
}

/** What is wrong with a time, and what was probably meant. */
export interface TimeFault {
  readonly problem: string;
  readonly hint: string;
}

/** `09:30`; `00:30+1` on the next day and `23:30-1` on the one before; as an end, midnight is `24:00`. */
export function clock(minutes: Minutes, as: 'start' | 'end' = 'start'): string {
  if (as === 'end' && minutes === DAY) return '24:00';
  const days = Math.floor(minutes / DAY);
  const rest = minutes - days * DAY;
  const text = `${String(Math.floor(rest / 60)).padStart(2, '0')}:${String(rest % 60).padStart(2, '0')}`;
  return days === 0 ? text : `${text}${days > 0 ? '+' : '-'}${Math.abs(days)}`;
}

/** The canonical form: `09:00-10:00`, `23:00-01:00+1`, `19:00-` without an announced end. */
export function formatInterval({ start, end }: Interval): string {
  return `${clock(start)}-${end === undefined ? '' : clock(end, 'end')}`;
}

/** The dashes that people type: hyphens, figure, en and em dash, horizontal bar, minus, small and fullwidth hyphen. */
const DASHES = /[-\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g;

/** One side: hours, minutes (absent in `9h`), am or pm, days later. */
const SIDE = /^(\d{1,2})(?:(?:[:.]|h)(\d{2})|(h))?([ap]m)?(\+1)?$/;

interface Side {
  readonly minutes: Minutes;
  readonly half: 'am' | 'pm' | undefined;
}

/**
 * Reads a time as people write it: `10:00-10:30`, `9h – 10h`, `16.30-17.00`, `9:30 am - 1 pm`, `23:00-01:00+1`, `19:00-`.
 * The interval comes back as written, even where the end is not after the start: that is for a rule to judge.
 */
export function parseInterval(written: string): Interval | TimeFault {
  const text = written
    .toLowerCase()
    .replace(/[\s\u00A0\u202F\u2009\u2060]+/g, '')
    .replace(DASHES, '-')
    .replace(/([ap])\.?m\.?/g, '$1m');
  const [left = '', right, ...more] = text.split('-');
  if (right === undefined) return lone(left);
  if (more.length > 0) return fault('is more than one range', suggestion(left, right));
  const start = side(left);
  if (start === undefined) return fault(`has no time that can be read before the dash`, suggestion(left, right));
  if (start.minutes >= DAY && !left.endsWith('+1'))
    return fault('starts at 24:00', `write 00:00+1 for midnight at the end of the day`);
  if (right === '') return start.half === undefined ? { start: start.minutes } : twelveHour(left, '');
  const end = side(right);
  if (end === undefined) return fault(`has no time that can be read after the dash`, suggestion(left, right));
  if ((start.half === undefined) !== (end.half === undefined)) return twelveHour(left, right);
  return { start: start.minutes, end: end.minutes };
}

/** True for what {@link parseInterval} could not read. */
export function isFault(time: Interval | TimeFault): time is TimeFault {
  return 'problem' in time;
}

/** What was probably meant by an end that is not after its start, as a canonical time. */
export function likelyInterval({ start, end }: Interval): string | undefined {
  if (end === undefined || end > start) return undefined;
  const afternoon = end + DAY / 2;
  const wholeDay = Math.floor(start / DAY) * DAY;
  if (end < wholeDay) return formatInterval({ start, end: end + wholeDay });
  if (end < DAY / 2 && start < DAY && afternoon > start && afternoon - start <= 4 * 60)
    return formatInterval({ start, end: afternoon });
  if (start >= 18 * 60 && end <= 6 * 60) return formatInterval({ start, end: end + DAY });
  return end === start ? undefined : formatInterval({ start: end, end: start });
}

function side(text: string): Side | undefined {
  const match = SIDE.exec(text);
  if (match === null) return undefined;
  const [, hour = '', minute, h, half, next] = match;
  const hours = Number(hour);
  const minutes = Number(minute ?? 0);
  if (minutes > 59 || hours > 24 || (hours === 24 && minutes > 0)) return undefined;
  const later = next === undefined ? 0 : DAY;
  if (half === 'am' || half === 'pm') {
    if (hours < 1 || hours > 12 || h !== undefined) return undefined;
    return { minutes: ((hours % 12) + (half === 'pm' ? 12 : 0)) * 60 + minutes + later, half };
  }
  return minute === undefined && h === undefined
    ? undefined
    : { minutes: hours * 60 + minutes + later, half: undefined };
}

function lone(text: string): TimeFault {
  const start = side(text) ?? side(`${text}h`);
  if (start === undefined) {
    const mended = mend(text);
    return fault(
      'is not a time range',
      mended === undefined ? 'write start and end: 10:00-10:30' : `did you mean ${mended}-?`,
    );
  }
  const from = clock(start.minutes);
  return fault(
    'has no end',
    `write start and end: ${from}-${clock(start.minutes + 60, 'end')}; or ${from}- if no end is announced`,
  );
}

function twelveHour(left: string, right: string): TimeFault {
  const half = /[ap]m/.exec(left + right)?.[0] ?? 'am';
  const both = [left, right].map(text =>
    text === '' || /[ap]m/.test(text) ? text : text.replace(/(\+1)?$/, `${half}$1`),
  );
  const [start, end] = both.map(text => side(text)?.minutes);
  const meant = start === undefined ? undefined : formatInterval(end === undefined ? { start } : { start, end });
  return fault(
    'says am or pm on one side only',
    meant === undefined ? 'write 24-hour times: 13:00-14:30' : `did you mean ${meant}?`,
  );
}

/** Reads what is nearly a time: letters for digits (`1O:00`), bare hours (`9-10`), seconds (`10:00:00`), other separators. */
function mend(text: string): string | undefined {
  const digits = text
    .normalize('NFKC')
    .replace(/o/g, '0')
    .replace(/[li|]/g, '1')
    .replace(/[;,_]/g, ':')
    .replace(/(hrs?|heures?|uhr)$/, 'h')
    .replace(/^(\d{1,2}:\d{2}):\d{2}$/, '$1');
  const found = side(digits) ?? side(`${digits}h`) ?? side(digits.replace(/^(\d{1,2})(\d{2})$/, '$1:$2'));
  return found === undefined ? undefined : clock(found.minutes);
}

function suggestion(left: string, right: string): string {
  const start = mend(left);
  const end = right === '' ? '' : mend(right);
  return start === undefined || end === undefined
    ? 'write start and end: 10:00-10:30'
    : `did you mean ${start}-${end}?`;
}

function fault(problem: string, hint: string): TimeFault {
  return { problem, hint };
}

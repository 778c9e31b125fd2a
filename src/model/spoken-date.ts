import { fold } from '../text/fold.js';
import { lazy } from '../text/lazy.js';
import { letterPattern } from '../text/letters.js';
import { type IsoDate, isDate } from './date.js';

/** How the names of each month begin: in English, French, Spanish, German, Italian, Portuguese, Russian and Arabic. */
const MONTHS = [
  'jan ene gen янв يناير',
  'feb fev фев فبراير شباط',
  'mar мар مارس آذار',
  'apr avr abr апр أبريل نيسان',
  'may mai mag май мая مايو أيار',
  'jun juin giu июн يونيو حزيران',
  'jul juil lug июл يوليو تموز',
  'aug aou ago авг أغسطس آب',
  'sep set сен سبتمبر أيلول',
  'oct okt ott out окт أكتوبر',
  'nov ноя نوفمبر',
  'dec dez dic дек ديسمبر',
] as const;

const months = lazy(() => MONTHS.map(names => names.split(' ').map(fold)));

/** UTF-16 code units of a text that is looked at. */
const LONGEST = 60;

const WORDS = letterPattern('[\\p{L}]+', 'gu');

/** The date of a text that names its month: `12 February 2031`, `mercredi 12 février 2031`, `2031年2月12日`; undefined for others. */
export function spokenDate(text: string): IsoDate | undefined {
  if (text.length > LONGEST) return undefined;
  const [, chineseYear, chineseMonth, chineseDay] = /^(\d{4})年(\d{1,2})月(\d{1,2})[日号]?/.exec(text) ?? [];
  if (chineseYear !== undefined) return dateOfParts(chineseYear, Number(chineseMonth), chineseDay);
  // Tuesday begins as March does in French, Spanish and Italian.
  const folded = fold(text);
  const words = (folded.match(WORDS(folded)) ?? []).filter(word => !/^mar(?:di|tes|tedi)$/.test(word));
  const named = months().flatMap((names, i) =>
    words.some(word => names.some(name => word.startsWith(name))) ? [i + 1] : [],
  );
  const numbers = text.match(/\d+/g) ?? [];
  const years = numbers.filter(number => number.length === 4);
  const days = numbers.filter(number => number.length <= 2);
  if (named.length !== 1 || years.length !== 1 || days.length !== 1 || numbers.length !== 2) return undefined;
  return dateOfParts(years[0], named[0], days[0]);
}

/** A date of its parts; undefined where there is no such day. */
function dateOfParts(year = '', month = 0, day = ''): IsoDate | undefined {
  const date = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDate(date) ? date : undefined;
}

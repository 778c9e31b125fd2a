import { dayNumber, type IsoDate } from '../../model/date.js';
import { fold } from '../../text/fold.js';

/**
 * The weekdays from Sunday on as they begin in English, French, German, Spanish and Russian, and as they are in Arabic and
 * Chinese, folded; with their short forms. Of two letters only those that name one day in all of these languages.
 */
const WEEKDAYS: readonly RegExp[] = [
  /^(?:su$|sun|dim|so$|son(?!nab)|dom|вс$|вос|الاحد$|[周期拜][日天]$)/,
  /^(?:mo$|mon|lu$|lun|пн$|пон|الاثنين$|[周期拜]一$)/,
  /^(?:tu$|tue|mar(?:di|tes)?$|die|вт$|вто|الثلاثاء$|[周期拜]二$)/,
  /^(?:we$|wed|mer|mit|mi$|mie|ср$|сре|الاربعاء$|[周期拜]三$)/,
  /^(?:th$|thu|je$|jeu|don|ju$|jue|чт$|чет|الخميس$|[周期拜]四$)/,
  /^(?:fr$|fri|fre|ve$|ven|vi$|vie|пт$|пят|الجمعة$|[周期拜]五$)/,
  /^(?:sa$|sat|sam|sonnab|sab|сб$|суб|السبت$|[周期拜]六$)/,
];

/** Characters of the longest name of a weekday that is looked at. */
const LONGEST = 20;

/** The weekday that a text names, from 0 for Sunday; undefined where it names none, or may name two: the German `Di` is the French Sunday. */
export function weekdayIn(text: string): number | undefined {
  const name = fold(text.trim().slice(0, LONGEST))
    .replace(/^[星礼]/, '')
    .replace(/[.,]+$/, '');
  if (/[\d\s]/.test(name)) return undefined;
  const at = WEEKDAYS.findIndex(known => known.test(name));
  return at === -1 ? undefined : at;
}

/** The weekday of a date, from 0 for Sunday. */
export function weekdayOf(date: IsoDate): number {
  // 1 January 1970 was a Thursday.
  return ((((dayNumber(date) ?? 0) + 4) % 7) + 7) % 7;
}

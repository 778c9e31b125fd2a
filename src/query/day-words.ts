import type { Agenda } from '../model/agenda.js';
import { dateOf, dayNumber, type IsoDate } from '../model/date.js';
import { LABEL_LANGUAGES } from '../model/words.js';
import { fold } from '../text/fold.js';
import { languages } from './texts.js';

/**
 * Finds days by what people call them, among the dates of an agenda: `today`, `tomorrow`, a weekday (every such day), a day
 * and its month (`26 mar`, `March 26`, with or without the year). Weekdays and months are those of the languages of the UN
 * and of the agenda, a weekday also in its short form, a month by its first three letters or more. Undefined for what is none of these, or names no day.
 */
export function daysCalled(
  word: string,
  dates: readonly IsoDate[],
  agenda: Agenda,
  today: (() => IsoDate) | undefined,
): readonly IsoDate[] | undefined {
  const folded = fold(word.trim());
  const found = dates.filter(testOf(folded, agenda, today));
  return found.length === 0 ? undefined : found;
}

function testOf(word: string, agenda: Agenda, today: (() => IsoDate) | undefined): (date: IsoDate) => boolean {
  if (word === 'today' || word === 'tomorrow') {
    const day = today && dayNumber(today());
    const meant = day === undefined ? undefined : dateOf(word === 'today' ? day : day + 1);
    return date => date === meant;
  }
  const { weekdays, months } = names(agenda);
  const weekday = weekdays.findIndex(known => known.has(word));
  if (weekday !== -1) return date => new Date(`${date}T00:00:00Z`).getUTCDay() === weekday;
  const [, before, name = '', after, year] =
    /^(?:(\d{1,2})(?:\.|er|st|nd|rd|th)? +(?:de )?)?([^\d\s]+)\.?(?: +(\d{1,2})(?:st|nd|rd|th)?,?)?(?: +(?:de )?(\d{4}))?$/.exec(
      word,
    ) ?? [];
  const day = before ?? after;
  if (day === undefined || (before !== undefined && after !== undefined) || name.length < 3) return () => false;
  const meant = months.map(known => [...known].some(month => month.startsWith(name.replace(/\.$/, ''))));
  return date =>
    Number(date.slice(8)) === Number(day) &&
    meant[Number(date.slice(5, 7)) - 1] === true &&
    (year === undefined || date.startsWith(year));
}

interface Names {
  /** By number, from Sunday. */
  readonly weekdays: readonly ReadonlySet<string>[];
  /** By number, from January. */
  readonly months: readonly ReadonlySet<string>[];
}

function names(agenda: Agenda): Names {
  const locales = Intl.DateTimeFormat.supportedLocalesOf([
    ...LABEL_LANGUAGES,
    ...languages(agenda).filter(tag => /^[a-z]{2,3}(?:-|$)/.test(tag)),
  ]);
  const named = (options: Intl.DateTimeFormatOptions, dates: readonly Date[]) =>
    dates.map(date => {
      const forms = locales.map(locale =>
        new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC', calendar: 'gregory' }).format(date),
      );
      return new Set(forms.map(fold));
    });
  // 4 January 1970 was a Sunday.
  const days = Array.from({ length: 7 }, (_, i) => new Date(Date.UTC(1970, 0, 4 + i)));
  const firsts = Array.from({ length: 12 }, (_, i) => new Date(Date.UTC(1970, i, 1)));
  const short = named({ weekday: 'short' }, days).map(known => [...known].map(name => name.replace('.', '')));
  const months = named({ month: 'long' }, firsts);
  // Within a date, some languages write a month in another form: 26 марта.
  const inDates = named({ month: 'long', day: 'numeric' }, firsts);
  return {
    weekdays: named({ weekday: 'long' }, days).map((known, i) => new Set([...known, ...(short[i] ?? [])])),
    months: months.map((known, i) => new Set([...known, ...wordsOf(inDates[i] ?? new Set())])),
  };
}

function wordsOf(texts: ReadonlySet<string>): readonly string[] {
  return [...texts].flatMap(text => text.split(/[\s\d]+/).filter(word => word.length >= 3));
}

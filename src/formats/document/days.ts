import { type IsoDate, longDate } from '../../model/date.js';
import { quote } from '../../text/quote.js';
import type { ReadOptions } from '../format.js';
import type { Issues } from '../source/issues.js';
import type { Guess } from '../source/read-result.js';
import type { BlockDocument } from './blocks/block.js';
import type { DraftDay, Programme } from './drafts.js';
import type { Head } from './head.js';
import { daysAfter, isoDate, weekdayOf, yearsIn } from './words/dates.js';

/** The dates of the days, by their headings: with the year and the dates of the head, where they name none. */
export function datesOfDays(
  document: BlockDocument,
  head: Head,
  { days, sessions }: Programme,
  options: ReadOptions,
  issues: Issues,
  guesses: Guess[],
): readonly (IsoDate | undefined)[] {
  const year = yearOf(document, head, days, options);
  const range = head.dates.find(({ last }) => last !== undefined) ?? head.dates[0];
  const first =
    range === undefined
      ? undefined
      : isoDate(
          {
            ...range.first,
            ...(range.first.year === undefined && range.last?.year !== undefined && { year: range.last.year }),
          },
          year?.value,
        );
  const last = range?.last === undefined ? first : isoDate(range.last, year?.value);
  let isYearTold = false;
  let before: IsoDate | undefined;
  const lines = new Map(sessions.toReversed().map(one => [one.day, one.line]));
  return days.map(({ heading, line }, i) => {
    const isUsed = lines.has(i);
    let date: IsoDate | undefined;
    let why = '';
    if (heading?.date !== undefined) {
      date = isoDate(heading.date, year?.value);
      if (heading.date.year === undefined && date !== undefined)
        why = `the year ${year?.value} comes from ${year?.from}`;
    } else if (heading?.ordinal !== undefined && first !== undefined) {
      date = daysAfter(first, heading.ordinal - 1);
      why = `the dates come from the head of the document`;
    } else if (heading?.weekday !== undefined && (before !== undefined || first !== undefined)) {
      const from = before === undefined ? (first as IsoDate) : daysAfter(before, 1);
      date = daysAfter(from, (heading.weekday - weekdayOf(from) + 7) % 7);
      why = 'the dates come from the head of the document';
    } else if (heading === undefined && first !== undefined) {
      date = first;
      why = 'the date comes from the head of the document';
    }
    if (date === undefined) {
      if (isUsed && heading !== undefined && line !== undefined)
        issues.add(
          'bad-date',
          { span: line.span },
          `${line.where}: nothing says the ${heading.date === undefined ? 'date' : 'year'} of ${quote(line.text)}`,
          `write it there or in the title: ${heading.date === undefined ? '26 March 2018' : `${line.text.slice(0, 40)} 2018`}`,
        );
      else if (isUsed) {
        const at = lines.get(i);
        issues.add(
          'bad-date',
          { span: at?.span ?? [0, 0] },
          'nothing says on which day this takes place',
          'write the date above the first time: 26 March 2018',
        );
      }
      return undefined;
    }
    before = date;
    if (
      heading?.weekday !== undefined &&
      heading.date !== undefined &&
      line !== undefined &&
      weekdayOf(date) !== heading.weekday
    )
      issues.add(
        'contradiction',
        { span: line.span },
        `${line.where}: ${quote(line.text)} is a ${longDate(date).split(' ')[0]}: the date counts`,
        { severity: 'warning', hint: 'write the weekday of the date' },
      );
    if (
      last !== undefined &&
      first !== undefined &&
      why !== '' &&
      (date < first || date > last) &&
      heading?.date === undefined &&
      line !== undefined
    )
      issues.add(
        'contradiction',
        { span: line.span },
        `${line.where}: ${quote(line.text)} would be ${date}, after the dates of the head`,
        { severity: 'warning', hint: 'write its date' },
      );
    if (why !== '' && isUsed) {
      guesses.push({ of: 'day', id: date, field: 'date', why });
      if (!isYearTold)
        issues.add(
          'read-as',
          { span: line?.span ?? [0, 0] },
          `${line === undefined ? 'the day' : `${line.where}: ${quote(line.text)}`} is taken to be ${date}: ${why}`,
        );
      isYearTold = true;
    }
    return date;
  });
}

/** The year of dates that name none: that of the head, of another day, of the title, of the name of the file. */
function yearOf(
  document: BlockDocument,
  head: Head,
  days: readonly DraftDay[],
  { file = '' }: ReadOptions,
): { readonly value: number; readonly from: string } | undefined {
  const inHead = head.dates.flatMap(({ first, last }) => first.year ?? last?.year ?? [])[0];
  if (inHead !== undefined) return { value: inHead, from: 'the dates of the head' };
  const inDay = days.flatMap(({ heading }) => heading?.date?.year ?? [])[0];
  if (inDay !== undefined) return { value: inDay, from: 'another day' };
  const inTitle = yearsIn(`${head.titleText ?? ''} ${head.subtitle ?? ''} ${document.title ?? ''}`)[0];
  if (inTitle !== undefined) return { value: inTitle, from: 'the title' };
  const inFile = yearsIn(file.replace(/^.*[/\\]/, ''))[0];
  return inFile === undefined ? undefined : { value: inFile, from: 'the name of the file' };
}

/** What days are called besides their dates, by date. */
export function dayTitles(
  days: readonly DraftDay[],
  dates: readonly (IsoDate | undefined)[],
): ReadonlyMap<string, string> {
  const titles = new Map<string, string>();
  for (const [i, { heading, line }] of days.entries()) {
    const date = dates[i];
    if (date === undefined || heading === undefined) continue;
    // « Première journée » is what the day is called; a date alone is none.
    const called =
      heading.title !== ''
        ? heading.title
        : heading.date === undefined && heading.ordinal !== undefined
          ? (line?.text ?? '')
          : '';
    const before = titles.get(date);
    if (called !== '' && before !== called) titles.set(date, before === undefined ? called : `${before} – ${called}`);
  }
  return titles;
}

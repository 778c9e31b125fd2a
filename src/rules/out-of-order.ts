import type { Agenda, Session } from '../model/agenda.js';
import { dayNumber, type IsoDate, isDate } from '../model/date.js';
import type { Path } from '../model/diagnostic.js';
import { clock, isClock, sortMinutes } from '../model/time.js';
import { sessions } from '../query/walk.js';
import { correction } from '../text/nearest.js';
import { quote } from '../text/quote.js';
import type { Finding, Rule } from './rule.js';

export const outOfOrder: Rule = {
  id: 'out-of-order',
  severity: 'warning',
  gravest: 'error',
  kind: 'care',
  summary: 'A day before the one above it or far from the others; a session before the one above it.',
  why: 'Listings and calendars sort by time, so the file shows another order than they do; often it is a slip in the time. A day more than 180 days from the others has the wrong year, which is an error.',
  bad: `days:
  - date: 2018-03-26
    sessions:
      - {id: one, time: 15:00-16:00, title: One}
      - {id: two, time: 10:00-11:00, title: Two}
`,
  good: `days:
  - date: 2018-03-26
    sessions:
      - {id: two, time: 10:00-11:00, title: Two}
      - {id: one, time: 15:00-16:00, title: One}
`,
  *check(agenda, _, foreign) {
    const isFar = foreign ? new Set<number>() : farDays(agenda);
    const dates = new Set(agenda.days.flatMap(({ date }) => date ?? []));
    let above: DatedDay | undefined;
    for (const [i, { date }] of agenda.days.entries()) {
      if (date === undefined) continue;
      if (isFar.has(i)) {
        const first = agenda.days.findIndex((day, n) => day.date !== undefined && !isFar.has(n));
        yield far({ i, date }, above ?? { i: first, date: agenda.days[first]?.date ?? date }, dates);
        continue;
      }
      if (above !== undefined && date < above.date)
        yield {
          at: ['days', i, 'date'],
          related: [{ at: ['days', above.i, 'date'], message: 'the day above' }],
          message: `the day ${date} stands below ${above.date}`,
          hint: 'put the days in the order of their dates, or mend the date',
        };
      above = { i, date };
    }
    for (const { list, path } of lists(agenda)) {
      let last: { readonly session: Session; readonly i: number; readonly sorted: number } | undefined;
      for (const [i, session] of list.entries()) {
        if (session.time === undefined) continue;
        const sorted = sortMinutes(session.time);
        if (last !== undefined && sorted < last.sorted)
          yield {
            at: [...path, 'sessions', i, 'time'],
            related: [{ at: [...path, 'sessions', last.i, 'time'], message: 'the session above' }],
            message: `${quote(session.id)} ${when(session)}, below ${quote(last.session.id)} ${when(last.session, 'at')}`,
            hint: 'put the sessions in the order of their times, or mend the time',
          };
        last = { session, i, sorted };
      }
    }
  },
};

/** `starts at 10:00`, `is in the afternoon`; of the one above, `at 10:00`. */
function when({ time }: Session, verb: 'starts at' | 'at' = 'starts at'): string {
  if (time !== undefined && isClock(time)) return `${verb} ${clock(time.start)}`;
  const word = time === 'tbc' ? 'at a time to be confirmed' : `in the ${time}`;
  return verb === 'at' ? word : `is ${word}`;
}

/** A day by its index and its date. */
interface DatedDay {
  readonly i: number;
  readonly date: IsoDate;
}

/** Days from one day of a conference to the next at most. */
const MOST_DAYS = 180;

/** The indices of the days with more than {@link MOST_DAYS} between them and most of the others, or the first. */
function farDays({ days }: Agenda): ReadonlySet<number> {
  const dated = days.flatMap(({ date }, i) => (date === undefined ? [] : [{ i, day: dayNumber(date) ?? 0 }]));
  const groups: (typeof dated)[] = [];
  for (const one of dated.toSorted((a, b) => a.day - b.day)) {
    const group = groups.at(-1);
    if (group === undefined || one.day - (group.at(-1)?.day ?? 0) > MOST_DAYS) groups.push([one]);
    else group.push(one);
  }
  const first = dated[0];
  const [conference = []] = groups.toSorted(
    (a, b) => b.length - a.length || Number(b.some(one => one === first)) - Number(a.some(one => one === first)),
  );
  const inside = new Set(conference);
  return new Set(dated.flatMap(one => (inside.has(one) ? [] : [one.i])));
}

/** The finding about a day far from the others, which most often has the year of another conference. */
function far({ i, date }: DatedDay, beside: DatedDay, dates: ReadonlySet<IsoDate>): Finding {
  const apart = (other: IsoDate) => Math.abs((dayNumber(other) ?? 0) - (dayNumber(beside.date) ?? 0));
  const turned = `${beside.date.slice(0, 4)}${date.slice(4)}`;
  const isLikely = isDate(turned) && apart(turned) <= MOST_DAYS && !dates.has(turned);
  return {
    at: ['days', i, 'date'],
    severity: 'error',
    related: [{ at: ['days', beside.i, 'date'], message: 'a day of the others' }],
    message: `the day ${date} is ${apart(date)} days from ${beside.date}`,
    ...correction(isLikely ? turned : undefined, 'mend the date: a file is one conference'),
  };
}

/** Yields the list of sessions of each day, and of parts of each session, with the path of its parent. */
function* lists(agenda: Agenda): Generator<{ readonly list: readonly Session[]; readonly path: Path }> {
  for (const [i, day] of agenda.days.entries()) yield { list: day.sessions, path: ['days', i] };
  for (const { session, path } of sessions(agenda)) yield { list: session.sessions, path };
}

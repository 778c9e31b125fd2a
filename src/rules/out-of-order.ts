import type { Agenda, Session } from '../model/agenda.js';
import type { Path } from '../model/diagnostic.js';
import { clock, isClock, sortMinutes } from '../model/time.js';
import { sessions } from '../query/walk.js';
import { quote } from '../text/quote.js';
import type { Rule } from './rule.js';

export const outOfOrder: Rule = {
  id: 'out-of-order',
  severity: 'warning',
  kind: 'care',
  summary: 'A day before the one above it, or a session that starts before the one above it.',
  why: 'Listings and calendars sort by time, so the file shows another order than they do; often it is a slip in the time.',
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
  *check(agenda) {
    let above: { readonly i: number; readonly date: string } | undefined;
    for (const [i, { date }] of agenda.days.entries()) {
      if (date === undefined) continue;
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

/** Yields the list of sessions of each day, and of parts of each session, with the path of its parent. */
function* lists(agenda: Agenda): Generator<{ readonly list: readonly Session[]; readonly path: Path }> {
  for (const [i, day] of agenda.days.entries()) yield { list: day.sessions, path: ['days', i] };
  for (const { session, path } of sessions(agenda)) yield { list: session.sessions, path };
}

import { DAY, type Minutes } from '../../model/time.js';
import { quote } from '../../text/quote.js';
import { parseDuration } from '../import/iso8601.js';
import type { Accounts } from '../source/accounts.js';
import type { SourceEvent } from './source.js';

/** Two fields, or three: days, hours and minutes, or hours, minutes and seconds. */
const FIELDS = /^(\d{1,3}):([0-5]?\d)(?::([0-5]?\d))?$/;

/** What the durations with three fields of one file are. */
type Order = 'days' | 'hours';

/**
 * The parser of the durations of one schedule: `1:30`, `01:30`, an ISO 8601 duration, or three fields, which are read in one
 * order in all of the file. pretalx writes days, hours and minutes, and never a day of zero; others hours, minutes and
 * seconds. Where nothing shows which, it is told.
 */
export function durationParser(
  events: Iterable<SourceEvent>,
  generator: string | undefined,
  accounts: Accounts,
): (text: string) => Minutes | undefined {
  const order = generator === 'pretalx' ? 'days' : orderOf(events, accounts);
  return text => {
    const [, first, second, third] = FIELDS.exec(text) ?? [];
    if (first === undefined || second === undefined) {
      const duration = parseDuration(text);
      return duration && duration.days * DAY + Math.floor(duration.seconds / 60);
    }
    if (third === undefined || order === 'hours') return Number(first) * 60 + Number(second);
    return Number(first) * DAY + Number(second) * 60 + Number(third);
  };
}

/** The order of the durations with three fields. */
function orderOf(events: Iterable<SourceEvent>, accounts: Accounts): Order {
  let pairs = 0;
  let days = 0;
  const triples: { readonly text: string; readonly event: SourceEvent }[] = [];
  for (const event of events) {
    const [text = '', first = '', second, third] = FIELDS.exec(event.duration?.value ?? '') ?? [];
    if (text === '') continue;
    if (third === undefined) pairs++;
    else {
      // No program writes a day of zero or with a leading zero, and no day has more than 23 hours.
      if (/^0/.test(first) || Number(second) > 23) return 'hours';
      if (Number(third) > 0) days++;
      triples.push({ text, event });
    }
  }
  if (days > 0 || triples.length === 0) return 'days';
  // Nothing but sessions of a day and more is unlikely.
  const order: Order = pairs > 0 ? 'days' : 'hours';
  for (const { text, event } of triples) {
    const [first = 0, second = 0] = text.split(':').map(Number);
    const read = order === 'days' ? `${first} d ${second} h` : `${first} h ${second} min`;
    accounts.tell('duration', event.duration?.span ?? event.span, {
      rule: 'read-as',
      severity: 'warning',
      message: count =>
        `the duration ${quote(text)} is read as ${read}${count === 1 ? '' : `; so in ${(count - 1).toLocaleString('en')} more`}`,
      hint: order === 'days' ? 'write 01:30 for hours and minutes' : 'write 25:30 for a day and more',
    });
  }
  return order;
}

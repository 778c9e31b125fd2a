import type { Io } from '../io.js';
import { dateOf, longDate } from '../model/date.js';
import { clock, DAY } from '../model/time.js';
import { minutesIn } from '../model/zone.js';
import { outlook } from '../query/now.js';
import type { Presentation } from '../query/presentation.js';
import { escapeControlsOnLine } from '../text/escape.js';

/** Says on stderr that there is nothing at an instant (epoch milliseconds), and what comes next or that it is over. */
export async function sayOutlook(io: Io, nothing: string, presentation: Presentation, at: number): Promise<void> {
  await io.stderr.write(`${nothing}: ${escapeControlsOnLine(prospect(presentation, at))}\n`);
}

function prospect(presentation: Presentation, at: number): string {
  const ahead = outlook(presentation, at);
  if ('next' in ahead) {
    const { next, title } = ahead;
    return `next is ${title} (${next.session.id}) at ${clock(presentation.clocks(next).start)} on ${longDate(next.date)}`;
  }
  if (!('over' in ahead)) return 'no session takes place at a time';
  const zone = presentation.zones.get(presentation.zone);
  const local = minutesIn(ahead.over, '1970-01-01', zone);
  const day = Math.floor(local / DAY);
  return `it was over at ${clock(local - day * DAY)} on ${longDate(dateOf(day))}`;
}

import { dateOf, dayNumber, longDate } from '../model/date.js';
import { clock, DAY, type Minutes } from '../model/time.js';
import { minutesIn } from '../model/zone.js';
import { outlook } from '../query/now.js';
import type { Presentation } from '../query/presentation.js';
import { sessionRecord } from '../query/records.js';
import type { ScheduledSession } from '../query/scheduled-sessions.js';
import { escapeControlsOnLine } from '../text/escape.js';
import { sessionTsv } from '../views/tsv.js';
import type { Invocation } from './command.js';
import { type MomentOption, momentOf } from './moment.js';
import { mentionErrors, openAgenda } from './open-agenda.js';
import { type OutputOptions, present } from './present.js';

export type MomentOptions = MomentOption & OutputOptions;

/**
 * Prints the sessions that `find` gives for the instant of --at (epoch milliseconds), as `list` prints sessions. Where there
 * are none, standard error says `nothing` and what comes next, or that it is over.
 */
export async function printAt(
  invocation: Invocation<MomentOptions>,
  nothing: string,
  find: (presentation: Presentation, at: number) => readonly ScheduledSession[],
): Promise<number> {
  const { io, globals, options } = invocation;
  const loaded = await openAgenda(io, globals, options);
  const { agenda, presentation, recorded } = loaded;
  const at = momentOf(options, presentation.zones.get(agenda.timezone), io.now());
  const entries = find(presentation, at);
  await present(invocation, {
    json: () => entries.map(entry => sessionRecord(entry, recorded)),
    page: async page => (await import('../views/session-listing.js')).sessionList(entries, presentation, page),
    tsv: () => sessionTsv(entries, presentation),
  });
  if (entries.length === 0) await io.stderr.write(`${nothing}: ${escapeControlsOnLine(prospect(presentation, at))}\n`);
  return (await mentionErrors(io, loaded, ['shape'])) ? 1 : 0;
}

function prospect(presentation: Presentation, at: number): string {
  const ahead = outlook(presentation, at);
  if ('next' in ahead) {
    const { next, title } = ahead;
    return `next is ${title} (${next.session.id}) at ${moment((dayNumber(next.date) ?? 0) * DAY + presentation.clocks(next).start)}`;
  }
  if (!('over' in ahead)) return 'no session takes place at a time';
  const zone = presentation.zones.get(presentation.zone);
  return `it was over at ${moment(minutesIn(ahead.over, '1970-01-01', zone))}`;
}

/** Local minutes since 1970-01-01 in words: `10:00 on Monday 26 March 2018`. */
function moment(local: Minutes): string {
  const day = Math.floor(local / DAY);
  return `${clock(local - day * DAY)} on ${longDate(dateOf(day))}`;
}

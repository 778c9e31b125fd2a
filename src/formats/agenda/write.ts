import type { Agenda } from '../../model/agenda.js';
import { formatInterval, isClock, type SessionTime } from '../../model/time.js';
import { isUnparsed, parseInterval } from '../../model/written-time.js';
import { sessions } from '../../query/walk.js';
import { quote } from '../../text/quote.js';
import { Unwritable } from '../export-limits.js';
import type { ExportRequest } from '../export-request.js';
import { layout } from './layout.js';
import { agendaPairs } from './pairs.js';
import { word } from './scalar.js';
import { subset } from './subset.js';

export { keeps } from './keeps.js';

/** The sections that an empty line stands before. */
const SECTIONS = new Set(['rooms', 'people', 'days', 'lint']);

/**
 * The agenda in its own format, written canonically: the fields in the order of the format, times in one form, quotes only
 * where they are needed. Read again it is the same agenda, and written again it is the same text. Every language of a text
 * is there unless one was asked for: then the agenda is in that one, as far as its texts are. Comments are not part of it, but for `# ?` behind what the
 * reader of a document guessed.
 * Fails with {@link Unwritable} where the agenda has what the format cannot say.
 */
export function write(request: ExportRequest): string {
  const agenda = subset(request);
  const obstacle = obstacleOf(agenda);
  if (obstacle !== undefined) throw new Unwritable(obstacle);
  const pairs = agendaPairs(agenda, request.presentation, request.guesses);
  return layout(pairs.map(pair => (SECTIONS.has(pair.key) ? { ...pair, apart: true } : pair)));
}

/** A key has at most 1024 characters (YAML 1.2.2 §7.4.2). */
const LONGEST_KEY = 1024;

/** What of an agenda would not be read again as it is written; undefined where all is. Other formats are read into such agendas. */
function obstacleOf(agenda: Agenda): string | undefined {
  const { rooms, people } = agenda;
  const key = [...rooms, ...people].find(({ id }) => word(id).length > LONGEST_KEY);
  if (key !== undefined) return `the id ${quote(key.id)} is longer than YAML takes`;
  const room = rooms.find(({ capacity }) => capacity !== undefined && !/^\d{1,9}$/.test(String(capacity)));
  if (room !== undefined) return `the room ${quote(room.id)} has a capacity of ${room.capacity}`;
  const far = sessions(agenda).find(({ session: { time } }) => time !== undefined && !isWritable(time));
  return far && `the time of ${quote(far.session.id)} is neither on its day nor on the next one`;
}

/** True for a time that is read as it is written: one on its day or the next. */
function isWritable(time: SessionTime): boolean {
  if (!isClock(time)) return true;
  const { start, end } = time;
  const read = parseInterval(formatInterval({ start, ...(end === undefined ? {} : { end }) }));
  return !isUnparsed(read) && read.start === start && read.end === end;
}

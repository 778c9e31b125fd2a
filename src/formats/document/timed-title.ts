import { lazyRegExp } from '../../text/lazy.js';
import { LONGEST_TITLE } from './drafts.js';
import type { Line } from './line.js';
import { timeAlone, timeAtEnd, timeAtStart, timeInBrackets, type WrittenTime } from './words/clocks.js';
import { labelOf } from './words/labels.js';
import { personIn } from './words/people.js';

/** A time and the title on its line, with what stands beside the time and behind both where it is in brackets. */
export interface TimedTitle extends WrittenTime {
  readonly title: string;
  readonly beside?: string;
  readonly behind?: string;
}

/**
 * The time of a line, with the title that stands before or behind it on the same line; undefined for a line without one.
 * `isInSpeakers` is true where those who speak are listed, whose times are no sessions.
 */
export function timedTitle(line: Line, isInSpeakers: boolean): TimedTitle | undefined {
  const { text, column } = line;
  if (column !== undefined && column !== 'time' && column !== 'title') return undefined;
  const start = timeAtStart(text, column === 'time');
  if (start !== undefined) {
    const title = text.slice(start.rest).trim();
    // A sentence that begins with a time of day, and a time in a cell of what takes place, are no start of a session.
    if (start.end === undefined && !start.isOpen && line.isInProgramme === true && column !== 'time' && title === '')
      return undefined;
    return { ...start, title };
  }
  const label = labelOf(text);
  if (label?.kind === 'time' && label.rest < text.length) {
    const time = timeAtStart(text.slice(label.rest), true);
    if (time !== undefined) return { ...time, title: text.slice(label.rest).slice(time.rest).trim() };
  }
  const inColumns = timeInColumns(text);
  if (inColumns !== undefined) return inColumns;
  const isHeading = line.kind === 'heading' || line.isStrong === true;
  if (line.isInProgramme === true) return undefined;
  const inBrackets = timeInBrackets(text);
  if (inBrackets !== undefined) {
    const { time, from, beside, behind } = inBrackets;
    const title = text.slice(0, from).trim();
    // What somebody does at a time, and a sentence.
    if (title.length > LONGEST_TIMED || endsSentence().test(title) || NO_TITLE.test(title) || labelOf(title))
      return undefined;
    return { ...time, title, beside, behind: behind.replace(/^[\s,;.:–—-]+/, '') };
  }
  const end = timeAtEnd(text, isHeading);
  if (end === undefined) return undefined;
  // Without the row of dots that leads to the time.
  const title = text
    .slice(0, end.from)
    .replace(/(?:[\s,;|:([–—-]|\.{3,}|…)+$/, '')
    .trim();
  const hasLeader = /\.{4,}|…{2,}/.test(text.slice(title.length));
  if ((!hasLeader && endsSentence().test(title)) || NO_TITLE.test(title)) return undefined;
  // When somebody speaks.
  if (isInSpeakers && (line.kind === 'item' || personIn(title, 'listed') !== undefined)) return undefined;
  return title === '' || title.length > LONGEST_TIMED ? undefined : { ...end, title };
}

/** The time that is a column of a line, behind that of its title: `Opening   9:00–9:30   Main hall`. */
export function timeInColumns(text: string): TimedTitle | undefined {
  if (text.length > LONGEST_TITLE) return undefined;
  const parts = text.split(/\u3000+|\s{3,}|\s+\|\s+/);
  const times = parts.map((part, i) => (i === 0 ? undefined : timeAlone(part)));
  const at = times.findIndex(time => time !== undefined);
  const time = times[at];
  if (time === undefined || labelOf(parts[0] ?? '') !== undefined) return undefined;
  return { ...time, title: parts.slice(0, at).join(' '), beside: parts.slice(at + 1).join(' ') };
}

/** UTF-16 code units of a title before its time. */
const LONGEST_TIMED = 150;

/** The end of a sentence behind a word that is no short form. */
const endsSentence = lazyRegExp('\\p{L}{5,}[.!?]\\s', 'u');

/** What ends before a time and is no title: a sentence that goes on with it, or how to reach somebody and when. */
const NO_TITLE =
  /\s(?:at|leaves?|until|from|by|before|after|à|avant|après|a las|hasta las|um|ab|às)$|\S@\S|\b(?:tel|phone|tél)\b/iu;

import { clock } from '../../model/time.js';
import { capital, dateIn, wordsOf } from '../../model/words.js';
import type { Entry } from '../../query/entries.js';
import type { Lens } from '../../query/lens.js';
import { titleOf } from '../../query/lookup.js';
import { castLine, roomNames } from '../../query/naming.js';
import { cast } from '../../query/walk.js';
import { markdownLine, markdownLines, markdownLink, markdownParagraphs } from '../../text/markdown.js';
import { type Export, written } from '../writer.js';

/**
 * A page (GitHub Flavored Markdown): what the conference is, then a heading a day and an item a session, parts as items of
 * their session. Clocks are those of the agenda's zone, which the page names. Nothing in a text becomes markup; only the
 * `url` fields are links.
 */
export function write(given: Export): string {
  const { lens } = given;
  const entries = written(given);
  const present = new Set(entries);
  const blocks = head(given);
  let day = 0;
  for (const entry of entries) {
    if (entry.day !== day) blocks.push(`## ${dayTitle(entry, lens)}`);
    day = entry.day;
    if (entry.parent === undefined || !present.has(entry.parent)) blocks.push(item(entry, lens, present));
  }
  return `${blocks.join('\n\n')}\n`;
}

function head({ agenda, entries, lens }: Export): string[] {
  const { text } = lens;
  const { times, colon } = wordsOf(lens);
  const dates = [...new Set([entries[0], entries.at(-1)].flatMap(entry => (entry ? dateIn(entry.date, lens) : [])))];
  const facts = [
    ...[
      text(agenda.venue),
      capital(dates.join(' – '), lens),
      text(agenda.organizer),
      `${times}${colon}${agenda.timezone}`,
    ].map(markdownLine),
    ...(agenda.url === undefined ? [] : [markdownLink(agenda.url)]),
  ];
  return [
    `# ${markdownLine(text(agenda.title) || agenda.id)}`,
    ...markdownParagraphs(text(agenda.subtitle)),
    markdownLines(facts),
    ...markdownParagraphs(text(agenda.description)),
  ];
}

function dayTitle({ date }: Entry, lens: Lens): string {
  const titles = lens.agenda.days.filter(day => day.date === date).map(day => lens.text(day.title));
  return [...new Set([capital(dateIn(date, lens), lens), ...titles])].map(markdownLine).filter(Boolean).join(' – ');
}

/** A list item: time and title, where, who, what; then the parts. */
function item(entry: Entry, lens: Lens, present: ReadonlySet<Entry>): string {
  const { session, time, parts, rooms, status } = entry;
  const words = wordsOf(lens);
  const times = `${clock(time.start)}–${time.end === undefined ? '' : clock(time.end, 'end')}`;
  const remark = status === 'confirmed' ? '' : ` (${words[status]})`;
  const blocks = [
    markdownLines([
      `**${times} ${markdownLine(lens.text(titleOf(session)))}**${remark}`,
      markdownLine(lens.text(session.subtitle)),
      markdownLine(roomNames(rooms, lens)),
      ...(session.url === undefined ? [] : [markdownLink(session.url)]),
    ]),
    markdownLines(people(entry, lens)),
    ...markdownParagraphs(lens.text(session.description)),
    ...parts.filter(part => present.has(part)).map(part => item(part, lens, present)),
  ];
  const body = blocks.filter(block => block !== '').join('\n\n');
  return `- ${body.replace(/\n(?=[^\n])/g, '\n  ')}`;
}

/** One line each: a role, or that someone moderates, before the name. */
function people({ session, path }: Entry, lens: Lens): readonly string[] {
  const { moderator, colon } = wordsOf(lens);
  return [...cast(session, path)].map(({ appearance, as }) => {
    const label = lens.text(appearance.role) || (as === 'moderator' ? moderator : '');
    return markdownLine(`${label === '' ? '' : label + colon}${castLine(appearance, lens)}`);
  });
}

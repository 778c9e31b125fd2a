import type { Item, Link } from '../../model/agenda.js';
import { clock, isClock } from '../../model/time.js';
import { capital, dateIn, wordsOf } from '../../model/words.js';
import { titleOf } from '../../query/agenda-index.js';
import { castLine, interpretationNames, itemLine, joiningLinks, roomNames } from '../../query/naming.js';
import type { Presentation } from '../../query/presentation.js';
import type { ScheduledSession } from '../../query/scheduled-sessions.js';
import { ownCast } from '../../query/walk.js';
import { markdownLine, markdownLines, markdownLink, markdownParagraphs } from '../../text/markdown.js';
import type { ExportRequest } from '../export-request.js';
import { exportedSessions } from '../selection.js';

export { keeps } from './keeps.js';

/**
 * A page (GitHub Flavored Markdown): what the conference is, then a heading a day and an item a session, parts as items of
 * their session. Clocks are those of the agenda's zone, which the page names. Nothing in a text becomes markup; only the
 * `url` fields are links.
 */
export function write(request: ExportRequest): string {
  const { presentation } = request;
  const entries = exportedSessions(request);
  const present = new Set(entries);
  const blocks = head(request);
  let day = 0;
  for (const entry of entries) {
    if (entry.day !== day) blocks.push(`## ${dayTitle(entry, presentation)}`);
    day = entry.day;
    if (entry.parent === undefined || !present.has(entry.parent)) blocks.push(item(entry, presentation, present));
  }
  return `${blocks.join('\n\n')}\n`;
}

function head({ presentation, selection }: ExportRequest): string[] {
  const { agenda } = presentation;
  const { text } = presentation;
  const { times, colon, cancelled } = wordsOf(presentation);
  const dates = [
    ...new Set([selection[0], selection.at(-1)].flatMap(entry => (entry ? dateIn(entry.date, presentation) : []))),
  ];
  const facts = [
    ...[
      text(agenda.venue),
      capital(dates.join(' – '), presentation),
      text(agenda.organizer),
      `${times}${colon}${agenda.timezone}`,
    ].map(markdownLine),
    ...(agenda.url === undefined ? [] : [markdownLink(agenda.url)]),
  ];
  return [
    `# ${markdownLine(text(agenda.title) || agenda.id)}`,
    ...(agenda.status === 'cancelled' ? [`**${markdownLine(capital(cancelled, presentation))}**`] : []),
    ...markdownParagraphs(text(agenda.subtitle)),
    markdownLines(facts),
    ...markdownParagraphs(text(agenda.description)),
    ...(agenda.links.length === 0 ? [] : [agenda.links.map(one => `- ${linkText(one, presentation)}`).join('\n')]),
  ];
}

function dayTitle({ date }: ScheduledSession, presentation: Presentation): string {
  const titles = presentation.agenda.days.filter(day => day.date === date).map(day => presentation.text(day.title));
  return [...new Set([capital(dateIn(date, presentation), presentation), ...titles])]
    .map(markdownLine)
    .filter(Boolean)
    .join(' – ');
}

/** A list item: time and title, where, who, what; then the parts. */
function item(entry: ScheduledSession, presentation: Presentation, present: ReadonlySet<ScheduledSession>): string {
  const { session, time, parts, rooms, status } = entry;
  const words = wordsOf(presentation);
  const times = isClock(time)
    ? `${clock(time.start)}–${time.end === undefined ? '' : clock(time.end, 'end')}`
    : `${capital(words[time], presentation)}${words.colon.trimEnd()}`;
  const interpreted = interpretationNames(entry, presentation);
  const joining = joiningLinks(rooms, presentation);
  const remark = status === 'confirmed' ? '' : ` (${words[status]})`;
  const blocks = [
    markdownLines([
      `**${times} ${markdownLine(presentation.text(titleOf(session)))}**${remark}`,
      markdownLine(presentation.text(session.subtitle)),
      markdownLine(roomNames(rooms, presentation)),
      ...(session.organizer === undefined
        ? []
        : [markdownLine(`${words.organizer}${words.colon}${presentation.text(session.organizer)}`)]),
      ...(interpreted === '' ? [] : [markdownLine(`${words.interpretation}${words.colon}${interpreted}`)]),
      ...(session.url === undefined ? [] : [markdownLink(session.url)]),
      ...joining.map(url => `${markdownLine(words.join + words.colon)} ${markdownLink(url)}`),
    ]),
    markdownLines(people(entry, presentation)),
    // Lists with another mark than the one before are lists of their own (CommonMark §5.3).
    session.items.map(one => `* ${itemText(one, presentation)}`).join('\n'),
    session.links.map(one => `+ ${linkText(one, presentation)}`).join('\n'),
    ...markdownParagraphs(presentation.text(session.description)),
    ...parts.filter(part => present.has(part)).map(part => item(part, presentation, present)),
  ];
  const body = blocks.filter(block => block !== '').join('\n\n');
  return `- ${body.replace(/\n(?=[^\n])/g, '\n  ')}`;
}

/** A paper or a statement, and who gives it. */
function itemText({ url, ...item }: Item, presentation: Presentation): string {
  const line = markdownLine(itemLine(item, presentation));
  return url === undefined ? line : `${line} ${markdownLink(url)}`;
}

function linkText({ title, url }: Link, presentation: Presentation): string {
  return `${markdownLine(presentation.text(title))} ${markdownLink(url)}`;
}

/** One line each: a role, or that someone moderates, before the name. */
function people({ session, path }: ScheduledSession, presentation: Presentation): readonly string[] {
  const { moderator, colon } = wordsOf(presentation);
  const own = ownCast(session, path);
  return own.map(({ appearance, as }) => {
    const label = presentation.text(appearance.role) || (as === 'moderator' ? moderator : '');
    return markdownLine(`${label === '' ? '' : label + colon}${castLine(appearance, presentation)}`);
  });
}

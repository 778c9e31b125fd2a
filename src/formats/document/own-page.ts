import { quote } from '../../text/quote.js';
import type { ReadOptions } from '../format.js';
import { FORMATS } from '../registry.js';
import { IssueList } from '../source/issues.js';
import { placeless, type Reading, unread } from '../source/read-result.js';

/** How the body of a page begins that idm wrote. */
const BODY = '<body data-agenda=';

/** True for a page that idm wrote: for screens or for paper. */
export function isOwnPage(html: string): boolean {
  return html.includes(BODY);
}

/**
 * Reads a page that idm wrote by the calendar that is in it (RFC 2397, RFC 5545), which a reader of the page can save. A page
 * for paper, or of very many sessions, has none, and is one error.
 */
export async function readOwnPage(html: string, options: ReadOptions): Promise<Reading> {
  const issues = new IssueList();
  const calendar = calendarIn(html);
  if (calendar === undefined) {
    const hint = html.includes('<template id=patterns:>')
      ? 'name the agenda that it was made of, or save the calendar of the conference (.ics) from the page, in a browser'
      : 'name the agenda that it was made of';
    issues.add('wrong-type', { span: [0, 0] }, 'this is a page that idm export --html wrote, for people to read', hint);
    return unread(html.slice(0, 1000), issues);
  }
  const { read } = await FORMATS.ics.read();
  const reading = await read(calendar, options);
  const title = Object.values(reading.agenda?.title ?? {})[0] ?? '';
  issues.add(
    'read-as',
    { span: [0, 0] },
    `this is the page of ${quote(title)} that idm export --html wrote: the calendar in it is read, and says less than the agenda that the page was made of`,
  );
  const faults = reading.faults.map(fault => ({ ...fault, at: { span: [0, 0] } }) as const);
  return { ...reading, faults: [...issues.list, ...faults], source: placeless(html.slice(0, 1000)) };
}

/** The calendar of the whole conference in a page, as text. */
function calendarIn(html: string): string | undefined {
  const [, data] = /<a id="?calendar:"? [^<>]*?href="data:text\/calendar;charset=utf-8,([^"<>]*)"/.exec(html) ?? [];
  try {
    return data === undefined ? undefined : decodeURIComponent(data);
  } catch {
    return undefined;
  }
}

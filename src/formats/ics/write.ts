import { wordsOf } from '../../model/words.js';
import type { Presentation } from '../../query/presentation.js';
import { isTimed } from '../../query/scheduled-sessions.js';
import { foldLine } from '../../text/content-line.js';
import type { ExportRequest } from '../export-request.js';
import { exportedSessions } from '../selection.js';
import { textValue, uriValue } from './content-lines.js';
import { buildCalendar, placeholders } from './ics-library.js';
import { PRODID } from './own-calendar.js';
import { linkLine } from './own-details.js';
import { dtstamp, event, timesOf } from './vevent.js';
import { vtimezone } from './vtimezone.js';

export { keeps } from './keeps.js';

/** How often a client should look for changes: as `ics` says it in X-PUBLISHED-TTL. */
const REFRESH = 'REFRESH-INTERVAL;VALUE=DURATION:PT1H';

/**
 * An iCalendar object (RFC 5545), every session an event in UTC, or with `tzid` in local time under a VTIMEZONE. A
 * session with parts, a break and what is cancelled leave their time free (TRANSP). The same agenda gives the same bytes
 * at any time and in any zone. No METHOD (it is a file, not a message: RFC 5546), and no ATTENDEE, since that is a mail
 * address and an agenda has names. LANGUAGE (RFC 5545 §3.2.10) stands where all of a value is in one language.
 */
export function write(request: ExportRequest): string {
  const { presentation, options } = request;
  const { agenda } = presentation;
  const entries = exportedSessions(request);
  const zone = presentation.zones.get(agenda.timezone);
  const times = entries.map(entry => (isTimed(entry) ? timesOf(entry, zone) : undefined));
  const context = {
    agenda,
    zone,
    presentation,
    options,
    present: new Set(entries),
    stamp: dtstamp(agenda, options),
    texts: placeholders(),
  };
  const events = entries.map((entry, i) => event(entry, times[i], context));
  const name = textValue(calendarName(presentation));
  const calName = context.texts.mark(name, { after: header(name, presentation) });
  const calendar = buildCalendar(events, { productId: PRODID, calName });
  // RFC 5545 §3.6 asks for a component, and some readers refuse a calendar that has none (collective/icalendar#251): a
  // time zone is the only one that is nothing to do or attend.
  const timezone =
    events.length === 0
      ? vtimezone(presentation.zones.get('Etc/UTC'), [])
      : options.tzid
        ? vtimezone(
            zone,
            new Set(times.flatMap(time => (time === undefined ? [] : [time.start, time.end ?? time.start]))),
          )
        : [];
  const component = timezone.map(line => `${foldLine(line)}\r\n`).join('');
  return context.texts.restore(calendar).replace(/^(?=BEGIN:VEVENT|END:VCALENDAR)/m, () => component);
}

/** The title of an agenda; behind that of a cancelled one, which METHOD alone could say otherwise, that it is. */
function calendarName(presentation: Presentation): string {
  const { agenda, text } = presentation;
  return `${text(agenda.title)}${agenda.status === 'cancelled' ? ` (${wordsOf(presentation).cancelled})` : ''}`;
}

/** What `ics` has no attribute for (RFC 7986 §5): the name, the links, the page, where to look for changes and how often. */
function header(name: string, { agenda: { timezone, url, links }, text }: Presentation): readonly string[] {
  const lines = textValue(links.map(link => linkLine(text(link.title), link.url)).join('\n'));
  const about = lines === '' ? [] : [`DESCRIPTION:${lines}`, `X-WR-CALDESC:${lines}`];
  const page = url === undefined ? [] : [`URL:${uriValue(url)}`];
  const source = url !== undefined && /^http/i.test(url) ? [`SOURCE;VALUE=URI:${uriValue(url)}`] : [];
  return [`NAME:${name}`, ...about, `X-WR-TIMEZONE:${textValue(timezone)}`, REFRESH, ...page, ...source];
}

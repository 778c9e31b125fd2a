import type { Appearance, Room } from '../model/agenda.js';
import { longDate } from '../model/date.js';
import { formatInterval } from '../model/time.js';
import { punctuationIn } from '../model/words.js';
import { titleOf } from '../query/agenda-index.js';
import { castLine, itemLine, joiningLinks, joinTexts, roleOf, timeOf } from '../query/naming.js';
import type { Presentation } from '../query/presentation.js';
import { interpretation, isTimed, type ScheduledSession } from '../query/scheduled-sessions.js';
import type { RoleKind } from '../query/walk.js';
import { pad } from '../text/wrap.js';
import { block, type Canvas, hangingIndent, readableWidth } from './canvas.js';

/** Columns that labels are padded to. */
const LABELS = 12;

type Field = readonly [label: string, text: string];

/** `idm show` on a terminal: one session with all its fields. */
export function sessionPage(entry: ScheduledSession, presentation: Presentation, canvas: Canvas): string {
  const { session } = entry;
  const { colors } = canvas;
  const width = readableWidth(canvas);
  const fields = (list: readonly Field[], hanging = 0) =>
    list.flatMap(([label, text], i) => {
      const lead = label === list[i - 1]?.[0] ? '' : `${label}  `;
      return text === '' ? [] : hangingIndent(pad(lead, LABELS), text, width, colors.dim, LABELS + hanging);
    });
  const paragraphs = (text: string) => (text === '' ? [] : block(text, width));
  const blocks = [
    [
      ...block(presentation.text(titleOf(session)), width, colors.bold),
      ...paragraphs(presentation.text(session.subtitle)),
    ],
    fields(facts(entry, presentation)),
    fields(
      [...people('moderator', session.moderators, presentation), ...people('speaker', session.speakers, presentation)],
      2,
    ),
    session.items.flatMap(item => hangingIndent('• ', itemLine(item, presentation), width)),
    paragraphs(presentation.text(session.description)),
    parts(entry, presentation, canvas),
    fields(marks(entry, presentation)),
  ];
  return blocks
    .filter(lines => lines.length > 0)
    .map(lines => `${lines.join('\n')}\n`)
    .join('\n');
}

function facts(entry: ScheduledSession, presentation: Presentation): readonly Field[] {
  const { session, status, rooms, parent, day, date } = entry;
  const { minutes } = presentation.instants(entry);
  const { timezone, venue } = presentation.agenda;
  const when = [
    `Day ${day} · ${longDate(date)}`,
    timeOf(entry, presentation),
    minutes === null ? '' : `${minutes} min`,
    presentation.zone === timezone || !isTimed(entry)
      ? timezone
      : `${presentation.zone} (${formatInterval(entry.time)} in ${timezone})`,
  ];
  const places = rooms.map(id => place(presentation.room(id), presentation));
  return [
    ['Id', session.id],
    ['Type', session.type],
    ['Status', status === 'confirmed' ? '' : status],
    ['When', joinTexts(when)],
    [
      places.length > 1 ? 'Rooms' : 'Room',
      places.length === 0 ? '' : joinTexts([...places, presentation.text(venue)], punctuationIn(presentation).comma),
    ],
    ['Part of', parent === undefined ? '' : named(parent, presentation)],
    ['Organizer', presentation.text(session.organizer)],
  ];
}

function people(as: RoleKind, all: readonly Appearance[], presentation: Presentation): readonly Field[] {
  const several = all.filter(({ role }) => role === undefined).length > 1 ? 's' : '';
  return all.map(one => [
    roleOf(one, as, presentation) + (one.role === undefined ? several : ''),
    castLine(one, presentation),
  ]);
}

function marks(entry: ScheduledSession, presentation: Presentation): readonly Field[] {
  const { session, rooms } = entry;
  const interpreted = interpretation(entry, presentation);
  const joining = joiningLinks(rooms, presentation);
  return [
    ['Track', presentation.text(session.track)],
    ['Tags', joinTexts(session.tags)],
    ['Languages', joinTexts(session.languages)],
    ['Interpreted', joinTexts(interpreted)],
    ['Link', session.url ?? ''],
    ...session.links.map(({ title, url }) => ['Link', joinTexts([presentation.text(title), url], ' ')] as const),
    ...joining.map(url => ['Join', url] as const),
  ];
}

function parts(entry: ScheduledSession, presentation: Presentation, canvas: Canvas, indent = 0): string[] {
  return entry.parts.flatMap(part => {
    const time = `${' '.repeat(indent)}${timeOf(part, presentation)}  `;
    return [
      ...hangingIndent(time, named(part, presentation), readableWidth(canvas), canvas.colors.mark),
      ...parts(part, presentation, canvas, indent + 2),
    ];
  });
}

function named({ session, status }: ScheduledSession, presentation: Presentation): string {
  const mark = status === 'confirmed' ? '' : ` · ${status}`;
  return `${presentation.text(titleOf(session))} (${session.id})${mark}`;
}

function place({ name, floor }: Room, presentation: Presentation): string {
  const where = presentation.text(floor);
  return where === '' ? presentation.text(name) : `${presentation.text(name)} (${where})`;
}

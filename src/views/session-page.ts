import type { Appearance, Room } from '../model/agenda.js';
import { formatInterval } from '../model/time.js';
import { dayIn, punctuationIn, wordsOf } from '../model/words.js';
import { titleOf } from '../query/agenda-index.js';
import { castLine, itemLine, joiningLinks, joinTexts, timeOf } from '../query/naming.js';
import type { Presentation } from '../query/presentation.js';
import { interpretation, isTimed, type ScheduledSession } from '../query/scheduled-sessions.js';
import { measure, pad } from '../text/wrap.js';
import { block, type Canvas, hangingIndent, readableWidth } from './canvas.js';
import { fieldLabels, minutesIn, typeIn, unlessConfirmed } from './labels.js';

/** Columns that labels are padded to: those of the widest, from the least to the most; a wider one has a line of its own. */
const LABELS = { least: 12, most: 20 };

type Field = readonly [label: string, text: string];

/** `idm show` on a terminal: one session with all its fields. */
export function sessionPage(entry: ScheduledSession, presentation: Presentation, canvas: Canvas): string {
  const { session } = entry;
  const { colors } = canvas;
  const width = readableWidth(canvas);
  const told = facts(entry, presentation);
  const cast = people(entry, presentation);
  const more = marks(entry, presentation);
  const used = [...told, ...cast, ...more].filter(([, text]) => text !== '').map(([label]) => measure(label) + 2);
  const left = Math.max(LABELS.least, ...used.filter(columns => columns <= LABELS.most));
  const fields = (list: readonly Field[], hanging = 0) =>
    list.flatMap(([label, text], i) => {
      const lead = label === list[i - 1]?.[0] ? '' : `${label}  `;
      return text === '' ? [] : hangingIndent(pad(lead, left), text, width, colors.dim, left + hanging);
    });
  const paragraphs = (text: string) => (text === '' ? [] : block(text, width));
  const blocks = [
    [
      ...block(presentation.text(titleOf(session)), width, colors.bold),
      ...paragraphs(presentation.text(session.subtitle)),
    ],
    fields(told),
    fields(cast, 2),
    session.items.flatMap(item => hangingIndent('• ', itemLine(item, presentation), width)),
    paragraphs(presentation.text(session.description)),
    parts(entry, presentation, canvas),
    fields(more),
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
    dayIn(day, date, presentation),
    timeOf(entry, presentation),
    minutes === null ? '' : minutesIn(minutes, presentation),
    presentation.zone === timezone || !isTimed(entry)
      ? timezone
      : `${presentation.zone} (${formatInterval(entry.time)} ${timezone})`,
  ];
  const labels = fieldLabels(presentation);
  const places = rooms.map(id => place(presentation.room(id), presentation));
  return [
    [labels.id, session.id],
    [labels.type, typeIn(session.type, presentation)],
    [labels.status, unlessConfirmed(status, presentation)],
    [labels.time, joinTexts(when, punctuationIn(presentation).comma)],
    [
      places.length > 1 ? labels.rooms : labels.room,
      places.length === 0 ? '' : joinTexts([...places, presentation.text(venue)], punctuationIn(presentation).comma),
    ],
    [labels.parent, parent === undefined ? '' : named(parent, presentation)],
    [labels.organizer, presentation.text(session.organizer)],
  ];
}

function people({ session }: ScheduledSession, presentation: Presentation): readonly Field[] {
  const words = wordsOf(presentation);
  const named = (one: string, several: string, all: readonly Appearance[]): readonly Field[] => {
    const label = all.filter(({ role }) => role === undefined).length > 1 ? several : one;
    return all.map(each => [
      each.role === undefined ? label : presentation.text(each.role),
      castLine(each, presentation),
    ]);
  };
  return [
    ...named(words.moderator, words.moderators, session.moderators),
    ...named(words.speaker, words.speakers, session.speakers),
  ];
}

function marks(entry: ScheduledSession, presentation: Presentation): readonly Field[] {
  const { session, rooms } = entry;
  const interpreted = interpretation(entry, presentation);
  const joining = joiningLinks(rooms, presentation);
  const labels = fieldLabels(presentation);
  const { join } = wordsOf(presentation);
  return [
    [labels.track, presentation.text(session.track)],
    [labels.tags, joinTexts(session.tags)],
    [labels.languages, joinTexts(session.languages)],
    [labels.interpretation, joinTexts(interpreted)],
    [labels.url, session.url ?? ''],
    ...session.links.map(({ title, url }) => [labels.url, joinTexts([presentation.text(title), url], ' ')] as const),
    ...joining.map(url => [join, url] as const),
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
  const name = `${presentation.text(titleOf(session))} (${session.id})`;
  return joinTexts([name, unlessConfirmed(status, presentation)], ' · ');
}

function place({ name, floor }: Room, presentation: Presentation): string {
  const where = presentation.text(floor);
  return where === '' ? presentation.text(name) : `${presentation.text(name)} (${where})`;
}

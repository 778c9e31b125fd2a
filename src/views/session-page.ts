import type { Appearance, Room } from '../model/agenda.js';
import { longDate } from '../model/date.js';
import { formatInterval } from '../model/time.js';
import type { Entry } from '../query/entries.js';
import type { Lens } from '../query/lens.js';
import { titleOf } from '../query/lookup.js';
import { castLine, listed, roleOf } from '../query/naming.js';
import type { Part } from '../query/walk.js';
import { pad } from '../text/wrap.js';
import { block, hang, measured, type Page } from './page.js';

/** The columns of the labels. */
const LABELS = 12;

type Field = readonly [label: string, text: string];

/** `idm show` on a terminal: all of one session. */
export function sessionPage(entry: Entry, lens: Lens, page: Page): string {
  const { session } = entry;
  const { paint } = page;
  const width = measured(page);
  const fields = (list: readonly Field[], hanging = 0) =>
    list.flatMap(([label, text], i) => {
      const lead = label === list[i - 1]?.[0] ? '' : `${label}  `;
      return text === '' ? [] : hang(pad(lead, LABELS), text, width, paint.dim, LABELS + hanging);
    });
  const paragraphs = (text: string) => (text === '' ? [] : block(text, width));
  const blocks = [
    [...block(lens.text(titleOf(session)), width, paint.bold), ...paragraphs(lens.text(session.subtitle))],
    fields(facts(entry, lens)),
    fields([...people('moderator', session.moderators, lens), ...people('speaker', session.speakers, lens)], 2),
    paragraphs(lens.text(session.description)),
    parts(entry, lens, page),
    fields(marks(entry, lens)),
  ];
  return blocks
    .filter(lines => lines.length > 0)
    .map(lines => `${lines.join('\n')}\n`)
    .join('\n');
}

function facts(entry: Entry, lens: Lens): readonly Field[] {
  const { session, status, rooms, parent, day, date } = entry;
  const { minutes } = lens.instants(entry);
  const { timezone, venue } = lens.agenda;
  const when = [
    `Day ${day} · ${longDate(date)}`,
    formatInterval(lens.clocks(entry)),
    minutes === null ? '' : `${minutes} min`,
    lens.zone === timezone ? timezone : `${lens.zone} (${formatInterval(entry.time)} in ${timezone})`,
  ];
  const places = rooms.map(id => place(lens.room(id), lens));
  return [
    ['Id', session.id],
    ['Type', session.type],
    ['Status', status === 'confirmed' ? '' : status],
    ['When', listed(when)],
    [places.length > 1 ? 'Rooms' : 'Room', places.length === 0 ? '' : listed([...places, lens.text(venue)])],
    ['Part of', parent === undefined ? '' : named(parent, lens)],
  ];
}

function people(as: Part, all: readonly Appearance[], lens: Lens): readonly Field[] {
  const several = all.filter(({ role }) => role === undefined).length > 1 ? 's' : '';
  return all.map(one => [roleOf(one, as, lens) + (one.role === undefined ? several : ''), castLine(one, lens)]);
}

function marks({ session }: Entry, lens: Lens): readonly Field[] {
  return [
    ['Track', lens.text(session.track)],
    ['Tags', listed(session.tags)],
    ['Languages', listed(session.languages)],
    ['Link', session.url ?? ''],
  ];
}

function parts(entry: Entry, lens: Lens, page: Page, indent = 0): string[] {
  return entry.parts.flatMap(part => {
    const time = `${' '.repeat(indent)}${formatInterval(lens.clocks(part))}  `;
    return [...hang(time, named(part, lens), measured(page), page.paint.mark), ...parts(part, lens, page, indent + 2)];
  });
}

function named({ session, status }: Entry, lens: Lens): string {
  const mark = status === 'confirmed' ? '' : ` · ${status}`;
  return `${lens.text(titleOf(session))} (${session.id})${mark}`;
}

function place({ name, floor }: Room, lens: Lens): string {
  const where = lens.text(floor);
  return where === '' ? lens.text(name) : `${lens.text(name)} (${where})`;
}

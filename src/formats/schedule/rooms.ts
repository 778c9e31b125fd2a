import type { Room } from '../../model/agenda.js';
import { slug } from '../../text/fold.js';
import { quote } from '../../text/quote.js';
import { freeIds } from '../import/ids.js';

import type { Issues, Span } from '../source/issues.js';
import { line } from './read-values.js';
import type { SourceEvent, SourceSchedule, SourceValue } from './source.js';

/** The rooms of a schedule: each name is one, in the order in which they are first named. */
export interface Rooms {
  readonly list: readonly { readonly room: Room; readonly at: Span }[];
  /** The place that an event names itself, else the one under which it stands; with the id of the room. */
  of(event: SourceEvent): { readonly id: string; readonly at: Span } | undefined;
}

/** Finds the rooms that are listed, that have a day of their own and that events name. `language` is that of the names. */
export function roomsOf(
  { rooms, days }: SourceSchedule,
  events: readonly SourceEvent[],
  language: string,
  issues: Issues,
): Rooms {
  const known = new Map<string, { readonly room: Room; readonly at: Span }>();
  const unique = freeIds();
  const add = (said: SourceValue, capacity?: number) => {
    const name = line(said.value);
    if (known.has(name)) return;
    const room = { id: unique(slug(name) || 'room'), name: { [language]: name }, ...(capacity && { capacity }) };
    known.set(name, { room, at: said.at });
  };
  for (const { name, capacity } of rooms)
    add(name, /^\d{1,9}$/.test(capacity?.value ?? '') ? Number(capacity?.value) : 0);
  for (const day of days) for (const room of day.rooms) add(room);
  for (const event of events) {
    const { room, within } = event;
    const said = room ?? within;
    if (said !== undefined) add(said);
    if (room === undefined || within === undefined || line(room.value) === line(within.value)) continue;
    const message = `the event names the room ${quote(room.value)}, but stands under ${quote(within.value)}`;
    issues.add('wrong-type', { span: room.at }, message, 'its own was taken: mend the one that is wrong');
  }
  return {
    list: [...known.values()],
    of: ({ room, within }) => {
      const said = room ?? within;
      const found = said && known.get(line(said.value));
      return said && found && { id: found.room.id, at: said.at };
    },
  };
}

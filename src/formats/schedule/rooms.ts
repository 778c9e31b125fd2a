import type { Room } from '../../model/agenda.js';
import { slug } from '../../text/fold.js';
import { quote } from '../../text/quote.js';
import { freeIds } from '../import/ids.js';
import type { Issues, Span } from '../source/issues.js';
import type { SourceEvent, SourceSchedule, SourceValue } from './source.js';
import { onOneLine } from './values.js';

/** The rooms of a schedule: each name is one, in the order in which they are first named. */
export interface KnownRooms {
  readonly list: readonly { readonly room: Room; readonly span: Span }[];
  /** The room that an event names itself, else the one that it stands under: its id, and the span of its name. */
  of(event: SourceEvent): { readonly id: string; readonly span: Span } | undefined;
}

/** Collects the rooms that are listed, that events stand under, and that events name. `language` is that of the names. */
export function roomsOf(
  { rooms, days }: SourceSchedule,
  events: readonly SourceEvent[],
  language: string,
  issues: Issues,
): KnownRooms {
  const known = new Map<string, { readonly room: Room; readonly span: Span }>();
  const unique = freeIds();
  const add = (source: SourceValue, capacity?: number) => {
    const name = onOneLine(source.value);
    if (known.has(name)) return;
    const room = { id: unique(slug(name) || 'room'), name: { [language]: name }, ...(capacity && { capacity }) };
    known.set(name, { room, span: source.span });
  };
  for (const { name, capacity } of rooms)
    add(name, /^\d{1,9}$/.test(capacity?.value ?? '') ? Number(capacity?.value) : 0);
  for (const day of days) for (const room of day.rooms) add(room);
  for (const event of events) {
    const { room, within } = event;
    const source = room ?? within;
    if (source !== undefined) add(source);
    if (room === undefined || within === undefined || onOneLine(room.value) === onOneLine(within.value)) continue;
    const message = `the event names the room ${quote(room.value)}, but stands under ${quote(within.value)}`;
    issues.add('wrong-type', { span: room.span }, message, 'its own was taken: mend the one that is wrong');
  }
  return {
    list: [...known.values()],
    of: ({ room, within }) => {
      const source = room ?? within;
      const found = source && known.get(onOneLine(source.value));
      return source && found && { id: found.room.id, span: source.span };
    },
  };
}

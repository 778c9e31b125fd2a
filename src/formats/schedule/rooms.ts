import type { Room } from '../../model/agenda.js';
import { slug } from '../../text/fold.js';
import { quote } from '../../text/quote.js';
import { freeIds, inLatin } from '../import/ids.js';
import type { Span } from '../source/issues.js';
import type { SourceEvent, SourceSchedule, SourceValue } from './source.js';
import { type TextForms, textOf } from './values.js';

/** The rooms of a schedule: each name is one, in the order in which they are first named. */
export interface KnownRooms {
  readonly list: readonly { readonly room: Room; readonly span: Span }[];
  /** The room that an event names itself, else the one that it stands under: its id, and the span of its name. */
  of(event: SourceEvent): { readonly id: string; readonly span: Span } | undefined;
}

/**
 * Collects the rooms that are listed, that events stand under, and that events name. An event that names its room by the slug
 * of the one that it stands under is in that one; where they are two, its own counts, which is told. `language` is that of
 * the names.
 */
export function roomsOf(
  { rooms, days, accounts }: SourceSchedule,
  events: readonly SourceEvent[],
  language: string,
  { oneLine }: TextForms,
  transliterate: (text: string) => string,
): KnownRooms {
  const known = new Map<string, { readonly room: Room; readonly span: Span }>();
  const unique = freeIds();
  const add = (source: SourceValue, capacity?: number) => {
    const name = oneLine(source.value);
    if (known.has(name)) return;
    const id = unique(slug(inLatin(name, transliterate)) || 'room');
    const room = {
      id,
      name: textOf(source, language, oneLine) ?? { [language]: name },
      ...(capacity !== undefined && { capacity }),
    };
    known.set(name, { room, span: source.span });
  };
  const nameOf = ({ room, within }: SourceEvent): SourceValue | undefined => {
    if (room === undefined || within === undefined || room.value === within.value) return room ?? within;
    const [own, other] = [oneLine(room.value), oneLine(within.value)];
    return own === other || slug(own) === slug(other) ? within : room;
  };
  for (const { name, capacity } of rooms) {
    const count = capacity === undefined || !/^\d{1,9}$/.test(capacity.value) ? undefined : Number(capacity.value);
    if (capacity !== undefined && count === undefined)
      accounts.unread(`the capacity ${quote(capacity.value)}`, capacity.span, { hint: 'write a whole number' });
    add(name, count === 0 ? undefined : count);
  }
  // A room all of whose events name another is none.
  const left = new Set<string>();
  for (const event of events) {
    const { within } = event;
    if (within !== undefined && nameOf(event) !== within) left.add(within.value);
  }
  for (const event of events)
    if (event.within !== undefined && nameOf(event) === event.within) left.delete(event.within.value);
  for (const day of days) for (const room of day.rooms) if (!left.has(room.value)) add(room);
  for (const event of events) {
    const { room, within } = event;
    const named = nameOf(event);
    if (named !== undefined) add(named);
    if (room === undefined || within === undefined || named !== room || room.value === within.value) continue;
    accounts.tell(`${room.value}\0${within.value}`, room.span, {
      rule: 'contradiction',
      message: count =>
        count === 1
          ? `the event names the room ${quote(room.value)}, but stands under ${quote(within.value)}: its own is taken`
          : `${count.toLocaleString('en')} events name the room ${quote(room.value)}, but stand under ${quote(within.value)}: their own is taken`,
      hint: 'mend the one that is wrong',
    });
  }
  return {
    list: [...known.values()],
    of: event => {
      const named = nameOf(event);
      const found = named && known.get(oneLine(named.value));
      return named && found && { id: found.room.id, span: named.span };
    },
  };
}

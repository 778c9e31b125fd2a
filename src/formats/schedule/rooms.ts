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
  const known = new Map<string, KnownRoom>();
  const unique = freeIds();
  const add = (source: SourceValue, capacity?: number): KnownRoom => {
    const same = known.get(source.value);
    if (same !== undefined) return same;
    const name = oneLine(source.value);
    const found = known.get(name);
    if (found !== undefined) {
      known.set(source.value, found);
      return found;
    }
    const id = unique(slug(inLatin(name, transliterate)) || 'room');
    const texts = textOf(source, language, oneLine) ?? { [language]: name };
    const made = { room: { id, name: texts, ...(capacity !== undefined && { capacity }) }, span: source.span };
    known.set(source.value, made);
    known.set(name, made);
    return made;
  };
  for (const { name, capacity } of rooms) {
    const count = capacity === undefined || !/^\d{1,9}$/.test(capacity.value) ? undefined : Number(capacity.value);
    if (capacity !== undefined && count === undefined)
      accounts.unread(`the capacity ${quote(capacity.value)}`, capacity.span, { hint: 'write a whole number' });
    add(name, count === 0 ? undefined : count);
  }
  const named = events.map(event => nameOf(event, oneLine));
  // A room all of whose events name another is none.
  const others = new Set(events.flatMap(({ within }, i) => (within !== named[i] ? (within?.value ?? []) : [])));
  if (others.size > 0)
    for (const [i, { within }] of events.entries()) if (within === named[i]) others.delete(within?.value ?? '');
  for (const day of days) for (const room of day.rooms) if (!others.has(room.value)) add(room);
  const byEvent = new Map<SourceEvent, { readonly id: string; readonly span: Span }>();
  for (const [i, event] of events.entries()) {
    const { room, within } = event;
    const source = named[i];
    if (source === undefined) continue;
    const { id } = add(source).room;
    byEvent.set(event, new RoomOfEvent(id, source));
    if (room === undefined || within === undefined || source !== room) continue;
    accounts.tell(`${room.value}\0${within.value}`, room.span, {
      rule: 'contradiction',
      message: count =>
        count === 1
          ? `the event names the room ${quote(room.value)}, but stands under ${quote(within.value)}: its own is taken`
          : `${count.toLocaleString('en')} events name the room ${quote(room.value)}, but stand under ${quote(within.value)}: their own is taken`,
      hint: 'mend the one that is wrong',
    });
  }
  return { list: [...new Set(known.values())], of: event => byEvent.get(event) };
}

interface KnownRoom {
  readonly room: Room;
  readonly span: Span;
}

/** The room of an event; its span is computed when a message asks for it. */
class RoomOfEvent {
  readonly id: string;
  private readonly source: SourceValue;

  constructor(id: string, source: SourceValue) {
    this.id = id;
    this.source = source;
  }

  get span(): Span {
    return this.source.span;
  }
}

/** The name of the room of an event: that of the room it stands under, unless it names another. */
function nameOf({ room, within }: SourceEvent, oneLine: (text: string) => string): SourceValue | undefined {
  if (room === undefined || within === undefined || room.value === within.value) return within ?? room;
  const [own, other] = [oneLine(room.value), oneLine(within.value)];
  return own === other || slug(own) === slug(other) ? within : room;
}

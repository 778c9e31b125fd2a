import type { Person, Room } from '../../model/agenda.js';
import { withoutHonorific } from '../../model/honorifics.js';
import { UNDETERMINED } from '../../model/localized.js';
import { fold } from '../../text/fold.js';
import type { Span } from '../source/issues.js';
import { type Aids, NO_AIDS } from './aids.js';
import { freeIds, inLatin, readableId } from './ids.js';
import { personKey } from './person-key.js';

/** The rooms and people that a source names again and again: one entry for each name. */
export interface NameRegistry {
  /** The id of a room by its name, or the id that the source itself gives it. */
  room(name: string, span: Span, options?: { readonly id?: string; readonly tag?: string }): string;
  /** The id of a person by name; {@link personKey} tells who is one person, the whole name in a file of idm's own. */
  person(name: string, span: Span): string;
  /** Says where a room is to be joined by video, by its id. */
  setUrl(room: string, url: string): void;
  rooms(): readonly Room[];
  /** Those who appear once are described where they speak. */
  people(): readonly Person[];
  /** Where a room or a person was first named, by id. */
  readonly spans: { readonly rooms: ReadonlyMap<string, Span>; readonly people: ReadonlyMap<string, Span> };
}

/** A registry in which no room and nobody is named yet. Names in other scripts are transliterated for their ids; `isOwn` of a file that idm wrote. */
export function nameRegistry({ transliterate }: Aids = NO_AIDS, isOwn = false): NameRegistry {
  const rooms = new Map<string, Room>();
  const people = new Map<string, { person: Person; name: string; times: number }>();
  const spans = { rooms: new Map<string, Span>(), people: new Map<string, Span>() };
  const urls = new Map<string, string>();
  const ids = { room: freeIds(), person: freeIds() };
  return {
    spans,
    room(name, span, { id: own, tag = UNDETERMINED } = {}) {
      const key = own ?? `name:${fold(name)}`;
      const known = rooms.get(key);
      if (known !== undefined) return known.id;
      const id = ids.room(own ?? readableId(inLatin(name, transliterate), 'room'));
      rooms.set(key, { id, name: { [tag]: name } });
      spans.rooms.set(id, span);
      return id;
    },
    person(name, span) {
      const key = isOwn ? name : personKey(name);
      const known = people.get(key);
      if (known !== undefined) {
        known.times++;
        // Of a name with and without an honorific, the one without is the name.
        if (!isOwn && name === withoutHonorific(name) && known.name !== withoutHonorific(known.name)) {
          known.name = name;
          known.person = { ...known.person, name };
        }
        return known.person.id;
      }
      const id = ids.person(readableId(inLatin(isOwn ? name : withoutHonorific(name), transliterate), 'person'));
      people.set(key, { person: { id, name }, name, times: 1 });
      spans.people.set(id, span);
      return id;
    },
    setUrl: (id, url) => urls.set(id, url),
    rooms: () =>
      [...rooms.values()].map(room => {
        const url = urls.get(room.id);
        return url === undefined ? room : { ...room, url };
      }),
    people: () =>
      [...people.values()].map(({ person, times }) => (times > 1 ? person : { ...person, inline: true as const })),
  };
}

import type { Text } from '../../model/localized.js';
import { LABEL_LANGUAGES, wordsIn } from '../../model/words.js';

/** The PRODID of the calendars that idm writes, and by which it knows them again. */
export const PRODID = '-//idm-agenda//idm//EN';

/** True for the PRODID of a calendar that any version of idm wrote. */
export function isOwn(prodid: string): boolean {
  return prodid.startsWith('-//idm-agenda//');
}

/** The title of an agenda in the name of its calendar, and whether the name says that all is cancelled, in any language. */
export function titleIn(name: string): { readonly title: string; readonly isCancelled: boolean } {
  const ending = LABEL_LANGUAGES.map(language => ` (${wordsIn(language).cancelled})`).find(end => name.endsWith(end));
  return ending === undefined
    ? { title: name, isCancelled: false }
    : { title: name.slice(0, -ending.length), isCancelled: true };
}

/** A description without its last line, where that says in any language what the session is a part of. */
export function withoutPartOf(description: Text, parent: Text): Text {
  const endings = LABEL_LANGUAGES.flatMap(language => {
    const { partOf, colon } = wordsIn(language);
    return Object.values(parent).map(title => `${partOf}${colon}${title}`);
  });
  const kept = Object.entries(description).flatMap(([tag, text]) => {
    const ending = endings.find(candidate => text.endsWith(candidate));
    const rest = ending === undefined ? text : text.slice(0, -ending.length).trimEnd();
    return rest === '' ? [] : [[tag, rest] as const];
  });
  return Object.fromEntries(kept);
}

/** Says which rooms a LOCATION names, and what the venue is, which comes after them. */
export interface Locations {
  rooms(location: string): readonly string[];
  readonly venue?: string;
}

/**
 * A LOCATION in another's calendar is the name of a room; where it is a list of names that each stand alone elsewhere in the
 * calendar (`Hall A, Hall B`), of several.
 */
export function foreignLocations(locations: readonly string[]): Locations {
  const all = new Set(locations);
  return {
    rooms: location => {
      const pieces = location.split(/[,;]/).map(piece => piece.trim());
      return pieces.every(piece => all.has(piece)) ? pieces : [location];
    },
  };
}

/**
 * The LOCATIONs of a calendar that idm wrote, which are `room, room, venue`, the venue alone, or, where there is neither,
 * the title. The venue is what they all end with; where all are one and the same, what follows its first comma.
 */
export function ownLocations(locations: readonly string[], title: string): Locations {
  const all = new Set(locations);
  const placed = [...all].filter(location => location !== title);
  const venue = placed.length === 0 || placed.length < all.size ? undefined : venueOf(placed);
  const before = (location: string) =>
    venue === undefined ? location : location === venue ? '' : location.slice(0, -venue.length - 2);
  const alone = new Set(placed.map(before).filter(name => !name.includes(', ')));
  const rooms = (location: string) => {
    const names = location === title ? '' : before(location);
    const pieces = names.split(', ');
    return names === '' ? [] : pieces.some(piece => alone.has(piece)) ? pieces : [names];
  };
  return { rooms, ...(venue === undefined ? {} : { venue }) };
}

/** The longest text after a comma that all of some different locations end with; the shortest of them may be that text. */
function venueOf(locations: readonly string[]): string | undefined {
  const [first = '', ...others] = locations;
  const shortest = locations.reduce((best, one) => (one.length < best.length ? one : best), first);
  const isVenue = (text: string) => locations.every(one => one === text || one.endsWith(`, ${text}`));
  if (others.length > 0 && isVenue(shortest)) return shortest;
  const common = others.reduce((length, other) => commonEnd(first, other, length), first.length);
  const comma = first.indexOf(', ', first.length - common);
  return comma === -1 ? undefined : first.slice(comma + 2);
}

/** How many characters two texts have in common at their end, `most` at most. */
function commonEnd(a: string, b: string, most: number): number {
  let length = 0;
  while (length < most && length < b.length && a[a.length - 1 - length] === b[b.length - 1 - length]) length++;
  return length;
}

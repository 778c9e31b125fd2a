/** Says which rooms a LOCATION names, and what comes after them. */
export interface Locations {
  rooms(location: string): readonly string[];
  readonly venue?: string;
}

/** A location in another's calendar is the name of a room. */
export const ANYWHERE: Locations = { rooms: location => [location] };

/**
 * The locations of a calendar of ours, which are `room, room, venue`, the venue alone, or, where there is neither, the
 * title. The venue is what they all end with; where all are one and the same, what follows its first comma.
 */
export function ours(locations: readonly string[], title: string): Locations {
  const placed = [...new Set(locations)].filter(location => location !== title);
  const venue = placed.length === 0 || placed.length < new Set(locations).size ? undefined : venueOf(placed);
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

function venueOf(locations: readonly string[]): string | undefined {
  const whole = locations.find(one => locations.every(other => other === one || other.endsWith(`, ${one}`)));
  const [first = ''] = locations;
  if (whole !== undefined && locations.length > 1) return whole;
  const pieces = first.split(', ');
  const tails = pieces.slice(1).map((_, i) => pieces.slice(i + 1).join(', '));
  return tails.find(tail => locations.every(location => location.endsWith(`, ${tail}`)));
}

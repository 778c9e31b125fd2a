import type { Place, Span } from '../formats/source/issues.js';
import { lastBefore } from '../formats/source/offsets.js';
import type { Reading } from '../formats/source/read-result.js';
import type { Path } from '../model/diagnostic.js';
import { scheduledSessions } from '../query/scheduled-sessions.js';

/** Says whether a finding at some places is about a session that was chosen, or about none. */
export type IsChosen = (places: readonly Place[]) => boolean;

/** The extent of a session, and the index of the one around it. */
interface Extent {
  readonly span: Span;
  readonly key: string;
  readonly around: number;
}

/**
 * Which findings are wanted where some sessions are chosen, by their paths: those in a chosen session, and those in none,
 * such as in the head of a file. What is in a session without a time is always wanted, since no filter finds it.
 */
export function chosenOf({ agenda, source }: Reading, chosen: readonly Path[]): IsChosen {
  const wanted = new Set(chosen.map(keyOf));
  const entries = agenda === undefined ? [] : scheduledSessions(agenda);
  const others = new Set(entries.map(({ path }) => keyOf(path)).filter(key => !wanted.has(key)));
  let extents: readonly Extent[] | undefined;
  const sessionAt = ([from]: Span): string => {
    extents ??= nested(entries.map(({ path }) => ({ span: source.extent(path), key: keyOf(path) })));
    let at = lastBefore(extents, from + 1, ({ span }) => span[0]);
    while (at !== -1 && (extents[at]?.span[1] ?? 0) <= from) at = extents[at]?.around ?? -1;
    return extents[at]?.key ?? '';
  };
  const sessionOf = (place: Place) => ('path' in place ? innermost(place.path) : sessionAt(place.span));
  return places => {
    const found = places.map(sessionOf);
    return found.some(key => wanted.has(key)) || !found.some(key => others.has(key));
  };
}

function keyOf(path: Path): string {
  return path.join('/');
}

/** The key of the session that a path is in; empty for a path in none. */
function innermost(path: Path): string {
  let length = path[0] === 'days' ? 2 : path.length;
  while (path[length] === 'sessions' && typeof path[length + 1] === 'number') length += 2;
  return length > 2 && path[0] === 'days' ? keyOf(path.slice(0, length)) : '';
}

/** Extents by their starts, each with the one that it lies in. */
function nested(extents: readonly Omit<Extent, 'around'>[]): readonly Extent[] {
  const sorted = extents.toSorted((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]);
  const open: number[] = [];
  return sorted.map((extent, i) => {
    while (open.length > 0 && (sorted[open.at(-1) ?? 0]?.span[1] ?? 0) <= extent.span[0]) open.pop();
    const around = open.at(-1) ?? -1;
    open.push(i);
    return { ...extent, around };
  });
}

import { queryWords, words } from '../text/fold.js';
import type { ScheduledSession } from './scheduled-sessions.js';

/** The sessions whose title matches a query, in one language or another: each word of it is a prefix of a word of the title. */
export function sessionsTitled(entries: readonly ScheduledSession[], query: string): readonly ScheduledSession[] {
  const wanted = queryWords(query);
  if (wanted.length === 0) return [];
  return entries.filter(({ session }) =>
    Object.values(session.title).some(title => {
      const known = words(title);
      return wanted.every(word => known.some(candidate => candidate.startsWith(word)));
    }),
  );
}

import type { Session } from '../model/agenda.js';
import { findPeople } from '../query/people.js';
import type { ScheduledSession } from '../query/scheduled-sessions.js';
import { type Filters, select, type UnknownChoice } from '../query/select.js';
import type { ClashChanges, FoundClash } from './clashes.js';
import type { Comparison } from './compare.js';

/** What changed, with the clashes. */
export interface Changes {
  readonly comparison: Comparison;
  readonly clashes: ClashChanges;
}

/**
 * The changes that touch what filters choose on either side: of a session, as it was or as it is. What concerns the
 * conference as a whole stays; of its people, rooms and days, those of what was chosen. A value that names nothing on
 * either side is told.
 */
export function narrow({ comparison, clashes }: Changes, filters: Filters): Changes | UnknownChoice {
  if (Object.values(filters).every(values => values === undefined)) return { comparison, clashes };
  const { old, now, renames } = comparison;
  const [before, after] = [select(old.agenda, filters), select(now.agenda, filters)];
  if ('choices' in before && 'choices' in after) return after;
  const [chosenOld, chosenNow] = [before, after].map(found => ('choices' in found ? [] : found));
  const sessions = new Set<Session>([...(chosenOld ?? []), ...(chosenNow ?? [])].map(({ session }) => session));
  const kept = comparison.sessions.filter(
    one => (one.before && sessions.has(one.before.session)) || (one.after && sessions.has(one.after.session)),
  );
  // A session that was chosen on one side is told as it is on both.
  const entries = (side: 'before' | 'after', chosen: readonly ScheduledSession[] = []) => [
    ...chosen,
    ...kept.flatMap(one => one[side]?.entry ?? []),
  ];
  const [ofOld, ofNow] = [entries('before', chosenOld), entries('after', chosenNow)];
  const isChosen = (ids: readonly string[], chosen: readonly ScheduledSession[] = []) =>
    chosen.some(({ session }) => ids.includes(session.id));
  const touches = (chosen: readonly ScheduledSession[] | undefined) => (one: FoundClash) =>
    isChosen(one.clash.sessions, chosen);
  const newNames = (ids: Iterable<string>, names: ReadonlyMap<string, string>) => {
    const known = new Map([...names].map(([is, was]) => [was, is]));
    return [...ids].map(id => known.get(id) ?? id);
  };
  const people = (filters.speaker ?? []).flatMap(query => [
    ...newNames(
      findPeople(old.agenda, query).map(({ id }) => id),
      renames.people,
    ),
    ...findPeople(now.agenda, query).map(({ id }) => id),
  ]);
  const of = {
    people: new Set(people),
    rooms: new Set([
      ...newNames(
        ofOld.flatMap(({ rooms }) => rooms),
        renames.rooms,
      ),
      ...ofNow.flatMap(({ rooms }) => rooms),
    ]),
    days: new Set([...ofOld, ...ofNow].map(({ date }) => date)),
  };
  return {
    comparison: {
      ...comparison,
      agenda: comparison.agenda.filter(({ field }) => {
        const [holder = '', id = ''] = field.split('.');
        return id === '' || of[holder as keyof typeof of].has(id);
      }),
      sessions: kept,
    },
    clashes: { came: clashes.came.filter(touches(chosenNow)), gone: clashes.gone.filter(touches(chosenOld)) },
  };
}

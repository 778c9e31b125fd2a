import type { Clash, Severity } from '../model/diagnostic.js';
import type { Renames } from './match.js';

/** Two sessions that are in each other's way, as a rule found them. */
export interface FoundClash {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly clash: Clash;
}

/** The clashes that one of two agendas has alone. */
export interface ClashChanges<One = FoundClash> {
  readonly came: readonly One[];
  readonly gone: readonly One[];
}

/**
 * The clashes of new that old has not, and those of old that new has not: one is the same where the rule and the sessions
 * are, under whatever ids. `sessions` has ids of old by those of new.
 */
export function compareClashes<One extends Pick<FoundClash, 'rule' | 'clash'>>(
  old: readonly One[],
  now: readonly One[],
  sessions: Renames,
): ClashChanges<One> {
  const key = ({ rule, clash }: One, name: (id: string) => string) =>
    JSON.stringify([rule, ...clash.sessions.map(name).sort()]);
  const ofOld = (one: One) => key(one, id => id);
  const ofNew = (one: One) => key(one, id => sessions.get(id) ?? id);
  const [before, after] = [new Set(old.map(ofOld)), new Set(now.map(ofNew))];
  return { came: now.filter(one => !before.has(ofNew(one))), gone: old.filter(one => !after.has(ofOld(one))) };
}

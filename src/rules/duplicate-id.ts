import type { Session } from '../model/agenda.js';
import type { Path } from '../model/diagnostic.js';
import { sessions } from '../query/walk.js';
import { idOf } from '../text/fold.js';
import { quote } from '../text/quote.js';
import type { Rule } from './rule.js';

export const duplicateId: Rule = {
  id: 'duplicate-id',
  severity: 'error',
  kind: 'shape',
  summary: 'Two sessions with one id.',
  why: 'A calendar knows a session by its id: the second would replace the first.',
  bad: `days:
  - date: 2018-03-26
    sessions:
      - {id: opening, time: 10:00-10:30, title: Opening}
      - {id: opening, time: 10:30-11:00, title: Welcome}
`,
  good: `days:
  - date: 2018-03-26
    sessions:
      - {id: opening, time: 10:00-10:30, title: Opening}
      - {id: welcome, time: 10:30-11:00, title: Welcome}
`,
  *check(agenda) {
    const first = new Map<string, Path>();
    const all = sessions(agenda);
    let free: ((session: Session) => string) | undefined;
    for (const { session, path } of all) {
      const other = first.get(session.id);
      if (other === undefined) {
        first.set(session.id, path);
        continue;
      }
      free ??= freeIds(new Set(all.map(one => one.session.id)));
      const id = free(session);
      yield {
        at: [...path, 'id'],
        related: [{ at: [...other, 'id'], message: 'the first session with this id' }],
        message: `the id ${quote(session.id)} is taken by another session`,
        hint: `give each session an id of its own: ${id}`,
        suggestion: { text: id },
      };
    }
  },
};

/** Gives a session an id of its title in Latin letters, or else of the one it has, that is not taken. */
function freeIds(taken: Set<string>): (session: Session) => string {
  const counts = new Map<string, number>();
  return ({ id, title }) => {
    const own = Object.values(title)
      .map(idOf)
      .find(stem => stem !== '' && !taken.has(stem));
    const stem = own ?? id;
    let n = own === undefined ? (counts.get(stem) ?? 2) : 1;
    const numbered = () => (n === 1 ? stem : `${stem}-${n}`);
    while (taken.has(numbered())) n++;
    counts.set(stem, n);
    taken.add(numbered());
    return numbered();
  };
}

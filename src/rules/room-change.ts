import { spelling } from '../model/localized.js';
import type { Minutes } from '../model/time.js';
import { agendaIndex } from '../query/agenda-index.js';
import { type LeafSession, leafSessions } from '../query/leaves.js';
import type { ScheduledSession } from '../query/scheduled-sessions.js';
import { cast } from '../query/walk.js';
import { list, quote } from '../text/quote.js';
import type { Rule } from './rule.js';

/** Sessions that one person has at one time: more are not looked at. */
const MOST = 10;

export const roomChange: Rule = {
  id: 'room-change',
  severity: 'info',
  kind: 'care',
  summary: 'A person who has back-to-back sessions in different rooms.',
  why: 'They will leave early or come late; whoever runs the rooms wants to know beforehand.',
  bad: `people:
  arbour: {name: Louise Arbour, org: United Nations}
rooms:
  hall: Hall
  annex: Annex
days:
  - date: 2018-03-26
    sessions:
      - {id: one, time: 10:00-11:00, title: One, room: hall, speakers: [arbour]}
      - {id: two, time: 11:00-12:00, title: Two, room: annex, speakers: [arbour]}
`,
  good: `people:
  arbour: {name: Louise Arbour, org: United Nations}
rooms:
  hall: Hall
  annex: Annex
days:
  - date: 2018-03-26
    sessions:
      - {id: one, time: 10:00-11:00, title: One, room: hall, speakers: [arbour]}
      - {id: two, time: 11:15-12:00, title: Two, room: annex, speakers: [arbour]}
`,
  *check(agenda) {
    const { person } = agendaIndex(agenda);
    const all = leafSessions(agenda);
    const starts = new Set(all.map(({ start }) => start));
    const ended = new Map<Minutes, Map<string, LeafSession[]>>();
    for (const leaf of all) {
      if (leaf.entry.end === undefined || !starts.has(leaf.end)) continue;
      const then = ended.get(leaf.end) ?? new Map<string, LeafSession[]>();
      ended.set(leaf.end, then);
      for (const id of leaf.people) {
        const ending = then.get(id);
        if (ending === undefined) then.set(id, [leaf]);
        else if (ending.length < MOST) ending.push(leaf);
      }
    }
    for (const to of all) {
      const then = ended.get(to.start);
      if (then === undefined) continue;
      const comers = new Map<LeafSession, string[]>();
      for (const id of to.people) {
        for (const from of then.get(id) ?? []) {
          if (!apart(from, to) || isRemote(id, from.entry) || isRemote(id, to.entry)) continue;
          const people = comers.get(from);
          if (people === undefined) comers.set(from, [id]);
          else people.push(id);
        }
      }
      for (const [from, people] of comers)
        yield {
          at: [...to.entry.path, 'time'],
          related: [{ at: from.entry.path, message: 'the session before' }],
          message: `${list(people, id => quote(spelling(person(id).name)), ' and ')} ${people.length > 1 ? 'have' : 'has'} no minute to come from ${room(from)} (${quote(from.entry.session.id)}) to ${room(to)}`,
          hint: 'leave some minutes between the two, or put them in one room',
        };
    }
  },
};

/** True for who takes part in a session, or in the session around it that names them, by video. */
function isRemote(id: string, entry: ScheduledSession): boolean {
  const own = cast(entry.session, entry.path).filter(({ appearance }) => appearance.person === id);
  if (own.length > 0) return own.some(({ appearance }) => appearance.remote);
  return entry.parent !== undefined && isRemote(id, entry.parent);
}

function room({ entry }: LeafSession): string {
  return list(entry.rooms, quote, ' and ');
}

function apart({ entry: a }: LeafSession, { entry: b }: LeafSession): boolean {
  return a.rooms.length > 0 && b.rooms.length > 0 && !a.rooms.some(id => b.rooms.includes(id));
}

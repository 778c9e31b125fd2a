import { spelling } from '../model/localized.js';
import { agendaIndex } from '../query/agenda-index.js';
import { list, quote, shorten } from '../text/quote.js';
import { overlapFindings, span } from './overlap.js';
import type { Rule } from './rule.js';

export const personClash: Rule = {
  id: 'person-clash',
  severity: 'error',
  kind: 'overlap',
  summary: 'One person in two sessions at the same time, in any role.',
  why: 'Nobody can be in two rooms. People of a session are in all its parts, unless they are listed on a part. Two people of one name are a warning: they may be one.',
  bad: `people:
  arbour: {name: Louise Arbour, org: United Nations}
rooms:
  hall: Hall
  annex: Annex
days:
  - date: 2018-03-26
    sessions:
      - {id: one, time: 10:00-11:00, title: One, room: hall, speakers: [arbour]}
      - {id: two, time: 10:30-11:30, title: Two, room: annex, moderators: [arbour]}
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
      - {id: two, time: 11:30-12:30, title: Two, room: annex, moderators: [arbour]}
`,
  check: (agenda, zones) => {
    const { person } = agendaIndex(agenda);
    const whose = (ids: readonly string[]) => list(ids, id => shorten(spelling(person(id).name)), ' and ');
    return overlapFindings(agenda, zones, 'person-clash', overlap => {
      const where = `in ${quote(overlap.b.session.id)} and in ${quote(overlap.a.session.id)}, ${span(overlap)}`;
      const { people, namesakes } = overlap;
      if (people.length > 0)
        return {
          message: `${whose(people)} ${people.length > 1 ? 'are' : 'is'} ${where}`,
          hint: 'move one of the sessions, or take the person off one',
        };
      return {
        message: `perhaps one person: ${whose(namesakes.slice(0, 1))} is ${where}, with another id in each`,
        hint: 'if it is one person, use one id for both',
        severity: 'warning',
      };
    });
  },
};

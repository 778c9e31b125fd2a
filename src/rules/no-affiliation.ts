import { spelling } from '../model/localized.js';
import { agendaIndex } from '../query/agenda-index.js';
import { personPaths, sessions } from '../query/walk.js';
import { quote } from '../text/quote.js';
import type { Rule } from './rule.js';

export const noAffiliation: Rule = {
  id: 'no-affiliation',
  severity: 'info',
  kind: 'care',
  own: true,
  summary: 'Someone who appears without a title and without an organisation.',
  why: 'Participants want to know for whom somebody speaks; a programme with bare names is seldom finished.',
  bad: `days:
  - date: 2018-03-26
    sessions:
      - {id: opening, time: 10:00-10:30, title: Opening, speakers: [{name: Louise Arbour}]}
`,
  good: `days:
  - date: 2018-03-26
    sessions:
      - {id: opening, time: 10:00-10:30, title: Opening, speakers: [{name: Louise Arbour, org: United Nations}]}
`,
  *check(agenda) {
    const { person } = agendaIndex(agenda);
    const places = personPaths(agenda);
    const found = new Set<string>();
    for (const { session, cast } of sessions(agenda)) {
      for (const { appearance } of cast) {
        if (appearance.title !== undefined || appearance.org !== undefined || found.has(appearance.person)) continue;
        const { id, name, title, org } = person(appearance.person);
        const place = places.get(id);
        if (place === undefined || name === '' || title !== undefined || org !== undefined) continue;
        found.add(id);
        yield {
          at: place.path,
          message: `${quote(spelling(name))} has neither title nor org in ${quote(session.id)}`,
          hint: 'add a title or an org',
        };
      }
    }
  },
};

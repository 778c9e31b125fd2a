import { described } from '../query/described.js';
import { lookup } from '../query/lookup.js';
import { cast, sessions } from '../query/walk.js';
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
    const { appearing } = lookup(agenda);
    const places = new Map(described(agenda));
    for (const { session, path } of sessions(agenda)) {
      for (const { appearance } of cast(session, path)) {
        const { name, title, org } = appearing(appearance);
        const at = places.get(appearance.person);
        if (at === undefined || name === '' || title !== undefined || org !== undefined) continue;
        places.delete(appearance.person);
        yield { at, message: `"${name}" has neither title nor org in "${session.id}"`, hint: 'add a title or an org' };
      }
    }
  },
};

import type { Path } from '../model/diagnostic.js';
import { lookup } from '../query/lookup.js';
import { cast, sessions } from '../query/walk.js';
import type { Rule } from './rule.js';

export const repeatedSpeaker: Rule = {
  id: 'repeated-speaker',
  severity: 'warning',
  kind: 'care',
  summary: 'One person twice among the moderators, or the speakers, of a session.',
  why: 'Every programme prints them twice; often the second was meant to be somebody else.',
  bad: `people:
  swing: {name: William Lacy Swing, org: IOM}
days:
  - date: 2018-03-26
    sessions:
      - {id: opening, time: 10:00-10:30, title: Opening, speakers: [swing, swing]}
`,
  good: `people:
  swing: {name: William Lacy Swing, org: IOM}
days:
  - date: 2018-03-26
    sessions:
      - {id: opening, time: 10:00-10:30, title: Opening, speakers: [swing]}
`,
  *check(agenda) {
    const { person } = lookup(agenda);
    for (const { session, path } of sessions(agenda)) {
      const first = { moderator: new Map<string, Path>(), speaker: new Map<string, Path>() };
      for (const { appearance, as, path: at } of cast(session, path)) {
        const other = first[as].get(appearance.person);
        if (other === undefined) first[as].set(appearance.person, at);
        else
          yield {
            at,
            other,
            message: `"${person(appearance.person).name}" is twice among the ${as}s of "${session.id}"`,
            hint: 'take one of them out; role and note have room for what they do',
          };
      }
    }
  },
};

import { lookup } from '../query/lookup.js';
import { cast, sessions } from '../query/walk.js';
import type { Rule } from './rule.js';

export const moderatorSpeaks: Rule = {
  id: 'moderator-speaks',
  severity: 'info',
  kind: 'care',
  summary: 'One person moderates a session and speaks in it.',
  why: 'It is common in small panels; where it was not meant, a name stands in the wrong list.',
  bad: `people:
  swing: {name: William Lacy Swing, org: IOM}
days:
  - date: 2018-03-26
    sessions:
      - {id: opening, time: 10:00-10:30, title: Opening, moderators: [swing], speakers: [swing]}
`,
  good: `people:
  swing: {name: William Lacy Swing, org: IOM}
  arbour: {name: Louise Arbour, org: United Nations}
days:
  - date: 2018-03-26
    sessions:
      - {id: opening, time: 10:00-10:30, title: Opening, moderators: [swing], speakers: [arbour]}
`,
  *check(agenda) {
    const { person } = lookup(agenda);
    for (const { session, path } of sessions(agenda)) {
      const people = [...cast(session, path)];
      const moderators = new Map(
        people.flatMap(({ appearance, as, path: at }) => (as === 'moderator' ? [[appearance.person, at]] : [])),
      );
      for (const { appearance, as, path: at } of people) {
        const other = moderators.get(appearance.person);
        if (as !== 'speaker' || other === undefined) continue;
        moderators.delete(appearance.person);
        yield { at, other, message: `"${person(appearance.person).name}" moderates "${session.id}" and speaks in it` };
      }
    }
  },
};

import { spelling } from '../model/localized.js';
import { agendaIndex } from '../query/agenda-index.js';
import { sessions } from '../query/walk.js';
import { quote } from '../text/quote.js';
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
    const { person } = agendaIndex(agenda);
    for (const { session, cast } of sessions(agenda)) {
      if (session.moderators.length === 0 || session.speakers.length === 0) continue;
      const moderators = new Map(
        cast.filter(({ as }) => as === 'moderator').map(one => [one.appearance.person, one] as const),
      );
      for (const one of cast) {
        const id = one.appearance.person;
        const other = moderators.get(id);
        if (one.as !== 'speaker' || one.item !== undefined || other === undefined) continue;
        moderators.delete(id);
        yield {
          at: one.path,
          related: [{ at: other.path, message: 'among the moderators' }],
          message: `${quote(spelling(person(id).name))} moderates ${quote(session.id)} and speaks in it`,
        };
      }
    }
  },
};

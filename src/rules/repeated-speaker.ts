import { spelling } from '../model/localized.js';
import { agendaIndex } from '../query/agenda-index.js';
import { type Cast, sessions } from '../query/walk.js';
import { quote } from '../text/quote.js';
import type { Rule } from './rule.js';

export const repeatedSpeaker: Rule = {
  id: 'repeated-speaker',
  severity: 'warning',
  kind: 'care',
  summary: 'One person twice among the moderators, or the speakers, of a session.',
  why: 'Every programme prints them twice; often the second was meant to be somebody else.',
  hintElsewhere: 'take one of them out',
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
    const { person } = agendaIndex(agenda);
    for (const { session, cast } of sessions(agenda)) {
      if (cast.length < 2) continue;
      // Of the moderators, the speakers, the speakers of each item.
      const firsts = new Map<unknown, Map<string, Cast>>();
      for (const one of cast) {
        const { as, appearance, item } = one;
        const first = firsts.get(item ?? as) ?? new Map<string, Cast>();
        firsts.set(item ?? as, first);
        const other = first.get(appearance.person);
        if (other === undefined) first.set(appearance.person, one);
        else
          yield {
            at: one.path,
            related: [{ at: other.path, message: 'the first time' }],
            message: `${quote(spelling(person(appearance.person).name))} is twice among the ${as}s of ${quote(session.id)}`,
            hint: 'take one of them out; role and note have room for what they do',
          };
      }
    }
  },
};

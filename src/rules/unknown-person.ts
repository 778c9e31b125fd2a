import { sessions } from '../query/walk.js';
import { slug } from '../text/fold.js';
import { correction, nearestAmong } from '../text/nearest.js';
import { quote, shorten } from '../text/quote.js';
import type { Rule } from './rule.js';

export const unknownPerson: Rule = {
  id: 'unknown-person',
  severity: 'error',
  kind: 'shape',
  summary: 'A moderator or speaker who is not in people.',
  why: 'Their name, function and organisation would be missing wherever the session is shown.',
  bad: `people:
  arbour: {name: Louise Arbour, org: United Nations}
days:
  - date: 2018-03-26
    sessions:
      - {id: opening, time: 10:00-10:30, title: Opening, speakers: [arbor]}
`,
  good: `people:
  arbour: {name: Louise Arbour, org: United Nations}
days:
  - date: 2018-03-26
    sessions:
      - {id: opening, time: 10:00-10:30, title: Opening, speakers: [arbour]}
`,
  *check(agenda) {
    const known = new Set(agenda.people.map(person => person.id));
    const nearestOf = nearestAmong(agenda.people.filter(person => !person.inline).map(person => person.id));
    for (const { cast } of sessions(agenda)) {
      for (const one of cast) {
        const { appearance } = one;
        if (known.has(appearance.person)) continue;
        const near = nearestOf(appearance.person);
        const isNew = cast.every(other => other.appearance.person !== near);
        const { hint, suggestion } = correction(
          near,
          `add ${shorten(slug(appearance.person)) || 'an entry'} to people, or describe the person here with name: …`,
        );
        yield {
          at: one.path,
          message: `${quote(appearance.person)} is not in people`,
          hint,
          ...(isNew && suggestion && { suggestion: { ...suggestion, at: [...one.path, 'person'] } }),
        };
      }
    }
  },
};

import type { Person } from '../model/agenda.js';
import { withoutHonorific } from '../model/honorifics.js';
import { likeNames } from '../query/names.js';
import { personPaths } from '../query/walk.js';
import { nameKey } from '../text/fold.js';
import { quote, shorten } from '../text/quote.js';
import type { Rule } from './rule.js';

export const samePersonTwice: Rule = {
  id: 'same-person-twice',
  severity: 'warning',
  gravest: 'error',
  kind: 'care',
  summary: 'Two people whose names are equal, or differ by one letter.',
  why: 'Described twice, one person has two pages and no clash is seen. Where the equal name stands in a session, it is an error.',
  hintElsewhere: 'write the name of one person in one way',
  bad: `people:
  leitao: {name: Maria Leitão, org: Portugal}
days:
  - date: 2018-03-26
    sessions:
      - {id: opening, time: 10:00-10:30, title: Opening, speakers: [leitao]}
      - {id: one, time: 10:30-11:00, title: One, speakers: [{name: Maria LEITAO, org: Portugal}]}
`,
  good: `people:
  leitao: {name: Maria Leitão, org: Portugal}
days:
  - date: 2018-03-26
    sessions:
      - {id: opening, time: 10:00-10:30, title: Opening, speakers: [leitao]}
      - {id: one, time: 10:30-11:00, title: One, speakers: [leitao]}
`,
  *check(agenda) {
    const places = personPaths(agenda);
    const place = ({ id }: Person) => places.get(id)?.path ?? ['people', id];
    for (const [one, other] of likeNames(agenda)) {
      const [first, second] = [one.person, other.person];
      const equal = nameKey(one.name) === nameKey(other.name);
      const isBare = nameKey(withoutHonorific(one.name)) === nameKey(withoutHonorific(other.name));
      const inline = first.inline || second.inline;
      const listed = [first, second].find(person => !person.inline)?.id;
      const once =
        inline && listed ? `refer to ${shorten(listed)} of people` : 'put them in people once and refer to the id';
      yield {
        at: place(second),
        related: [{ at: place(first), message: 'the other of the two' }],
        message:
          one.name === other.name
            ? `${quote(other.name)} is described twice`
            : `${quote(other.name)} and ${quote(one.name)} are ${equal ? 'one name' : isBare ? 'one name but for an honorific' : 'one letter apart'}`,
        hint: `${once}${inline && equal ? '; two people of one name both belong in people' : ''}`,
        ...(inline && equal ? { severity: 'error' as const } : {}),
      };
    }
  },
};

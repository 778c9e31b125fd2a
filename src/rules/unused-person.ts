import { referable, references } from '../model/references.js';
import { sessions } from '../query/walk.js';
import { quote } from '../text/quote.js';
import type { Rule } from './rule.js';

export const unusedPerson: Rule = {
  id: 'unused-person',
  severity: 'warning',
  kind: 'care',
  own: true,
  summary: 'Someone in people who is in no session.',
  why: 'A speaker was forgotten in a session, or one who withdrew is still in the file and on the page of speakers.',
  bad: `people:
  arbour: {name: Louise Arbour, org: United Nations}
  swing: {name: William Lacy Swing, org: IOM}
days:
  - date: 2018-03-26
    sessions:
      - {id: opening, time: 10:00-10:30, title: Opening, speakers: [swing]}
`,
  good: `people:
  arbour: {name: Louise Arbour, org: United Nations}
  swing: {name: William Lacy Swing, org: IOM}
days:
  - date: 2018-03-26
    sessions:
      - {id: opening, time: 10:00-10:30, title: Opening, speakers: [swing, arbour]}
`,
  *check(agenda) {
    // In an agenda without sessions, nobody can have been forgotten.
    if (agenda.days.every(day => day.sessions.length === 0)) return;
    const named = new Set<string>();
    for (const { cast } of sessions(agenda)) for (const { appearance } of cast) named.add(appearance.person);
    const listed = agenda.people.filter(person => !person.inline).map(person => person.id);
    const unused = listed.filter(id => !named.has(id));
    if (unused.length === 0) return;
    // A mistyped reference is reported by unknown-person; the person whom it means is not unused.
    for (const { id } of agenda.people) named.delete(id);
    const { meant, several } = references(agenda.people.filter(person => !person.inline).map(referable));
    const those = new Set([...named].flatMap(text => [...(several(text) ?? []), meant(text)]));
    for (const id of unused) {
      if (those.has(id)) continue;
      yield {
        at: ['people', id],
        on: 'key',
        message: `${quote(id)} is in no session`,
        hint: 'name them in the moderators or speakers of a session, or take them out of people',
      };
    }
  },
};

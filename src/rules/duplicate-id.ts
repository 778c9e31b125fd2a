import type { Path } from '../model/diagnostic.js';
import { sessions } from '../query/walk.js';
import { quote } from '../text/quote.js';
import type { Rule } from './rule.js';

export const duplicateId: Rule = {
  id: 'duplicate-id',
  severity: 'error',
  kind: 'shape',
  summary: 'Two sessions with one id.',
  why: 'A calendar knows a session by its id: the second would replace the first.',
  bad: `days:
  - date: 2018-03-26
    sessions:
      - {id: opening, time: 10:00-10:30, title: Opening}
      - {id: opening, time: 10:30-11:00, title: Welcome}
`,
  good: `days:
  - date: 2018-03-26
    sessions:
      - {id: opening, time: 10:00-10:30, title: Opening}
      - {id: welcome, time: 10:30-11:00, title: Welcome}
`,
  *check(agenda) {
    const first = new Map<string, Path>();
    for (const { session, path } of sessions(agenda)) {
      const other = first.get(session.id);
      if (other === undefined) first.set(session.id, path);
      else
        yield {
          at: [...path, 'id'],
          related: [{ at: [...other, 'id'], message: 'the first session with this id' }],
          message: `the id ${quote(session.id)} is taken by another session`,
          hint: 'give each session an id of its own',
        };
    }
  },
};

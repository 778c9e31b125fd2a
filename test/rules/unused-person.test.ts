import { describe, expect, test } from 'vitest';
import { day, found } from '../given/rule-agendas.js';

const HEAD = `people:
  arbour: {name: Louise Arbour, org: United Nations}
`;

describe('someone is unused', () => {
  test.each<[string, string, string[]]>([
    [
      'when no session names them',
      day('- {id: a, time: 10:00-11:00, title: A}', HEAD),
      ['arbour → "arbour" is in no session'],
    ],
    ['but not as a moderator', day('- {id: a, time: 10:00-11:00, title: A, moderators: [arbour]}', HEAD), []],
    [
      'nor in a part, with a note',
      day(
        `- id: a
  time: 10:00-11:00
  title: A
  sessions: [{id: b, time: 10:00-11:00, title: B, speakers: [{person: arbour, note: by video}]}]`,
        HEAD,
      ),
      [],
    ],
    [
      'nor in a session whose time cannot be read',
      day('- {id: a, time: soon, title: A, speakers: [arbour]}', HEAD),
      [],
    ],
    ['nor where they speak only', day('- {id: a, time: 10:00-11:00, title: A, speakers: [{name: Ann}]}'), []],
    [
      'nor under a mistyped id, which is one problem and not two',
      day('- {id: a, time: 10:00-11:00, title: A, speakers: [arbor]}', HEAD),
      [],
    ],
    ['nor before the first session is written', `${HEAD}days: []\n`, []],
  ])('%s', (_, agenda, problems) => expect(found('unused-person', agenda)).toEqual(problems));
});

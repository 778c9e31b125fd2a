import { describe, expect, test } from 'vitest';
import { day, found } from '../given/rule-agendas.js';

const PEOPLE = `people:
  ann: {name: Ann Berg, org: IOM}
`;

describe('a person is repeated', () => {
  test.each<[string, string, string[]]>([
    [
      'among the speakers',
      day('- {id: a, time: 10:00-11:00, title: A, speakers: [ann, {person: ann, note: closing words}]}', PEOPLE),
      ['{person: ann, note: closing words} → "Ann Berg" is twice among the speakers of "a" (line 9)'],
    ],
    [
      'among the moderators, each time more',
      day('- {id: a, time: 10:00-11:00, title: A, moderators: [ann, ann, ann]}', PEOPLE),
      [
        'ann → "Ann Berg" is twice among the moderators of "a" (line 9)',
        'ann → "Ann Berg" is twice among the moderators of "a" (line 9)',
      ],
    ],
    [
      'but not as moderator and speaker',
      day('- {id: a, time: 10:00-11:00, title: A, moderators: [ann], speakers: [ann]}', PEOPLE),
      [],
    ],
    [
      'nor in two sessions',
      day(
        `- {id: a, time: 10:00-11:00, title: A, speakers: [ann]}
- {id: b, time: 11:00-12:00, title: B, speakers: [ann]}`,
        PEOPLE,
      ),
      [],
    ],
  ])('%s', (_, agenda, problems) => expect(found('repeated-speaker', agenda)).toEqual(problems));
});

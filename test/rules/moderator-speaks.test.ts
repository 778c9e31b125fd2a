import { describe, expect, test } from 'vitest';
import { day, found } from '../given/rule-agendas.js';

const PEOPLE = `people:
  ann: {name: Ann Berg, org: IOM}
`;

describe('a moderator speaks', () => {
  test.each<[string, string, string[]]>([
    [
      'once, however often they are listed',
      day('- {id: a, time: 10:00-11:00, title: A, moderators: [ann], speakers: [ann, ann]}', PEOPLE),
      ['ann → "Ann Berg" moderates "a" and speaks in it (line 9)'],
    ],
    [
      'but not in a part of the session they moderate',
      day(
        `- id: a
  time: 10:00-11:00
  title: A
  moderators: [ann]
  sessions: [{id: b, time: 10:00-11:00, title: B, speakers: [ann]}]`,
        PEOPLE,
      ),
      [],
    ],
  ])('%s', (_, agenda, problems) => expect(found('moderator-speaks', agenda)).toEqual(problems));
});

import { describe, expect, test } from 'vitest';
import { day, found } from '../given/rule-agendas.js';

describe('someone has no affiliation', () => {
  test.each<[string, string, string[]]>([
    [
      'once, in people, however often they appear',
      day(
        `- {id: a, time: 10:00-11:00, title: A, speakers: [ann]}
- {id: b, time: 11:00-12:00, title: B, speakers: [ann]}`,
        'people:\n  ann: {name: Ann Berg}\n',
      ),
      ['ann → "Ann Berg" has neither title nor org in "a"'],
    ],
    [
      'when only one of their appearances says what they are',
      day(
        `- {id: a, time: 10:00-11:00, title: A, speakers: [{person: ann, title: Chair}]}
- {id: b, time: 11:00-12:00, title: B, speakers: [ann]}`,
        'people:\n  ann: {name: Ann Berg}\n',
      ),
      ['ann → "Ann Berg" has neither title nor org in "b"'],
    ],
    [
      'but not with a title alone',
      day('- {id: a, time: 10:00-11:00, title: A, speakers: [{name: Ann Berg, title: Chair}]}'),
      [],
    ],
    [
      'nor when each appearance says what they are',
      day(
        '- {id: a, time: 10:00-11:00, title: A, speakers: [{person: ann, org: IOM}]}',
        'people:\n  ann: {name: Ann Berg}\n',
      ),
      [],
    ],
    [
      'nor when they are not in people, or have no name: these are problems of their own',
      day('- {id: a, time: 10:00-11:00, title: A, speakers: [ann, {role: Chair}]}'),
      [],
    ],
  ])('%s', (_, agenda, problems) => expect(found('no-affiliation', agenda)).toEqual(problems));
});

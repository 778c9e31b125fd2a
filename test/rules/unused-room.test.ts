import { describe, expect, test } from 'vitest';
import { day, found } from '../given/rule-agendas.js';

const ROOMS = `rooms:
  hall: {name: Hall, shared: true}
`;

describe('a room is unused', () => {
  test.each<[string, string, string[]]>([
    [
      'when no session is in it',
      day('- {id: a, time: 10:00-11:00, title: A}', ROOMS),
      ['hall → no session is in the room "hall"'],
    ],
    ['but not as the room of the agenda', day('- {id: a, time: 10:00-11:00, title: A}', `room: hall\n${ROOMS}`), []],
    ['nor as one of several', day('- {id: a, time: 10:00-11:00, title: A, room: [x, hall]}', ROOMS), []],
    [
      'nor in a part',
      day(
        '- {id: a, time: 10:00-11:00, title: A, sessions: [{id: b, time: 10:00-11:00, title: B, room: hall}]}',
        ROOMS,
      ),
      [],
    ],
    ['nor under a mistyped id', day('- {id: a, time: 10:00-11:00, title: A, room: hal}', ROOMS), []],
    ['nor before the first session is written', `${ROOMS}days: []\n`, []],
  ])('%s', (_, agenda, problems) => expect(found('unused-room', agenda)).toEqual(problems));
});

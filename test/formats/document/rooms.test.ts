import { expect, test } from 'vitest';
import { readAny } from '../../../src/formats/detect.js';
import { printed } from '../../support/programme.js';

/** The sessions of a text, as `title | room`. */
async function rooms(text: string, file = 'x.md'): Promise<readonly string[]> {
  const { agenda } = await readAny(text, { file, assumeTz: 'UTC' }, 'document');
  return printed(agenda).sessions.map(line => line.split(' | ').slice(1, 3).join(' | '));
}

test.each<[string, string, readonly string[]]>([
  [
    'in brackets, where they are rooms in most titles',
    '10:00-11:00 Opening (Main Hall)\n11:00-12:00 Panel (Room 2)\n12:00-13:00 Lunch (Restaurant Lanternen, Quay 7)',
    ['Opening | Main Hall', 'Panel | Room 2', 'Lunch | Restaurant Lanternen, Quay 7'],
  ],
  [
    'but not where they are in one title alone',
    '10:00-11:00 Opening (Main Hall)\n11:00-12:00 Panel (Fish and Chips)',
    ['Opening | Main Hall', 'Panel (Fish and Chips) | '],
  ],
  [
    'nor short forms, statuses and people',
    '10:00-11:00 Opening (Main Hall)\n11:00-12:00 Panel (Room 2)\n12:00-13:00 Ports of the ILO (ILO)\n13:00-14:00 Votes (Ms. Ana Reis)',
    ['Opening | Main Hall', 'Panel | Room 2', 'Ports of the ILO (ILO) | ', 'Votes | '],
  ],
  [
    'on the line behind the title, where most have theirs',
    '10:00-11:00 Opening\nMain Hall\n\n11:00-12:00 Panel\nRoom 2\n\n12:00-13:00 Lunch\nBistro Ast',
    ['Opening | Main Hall', 'Panel | Room 2', 'Lunch | Bistro Ast'],
  ],
  [
    'but no sentence there',
    '10:00-11:00 Opening\nMain Hall\n\n11:00-12:00 Panel\nRoom 2\n\n12:00-13:00 Lunch\nPlease bring your badge.',
    ['Opening | Main Hall', 'Panel | Room 2', 'Lunch | '],
  ],
  [
    'but not where a title only ends as one',
    '# Session 1: Ports\n10:00-11:00 Setting the stage\n11:00-12:00 Panel (Main Stage)',
    ['Session 1: Ports | ', 'Setting the stage | ', 'Panel | Main Stage'],
  ],
  ['in brackets, rather than behind a dash', '10:00-11:00 Votes – Room 3 (Room 4)', ['Votes – Room 3 | Room 4']],
  // A table of two columns has titles in the second.
  ['in no title alone', '10:00–11:00 | Hall A\n11:00–12:00 | Room 2', ['Hall A | ', 'Room 2 | ']],
  [
    'behind a comma or a stop, of breaks',
    '10:00-11:00 Registration. Lobby\n11:00-12:00 Coffee break, Foyer\n12:00-13:00 Ports, Main Hall',
    ['Registration | Lobby', 'Coffee break | Foyer', 'Ports, Main Hall | '],
  ],
  ['with the storey', '10:00-11:00 Opening (Training Room, 2nd floor)', ['Opening | Training Room, 2nd floor']],
  ['with who chairs behind a dash', '10:00-11:00 Panel 1\nSalle 204 — Présidence : Ana Reis', ['Panel 1 | Salle 204']],
  [
    'apart by blanks, as text from a PDF has them',
    '10:00 – 11:00     Opening              Auditorium\n11:00 – 12:00     Coffee               Sky Restaurant\n12:00 – 13:00     Closing              Room 3.2',
    ['Opening | Auditorium', 'Coffee | Sky Restaurant', 'Closing | Room 3.2'],
  ],
  [
    'behind a time in brackets',
    'Opening (10:00-10:30, Main Hall)\nWelcome dinner (from 7 p.m., Poolside Deck; smart casual)',
    ['Opening | Main Hall', 'Welcome dinner | Poolside Deck'],
  ],
  [
    'behind a time and how long it takes, below a heading',
    '### Opening\n10:00 (20 min), Main Stage\n\n### Figures\n10:20 (1 h), Main Stage',
    ['Opening | Main Stage', 'Figures | Main Stage'],
  ],
  [
    'beside the time, above the title',
    '10:00–10:30 | Hall A\nOpening\n10:30–11:00 | Room 4\nVotes',
    ['Opening | Hall A', 'Votes | Room 4'],
  ],
  [
    'beside times, where most are rooms',
    '0900–0940   Plenary Hall\n            Opening\n\n0940–1010   Front steps\n            Family photograph\n\n1010–1100   Foyer\n            Tea break',
    ['Opening | Plenary Hall', 'Family photograph | Front steps', 'Tea break | Foyer'],
  ],
  [
    'behind a label, on the line of the title',
    '16:30h  Registro. Lugar: Hall.\n17:00h-18:30h  Comité. Lugar: Mesón El Brocal.',
    ['Registro | Hall', 'Comité | Mesón El Brocal'],
  ],
  [
    'behind a dot, where most have theirs',
    '- 17:30 Check-in · Loading Bay\n- 18:45 Kick-off · Main Floor\n- 19:30 Pitches · Main Floor',
    ['Check-in | Loading Bay', 'Kick-off | Main Floor', 'Pitches | Main Floor'],
  ],
  [
    'behind a sign',
    '10:00-11:00 Opening @ Lagoon Hall\n11:00-12:00 Pledges @ Deck',
    ['Opening | Lagoon Hall', 'Pledges | Deck'],
  ],
  [
    'in square brackets, on a line or before who speaks',
    '10:00-11:00 Opening\n[Main Hall]\n\n11:00-12:00 Panel [Room 2] // Ms. Ana Reis\n\n12:00-13:00 Votes\n[Attic]',
    ['Opening | Main Hall', 'Panel | Room 2', 'Votes | Attic'],
  ],
  [
    'in brackets by a word alone, of breaks',
    '10:00-11:00 Opening (Main Hall)\n11:00-12:00 Cocktail (jardin)',
    ['Opening | Main Hall', 'Cocktail | jardin'],
  ],
  [
    'in the heading of a stage, above headings that are titles',
    '## Noord\n\n### Opening\n10:00-10:30\n\n### Lunch\n12:00-13:00\n\n## Main Stage\n\n### Keynote: Dikes\n10:30-11:00\n\n## Kennistheater\n\n### Votes\n14:00-15:00',
    ['Opening | Noord', 'Keynote: Dikes | Main Stage', 'Lunch | Noord', 'Votes | Kennistheater'],
  ],
  [
    'in a column that says where',
    '| When | What | Where |\n|---|---|---|\n| 10:00-11:00 | Opening | Loft 1 |\n| 11:00-12:00 | Closing | Canteen |',
    ['Opening | Loft 1', 'Closing | Canteen'],
  ],
  [
    'in headings only where half of these are rooms',
    ['Ports', 'Dikes', 'Tides', 'Main Stage', 'Room 2']
      .map((name, i) => `## ${name}\n1${i}:00-1${i}:30 Talk ${i}\n\n`)
      .join(''),
    ['Talk 0 | ', 'Talk 1 | ', 'Talk 2 | ', 'Talk 3 | Main Stage', 'Talk 4 | Room 2'],
  ],
  [
    'in a last column without a name',
    '| 10:00-11:00 | Opening | Main Hall |\n| 11:00-12:00 | Panel | Room 2 |\n| 12:00-13:00 | Dinner | Engine Shed No. 2 |',
    ['Opening | Main Hall', 'Panel | Room 2', 'Dinner | Engine Shed No. 2'],
  ],
])('rooms stand %s', async (_, text, expected) => {
  expect(await rooms(`5 May 2031\n${text}`)).toEqual(expected);
});

test.each<[string, string]>([
  ['in the heading of the day', '5 May 2031 – Room Kasai\n10:00-11:00 Opening'],
  ['unless something else is said', '5 May 2031 – Room Kasai unless noted\n10:00-11:00 Opening'],
  [
    'in a row of the table',
    '<table><tr><td colspan="2">Day 1 – 5 May 2031 – Room Kasai</td></tr><tr><td>10:00-11:00</td><td>Opening</td></tr></table>',
  ],
])('a room of the day stands %s', async (_, text) => {
  const { agenda } = await readAny(
    text,
    { file: text.startsWith('<') ? 'x.html' : 'x.txt', assumeTz: 'UTC' },
    'document',
  );
  expect(agenda?.days.map(({ date, title, rooms }) => [date, title, rooms])).toEqual([
    ['2031-05-05', undefined, ['room-kasai']],
  ]);
});

test('the room below the heading of the only day is that of all', async () => {
  const { agenda } = await readAny(
    '5 May 2031\nPlace: Room Kasai\n10:00-11:00 Opening',
    { file: 'x.txt', assumeTz: 'UTC' },
    'document',
  );
  expect([agenda?.room, agenda?.days[0]?.rooms]).toEqual([['room-kasai'], undefined]);
});

test('a room of the day stands below its heading', async () => {
  const text = '5 May 2031\nPlace: Room Kasai\n10:00-11:00 Opening\n\n6 May 2031\nPlace: Room Loue\n10:00-11:00 Votes';
  const { agenda } = await readAny(text, { file: 'x.txt', assumeTz: 'UTC' }, 'document');
  expect(agenda?.days.map(({ rooms }) => rooms)).toEqual([['room-kasai'], ['room-loue']]);
});

test.each([
  'Unless another room is shown, all meetings take place in Conference Room 3.',
  'Toutes les séances ont lieu dans la salle VII.',
  'Todas las sesiones se celebran en la Sala 2, salvo indicación contraria.',
])('%s', async sentence => {
  const { agenda } = await readAny(
    `Meeting of the Basin\n\n${sentence}\n\n5 May 2031\n10:00-11:00 Opening`,
    { file: 'x.txt', assumeTz: 'UTC' },
    'document',
  );
  expect(agenda?.room).toHaveLength(1);
});

test('a room stands below the time, in one cell', async () => {
  const cell = (lines: readonly string[]) => `<td>${lines.map(line => `<p>${line}</p>`).join('')}</td>`;
  const rows = [
    ['09:30–10:00', 'Hall A', 'Opening'],
    ['10:00–11:00', 'Lighthouse Terrace', 'Reception'],
    ['11:00–12:00', 'Room 4', 'Closing'],
  ].map(([time = '', room = '', title = '']) => `<tr>${cell([time, room])}${cell([title])}</tr>`);
  expect(await rooms(`<h1>Forum</h1><p>5 May 2031</p><table>${rows.join('')}</table>`, 'x.html')).toEqual([
    'Opening | Hall A',
    'Reception | Lighthouse Terrace',
    'Closing | Room 4',
  ]);
});

test('a room stands in a cell that reaches down over several rows', async () => {
  const html =
    '<h1>Forum</h1><p>5 May 2031</p><table><tr><th>Time</th><th>Session</th><th>Room</th></tr><tr><td>10:00-11:00</td><td>Opening</td><td rowspan="2">Hall A</td></tr><tr><td>11:00-12:00</td><td>Votes</td></tr></table>';
  expect(await rooms(html, 'x.html')).toEqual(['Opening | Hall A', 'Votes | Hall A']);
});

test('headings above tables are rooms where the first is one', async () => {
  const table = (title: string) => `<table><tr><td>10:00-11:00</td><td>${title}</td></tr></table>`;
  const html = `<h1>Fair</h1><p>5 May 2031</p><h2>Main Stage</h2>${table('Opening')}<h2>Green Lab</h2>${table('Filters')}`;
  expect(await rooms(html, 'x.html')).toEqual(['Opening | Main Stage', 'Filters | Green Lab']);
});

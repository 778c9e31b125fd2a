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
  ['with the storey', '10:00-11:00 Opening (Training Room, 2nd floor)', ['Opening | Training Room, 2nd floor']],
  ['with who chairs behind a dash', '10:00-11:00 Panel 1\nSalle 204 — Présidence : Ana Reis', ['Panel 1 | Salle 204']],
  [
    'apart by blanks, as text from a PDF has them',
    '10:00 – 11:00     Opening              Auditorium\n11:00 – 12:00     Coffee               Sky Restaurant\n12:00 – 13:00     Closing              Room 3.2',
    ['Opening | Auditorium', 'Coffee | Sky Restaurant', 'Closing | Room 3.2'],
  ],
  [
    'in a column that says where',
    '| When | What | Where |\n|---|---|---|\n| 10:00-11:00 | Opening | Loft 1 |\n| 11:00-12:00 | Closing | Canteen |',
    ['Opening | Loft 1', 'Closing | Canteen'],
  ],
  [
    'in a last column without a name',
    '| 10:00-11:00 | Opening | Main Hall |\n| 11:00-12:00 | Panel | Room 2 |\n| 12:00-13:00 | Dinner | Engine Shed No. 2 |',
    ['Opening | Main Hall', 'Panel | Room 2', 'Dinner | Engine Shed No. 2'],
  ],
])('rooms stand %s', async (_, text, expected) => {
  expect(await rooms(`5 May 2031\n${text}`)).toEqual(expected);
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

test('headings above tables are rooms where the first is one', async () => {
  const table = (title: string) => `<table><tr><td>10:00-11:00</td><td>${title}</td></tr></table>`;
  const html = `<h1>Fair</h1><p>5 May 2031</p><h2>Main Stage</h2>${table('Opening')}<h2>Green Lab</h2>${table('Filters')}`;
  expect(await rooms(html, 'x.html')).toEqual(['Opening | Main Stage', 'Filters | Green Lab']);
});

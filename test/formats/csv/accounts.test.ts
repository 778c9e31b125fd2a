import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPlain } from '../../../src/formats/csv/read.js';
import { runs } from '../../support/runs.js';

/** Names of columns: known, as templates have them, misspelt, foreign, without a meaning, and empty. */
const NAMES = [
  ...[
    'id',
    'day',
    'end',
    'end date',
    'time',
    'duration',
    'all day',
    'type',
    'subtitle',
    'abstract',
    'description',
    'room',
  ],
  ...[
    'parent',
    'moderator',
    'speakers',
    'track',
    'tags',
    'languages',
    'status',
    'cancelled',
    'url',
    'Speaker 1',
    'Speaker 2',
  ],
  ...[
    'Chair',
    'First name',
    'Last name',
    'Presenter Name',
    'Track (Optional)',
    'Room/Location',
    'Keywords',
    'title',
    'Titel',
  ],
  ...[
    'Speakr',
    'Titl',
    'Podcast',
    'Zimmer',
    'Speaker Email',
    'Session',
    'Stadt',
    'Notiz',
    '备注',
    '',
    '$(x)',
    'constructor',
  ],
];

/** What stands in a row: a mark in each cell, which no other cell has. */
const table = fc
  .record({
    columns: fc.array(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 12 }),
    delimiter: fc.constantFrom(',', ';', '\t'),
  })
  .map(({ columns, delimiter }) => {
    const header = ['Title', 'Date', 'Start', ...columns];
    const marks = columns.map((_, i) => `mark${i}x`);
    const row = ['Opening', '2030-05-14', '09:00', ...marks];
    return { header, marks, text: `${header.join(delimiter)}\n${row.join(delimiter)}\n` };
  });

test('whatever columns a table has, each cell is in the agenda or in a finding', () => {
  fc.assert(
    fc.property(table, ({ header, marks, text }) => {
      const { agenda, faults } = readPlain(text, { assumeTz: 'Europe/Paris' });
      const kept = JSON.stringify(agenda);
      const told = faults.map(({ message, at }) => `${message} ${JSON.stringify(at)}`);
      const lost = marks.filter((mark, i) => {
        const name = header[i + 3] ?? '';
        const columns = [name === '' ? `column ${i + 4}, which has no name` : `column "${name}"`, `"${mark}"`];
        return !kept.includes(mark) && !columns.some(column => told.some(one => one.includes(column)));
      });
      expect(lost).toEqual([]);
    }),
    { numRuns: runs(1000) },
  );
});

test('whatever rows a table has, each is a session, the copy of one or in a finding', () => {
  const cell = (...values: readonly string[]) => fc.constantFrom(...values);
  const row = fc.tuple(
    cell('Opening', 'Closing', '开幕', ''),
    cell('2030-05-14', '14.05.2030', '15/14/2030', 'soon', ''),
    cell('09:00', '10:00-tbd', '25:00', 'later', ''),
    cell('A', 'B', ''),
    cell('Ada Lind', 'Bo Roe', ''),
  );
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), rows => {
      const given = rows.filter(cells => cells.join('') !== '');
      const { agenda, faults } = readPlain(
        `Title,Date,Time,Room,Speakers\n${given.map(cells => `${cells.join(',')}\n`).join('')}`,
        {
          assumeTz: 'Europe/Paris',
        },
      );
      const sessions = agenda?.days.flatMap(day => day.sessions) ?? [];
      // A finding stands for as many rows as it says.
      const told = faults.reduce((sum, { message }) => {
        const more = Number(/with (\d+) more cells/.exec(message)?.[1] ?? 0);
        const several = Number(/^(\d+) rows/.exec(message)?.[1] ?? 1);
        return sum + more + several;
      }, 0);
      expect(sessions.length + told).toBeGreaterThanOrEqual(given.length);
      expect(sessions.every(({ title, time }) => Object.keys(title).length > 0 && time !== undefined) || told > 0).toBe(
        true,
      );
    }),
    { numRuns: runs(500) },
  );
});

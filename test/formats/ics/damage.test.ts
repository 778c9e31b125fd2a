import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPlain as readCsv } from '../../../src/formats/csv/read.js';
import { readPlain as readIcs } from '../../../src/formats/ics/read.js';
import { lint } from '../../../src/lint/lint.js';
import { runs } from '../../support/runs.js';

const fixture = (path: string) => readFileSync(new URL(`../../given/${path}`, import.meta.url));

/** Bytes, half of them such as mean something to a calendar or a table. */
const piece = fc
  .oneof(
    fc.uint8Array({ maxLength: 4 }),
    fc
      .constantFrom(
        '\r',
        '\n',
        '\r\n ',
        '"',
        ';',
        ':',
        ',',
        '=',
        '\\',
        'BEGIN:VEVENT\r\n',
        'END:VEVENT\r\n',
        '\0',
        '2026',
        '-',
        '99',
      )
      .map(text => Buffer.from(text)),
  )
  .map(bytes => Buffer.from(bytes));

test.each([
  ['calendar', readIcs, fixture('calendars/meeting.ics')],
  ['table', readCsv, fixture('tables/hafentage.csv')],
] as const)('a %s damaged at random is read or refused, and every problem has its place', (_, read, bytes) => {
  const damage = fc.tuple(fc.nat({ max: bytes.length }), fc.nat({ max: 30 }), piece);
  fc.assert(
    fc.property(fc.array(damage, { minLength: 1, maxLength: 5 }), damages => {
      let damaged = bytes;
      for (const [from, length, by] of damages)
        damaged = Buffer.concat([damaged.subarray(0, from), by, damaged.subarray(from + length)]);
      const reading = read(damaged, { assumeTz: 'Europe/Berlin' });
      const { text } = reading.source;
      const last = text.split('\n').length;
      expect(reading.foreign).toBe(true);
      for (const { line, column, endLine, message } of lint(reading)) {
        expect([line, column].every(at => at > 0)).toBe(true);
        expect(endLine).toBeGreaterThanOrEqual(line);
        expect(endLine).toBeLessThanOrEqual(last);
        expect(message).not.toBe('');
      }
      expect(reading.agenda !== undefined || reading.faults.length > 0).toBe(true);
    }),
    { numRuns: runs(500) },
  );
});

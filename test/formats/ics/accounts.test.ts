import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPlain } from '../../../src/formats/ics/read.js';
import { runs } from '../../support/runs.js';

/** Lines of an event, `%` being a mark that no other line has: known, misspelt, of others, and what may stand once. */
const LINES = [
  ...[
    'SUMMARY:%',
    'DESCRIPTION:%',
    'LOCATION:%',
    'CATEGORIES:%',
    'STATUS:%',
    'URL:%',
    'X-ALT-DESC;FMTTYPE=text/html:%',
  ],
  ...[
    'SUMARY:%',
    'LOCATON:%',
    'CONTACT:%',
    'COMMENT:%',
    'RESOURCES:%',
    'CONFERENCE;VALUE=URI:%',
    'ATTACH:%',
    'ATTACH;FILENAME=%:https://example.org',
    'X-TRACK:%',
    'X-%:x',
  ],
  ...[
    'ATTENDEE;CN=%:mailto:a@example.org',
    'DURATION:%',
    'EXDATE:%',
    'RDATE:%',
    'RECURRENCE-ID:%',
    'DTEND:%',
    'no property %',
  ],
  ...[
    'BEGIN:PARTICIPANT\nNAME:%\nEND:PARTICIPANT',
    'BEGIN:X-%\nEND:X-%',
    'STYLED-DESCRIPTION:%',
    'SUMMARY;LANGUAGE=fr:%',
  ],
];
/** Components beside the events. */
const COMPONENTS = [
  'BEGIN:VTODO\nSUMMARY:%\nEND:VTODO',
  'BEGIN:VEVNT\nSUMMARY:%\nEND:VEVNT',
  'BEGIN:VJOURNAL\nBEGIN:VEVENT\nSUMMARY:%\nEND:VEVENT\nEND:VJOURNAL',
  'X-CALENDAR-%:x',
  'LOCATION:%',
];

const calendar = fc.array(
  fc.oneof(
    fc.array(fc.constantFrom(...LINES), { maxLength: 8 }).map(lines => ({ lines, inEvent: true })),
    fc.constantFrom(...COMPONENTS).map(line => ({ lines: [line], inEvent: false })),
  ),
  { minLength: 1, maxLength: 4 },
);

test('whatever properties and components a calendar has, each is in the agenda or in a finding', () => {
  fc.assert(
    fc.property(calendar, parts => {
      const marks: { readonly mark: string; readonly name: string; readonly isLeftOut: boolean }[] = [];
      const marked = (line: string, _: number, all: readonly string[]) => {
        const mark = `MARK${marks.length}Q`;
        const [, name = ''] = /^(?:BEGIN:)?([^:;\n]*)/.exec(line) ?? [];
        // The other form of a description is left out by design.
        const isLeftOut = line.startsWith('X-ALT-DESC') && all.includes('DESCRIPTION:%');
        marks.push({ mark, name: name.replace('%', mark), isLeftOut });
        return line.replaceAll('%', mark);
      };
      const bodies = parts.map(({ lines, inEvent }, i) =>
        inEvent
          ? [
              'BEGIN:VEVENT',
              `UID:talk-${i}@example.org`,
              'DTSTART:20300514T080000Z',
              ...lines.map(marked),
              'END:VEVENT',
            ].join('\n')
          : lines.map(marked).join('\n'),
      );
      const text = `BEGIN:VCALENDAR\nPRODID:-//example//EN\n${bodies.join('\n')}\nEND:VCALENDAR\n`;
      const { agenda, faults } = readPlain(text, { assumeTz: 'Europe/Paris' });
      const kept = JSON.stringify(agenda) ?? '';
      const spans = faults.flatMap(({ at, related = [] }) => [at, ...related.map(other => other.at)]);
      const lost = marks.filter(({ mark, name, isLeftOut }) => {
        if (isLeftOut || kept.includes(mark) || faults.some(({ message }) => message.includes(mark))) return false;
        const from = text.indexOf(mark);
        const isPlaced = spans.some(at => 'span' in at && at.span[0] <= from && from < at.span[1]);
        // A kind of thing is told once, with its first places.
        return !isPlaced && !faults.some(({ message }) => message.includes(name));
      });
      expect(lost).toEqual([]);
    }),
    { numRuns: runs(1000) },
  );
});

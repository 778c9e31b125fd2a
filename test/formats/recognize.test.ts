import { describe, expect, test } from 'vitest';
import { readAny } from '../../src/formats/detect.js';
import { idm } from '../support/run.js';

/** The beginning of an archive with files of these names, as far as it is looked at. */
const zip = (...names: readonly string[]) => Buffer.from(`PK\x03\x04\x14\0${names.join('\0PK\x03\x04')}`, 'latin1');
/** The beginning of a compound file with a stream of this name. */
const compound = (name: string) =>
  Buffer.concat([
    Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1'),
    Buffer.alloc(600),
    Buffer.from(name, 'utf16le'),
  ]);
const json = JSON.stringify;

async function found(input: string | Uint8Array, file = 'x') {
  const { agenda, faults } = await readAny(input, { file });
  return { agenda, faults: faults.map(({ message, hint = '' }) => `${message}; ${hint}`) };
}

describe('a file that is not read is named, with a way out', () => {
  test.each<[string, Uint8Array, RegExp]>([
    [
      'report 42: a Word document that breaks off',
      zip('[Content_Types].xml', 'word/document.xml'),
      /^this Word document cannot be read: the archive breaks off.*save it as \.docx again/,
    ],
    ['Word before 2007', compound('WordDocument'), /a Word document \(\.doc\).*save it as a Word document \(\.docx\)/],
    [
      'Excel',
      zip('[Content_Types].xml', 'xl/workbook.xml'),
      /^this workbook cannot be read: the archive breaks off.*save the sheet as CSV/,
    ],
    ['what Office encrypts', compound('EncryptedPackage'), /a document with a password.*save it without the password/],
    ['Excel before 2007', compound('Workbook'), /an Excel workbook \(\.xls\).*save it as a workbook \(\.xlsx\)/],
    ['PowerPoint', zip('ppt/presentation.xml'), /a PowerPoint presentation/],
    [
      'an OpenDocument spreadsheet',
      zip('mimetypeapplication/vnd.oasis.opendocument.spreadsheet'),
      /^this workbook cannot be read: the archive breaks off/,
    ],
    [
      'an OpenDocument text',
      zip('mimetypeapplication/vnd.oasis.opendocument.text'),
      /an OpenDocument text \(\.odt\).*save it as a Word document/,
    ],
    ['another archive', zip('a.ics'), /a ZIP archive.*unpack it/],
    [
      'PDF',
      Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1'),
      /a PDF.*copy its text into a Word document \(\.docx\) or a text file/,
    ],
    ['RTF', Buffer.from('{\\rtf1\\ansi 10:00 Opening}'), /a rich text document/],
    ['an image', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), /an image/],
    ['gzip', Buffer.from('\x1f\x8b\x08', 'latin1'), /a gzip archive.*unpack it/],
  ])('%s, whatever its extension', async (_, bytes, expected) => {
    for (const file of ['x', 'x.csv', 'x.ics', 'x.yaml', 'x.xml']) {
      const { agenda, faults } = await found(bytes, file);
      expect([agenda, faults]).toEqual([undefined, [expect.stringMatching(expected)]]);
    }
  });

  test.each<[string, string, RegExp]>([
    [
      'a web page',
      '<!DOCTYPE html>\n<html><body>Programme</body></html>',
      /this web page has 1 block of text, but no time of a session.*\(\.ics\)/,
    ],
    ['a piece of one', '<div class="day"><h2>Monday</h2></div>', /this web page has/],
    ['a page after a comment', '<?xml version="1.0"?>\n<!-- a <schedule> -->\n<html/>', /this web page is empty/],
    ['a feed', '<rss version="2.0"><channel/></rss>', /a feed of news/],
    ['xCal', '<icalendar xmlns="urn:ietf:params:xml:ns:icalendar-2.0"/>', /xCal.*iCalendar \(\.ics\)/],
    [
      'Indico',
      json({ _type: 'HTTPAPIResult', count: 1, results: [{ timezone: 'Europe/Warsaw' }] }),
      /JSON of Indico.*\.ics/,
    ],
    [
      'Sessionize, all',
      json({ sessions: [], speakers: [], questions: [], categories: [], rooms: [] }),
      /JSON of Sessionize.*to Excel, and name that workbook/,
    ],
    ['Sessionize, sessions', json([{ groupId: null, groupName: 'All', sessions: [] }]), /JSON of Sessionize/],
    ['Sessionize, grid', json([{ date: '2030-05-14', rooms: [], timeSlots: [] }]), /JSON of Sessionize/],
    ['open-event', json({ id: 1, name: 'Demo', timezone: 'Asia/Singapore' }), /JSON of open-event.*\.ics/],
    [
      'open-event, as its API gives it',
      json({ data: [{ type: 'session', attributes: { title: 'A', 'starts-at': '2030-05-14T10:00:00Z' } }] }),
      /JSON of open-event/,
    ],
    [
      'the API of pretalx',
      json({ count: 1, next: null, previous: null, results: [{ code: 'AB', title: 'A', submission_type: 'Talk' }] }),
      /JSON of pretalx.*schedule\.json/,
    ],
    ['EuroPython', json({ days: { '2030-05-14': { rooms: ['A'], events: [{ title: 'A' }] } } }), /EuroPython.*\.ics/],
    [
      'EuroPython, sessions by code',
      json({
        A8CD3F: { code: 'A8CD3F', title: 'A', speakers: ['F3DC8A'], session_type: 'Talk', slug: 'a', start: null },
      }),
      /EuroPython.*\.ics/,
    ],
    ['jCal', json(['vcalendar', [], []]), /jCal/],
    ['schema.org', json({ '@context': 'https://schema.org', '@type': 'Event', name: 'Demo' }), /schema\.org/],
    ['our own for programs', json({ agenda: {}, rooms: [], people: [], sessions: [] }), /idm export --json/],
    ['JSON of another shape', json({ talks: [1], zone: 'UTC' }), /an object with "talks", "zone".*idm formats/],
    ['a list of JSON', json([{ talk: 1 }]), /a list of objects with "talk"/],
    [
      'YAML of a web site',
      '- date: "2030-05-14"\n  timeslots:\n    - {\n\tstartTime: "9:00",\n\tsessionIds: [88]\n    }\n',
      /YAML of another program/,
    ],
    [
      'YAML of a web site with a title and days',
      'title: Demo\ndays:\n  - name: Monday\n    slots:\n      - time: 10:00\n        title: Opening\n',
      /YAML of another program/,
    ],
    [
      'an e-mail',
      'Return-Path: <a@example.org>\nFrom: Ann <a@example.org>\nTo: b@example.org\nSubject: The programme\nDate: Tue, 14 May 2030 10:00:00 +0200\n\nDear all,\n10:00 Opening\n',
      /an e-mail.*attachment/,
    ],
  ])('%s', async (_, text, expected) => {
    const { agenda, faults } = await found(text);
    expect([agenda, faults]).toEqual([undefined, [expect.stringMatching(expected)]]);
    expect((await found(Buffer.from(`\uFEFF${text}`, 'utf16le'))).faults).toEqual(faults);
  });

  test('a web page that was saved as a calendar', async () => {
    expect((await found('<html>Please log in</html>', 'programme.ics')).faults).toEqual([
      expect.stringContaining('this web page has 1 block of text'),
    ]);
  });

  test.each([
    ['list', 2],
    ['export --ics', 2],
    ['validate', 1],
  ])('idm %s of one exits with %i', async (command, code) => {
    const stdin = '<!DOCTYPE html><html></html>';
    const args = command === 'validate' ? ['validate', '-'] : [...command.split(' '), '-f', '-'];
    const result = await idm(args, { stdin });
    expect(result.code).toBe(code);
    expect(result.out + result.err).toContain('this web page is empty');
  });
});

test.each([
  ['plain text', 'Monday 13 May 2030\n\n10:00 Opening\n10:30 Coffee: in the hall\n11:00-12:00 Panel\n'],
  [
    'plain text with a line like a field',
    'Monday 13 May 2030\n10:00 Opening\nChair: Ann\n10:30 Coffee\n11:00-12:00 Panel\n',
  ],
  ['plain text in Markdown', '# Programme\n\n13 May 2030\n\n10:00 Opening\n10:30 Tea\n11:00-12:00 Panel\nand more\n'],
])('%s is read as a document, whatever its extension', async (_, text) => {
  for (const file of ['x', 'x.txt', 'x.md', 'x.docx']) {
    const { agenda, foreign } = await readAny(text, { file, assumeTz: 'UTC' });
    expect([foreign, agenda?.days[0]?.sessions.map(({ time }) => time)]).toEqual([
      true,
      [
        { start: 600, end: 630 },
        { start: 630, end: 660 },
        { start: 660, end: 720 },
      ],
    ]);
  }
});

test.each([
  ['an agenda with the extension of a text', 'id: a\ntitle: A\ntimezone: UTC\ndays: []\n', undefined],
  [
    'an e-mail with one',
    'Message-ID: <1@example.org>\nFrom: Ann <a@example.org>\nTo: b@example.org\nSubject: Programme\n\n10:00 Opening\n',
    'this is an e-mail: idm does not read it',
  ],
  [
    'a text without a time',
    'Dear all,\nthe programme comes soon.\n',
    'this text has 2 blocks of text, but no time of a session in it',
  ],
])('%s is not taken for a document', async (_, text, message) => {
  const { faults } = await readAny(text, { file: 'x.txt' });
  expect(faults.map(fault => fault.message).filter(one => message === undefined || one === message)).toEqual(
    message === undefined ? [] : [message],
  );
});

describe('what its author means as an agenda keeps its own findings', () => {
  test.each<[string, string, RegExp]>([
    ['with a slip in the first line', 'id demo\ntitle: Demo\ntimezone: UTC\ndays: []\n', /./],
    ['with a field of another program', 'id: demo\ntitle: Demo\ntimezone: UTC\nslots: 3\ndays: []\n', /slots/],
    [
      'without a time zone, with a field of another program',
      'id: demo\ntitle: Demo\nlanguage: en\ndays:\n  - date: 2030-05-14\n    slots: []\n',
      /timezone/,
    ],
    ['in JSON, without days', json({ id: 'demo', title: 'Demo', timezone: 'UTC' }), /days/],
    ['in JSON, with a slip', '{"id": "demo", "title": "Demo", "timezone": "UTC", "days": [}', /./],
    ['empty', '', /this is empty/],
  ])('%s', async (_, text, expected) => {
    const { faults } = await found(text, 'agenda.yaml');
    expect(faults.join('\n')).toMatch(expected);
    expect(faults.join('\n')).not.toMatch(/idm does not read it|shape that idm does not know/);
  });

  test('what --from names is read as that', async () => {
    const { faults } = await readAny('10:00 Opening\n11:00 Panel\n', {}, 'csv');
    expect(faults[0]?.message).toMatch(/table|column/);
    const other = await readAny('{"talks": 1}', {}, 'yaml');
    expect(other.faults[0]?.message).toContain('has none of id, title, timezone, days');
  });
});

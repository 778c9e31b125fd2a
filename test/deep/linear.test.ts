import { expect, test } from 'vitest';
import type { ReaderName } from '../../src/formats/registry.js';
import { through } from './through.js';

/** What stands in a text again and again. */
const RUNS = [
  ['blanks', ' '],
  ['tabs', '\t'],
  ['no-break spaces', '\u00A0'],
  ['letters', 'a'],
  ['colons', ':'],
] as const;

const HEAD = 'id: x\ntitle: X\ntimezone: Europe/Paris\n';
const session = (fields: string) =>
  `days:\n  - date: 2018-03-26\n    sessions:\n      - id: one\n        time: 10:00-11:00\n        ${fields}\n`;
const quoted = (text: string) => JSON.stringify(text);

/** Each field that holds a text, in idm's own format. */
const FIELDS: readonly (readonly [string, (text: string) => string])[] = [
  ['agenda title', text => `id: x\ntimezone: UTC\ntitle: ${quoted(text)}\n${session('title: T')}`],
  ['agenda id', text => `title: X\ntimezone: UTC\nid: ${quoted(text)}\n${session('title: T')}`],
  ...['subtitle', 'description', 'venue', 'organizer', 'url', 'status', 'updated', 'revision', 'room', 'language'].map(
    name => [`agenda ${name}`, (text: string) => `${HEAD}${name}: ${quoted(text)}\n${session('title: T')}`] as const,
  ),
  ['timezone', text => `id: x\ntitle: X\ntimezone: ${quoted(text)}\n${session('title: T')}`],
  [
    'an address',
    text =>
      `${HEAD}url: ${quoted(`https://${text} `)}\n${session(`title: T\n        url: ${quoted(`https://${text}`)}`)}`,
  ],
  ['a mail address', text => `${HEAD}url: ${quoted(`mailto:${text}@${text}`)}\n${session('title: T')}`],
  [
    'room',
    text =>
      `${HEAD}rooms: {a: {name: ${quoted(text)}, floor: ${quoted(text)}}}\n${session('title: T\n        room: a')}`,
  ],
  ...['name', 'honorific', 'title', 'org', 'country', 'url', 'bio'].map(
    name =>
      [
        `person ${name}`,
        (text: string) =>
          `${HEAD}people:\n  ann:\n    ${name === 'name' ? '' : 'name: Ann\n    '}${name}: ${quoted(text)}\n${session('title: T\n        speakers: [ann]')}`,
      ] as const,
  ),
  ['inline name', text => `${HEAD}${session(`title: T\n        speakers: [{name: ${quoted(text)}}]`)}`],
  [
    'role and note',
    text =>
      `${HEAD}${session(`title: T\n        speakers: [{name: Ann, role: ${quoted(text)}, note: ${quoted(text)}}]`)}`,
  ],
  ['session title', text => `${HEAD}${session(`title: ${quoted(text)}`)}`],
  ['session time', text => `${HEAD}days: [{date: 2018-03-26, sessions: [{id: s, title: T, time: ${quoted(text)}}]}]\n`],
  [
    'session id',
    text => `${HEAD}days: [{date: ${quoted(text)}, sessions: [{id: ${quoted(text)}, title: T, time: 10:00-}]}]\n`,
  ],
  ...['type', 'subtitle', 'description', 'room', 'track', 'status', 'url'].map(
    name =>
      [`session ${name}`, (text: string) => `${HEAD}${session(`title: T\n        ${name}: ${quoted(text)}`)}`] as const,
  ),
  [
    'tags and languages',
    text => `${HEAD}${session(`title: T\n        tags: [${quoted(text)}]\n        languages: [${quoted(text)}]`)}`,
  ],
];

/** Each kind of line, in a file that is otherwise well and in one that has a slip. */
const LINES: readonly (readonly [string, (run: string) => string])[] = [
  ['a text', run => `venue: a${run}b`],
  ['a text with a colon', run => `venue: a${run}b: c${run}`],
  ['a text and a comment', run => `venue: a${run}b # c${run}`],
  ['a comment', run => `#${run}`],
  ['an ignore before its colon', run => `# idm-ignore${run}:`],
  ['the rule of an ignore', run => `# idm-ignore room-clash${run}x: y`],
  ['the reason of an ignore', run => `# idm-ignore room-clash: y${run}x`],
  ['the run', run => run],
  ['the run and a comment', run => `${run}#`],
  ['the run and a field', run => `${run}venue: x`],
  ['a key', run => `a${run}b: x`],
  ['a block', run => `venue: |\n  a${run}b\n  ${run}`],
  ['a folded block', run => `venue: >-\n  a${run}b\n  ${run}`],
  ['the head of a block', run => `venue: | #${run}\n  a`],
  ['an open quote', run => `venue: "a${run}`],
  ['braces', run => `venue: {a: b${run}c, ${run}}`],
  ['an open bracket', run => `venue: [b${run}c, ${run}`],
  ['a tag', run => `venue: !a${run} b`],
  ['an anchor', run => `venue: &a${run} b`],
  ['a directive', run => `%a${run}`],
  ['a mark of a document', run => `---${run}`],
  ['an item', run => `- ${run}: ${run}`],
];

const ICS = (line: string) =>
  `BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:u\nSUMMARY:S\nDTSTART:20180326T100000Z\n${line}\nEND:VEVENT\nEND:VCALENDAR\n`;
const XML = (event: string) =>
  `<schedule><conference><title>T</title></conference><day date="2018-03-26"><room name="R"><event id="1"><title>E</title><start>10:00</start><duration>1:00</duration>${event}</event></room></day></schedule>`;
const JSON_EVENT = (fields: string) =>
  `{"schedule":{"conference":{"title":"T","days":[{"date":"2018-03-26","rooms":{"R":[{"id":1,"title":"E","start":"10:00","duration":"1:00"${fields}}]}}]}}}`;
const xml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Texts of the other formats. */
const ELSEWHERE: readonly (readonly [string, ReaderName, (text: string) => string])[] = [
  ...['Title', 'Date', 'Start', 'Speakers', 'Room', 'Language', 'Type', 'Url', 'Status', 'Duration'].map(
    name =>
      [
        `the column ${name}`,
        'csv',
        (text: string) => `${name},Title,Date,Start\n"${text.replaceAll('"', '""')}",T,2018-03-26,10:00\n`,
      ] as const,
  ),
  ['a line without a cell', 'csv', text => `Title,Date,Start\n${text}\nT,2018-03-26,10:00\n`],
  ...['SUMMARY', 'DESCRIPTION', 'LOCATION', 'CATEGORIES', 'URL', 'DTEND', 'DURATION', 'RRULE', 'EXDATE', 'STATUS'].map(
    name => [name, 'ics', (text: string) => ICS(`${name}:${text}`)] as const,
  ),
  ['a parameter', 'ics', text => ICS(`ATTENDEE;CN="${text}";ROLE=${text}:mailto:a@b.c`)],
  ['a line that is none', 'ics', text => ICS(text)],
  ['folded lines', 'ics', text => ICS(`COMMENT:${text.replace(/.{9}/g, '$&\n ')}`)],
  ...[
    'title',
    'description',
    'abstract',
    'duration',
    'date',
    'language',
    'track',
    'type',
    'slug',
    'url',
    'persons',
  ].map(name => [`<${name}>`, 'schedule-xml', (text: string) => XML(`<${name}>${xml(text)}</${name}>`)] as const),
  ['an attribute', 'schedule-xml', text => XML(`<persons><person id="${xml(text)}">P</person></persons>`)],
  ['a comment in XML', 'schedule-xml', text => XML(`<!--${text}-->`)],
  ['an open tag', 'schedule-xml', text => XML(`<a ${text}`)],
  ...['title', 'description', 'duration', 'date', 'language', 'track', 'type', 'slug', 'url', 'persons'].map(
    name => [`"${name}"`, 'schedule-json', (text: string) => JSON_EVENT(`,"${name}":${quoted(text)}`)] as const,
  ),
  ['a key of JSON', 'schedule-json', text => JSON_EVENT(`,${quoted(text)}:1`)],
];

/** Characters of a long text; `IDM_LONG=1` has 100,000. */
const MANY = process.env.IDM_LONG === '1' ? 100_000 : 25_000;
const FEW = MANY / 10;

/** Microseconds of the processor for one way of an input through idm. */
async function cost(input: string, format: ReaderName): Promise<number> {
  const before = process.cpuUsage();
  await through(input, format);
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

/** A text as people write it. */
const prose = (length: number) => 'Une politique des migrations, et ce qu’elle vaut. '.repeat(length / 50);

test.each(RUNS)(
  'ten times as many %s are at most twelve times the work, in every text and every line',
  async (_, unit) => {
    const kinds: (readonly [string, ReaderName, (run: string) => string])[] = [
      ...FIELDS.map(([name, make]) => [name, 'yaml', (run: string) => make(`a${run}b`)] as const),
      ...LINES.flatMap(([name, make]) => [
        [name, 'yaml', (run: string) => `${HEAD}${make(run)}\n${session('title: T')}`] as const,
        [
          `${name}, with a slip`,
          'yaml',
          (run: string) => `${HEAD}${make(run)}\n${session('title: T: U\n        track: "x')}`,
        ] as const,
      ]),
      ...ELSEWHERE.map(([name, format, make]) => [name, format, (run: string) => make(`a${run}b`)] as const),
    ];
    // Less than this is the noise of the machine: what a text of the same length costs that has nothing odd in it.
    const ordinary = `${HEAD}${session(`title: T\n        description: ${quoted(prose(MANY))}`)}`;
    await cost(ordinary, 'yaml');
    const noise = 4 * (await cost(ordinary, 'yaml'));
    const slow: string[] = [];
    for (const [name, format, make] of kinds) {
      const [few, many] = [make(unit.repeat(FEW)), make(unit.repeat(MANY))];
      let grown = false;
      // Once more where a neighbour of this process may have been in the way.
      for (let i = 0; i < 3 && !grown; i++) {
        const after = await cost(many, format);
        grown = after <= noise || after <= 12 * (await cost(few, format));
      }
      if (!grown) slow.push(`${format}: ${name}`);
    }
    expect(slow).toEqual([]);
  },
);

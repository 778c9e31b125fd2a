import { describe, expect, test } from 'vitest';
import { read } from '../../../src/formats/csv/read.js';
import { write } from '../../../src/formats/csv/write.js';
import { formatTime, TIME_WORDS } from '../../../src/model/time.js';
import { given, one, SHIPPED } from '../../given/exports.js';

const header = (table: string) => table.split('\r\n')[0]?.split(',') ?? [];
const COLUMNS = ['time', 'items', 'organizer', 'interpretation', 'links'];

/** The sessions of a table of others, and what is told. */
async function of(table: string, map = {}) {
  const { agenda, faults } = await read(table, { assumeTz: 'Europe/Paris', map });
  return {
    sessions: agenda?.days.flatMap(({ sessions }) => sessions) ?? [],
    told: faults.map(({ rule, message }) => `${rule}: ${message}`),
  };
}

test('a table has a column for what is new in 1.1 only where it is used', () => {
  expect(header(write(given(SHIPPED))).filter(name => COLUMNS.includes(name))).toEqual([]);
  const full = `, items: [Paper], organizer: Ville, interpretation: [ar], links: [{title: L, url: "https://example.org"}]`;
  const rows = one('', full).replace('10:00-11:00', 'tbc');
  expect(header(write(given(rows))).filter(name => COLUMNS.includes(name))).toEqual(COLUMNS);
});

test.each(TIME_WORDS)('%s stands in `time`, and comes back, without a start or an end', async word => {
  const table = write(given(one().replace('10:00-11:00', word)));
  const cells = Object.fromEntries(header(table).map((name, i) => [name, table.split('\r\n')[1]?.split(',')[i]]));
  expect([cells.start, cells.end, cells.time]).toEqual(['', '', word]);
  const { sessions, told } = await of(table);
  expect([sessions.map(({ time }) => time), told]).toEqual([[word], []]);
});

test('cells that are new come back as they were, formulas, semicolons and all', async () => {
  const full = `, items: ["=SUM(A1); B", {title: "two\\nlines", speakers: [Zoé]}], organizer: "@home", interpretation: [ar, pt-BR],
    links: [{title: "-1; 2", url: "https://example.org/a;b"}, {title: Poste, url: "mailto:a@example.org"}]`;
  const table = write(given(one('', full)));
  expect(table).toContain(`,"'=SUM(A1); B\ntwo lines",'@home,`);
  expect(table).toContain(`,"'-1; 2 https://example.org/a;b\n`);
  const { sessions, told } = await of(table);
  expect(told).toEqual([]);
  expect(sessions).toMatchObject([
    {
      items: [{ title: { und: '=SUM(A1); B' } }, { title: { und: 'two lines' } }],
      organizer: { und: '@home' },
      interpretation: ['ar', 'pt-BR'],
      links: [
        { title: { und: '-1; 2' }, url: 'https://example.org/a;b' },
        { title: { und: 'Poste' }, url: 'mailto:a@example.org' },
      ],
    },
  ]);
});

describe('a table of others', () => {
  test.each([
    ['Title,Date,Start\nx,2030-05-14,TBA', 'tbc'],
    ['Title,Date,Start,End\nx,2030-05-14,TBC,TBC', 'tbc'],
    ['Title,Date,Time\nx,2030-05-14,Afternoon', 'afternoon'],
    ['Titre,Date,Horaire\nx,2030-05-14,Matin', 'morning'],
    ['Titel;Datum;Beginn\nx;14.05.2030;abend', 'evening'],
    ['Title,Date,Start,Time\nx,2030-05-14,,morning', 'morning'],
    ['Title,Date,Start,Time\nx,2030-05-14,09:00,09:00-10:00', '09:00-'],
  ])('has words for times where no clock is announced: %j', async (table, time) => {
    const { sessions, told } = await of(table);
    expect(sessions.map(one => one.time && formatTime(one.time))).toEqual([time]);
    expect(told.filter(one => !one.startsWith('not-read: column "Time"'))).toEqual([]);
  });

  test('has an error where a word has an end by the clock', async () => {
    const { told } = await of('Title,Date,Start,End\nx,2030-05-14,afternoon,17:00');
    expect(told).toEqual(['bad-time: "afternoon" is not a time of day']);
  });

  test('says of a word beside a start that it is not read', async () => {
    const { told } = await of('Title,Date,Start,Time\nx,2030-05-14,09:00,morning');
    expect(told).toEqual(['not-read: column "Time" (1 cell) is not read']);
  });

  test('has papers, organizers, interpretation and links, by the names of its columns or as --map says', async () => {
    const { sessions, told } = await of(
      'Title,Date,Start,Papers,Organisateur,Interpreting,Docs\n' +
        'x,2030-05-14,10:00,Rain; Return,Ville,"French, ar","Slides https://example.org/1; https://example.org/a/Note%201.pdf"',
      { links: 'Docs' },
    );
    expect(told).toEqual([]);
    expect(sessions).toMatchObject([
      {
        items: [{ title: { und: 'Rain' } }, { title: { und: 'Return' } }],
        organizer: { und: 'Ville' },
        interpretation: ['fr', 'ar'],
        links: [
          { title: { und: 'Slides' }, url: 'https://example.org/1' },
          { title: { und: 'Note 1.pdf' }, url: 'https://example.org/a/Note%201.pdf' },
        ],
      },
    ]);
  });

  test('has an error for a link that is none', async () => {
    const { sessions, told } = await of('Title,Date,Start,Links\nx,2030-05-14,10:00,see the wiki');
    expect([sessions[0]?.links, told]).toEqual([[], [expect.stringMatching(/"wiki"/)]]);
  });
});

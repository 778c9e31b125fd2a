import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeFormula, unescapeFormula } from '../../../src/formats/csv/own-cells.js';
import { write } from '../../../src/formats/csv/write.js';
import { given, NASTY, one, SHIPPED } from '../../given/exports.js';
import { parse } from '../../support/rfc4180.js';

/** The rows by session id, each by column, the guards taken off. */
function table(csv: string): ReadonlyMap<string, Readonly<Record<string, string>>> {
  const [head = [], ...rows] = parse(csv);
  const records = rows.map(row => {
    expect(row.length).toBe(head.length);
    return Object.fromEntries(row.map((cell, i) => [head[i] ?? '', unescapeFormula(cell)]));
  });
  return new Map(records.map(record => [record.id ?? '', record]));
}

const nasty = table(write(given(NASTY)));

describe('the table', () => {
  test('has the documented columns, and nothing else without sessions', () => {
    const header =
      'id,day,date,start,end,timezone,type,title,subtitle,description,rooms,room_ids,parent,moderators,speakers,track,tags,languages,status,url\r\n';
    expect(write(given(one().replace(/days:.*/, 'days: []')))).toBe(header);
    expect(write(given(SHIPPED)).startsWith(header)).toBe(true);
  });

  test('has a row for every session of the shipped agenda, in order', () => {
    const { selection } = given(SHIPPED);
    expect([...table(write(given(SHIPPED))).keys()]).toEqual(selection.map(({ session }) => session.id));
  });

  test('has every field of a session', () => {
    expect(nasty.get('parent')).toEqual({
      id: 'parent',
      day: '2',
      date: '2018-06-01',
      start: '09:00',
      end: '12:00',
      timezone: 'America/New_York',
      type: 'plenary',
      title: 'Plénière',
      subtitle: 'Sous-titre',
      description: expect.stringMatching(/^Où que l’on se tourne/),
      rooms: 'Salle A; aile, nord; 会議室',
      room_ids: 'a; b',
      parent: '',
      moderators: 'Ada "La" Lovelace',
      speakers: '=HYPERLINK("http://evil.example")',
      track: 'Données, chiffres; \\ preuves',
      tags: 'a,b; plenary; c;d',
      languages: 'fr; ar',
      status: 'confirmed',
      url: 'mailto:agenda@example.org?subject=a,b;c',
    });
  });

  test.each([
    ['part-1', { parent: 'parent', rooms: 'Salle A; aile, nord; 会議室' }],
    ['part-2', { parent: 'parent', rooms: '', room_ids: '' }],
    ['cancelled-part', { status: 'cancelled' }],
    ['over-midnight', { start: '23:00', end: '01:00+1' }],
    ['after-midnight', { start: '00:30+1', end: '02:00+1' }],
    ['to-midnight', { end: '24:00' }],
    ['open-end', { start: '19:00', end: '' }],
    ['injection', { description: 'un\ndeux\ntrois\nquatre\u2028cinqsix' }],
    ['controls', { title: 'cloche, échappement[31m, nul, DEL, C1, tabulation\tfin' }],
    [
      'formula-1',
      { title: '=1+1', subtitle: '+33 1 23 45 67 89', description: '-2', track: '@SUM(A1)', tags: "'=quoted" },
    ],
    ['formula-2', { title: '\t=tab', subtitle: '\n=return', description: "''-two quotes", track: "'t is harmless" }],
  ])('reads back %s', (id, cells) => {
    expect(nasty.get(id)).toMatchObject(cells);
  });

  test('has no cell that a spreadsheet takes for a formula', () => {
    const cells = parse(write(given(NASTY))).flat();
    expect(cells).toEqual(expect.arrayContaining(["'=1+1", "'=bell"]));
    expect(cells.filter(cell => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  });

  test('has the clocks of the agenda, in the language of the presentation', () => {
    const abroad = table(write(given(NASTY, { lang: 'en' })));
    expect(abroad.get('parent')).toMatchObject({
      start: '09:00',
      timezone: 'America/New_York',
      rooms: 'Room A; Room B',
    });
  });

  test('leaves out the sessions that have parts with parents: false', () => {
    const left = table(write(given(NASTY, { parents: false })));
    expect([...nasty.keys()].filter(id => !left.has(id))).toEqual(['parent', 'cancelled']);
  });
});

describe('escapeFormula', () => {
  const cell = fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '\n', 'a', '"'), maxLength: 6 });

  test('is undone by unescapeFormula', () => {
    fc.assert(fc.property(fc.oneof(cell, fc.string()), text => unescapeFormula(escapeFormula(text)) === text));
  });

  test('lets no cell begin with what begins a formula', () => {
    fc.assert(fc.property(fc.oneof(cell, fc.string()), text => !/^[=+\-@\t\r]/.test(escapeFormula(text))));
  });

  test('never gives two texts one cell', () => {
    fc.assert(fc.property(cell, cell, (a, b) => a === b || escapeFormula(a) !== escapeFormula(b)));
  });

  test.each([
    ['=1', "'=1"],
    ["'=1", "''=1"],
    ["'t", "'t"],
    ['a=1', 'a=1'],
    ['', ''],
  ])('%s becomes %s', (text, guarded) => {
    expect(escapeFormula(text)).toBe(guarded);
  });
});

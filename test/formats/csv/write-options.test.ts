import { describe, expect, test } from 'vitest';
import { unescapeFormula } from '../../../src/formats/csv/own-cells.js';
import { write } from '../../../src/formats/csv/write.js';
import { given, NASTY, one, SHIPPED } from '../../given/exports.js';
import { parse } from '../../support/rfc4180.js';

describe('--bom', () => {
  test('puts a byte order mark before the same table', () => {
    expect(write(given(NASTY, { bom: true }))).toBe(`\uFEFF${write(given(NASTY))}`);
    expect(Buffer.from(write(given(NASTY, { bom: true }))).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  });
});

describe('--delimiter', () => {
  test.each([';', '\t', '|', ' ', 'a', '§', '😀', '-'])('%j: the same cells', delimiter => {
    expect(parse(write(given(NASTY, { delimiter })), delimiter)).toEqual(parse(write(given(NASTY))));
  });

  test('needs no quotes round a comma', () => {
    expect(write(given(one('', ', description: "a, b"'), { delimiter: ';' }))).toContain(';a, b;');
  });
});

describe('--people', () => {
  const people = (yaml: string, choice = {}) => {
    const [head = [], ...rows] = parse(write(given(yaml, { people: true, ...choice })));
    return rows.map(row => Object.fromEntries(row.map((cell, i) => [head[i], unescapeFormula(cell)])));
  };

  test('has the documented columns', () => {
    expect(write(given(one(), { people: true }))).toBe(
      'id,name,honorific,title,org,country,moderates,speaks,url,bio\r\n',
    );
  });

  test('has a row for everyone in file order, and where they appear in the order of the programme', () => {
    const rows = people(SHIPPED);
    expect(rows.map(({ id }) => id)).toEqual(given(SHIPPED).agenda.people.map(({ id }) => id));
    expect(rows[0]).toEqual({
      id: 'swing',
      name: 'William Lacy Swing',
      honorific: 'M.',
      title: 'Directeur général de l’OIM',
      org: 'OIM',
      country: '',
      moderates: 'setting-the-scene',
      speaks: 'opening; closing',
      url: '',
      bio: '',
    });
  });

  test('has, of a part of the agenda, those who appear in it and only where they do', () => {
    const rows = people(SHIPPED, {
      lang: 'en',
      only: ({ session }: { session: { id: string } }) => session.id === 'closing',
    });
    expect(rows.map(({ id, title, moderates, speaks }) => [id, title, moderates, speaks])).toEqual([
      ['swing', 'Director General, IOM', '', 'closing'],
      ['arbour', 'Special Representative of the Secretary-General for International Migration', '', 'closing'],
    ]);
  });

  test('has those who stand where they speak, and no formula', () => {
    expect(people(one('', ', speakers: [{name: Zoé, url: "https://example.org", bio: "Un\\nmot"}]'))).toEqual([
      expect.objectContaining({ id: 'zoe', name: 'Zoé', speaks: 's', url: 'https://example.org', bio: 'Un\nmot' }),
    ]);
    expect(write(given(NASTY, { people: true }))).toContain(`bob,"'=HYPERLINK(""http://evil.example"")"`);
  });

  test('counts someone once in a session', () => {
    const twice = one('people: {ada: {name: Ada}}', ', moderators: [ada], speakers: [ada, ada]');
    expect(people(twice).map(({ moderates, speaks }) => [moderates, speaks])).toEqual([['s', 's']]);
  });
});

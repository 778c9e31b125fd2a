import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readYaml } from '../../../src/formats/agenda/full-read.js';
import { readAny } from '../../../src/formats/detect.js';
import { printed } from '../../support/programme.js';
import { idm, ROOT, SHIPPED } from '../../support/run.js';

const COPY = `${ROOT}test/given/documents/two-columns.txt`;
const shipped = readYaml(readFileSync(SHIPPED, 'utf8')).agenda;

/** People as the shipped agenda has them, without their organisations: a document has the function complete, with these. */
function withoutOrgs(lines: readonly string[]): readonly string[] {
  return lines.map(line =>
    line
      .split(' | ')
      .map((part, i) => (i === 3 ? '' : part))
      .join(' | '),
  );
}

/** Titles and functions in which the publisher had a slip that the shipped agenda mends. */
const SLIPS: readonly (readonly [published: string, mended: string])[] = [
  ['Directrice général adjointe', 'Directrice générale adjointe'],
];

async function reading(path: string) {
  return readAny(readFileSync(path), { file: path });
}

const mended = (line: string) => SLIPS.reduce((text, [wrong, right]) => text.replace(wrong, right), line);

describe.each<[string, string]>([
  ['a copy of its layout: columns by tabs, mark-up left in, pages that broke', COPY],
  ...(process.env.IDM_SOURCE === undefined
    ? []
    : [['the text that its publisher gave', process.env.IDM_SOURCE] satisfies [string, string]]),
])('the shipped agenda, out of %s', (_, path) => {
  test('has its 15 sessions, with times, types, titles, rooms and parents', async () => {
    const { agenda } = await reading(path);
    const { sessions } = printed(agenda, 'fr');
    expect(sessions).toHaveLength(15);
    expect(sessions).toEqual(printed(shipped, 'fr').sessions);
  });

  test('has its 47 people in 50 appearances, with honorifics, functions, roles and notes', async () => {
    const { agenda } = await reading(path);
    const { people } = printed(agenda, 'fr');
    expect([agenda?.people.length, people.length]).toEqual([47, 50]);
    expect(people.map(mended)).toEqual(withoutOrgs(printed(shipped, 'fr').people));
  });

  test('has its title, theme, place, dates, status and holder', async () => {
    const { agenda } = await reading(path);
    const { title, subtitle, venue, organizer, status, language, timezone, room } = agenda ?? {};
    expect([title, subtitle, venue, organizer]).toEqual(
      [shipped?.title, shipped?.subtitle, shipped?.venue, shipped?.organizer].map(text => ({ fr: text?.fr })),
    );
    expect([status, language, timezone]).toEqual(['final', 'fr', 'America/New_York']);
    expect(room?.map(id => agenda?.rooms.find(one => one.id === id)?.name)).toEqual([{ fr: 'Salle de conférence 2' }]);
    expect(agenda?.days.map(({ date, title: day }) => [date, day?.fr])).toEqual([
      ['2018-03-26', 'Première journée'],
      ['2018-03-27', 'Seconde journée'],
    ]);
  });

  test('leaves nothing that is not understood, and says what was guessed', async () => {
    const { faults, guesses } = await reading(path);
    expect(faults.filter(({ rule }) => rule !== 'read-as')).toEqual([]);
    expect(guesses?.map(({ of, field }) => `${of} ${field}`)).toEqual([
      'day date',
      'day date',
      'agenda language',
      'agenda timezone',
    ]);
  });
});

test('the descriptions of the copy are those of the shipped agenda, across its pages', async () => {
  const { agenda } = await reading(COPY);
  const described = (of: typeof agenda) =>
    of?.days.flatMap(({ sessions }) => sessions.flatMap(one => [one, ...one.sessions]).map(one => one.description?.fr));
  expect(described(agenda)).toEqual(described(shipped));
});

describe('from the command line', () => {
  test('idm list lists its sessions, and says what was guessed on standard error', async () => {
    const { code, out, err } = await idm(['list', '-f', COPY]);
    expect([code, out.trimEnd().split('\n').length]).toEqual([0, 15]);
    expect(err).toContain('"Première journée" is taken to be 2018-03-26');
  });

  test('idm validate finds no error in it', async () => {
    const { code, out } = await idm(['validate', '--info', '--all', COPY]);
    expect(code).toBe(0);
    expect(out).toContain('the times are taken to be those of America/New_York');
  });

  test('idm export --yaml marks what was guessed, and reads again', async () => {
    const { code, out } = await idm(['export', '--yaml', '-f', COPY]);
    expect(code).toBe(0);
    expect(out.match(/^.*# \?.*$/gm)).toEqual([
      'language: fr # ? by the words of the document',
      'timezone: America/New_York # ? that of New York',
      '  - date: 2018-03-26 # ? the dates come from the head of the document',
      '  - date: 2018-03-27 # ? the dates come from the head of the document',
    ]);
    const again = readYaml(out);
    expect(again.faults).toEqual([]);
    expect(printed(again.agenda, 'fr')).toEqual(printed((await reading(COPY)).agenda, 'fr'));
  });
});

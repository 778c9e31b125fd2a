import { describe, expect, test } from 'vitest';
import { isOwn, ownLocations, PRODID, titleIn, withoutPartOf } from '../../../src/formats/ics/own-calendar.js';
import { readPlain as read } from '../../../src/formats/ics/read.js';
import { write } from '../../../src/formats/ics/write.js';
import { LABEL_LANGUAGES } from '../../../src/model/words.js';
import { given, one } from '../../given/exports.js';
import { expectLinear } from '../../support/growth.js';

test.each([
  [PRODID, true],
  ['-//idm-agenda//idm 0.1//FR', true],
  ['-//example//idm-agenda//EN', false],
  ['', false],
])('a calendar with the PRODID "%s" is our own: %s', (prodid, expected) => {
  expect(isOwn(prodid)).toBe(expected);
});

test.each([
  ['Une (annulé)', 'Une', true],
  ['Одна (отменено)', 'Одна', true],
  ['Une (annulé) ', 'Une (annulé) ', false],
  ['Une annulé', 'Une annulé', false],
  ['Une', 'Une', false],
])('the name "%s" is that of "%s", cancelled: %s', (name, title, isCancelled) => {
  expect(titleIn(name)).toEqual({ title, isCancelled });
});

test.each<[Record<string, string>, Record<string, string>]>([
  [{ fr: 'Un.\n\nFait partie de\u00a0: Toute' }, { fr: 'Un.' }],
  [{ en: 'Part of: Toute' }, {}],
  [{ zh: '一\n\n所属会议：Toute' }, { zh: '一' }],
  [{ fr: 'Part of: une autre' }, { fr: 'Part of: une autre' }],
  [{ fr: 'Part of: Toute, et plus' }, { fr: 'Part of: Toute, et plus' }],
])('of the description %j, that of a part of "Toute", %j is left', (description, expected) => {
  expect(withoutPartOf(description, { und: 'Toute' })).toEqual(expected);
});

describe('the rooms and the venue of locations', () => {
  test.each<[string[], string | undefined, string[][]]>([
    [['A, ONU', 'B, ONU'], 'ONU', [['A'], ['B']]],
    [['A, ONU', 'A, B, ONU'], 'ONU', [['A'], ['A', 'B']]],
    [['A, ONU, New York', 'ONU, New York'], 'ONU, New York', [['A'], []]],
    [['A, ONU, New York', 'B, ONU, New York'], 'ONU, New York', [['A'], ['B']]],
    [['A, ONU, New York'], 'ONU, New York', [['A']]],
    [['A, B, ONU', 'C, ONU'], 'ONU', [['A, B'], ['C']]],
    [['ONU'], undefined, [['ONU']]],
    [['A', 'B'], undefined, [['A'], ['B']]],
    [['A, X', 'B, Y'], undefined, [['A, X'], ['B, Y']]],
    [['AB, X', 'CB, X', 'B, X'], 'X', [['AB'], ['CB'], ['B']]],
    [['A, ONU', 'Une'], undefined, [['A, ONU'], []]],
    [['Une'], undefined, [[]]],
  ])('%j: %s, %j', (locations, venue, rooms) => {
    const found = ownLocations(locations, 'Une');
    expect([found.venue, locations.map(found.rooms)]).toEqual([venue, rooms]);
  });

  test.each<[string, (size: number) => readonly string[]]>([
    ['one long location', size => [`${'a, '.repeat(size)}z`]],
    ['two long ones alike', size => ['x', 'y'].map(first => `${first}, ${'a, '.repeat(size)}z`)],
    ['many different ones', size => Array.from({ length: size / 10 }, (_, i) => `Salle ${i}, ONU`)],
    ['many that end alike', size => Array.from({ length: size / 10 }, (_, i) => `${i}, ${'a, '.repeat(10)}z`)],
  ])('take time in proportion to their length: %s', async (_, of) => {
    await expectLinear(
      by => of(300_000 / by),
      locations => expect(ownLocations(locations, 'Une').venue).toMatch(/^(?:a, .*z|ONU)$/),
    );
  });
});

describe.each([...LABEL_LANGUAGES, 'de'])('an agenda in %s', language => {
  const back = (yaml: string) => read(write(given(yaml.replace('language: fr', `language: ${language}`))), {});

  test('whose parts have descriptions comes back with them alone', () => {
    const part = 'sessions: [{id: p, time: 10:00-10:30, title: Partie, description: Voici.}]';
    const { agenda, faults } = back(one('', `, ${part}`));
    expect(faults).toEqual([]);
    const [session] = agenda?.days[0]?.sessions ?? [];
    expect(session?.description).toBeUndefined();
    expect(session?.sessions).toMatchObject([{ id: 'p', description: { [language]: 'Voici.' } }]);
  });

  test('that is cancelled comes back as such, its sessions without a status', () => {
    const { agenda } = back(one('status: cancelled'));
    expect(agenda).toMatchObject({ title: { [language]: 'Une' }, status: 'cancelled' });
    expect(agenda?.days.flatMap(({ sessions }) => sessions.map(({ status }) => status))).toEqual([undefined]);
  });

  test('whose title alone says so is not cancelled', () => {
    const title = write(given(one('status: cancelled').replace('language: fr', `language: ${language}`)));
    const name = /^NAME:(.*)$/m.exec(title)?.[1]?.trim() ?? '';
    const { agenda } = back(one().replace('title: Une', `title: ${name}`));
    expect([agenda?.title[language], agenda?.status]).toEqual([name, undefined]);
  });
});

import { IANAZone } from 'luxon';
import { afterAll, describe, expect, test } from 'vitest';
import { localZone, offsetByClock } from '../../src/node/clock.js';
import { spawnIdm } from '../support/run.js';

afterAll(() => {
  localZone();
});

describe('the clock of the process', () => {
  test('knows every zone and offset that Intl knows', () => {
    const start = Date.UTC(2015, 0, 1, 1);
    const instants = Array.from({ length: 200 }, (_, i) => start + i * 30 * 24 * 3_600_000);
    const wrong = Intl.supportedValuesOf('timeZone').flatMap(name => {
      const zone = IANAZone.create(name);
      return instants.filter(ms => zone.offset(ms) !== offsetByClock(name, ms)).map(ms => `${name} ${ms}`);
    });
    expect(wrong).toEqual([]);
  });

  test('forgets them where the zone of the machine is asked for', () => {
    const before = localZone();
    offsetByClock('Asia/Kathmandu', 0);
    expect(localZone()).toBe(before);
  });
});

test.each([
  ['Europe/Paris', 0],
  ['America/Argentina/Ushuaia', 0],
  ['Africa/Abidjan', 0],
  ['UTC', 0],
  ['Europe/Pari', 1],
  ['America/Nowhere', 1],
  ['GMT+5', 1],
  ['Etc/GMT+5', 0],
  ['EST', 0],
  ['../Europe/Paris', 1],
])('%s as the zone of an agenda: exit %i', (zone, code) => {
  const stdin = `id: a\ntitle: A\ntimezone: "${zone}"\ndays: [{date: 2030-01-01, sessions: [{id: s, time: 10:00-11:00, title: S}]}]\n`;
  expect(spawnIdm(['validate', '-'], { stdin })).toMatchObject({ code });
});

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IANAZone } from 'luxon';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ianaNames, zoneOfLink } from '../../src/model/zone-names.js';
import { localZone, offsetByClock } from '../../src/node/clock.js';
import { idm, ROOT } from '../support/run.js';

const own = process.env.TZ;
afterEach(() => {
  process.env.TZ = own;
});

describe('the clock of the process', () => {
  test('knows every zone and offset that Intl knows', () => {
    const start = Date.UTC(2015, 0, 1, 1);
    const instants = Array.from({ length: 80 }, (_, i) => start + i * 73 * 24 * 3_600_000);
    const wrong = Intl.supportedValuesOf('timeZone').flatMap(name => {
      const zone = IANAZone.create(name);
      return instants.filter(ms => zone.offset(ms) !== offsetByClock(name, ms)).map(ms => `${name} ${ms}`);
    });
    expect(wrong).toEqual([]);
  });

  test('has them to the second, as they were in local mean time', () => {
    const instants = [-3_000_000_000_000, -1_800_000_000_000, -1_000_000_000_000, 0, 60_000_000_000];
    const wrong = ianaNames()
      .map(zoneOfLink)
      .flatMap(name => {
        const zone = IANAZone.create(name);
        return instants.filter(ms => Math.abs(zone.offset(ms) - offsetByClock(name, ms)) > 1e-9).map(ms => [name, ms]);
      });
    expect(wrong).toEqual([]);
    expect(offsetByClock('Africa/Monrovia', 0)).toBe(-44.5);
  });

  test.each([
    '/dev/stdin',
    '/etc/passwd',
    ':Europe/Paris',
    '../etc/passwd',
    'Europe/../../etc/passwd',
    'europe/paris',
    '',
  ])('is not set to %j, which the C library might open', name => {
    expect(() => offsetByClock(name, 0)).toThrow(RangeError);
    expect(process.env.TZ).toBe(own);
  });

  test('forgets the zone where that of the machine is asked for', () => {
    const before = localZone();
    offsetByClock('Asia/Kathmandu', 0);
    expect(localZone()).toBe(before);
  });
});

test.each([
  ['Europe/Paris', 'Europe/Paris'],
  [':Europe/Paris', 'Europe/Paris'],
  ['/usr/share/zoneinfo/Asia/Tokyo', 'Asia/Tokyo'],
  [':/usr/share/zoneinfo/Asia/Tokyo', 'Asia/Tokyo'],
  ['', 'UTC'],
  ['Nope/Nope', 'Nope/Nope'],
])('TZ=%j is the zone %s of the machine', async (TZ, zone) => {
  process.env.TZ = TZ;
  vi.resetModules();
  const { localZone } = await import('../../src/node/clock.js');
  expect(localZone()).toBe(zone);
});

/** An agenda of one session in summer, in a zone. */
const agenda = (zone: string) =>
  `id: a\ntitle: A\ntimezone: "${zone}"\ndays: [{date: 2018-07-01, sessions: [{id: s, time: 10:00-11:00, title: S}]}]\n`;

test.each<[string, string | undefined]>([
  ['Europe/Paris', '+02:00'],
  ['europe/paris', '+02:00'],
  ['America/Argentina/Ushuaia', '-03:00'],
  ['Africa/Abidjan', '+00:00'],
  ['UTC', '+00:00'],
  ['gb', '+01:00'],
  ['Eire', '+01:00'],
  ['Etc/GMT+5', '-05:00'],
  ['EST', '-05:00'],
  ['Europe/Pari', undefined],
  ['America/Nowhere', undefined],
  ['GMT+5', undefined],
  ['PST', undefined],
  ['../Europe/Paris', undefined],
])('%s as the zone of an agenda: %s', async (zone, offset) => {
  const { code, out } = await idm(['list', '--json', '-f', '-'], { stdin: agenda(zone) });
  const [session] = JSON.parse(out);
  expect(code).toBe(offset === undefined ? 1 : 0);
  if (offset !== undefined) expect(session.start).toBe(`2018-07-01T10:00:00${offset}`);
});

const hasPipes = spawnSync('mkfifo', ['--version']).status === 0;

test.runIf(hasPipes)('a zone that names a pipe opens it nowhere', () => {
  const folder = mkdtempSync(join(tmpdir(), 'idm-zone-'));
  const pipe = join(folder, 'pipe');
  spawnSync('mkfifo', [pipe]);
  const calendar = `BEGIN:VCALENDAR\nX-WR-TIMEZONE:${pipe}\nBEGIN:VEVENT\nUID:a\nDTSTART:20180701T100000\nEND:VEVENT\nEND:VCALENDAR\n`;
  // Whoever opens a pipe that nobody writes to waits for ever.
  const run = (args: readonly string[], input: string) =>
    spawnSync(process.execPath, [`${ROOT}bin/idm.js`, ...args], { input, encoding: 'utf8', timeout: 60_000 }).status;
  expect(run(['validate', '-'], agenda(pipe))).toBe(1);
  expect(run(['validate', '-'], calendar)).toBe(1);
  expect(run(['list', '-f', '-', '--tz', pipe], agenda('UTC'))).toBe(2);
  rmSync(folder, { recursive: true });
});

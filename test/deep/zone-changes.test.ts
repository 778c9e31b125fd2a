import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { dateOf } from '../../src/model/date.js';
import { instant, type LocalTimeOccurrence, timeZones, transitions } from '../../src/model/zone.js';
import { offsetByClock } from '../../src/node/clock.js';

/** Zones of each continent, and those that changed their clocks at odd times, by odd offsets, or often. */
const ZONES = [
  ...['Cairo', 'Casablanca', 'Ceuta', 'El_Aaiun', 'Johannesburg', 'Khartoum', 'Lagos', 'Monrovia', 'Nairobi', 'Tunis'],
  ...['Windhoek', 'Sao_Tome'],
].map(city => `Africa/${city}`);
const AMERICA = [
  ...[
    'Adak',
    'Anchorage',
    'Argentina/Buenos_Aires',
    'Argentina/San_Luis',
    'Asuncion',
    'Bogota',
    'Boa_Vista',
    'Caracas',
  ],
  ...['Chicago', 'Denver', 'Goose_Bay', 'Halifax', 'Havana', 'Los_Angeles', 'Mexico_City', 'Miquelon', 'Montevideo'],
  ...['New_York', 'Noronha', 'Nuuk', 'Phoenix', 'Port-au-Prince', 'Santiago', 'Sao_Paulo', 'Scoresbysund', 'St_Johns'],
  ...['Tijuana', 'Toronto'],
].map(city => `America/${city}`);
const ASIA = [
  ...['Almaty', 'Amman', 'Dhaka', 'Gaza', 'Hebron', 'Ho_Chi_Minh', 'Jerusalem', 'Kathmandu', 'Kolkata', 'Manila'],
  ...['Pyongyang', 'Shanghai', 'Singapore', 'Tehran', 'Tokyo', 'Yangon'],
].map(city => `Asia/${city}`);
const OTHERS = [
  ...['Antarctica/Casey', 'Antarctica/Troll', 'Atlantic/Azores', 'Australia/Adelaide', 'Australia/Eucla'],
  ...['Australia/Lord_Howe', 'Australia/Sydney', 'Europe/Dublin', 'Europe/Istanbul', 'Europe/London', 'Europe/Moscow'],
  ...['Europe/Paris', 'Europe/Volgograd', 'Pacific/Apia', 'Pacific/Chatham', 'Pacific/Fiji', 'Pacific/Kiritimati'],
  ...['Pacific/Norfolk', 'Pacific/Tongatapu'],
];
const ALL = [...ZONES, ...AMERICA, ...ASIA, ...OTHERS];

/** What a release of the data found out about years that were over, by the zone. */
const CORRECTED: Readonly<Record<string, string>> = { 'America/Tijuana': '2025c' };

interface Python {
  readonly data: string | null;
  readonly zones: Readonly<
    Record<
      string,
      {
        readonly changes: readonly (readonly [at: number, before: number, after: number])[];
        readonly times: readonly (readonly [minutes: number, at: number, occurs: LocalTimeOccurrence])[];
      }
    >
  >;
}

const script = new URL('zone-changes.py', import.meta.url).pathname;
const { status, stdout, stderr } = spawnSync('python3', [script, ...ALL], { encoding: 'utf8', maxBuffer: 1 << 28 });
const python: Python | undefined = status === 0 ? JSON.parse(stdout) : undefined;
if (python === undefined)
  console.warn(`without Python’s zoneinfo the zones are compared with nothing: ${stderr ?? ''}`);

test.runIf(python !== undefined)('70 zones have the clocks of Python from 1970 to 2040', () => {
  const { data, zones: theirs } = python as Python;
  const zones = timeZones(offsetByClock);
  const own = process.versions.tz ?? '';
  // What newer data say of years to come, older ones can't know.
  const until =
    data === own
      ? Number.POSITIVE_INFINITY
      : Date.UTC(Math.min(...[data ?? '2025', own].map(name => Number.parseInt(name, 10))), 0);
  const differences: [at: number, what: string][] = [];
  let count = 0;
  for (const [name, { changes, times }] of Object.entries(theirs)) {
    const zone = zones.get(name);
    const found = transitions(zone, 0, Date.UTC(2041, 0)).map(({ at, before, after }) => [
      at / 1000,
      before * 60,
      after * 60,
    ]);
    const [ours, others] = [found, changes].map(
      list => new Map(list.map(change => [change.join(' '), (change[0] ?? 0) * 1000])),
    );
    for (const [one, at] of ours ?? []) if (!others?.has(one)) differences.push([at, `${name} changes: ${one}`]);
    for (const [one, at] of others ?? [])
      if (!ours?.has(one)) differences.push([at, `${name} does not change: ${one}`]);
    for (const [minutes, at, occurs] of times) {
      const day = Math.floor(minutes / 1440);
      const { ms, occurs: own } = instant(dateOf(day), minutes - day * 1440, zone);
      count += 1;
      if (ms !== at * 1000 || own !== occurs)
        differences.push([
          at * 1000,
          `${name} ${dateOf(day)} ${minutes - day * 1440}: ${ms / 1000} ${own}, not ${at} ${occurs}`,
        ]);
    }
  }
  const [older = '', newer = ''] = [data ?? '', own].sort();
  const isCorrected = (what: string) => {
    const release = CORRECTED[what.split(' ')[0] ?? ''] ?? '';
    return older < release && release <= newer;
  };
  const later = differences.filter(([at, what]) => at >= until || isCorrected(what)).map(([, what]) => what);
  if (later.length > 0)
    console.warn(`${own} differs from ${data} in ${later.length} times:\n${later.slice(0, 20).join('\n')}`);
  const earlier = differences.filter(([at, what]) => at < until && !isCorrected(what)).map(([, what]) => what);
  expect(earlier).toEqual([]);
  expect(count).toBeGreaterThan(70_000);
});

test('there are at least 70 of them', () => {
  expect(new Set(ALL).size).toBeGreaterThanOrEqual(70);
});

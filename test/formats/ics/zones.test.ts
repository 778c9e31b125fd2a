import { expect, test } from 'vitest';
import { zoneName } from '../../../src/formats/ics/zones.js';
import { windowsZone } from '../../../src/model/windows-zones.js';
import { ianaName } from '../../../src/model/zone-names.js';

test.each([
  ['Europe/Berlin', 'Europe/Berlin'],
  ['"Europe/Berlin"', 'Europe/Berlin'],
  ['/freeassociation.sourceforge.net/Europe/Berlin', 'Europe/Berlin'],
  ['/freeassociation.sourceforge.net/Tzfile/America/Argentina/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
  ['/mozilla.org/20050126_1/America/New_York', 'America/New_York'],
  ['America_New_York', 'America/New_York'],
  ['W. Europe Standard Time', 'Europe/Berlin'],
  ['Pacific Standard Time', 'America/Los_Angeles'],
  ['Pacific Standard Time (Mexico)', 'America/Tijuana'],
  ['GMT Standard Time', 'Europe/London'],
  ['(GMT +01:00)', undefined],
  ['FOO', undefined],
  ['', undefined],
])('%j is %s', (tzid, name) => {
  expect(zoneName(tzid)).toBe(name);
});

test('the zones of Windows are zones', () => {
  for (const name of ['Tokyo', 'India', 'AUS Eastern', 'E. South America', 'Romance', 'Myanmar', 'FLE'])
    expect(ianaName(windowsZone(`${name} Standard Time`) ?? '')).toBe(windowsZone(`${name} Standard Time`));
});

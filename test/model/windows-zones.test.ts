import { expect, test } from 'vitest';
import { WINDOWS_TO_IANA_MAP } from 'windows-iana';
import { windowsZone } from '../../src/model/windows-zones.js';
import { ianaName } from '../../src/model/zone-names.js';

/** Names of which CLDR has changed its mind since the release in the package. */
const NEWER: Readonly<Record<string, string>> = { 'Mountain Standard Time (Mexico)': 'America/Mazatlan' };

const resolved = (timeZone: string) => new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;

test.each(
  WINDOWS_TO_IANA_MAP.filter(({ territory }) => territory === '001').map(({ windowsName, iana }) => [
    windowsName as string,
    iana[0] as string,
  ]),
)('%s is %s', (name, zone) => {
  const own = windowsZone(name) ?? '';
  expect(resolved(own)).toBe(resolved(NEWER[name] ?? zone));
  expect(ianaName(own)).toBe(own);
});

test.each([
  ['W. Europe Standard Time', 'Europe/Berlin'],
  ['w. europe daylight time', 'Europe/Berlin'],
  [' Romance Standard Time ', 'Europe/Paris'],
  ['Pacific', 'America/Los_Angeles'],
  ['Pacific Standard Time (Mexico)', 'America/Tijuana'],
  ['Standard Time', undefined],
  ['constructor', undefined],
  ['', undefined],
])('%j is %s', (name, zone) => expect(windowsZone(name)).toBe(zone));

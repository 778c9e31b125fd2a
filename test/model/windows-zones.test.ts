import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { windowsZone } from '../../src/model/windows-zones.js';
import { ianaName } from '../../src/model/zone-names.js';

/** Windows name and zone of territory 001, as the package windows-iana 5.1.0 has them of CLDR. */
const ROWS = readFileSync(new URL('../given/windows-zones.tsv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map(line => line.split('\t') as [name: string, zone: string]);

/** Names of which CLDR has changed its mind since the release in the package. */
const NEWER: Readonly<Record<string, string>> = { 'Mountain Standard Time (Mexico)': 'America/Mazatlan' };

const resolved = (timeZone: string) => new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;

test.each(ROWS)('%s is %s', (name, zone) => {
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

import { expect, test } from 'vitest';
import { zoneByName } from '../../src/model/zone-by-name.js';

test.each([
  ['(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna', 'Europe/Berlin'],
  ['(GMT+01:00) Sarajevo, Skopje, Warsaw, Zagreb', 'Europe/Warsaw'],
  ['(UTC-05:00) Eastern Time (US & Canada)', 'America/New_York'],
  ['(UTC+05:30) Chennai, Kolkata, Mumbai, New Delhi', 'Asia/Kolkata'],
  ['(UTC) Coordinated Universal Time', 'Etc/UTC'],
  ['(UTC+00:00) Dublin, Edinburgh, Lisbon, London', 'Europe/London'],
  ['(UTC+08:00) Beijing, Chongqing, Hong Kong, Urumqi', 'Asia/Shanghai'],
  ['(UTC-03:00) Brasilia', 'America/Sao_Paulo'],
  ['W. Europe Standard Time', 'Europe/Berlin'],
  ['Pacific Time (US & Canada)', 'America/Los_Angeles'],
  ['New Delhi', 'Asia/Kolkata'],
  ['São Paulo', 'America/Sao_Paulo'],
  ['London', 'Europe/London'],
  ['europe/paris', 'Europe/Paris'],
  ['Customized Time Zone', undefined],
  ['(UTC+01:00) Nowhere, Neverland', undefined],
  ['PST', undefined],
  ['ACT', undefined],
  ['constructor', undefined],
  ['', undefined],
])('the zone %j is %s', (name, zone) => {
  expect(zoneByName(name)).toBe(zone);
});

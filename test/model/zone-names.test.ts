import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ianaName, ianaNames, zoneOfLink } from '../../src/model/zone-names.js';

/** What Intl resolves a name to; undefined where it knows none. */
function intl(timeZone: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

describe('a name of the IANA database', () => {
  test.each([
    ['an exact zone', 'Europe/Paris', 'Europe/Paris'],
    ['an exact link', 'Asia/Calcutta', 'Asia/Calcutta'],
    ['a link without a region', 'GB-Eire', 'GB-Eire'],
    ['of three parts', 'America/Argentina/Ushuaia', 'America/Argentina/Ushuaia'],
    ['with digits and a sign', 'Etc/GMT+5', 'Etc/GMT+5'],
    ['in lower case', 'europe/paris', 'Europe/Paris'],
    ['in upper case', 'AMERICA/PORT-AU-PRINCE', 'America/Port-au-Prince'],
    ['a link in lower case', 'gb', 'GB'],
    ['of Antarctica, spelled as nobody would', 'antarctica/dumontdurville', 'Antarctica/DumontDUrville'],
    ['UTC', 'utc', 'UTC'],
    ['a zone of a later release than the table, where Node has it', 'America/Coyhaique', intl('America/Coyhaique')],
    ['the same in lower case', 'america/coyhaique', intl('America/Coyhaique')],
  ])('%s: %s is %s', (_, text, name) => expect(ianaName(text)).toBe(name));

  test.each([
    ['an abbreviation', 'PST'],
    ['an alias of ICU', 'ACT'],
    ['an alias of ICU with a region', 'SystemV/EST5EDT'],
    ['a link that IANA took back', 'US/Pacific-New'],
    ['a place that is none', 'America/Nowhere'],
    ['a city alone', 'Paris'],
    ['a placeholder', 'Factory'],
    ['an offset', '+02:00'],
    ['a rule of POSIX', 'EST5EDT4,M3.2.0,M11.1.0'],
    ['a path', '/etc/passwd'],
    ['a path from a region', 'Europe/../../etc/passwd'],
    ['a name with a colon', ':Europe/Paris'],
    ['a name with blanks', ' Europe/Paris'],
    ['a name of every object', 'constructor'],
    ['a name of every object as a region', '__proto__/toString'],
    ['nothing', ''],
  ])('%s is none: %j', (_, text) => expect(ianaName(text)).toBe(undefined));
});

describe('the table', () => {
  test('has what Node lists, and Node knows all of it', () => {
    const names = new Set(ianaNames());
    const younger = new Set(['America/Coyhaique']);
    expect(Intl.supportedValuesOf('timeZone').filter(name => !names.has(name) && !younger.has(name))).toEqual([]);
    expect([...names].filter(name => intl(name) === undefined)).toEqual([]);
    expect(names.size).toBe(ianaNames().length);
  });

  const ZI = '/usr/share/zoneinfo/tzdata.zi';
  test.runIf(existsSync(ZI))('has each zone and link of this machine’s database', () => {
    const database = [...readFileSync(ZI, 'utf8').matchAll(/^(?:Z (\S+)|L \S+ (\S+))/gm)]
      .map(([, zone, link]) => zone ?? link ?? '')
      .filter(name => name !== 'Factory');
    expect(database.filter(name => ianaName(name) === undefined)).toEqual([]);
    expect(ianaNames().filter(name => !database.includes(name))).toEqual([]);
  });

  test('leads names without a region to the zones that Intl has for them', () => {
    const links = ianaNames().filter(name => !name.includes('/'));
    expect(links).toHaveLength(44);
    expect(links.filter(name => !zoneOfLink(name).includes('/'))).toEqual([]);
    expect(links.filter(name => intl(name) !== intl(zoneOfLink(name)))).toEqual([]);
    expect(zoneOfLink('Asia/Calcutta')).toBe('Asia/Calcutta');
  });
});

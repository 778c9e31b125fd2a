import { describe, expect, test } from 'vitest';
import { inhabitedZone, likelyZone } from '../../src/model/likely-zone.js';
import { timeZones } from '../../src/model/zone.js';
import { fixedOffset, ianaName, ianaNames } from '../../src/model/zone-names.js';

describe('what is no IANA name means most likely', () => {
  test.each([
    ['a city', 'Paris', 'Europe/Paris'],
    ['a city in two words', 'new york', 'America/New_York'],
    ['a city with an accent', 'São Paulo', 'America/Sao_Paulo'],
    ['a city in another of two continents', 'Istanbul', 'Europe/Istanbul'],
    ['a city without a zone of its own', 'Geneva', 'Europe/Zurich'],
    ['a Windows name', 'Romance Standard Time', 'Europe/Paris'],
    ['a Rails name', 'Eastern Time (US & Canada)', 'America/New_York'],
    ['a city of Rails', 'Edinburgh', 'Europe/London'],
    ['an abbreviation', 'PST', 'America/Los_Angeles'],
    ['an abbreviation in lower case', 'cest', 'Europe/Paris'],
    ['an abbreviation of several meanings', 'IST', 'Asia/Kolkata'],
    ['an alias of ICU', 'ACT', 'Australia/Darwin'],
    ['an offset', '+02:00', 'Europe/Athens'],
    ['an offset of half an hour', 'UTC+5:30', 'Asia/Kolkata'],
    ['an offset west of Greenwich, as people sign it', 'GMT-5', 'America/New_York'],
    ['an offset that is none', '+23:00', undefined],
    ['a typing error', 'Europe/Pari', 'Europe/Paris'],
    ['a blank for a line', 'America/New York', 'America/New_York'],
    ['an old link that IANA took back', 'US/Pacific-New', 'US/Pacific'],
    ['nothing that is near', 'Mars/Olympus', undefined],
    ['a name of every object', 'constructor', undefined],
    ['nothing', '', undefined],
  ])('%s, %j: %s', (_, text, zone) => expect(likelyZone(text)).toBe(zone));

  test.each([
    ...'PST CST IST JST AST BST ACT AET AGT ART BET CAT CNT CTT EAT ECT IET MIT NET NST PLT PNT PRT SST VST'.split(' '),
    ...'EDT CDT MDT PDT AKST CET EEST MSK AEST NZST WAT SAST GST PKT KST SGT HKT'.split(' '),
  ])('the abbreviation %s: a name', text => {
    expect(ianaName(text) ?? ianaName(likelyZone(text) ?? '')).toBeDefined();
  });
});

describe('a zone of one offset', () => {
  const zones = timeZones();
  const likely = (name: string) => inhabitedZone(fixedOffset(name) ?? Number.NaN);
  const fixed = ianaNames().filter(name => likely(name) !== undefined);

  test('is one of these', () => {
    expect(fixed.filter(name => !/^Etc\/GMT[+-]\d/.test(name)).sort()).toEqual(
      'EST Etc/GMT Etc/GMT0 Etc/Greenwich GMT GMT+0 GMT-0 GMT0 Greenwich MST'.split(' '),
    );
    expect(fixed.filter(name => /^Etc\/GMT[+-]\d/.test(name))).toHaveLength(27);
  });

  test.each(fixed)('%s is so all year, and its place at one time of the year', name => {
    const months = Array.from({ length: 12 }, (_, month) => Date.UTC(2018, month, 15));
    const offset = fixedOffset(name) ?? Number.NaN;
    const place = likely(name) ?? '';
    expect(new Set(months.map(ms => zones.get(name).offsetAt(ms)))).toEqual(new Set([offset + 0]));
    expect(ianaName(place)).toBe(place);
    expect(months.map(ms => zones.get(place).offsetAt(ms))).toContain(offset + 0);
  });
});

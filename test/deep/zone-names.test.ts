import { IANAZone } from 'luxon';
import { expect, test } from 'vitest';
import { ianaNames, zoneOfLink } from '../../src/model/zone-names.js';
import { offsetByClock } from '../../src/node/clock.js';
import { idm } from '../support/run.js';

/** What ICU takes for zones, and IANA does not have, or has no longer. */
const ALIASES = [
  ...'ACT AET AGT ART AST BET BST CAT CNT CST CTT EAT ECT IET IST JST MIT NET NST PLT PNT PRT PST SST VST'.split(' '),
  ...'AST4 AST4ADT EST5 EST5EDT CST6 CST6CDT MST7 MST7MDT PST8 PST8PDT YST9 YST9YDT HST10'
    .split(' ')
    .map(name => `SystemV/${name}`),
  'US/Pacific-New',
  'Canada/East-Saskatchewan',
];

/** In which each name is tried, one of them by turns: all of them take three times as long. */
const CASES: readonly ((name: string) => string)[] = [
  name => name.toLowerCase(),
  name => name.toUpperCase(),
  name => [...name].map((letter, i) => (i % 2 === 0 ? letter.toLowerCase() : letter.toUpperCase())).join(''),
];

const agenda = (zone: string) => `id: a
title: A
timezone: "${zone}"
days:
  - {date: 2018-01-15, sessions: [{id: winter, time: 12:00-13:00, title: W}]}
  - {date: 2018-07-15, sessions: [{id: summer, time: 12:00-13:00, title: S}]}
`;

/** Twelve o'clock in a zone, by Intl. */
function noon(zone: string, date: string): string {
  const minutes = IANAZone.create(zone).offset(Date.parse(`${date}T12:00Z`));
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  const offset = `${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
  return `${date}T12:00:00${minutes < 0 ? '-' : '+'}${offset}`;
}

/** Spellings that are taken for another zone than the one meant without a word, or refused although they are IANA's. */
async function wrong(names: readonly string[], isName: boolean): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [i, name] of names.entries()) {
    const expected = [noon(name, '2018-01-15'), noon(name, '2018-07-15')];
    for (const spelling of new Set([name, CASES[i % CASES.length]?.(name) ?? name])) {
      const world = { stdin: agenda(spelling), offsets: offsetByClock };
      const { code, out } = await idm(['list', '--json', '-f', '-'], world);
      const starts = JSON.parse(out).map(({ start }: { start: string }) => start);
      const isRight = isName ? code === 0 && starts.join() === expected.join() : code === 1;
      if (!isRight) found.push(`${spelling}: exit ${code}, ${starts.join()} for ${expected.join()}`);
    }
  }
  return found;
}

const names = [...new Set([...ianaNames(), ...Intl.supportedValuesOf('timeZone')])];

test('each name and link, in another case too, gives the offsets that Intl has for it', async () => {
  expect(names.length).toBeGreaterThan(590);
  expect(await wrong(names, true)).toEqual([]);
});

test('each alias of ICU, in another case too, is a finding', async () => {
  expect(await wrong(ALIASES, false)).toEqual([]);
});

test('--tz shows the clocks of each zone', async () => {
  const wrong: string[] = [];
  for (const name of names) {
    const world = { stdin: agenda('UTC'), offsets: offsetByClock };
    const { out } = await idm(['list', '--json', '-f', '-', '--tz', name.toLowerCase()], world);
    const [winter, summer] = JSON.parse(out).map(({ start }: { start: string }) => start);
    const at = (date: string) =>
      Date.parse(`${date}T12:00Z`) + IANAZone.create(zoneOfLink(name)).offset(Date.parse(`${date}T12:00Z`)) * 60_000;
    const clocks = ['2018-01-15', '2018-07-15'].map(date => new Date(at(date)).toISOString().slice(0, 19));
    if (winter.slice(0, 19) !== clocks[0] || summer.slice(0, 19) !== clocks[1])
      wrong.push(`${name}: ${winter} ${summer}`);
  }
  expect(wrong).toEqual([]);
});

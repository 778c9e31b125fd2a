import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readPlain as read } from '../../src/formats/ics/read.js';
import { write } from '../../src/formats/ics/write.js';
import { dateOf } from '../../src/model/date.js';
import { timeZones, transitions } from '../../src/model/zone.js';
import { isTimed, scheduledSessions } from '../../src/query/scheduled-sessions.js';
import { inFolder, withProgram } from '../clients/programs.js';
import type { Client } from '../clients/readers/client.js';
import { evolution } from '../clients/readers/evolution.js';
import { icalJs } from '../clients/readers/ical-js.js';
import { libical } from '../clients/readers/libical.js';
import { given } from '../given/exports.js';

const DAY = 86_400_000;
const zones = timeZones();

/** Round the clock, on and over the turn of the hours at which zones change. */
const TIMES = ['00:00-00:30', '01:30-02:00', '03:00-12:00', '22:45-23:30'];

/** The days of some years on which, and beside which, a zone changes its clocks, and two others of each. */
function dates(zone: string, years: readonly number[]): readonly string[] {
  const found = years.flatMap(year => {
    const changes = transitions(zones.get(zone), Date.UTC(year, 0), Date.UTC(year + 1, 0)).map(({ at }) => at);
    return [...changes.flatMap(at => [at - DAY, at, at + DAY]), Date.UTC(year, 0, 10), Date.UTC(year, 6, 10)];
  });
  return [...new Set(found.map(ms => dateOf(Math.floor(ms / DAY))))].sort();
}

/** An agenda with the same sessions on each of the days, their titles the ids of the agenda and the session. */
function agenda(id: string, timezone: string, years: readonly number[]): string {
  const days = dates(timezone, years).map((date, day) => ({
    date,
    sessions: TIMES.map((time, i) => ({ id: `s${day}-${i}`, time, title: `${id} s${day}-${i}` })),
  }));
  return JSON.stringify({ id, title: id, timezone, days });
}

const ALL = Intl.supportedValuesOf('timeZone');

/** The zones that changed their clocks more often in one of these years than in another. */
function unsteady(years: readonly number[]): readonly string[] {
  const changes = (zone: string, year: number) =>
    transitions(zones.get(zone), Date.UTC(year, 0), Date.UTC(year + 1, 0)).length;
  return ALL.filter(zone => new Set(years.map(year => changes(zone, year))).size > 1);
}

/** One calendar of agendas in some zones, in which each TZID is a number. */
function hidden(names: readonly string[], years: readonly number[]) {
  const instants = new Map<string, string>();
  const parts = names.map((zone, i) => {
    const request = given(agenda(`z${i}`, zone, years), { tzid: true });
    const { presentation, selection } = request;
    for (const entry of selection) {
      const { start, end } = presentation.instants(entry);
      const times = [start, end ?? start].map(time => Date.parse(time ?? ''));
      // What has no length has no end in a calendar, and what never occurs is no time to compare.
      if ((times[1] ?? 0) > (times[0] ?? 0)) instants.set(entry.session.title.und ?? '', String(times));
    }
    const calendar = write(request).replaceAll(`TZID=${zone}:`, `TZID=Hidden ${i}:`);
    return calendar.replace(`TZID:${zone}\r\n`, `TZID:Hidden ${i}\r\n`);
  });
  const inner = (kind: string) =>
    parts.map(part => part.match(new RegExp(`BEGIN:${kind}\r\n[^]*END:${kind}\r\n`))?.[0] ?? '').join('');
  const head = 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//idm-agenda//test//EN\r\nX-WR-TIMEZONE:UTC\r\n';
  return { calendar: `${head}${inner('VTIMEZONE')}${inner('VEVENT')}END:VCALENDAR\r\n`, zones: parts.length, instants };
}

/** The instants that differ from those of the agendas, by title. */
function wrong(expected: ReadonlyMap<string, string>, found: Iterable<readonly [title: string, times: string]>) {
  const shown = new Map(found);
  return [...expected].flatMap(([title, times]) =>
    shown.get(title) === times ? [] : [[title, times, shown.get(title)]],
  );
}

describe.each([
  ['every zone of Node, in a year', () => ALL, [2026], 400],
  ['the zones that gave up or took up changing their clocks, in these years', unsteady, [2016, 2018, 2022, 2024], 40],
] as const)('one calendar of %s, of which only the VTIMEZONE is known', (_, names, years, least) => {
  let made: ReturnType<typeof hidden>;
  beforeAll(() => {
    made = hidden(names(years), years);
  }, 300_000);

  test('has them all, and hides their names', () => {
    expect(made.zones).toBeGreaterThan(least);
    expect(made.calendar.match(/^BEGIN:VTIMEZONE/gm)).toHaveLength(made.zones);
    expect(made.calendar).not.toMatch(/TZID[:=](?!Hidden)/);
    expect(made.calendar.match(/^DTSTART;TZID=/gm)?.length).toBeGreaterThan(made.instants.size / 2);
  });

  const readers: readonly Client[] = [icalJs, libical, evolution];
  for (const reader of readers)
    withProgram(reader, () => {
      test('reads every instant right', async () => {
        const events = await inFolder(folder => {
          const file = join(folder, 'zones.ics');
          writeFileSync(file, made.calendar);
          return reader.read(file, folder);
        });
        const found = events.map(({ title, start, end }) => [title, String([start, end].map(s => Number(s) * 1000))]);
        expect(wrong(made.instants, found as [string, string][])).toEqual([]);
      });
    });

  test('idm reads every instant right', () => {
    const { agenda: all, faults } = read(made.calendar, {});
    expect(faults).toEqual([]);
    const minute = 60_000;
    const found = all === undefined ? [] : scheduledSessions(all);
    const times = found
      .filter(isTimed)
      .map(({ session, start, end = 0 }) => [
        Object.values(session.title)[0] ?? '',
        String([start * minute, end * minute]),
      ]);
    expect(wrong(made.instants, times as [string, string][])).toEqual([]);
  });
});

import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { read } from '../../../src/formats/ics/read.js';
import { write } from '../../../src/formats/ics/write.js';
import { formatTime, TIME_WORDS } from '../../../src/model/time.js';
import { LABEL_LANGUAGES, wordsIn } from '../../../src/model/words.js';
import type { given as Given } from '../../given/exports.js';
import { given } from '../../given/exports.js';

/** An agenda of one session at a time, with what stands before and in it. */
function at(
  time: string,
  { head = '', session = '' } = {},
  ...options: Parameters<typeof Given> extends [string, ...infer O] ? O : never
) {
  const yaml = `{id: one, title: Une, language: fr, timezone: America/New_York, ${head}
    days: [{date: 2018-03-11, sessions: [{id: s, time: "${time}", title: Visite${session}}]}]}`;
  return given(yaml, ...options);
}

/** The lines of the event, unfolded. */
function lines(calendar: string): readonly string[] {
  const [, event = ''] = /BEGIN:VEVENT\r\n(.*?)END:VEVENT/s.exec(calendar.replaceAll('\r\n ', '')) ?? [];
  return event.split('\r\n');
}

const only = (names: RegExp, all: readonly string[]) => all.filter(line => names.test(line));

describe.each(TIME_WORDS)('a session whose time is %s', word => {
  test.each([
    ['in UTC', {}],
    ['by local times', { tzid: true }],
    ['with reminders', { alarm: 'PT10M' }],
    ['with both', { tzid: true, alarm: 'PT10M' }],
  ])('is an event of its day, tentative, that takes no time: %s', (_, options) => {
    const event = lines(write(at(word, {}, options)));
    expect(only(/^(?:DT(?:START|END)|DURATION|STATUS|TRANSP|BEGIN|TRIGGER)/, event)).toEqual([
      'DTSTART;VALUE=DATE:20180311',
      'STATUS:TENTATIVE',
      'TRANSP:TRANSPARENT',
    ]);
  });

  test('is cancelled where it is', () => {
    expect(only(/^STATUS/, lines(write(at(word, { session: ', status: cancelled' }))))).toEqual(['STATUS:CANCELLED']);
  });

  test.each(LABEL_LANGUAGES)('says so in its text, and comes back: %s', async lang => {
    const request = at(word, { session: ', description: Bilan' }, { lang });
    const calendar = write(request);
    const [event] = new ICAL.Component(ICAL.parse(calendar)).getAllSubcomponents('vevent');
    const [said = '', description] = String(event?.getFirstPropertyValue('description')).split('\n\n');
    expect([said.toLowerCase(), description]).toEqual([wordsIn(lang)[word].toLowerCase(), 'Bilan']);
    expect(said[0]).toBe(said[0]?.toUpperCase());
    const { agenda, faults } = await read(calendar, {});
    expect(faults).toEqual([]);
    const [session] = agenda?.days[0]?.sessions ?? [];
    expect(session).toMatchObject({ id: 's', time: word, tags: [] });
    expect(session?.status).toBeUndefined();
    expect(Object.values(session?.description ?? {})).toEqual(['Bilan']);
  });

  test('takes nothing of another time with it, as a part or with parts', async () => {
    const calendar = write(
      given(`{id: one, title: Une, language: fr, timezone: America/New_York, days: [{date: 2018-03-11, sessions: [
        {id: a, time: "${word}", title: A, sessions: [{id: b, time: 10:00-11:00, title: B}, {id: c, time: "${word}", title: C}]},
        {id: d, time: "00:30+1-02:00+1", title: D, sessions: [{id: e, time: "${word}", title: E}]}]}]}`),
    );
    const { agenda, faults } = await read(calendar, {});
    expect(faults).toEqual([]);
    const tops = agenda?.days.flatMap(({ sessions }) => sessions) ?? [];
    const shown = tops.map(({ id, sessions }) => [
      id,
      ...sessions.map(one => `${one.id} ${one.time && formatTime(one.time)}`),
    ]);
    const parts = [`c ${word}`, 'b 10:00-11:00'];
    expect(shown).toEqual([
      ['a', ...(word === 'morning' ? parts : ['b 10:00-11:00', `c ${word}`])],
      ['d', `e ${word}`],
    ]);
  });
});

test('another’s event of whole days has no clock, and is tagged on each of them', async () => {
  const calendar =
    'BEGIN:VCALENDAR\nPRODID:-//x//EN\nX-WR-TIMEZONE:UTC\nBEGIN:VEVENT\nUID:a@x\nSUMMARY:Fair\nSTATUS:TENTATIVE\n' +
    'DESCRIPTION:Afternoon\nDTSTART;VALUE=DATE:20180311\nDTEND;VALUE=DATE:20180313\nEND:VEVENT\nEND:VCALENDAR\n';
  const { agenda } = await read(calendar, {});
  const sessions = agenda?.days.flatMap(({ date, sessions: list }) => list.map(session => ({ date, ...session })));
  expect(sessions?.map(({ date, time, tags, status, description }) => [date, time, tags, status, description])).toEqual(
    ['2018-03-11', '2018-03-12'].map(date => [date, 'tbc', ['all-day'], 'tentative', { und: 'Afternoon' }]),
  );
});

test('of ours, an event of a day whose word was taken out has no time yet', async () => {
  const calendar = write(at('afternoon')).replace(/^DESCRIPTION.*\r\n/m, '');
  expect((await read(calendar, {})).agenda?.days[0]?.sessions).toMatchObject([{ time: 'tbc', tags: [] }]);
});

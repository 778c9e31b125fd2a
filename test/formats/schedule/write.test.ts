import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAny } from '../../../src/formats/detect.js';
import { write as writeJson } from '../../../src/formats/schedule/json/write.js';
import { write as writeXml } from '../../../src/formats/schedule/xml/write.js';
import { presentation } from '../../../src/query/presentation.js';
import { scheduledSessions } from '../../../src/query/scheduled-sessions.js';
import { given, SHIPPED } from '../../given/exports.js';
import { AGENDAS } from '../../given/schedule-agendas.js';
import { expectLinear } from '../../support/growth.js';
import { runs } from '../../support/runs.js';
import { eventsOf, readSchedule } from './read-back.js';

const yaml = (name: string) => AGENDAS[name] ?? '';
const xml = (name: string, lang?: string) => writeXml(given(yaml(name), lang === undefined ? {} : { lang }));
const json = (name: string, lang?: string) =>
  JSON.parse(writeJson(given(yaml(name), lang === undefined ? {} : { lang })));
const events = (name: string) => eventsOf(xml(name));
const jsonEvents = (name: string) =>
  json(name).schedule.conference.days.flatMap((day: { rooms: object }) => Object.values(day.rooms).flat());

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:00[+-]\d\d:\d\d$/;
const DATE = /^\d{4}-\d\d-\d\d$/;
const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;
const DURATION = /^\d\d:[0-5]\d$/;
const ACRONYM = /^[a-z0-9_]{4,}$/;
const SLUG = /^[a-z0-9_]{4,}-\d{6}-[a-z0-9_-]{2,}[a-z0-9]$/;
const WEB = /^https?:\/\/[!-~]+$/;

describe.each(Object.keys(AGENDAS))('%s', name => {
  test('is a schedule.xml with what the schemas require, in their forms', () => {
    const { head, days } = readSchedule(xml(name));
    const texts = Object.fromEntries(head.map(one => [one.name, one.text]));
    expect(head.map(one => one.name).filter(one => one !== 'base_url')).toEqual([
      ...['schedule', 'generator', 'version', 'conference', 'acronym', 'title', 'start', 'end', 'days'],
      ...['timeslot_duration', 'time_zone_name'],
    ]);
    expect(texts.acronym).toMatch(ACRONYM);
    expect(texts.start).toMatch(DATE);
    expect(texts.end).toMatch(DATE);
    expect(texts.timeslot_duration).toMatch(DURATION);
    expect(Number(texts.days)).toBe(days.length);
    expect(days.length).toBeGreaterThan(0);
    for (const [i, { attributes, rooms }] of days.entries()) {
      expect(Object.keys(attributes)).toEqual(['index', 'date', 'start', 'end']);
      expect(attributes.index).toBe(String(i + 1));
      expect(attributes.date).toMatch(DATE);
      expect(attributes.start).toMatch(INSTANT);
      expect(attributes.end).toMatch(INSTANT);
      for (const room of rooms) {
        expect(Object.keys(room.attributes)).toEqual(['name', 'guid']);
        expect(room.attributes.guid).toMatch(UUID);
        expect(room.events.length).toBeGreaterThan(0);
      }
    }
  });

  test('has events with all that the schemas require, that begin in their day', () => {
    for (const { day, room, event } of events(name)) {
      const { fields } = event;
      expect(event.attributes.guid).toMatch(UUID);
      expect(event.attributes.id).toMatch(/^[1-9]\d{5}$/);
      expect(Object.keys(fields).filter(one => one !== 'url' && one !== 'language')).toEqual([
        ...['date', 'start', 'duration', 'room', 'slug', 'title', 'subtitle', 'track', 'type', 'abstract'],
        ...['description', 'persons'],
      ]);
      expect(fields.date).toMatch(INSTANT);
      expect(fields.start).toMatch(CLOCK);
      expect(fields.date?.slice(11, 16)).toBe(fields.start);
      expect(fields.duration).toMatch(DURATION);
      expect(fields.duration).not.toBe('00:00');
      expect(fields.room).toBe(room.attributes.name);
      expect(fields.slug).toMatch(SLUG);
      if ('url' in fields) expect(fields.url).toMatch(WEB);
      const start = Date.parse(fields.date ?? '');
      expect(start).toBeGreaterThanOrEqual(Date.parse(day.attributes.start ?? ''));
      expect(start).toBeLessThan(Date.parse(day.attributes.end ?? ''));
      for (const { attributes } of event.persons) {
        expect(attributes.id).toMatch(/^[1-9]\d{5}$/);
        expect(attributes.guid).toMatch(UUID);
      }
    }
  });

  test('has no id, GUID or slug twice', () => {
    const all = events(name);
    for (const key of ['id', 'guid']) {
      const values = all.map(({ event }) => event.attributes[key]);
      expect(new Set(values).size).toBe(values.length);
    }
    expect(new Set(all.map(({ event }) => event.fields.slug)).size).toBe(all.length);
  });

  test('is a schedule.json of the same facts, with what its schema requires', () => {
    const { schedule, ...rest } = json(name);
    expect(rest).toEqual({ $schema: 'https://c3voc.de/schedule/schema.json', generator: { name: 'idm' } });
    const { conference } = schedule;
    const { head, days } = readSchedule(xml(name));
    const texts = Object.fromEntries(head.map(one => [one.name, one.text]));
    expect(conference).toMatchObject({
      acronym: texts.acronym,
      title: texts.title,
      start: texts.start,
      end: texts.end,
      daysCount: days.length,
      timeslot_duration: texts.timeslot_duration,
    });
    expect(schedule.version).toBe(texts.version);
    expect(schedule.base_url).toBe(texts.base_url);
    expect(conference.days.map(({ rooms: _, ...day }: { rooms: unknown }) => day)).toEqual(
      days.map(({ attributes: { index, date, start, end } }) => {
        return { index: Number(index), date, day_start: start, day_end: end };
      }),
    );
    const shared = (one: Record<string, unknown>) => [
      one.guid,
      one.date,
      one.duration,
      one.room,
      one.title,
      one.subtitle,
    ];
    const byGuid = (a: unknown[], b: unknown[]) => (String(a[0]) < String(b[0]) ? -1 : 1);
    expect(jsonEvents(name).map(shared).sort(byGuid)).toEqual(
      events(name)
        .map(({ event }) => shared({ ...event.attributes, ...event.fields }))
        .sort(byGuid),
    );
    const known = conference.rooms.map((room: { name: string }) => room.name);
    expect(new Set(known).size).toBe(known.length);
    for (const event of jsonEvents(name)) {
      expect(known).toContain(event.room);
      expect(event).toMatchObject({ abstract: '', links: [] });
      expect(event.url).toMatch(/^(https?:\/\/[!-~]+|urn:uuid:[0-9a-f-]{36})$/);
      expect(event.end ?? '').toMatch(event.end === undefined ? /^$/ : INSTANT);
      for (const person of event.persons) expect(Object.keys(person)).not.toContain('id');
    }
  });

  test('gives the same bytes every time, and the same ids in every language', () => {
    expect(xml(name)).toBe(xml(name));
    const ids = (text: string) =>
      eventsOf(text).map(({ event, room }) => [event.attributes, room.attributes.guid, event.fields.slug]);
    expect(ids(xml(name, 'en'))).toEqual(ids(xml(name, 'fr')));
  });
});

describe('a schedule', () => {
  test('is that of the whole agenda, of which filters choose the events', () => {
    const all = eventsOf(writeXml(given(SHIPPED)));
    const second = writeXml(given(SHIPPED, { only: ({ day }) => day === 2 }));
    const { head, days } = readSchedule(second);
    expect(head).toEqual(readSchedule(writeXml(given(SHIPPED))).head);
    expect(days.map(({ attributes, rooms }) => [attributes.index, rooms.length > 0])).toEqual([
      ['1', false],
      ['2', true],
    ]);
    expect(eventsOf(second).map(({ event }) => event)).toEqual(
      all.filter(({ day }) => day.attributes.index === '2').map(({ event }) => event),
    );
  });

  test('is in one language', () => {
    const first = (lang: string) => eventsOf(writeXml(given(SHIPPED, { lang })))[0]?.event.fields.title;
    expect([first('fr'), first('en')]).toEqual(['Ouverture', 'Opening']);
  });

  test.each([
    ['shipped', 'revision 0, 2018-03-20'],
    ['one session', 'revision 0'],
  ])('has a version from revision and update: %s', (name, version) => {
    expect(json(name).schedule.version).toBe(version);
  });

  test('has parts as events, with what they take from their whole', () => {
    const found = events('parts').map(({ event: { fields, persons } }) => [
      fields.title,
      fields.subtitle,
      fields.track,
      fields.language,
      fields.url,
      persons.map(person => person.text),
    ]);
    const url = 'https://example.org/whole';
    expect(found).toEqual([
      ['Une partie', 'Le tout', 'Fil', 'fr', url, ['Ben', 'Cat', 'Ann']],
      ['La plus petite', 'À elle', 'Fil', 'ar', url, ['Ann']],
    ]);
  });

  test('has a session with parts where no part of it is chosen', () => {
    const titles = (id: string) =>
      eventsOf(writeXml(given(yaml('parts'), { only: ({ session }) => session.id === id }))).map(
        ({ event }) => event.fields.title,
      );
    expect([titles('whole'), titles('deep'), titles('gone')]).toEqual([['Le tout'], ['Partie à parties'], []]);
  });

  test('has an event in its first room, or where the agenda is, and rooms of one name as one', () => {
    expect(events('rooms').map(({ event: { fields } }) => [fields.title, fields.room])).toEqual([
      ['Deux salles', 'Salle deux et demie'],
      ['Un', 'Foyer'],
      ['Deux', 'Foyer'],
      ['Trois', '__proto__'],
      ['Nulle part', 'Palais & annexes'],
    ]);
    expect(json('rooms').schedule.conference.rooms.map((room: { name: string }) => room.name)).toEqual([
      ...['Salle < 1 >', 'Salle deux et demie', 'Foyer', '__proto__', 'Palais & annexes'],
    ]);
    expect(json('rooms').schedule.conference.rooms[2]).toMatchObject({ capacity: 40, description: 'Rez-de-chaussée' });
    expect(Object.keys(json('rooms').schedule.conference.days[0].rooms)).toContain('__proto__');
  });

  test('gives an open end an hour, or the time until its room is used again', () => {
    expect(events('open ends').map(({ event: { fields } }) => [fields.start, fields.duration])).toEqual([
      ['17:00', '00:25'],
      ['17:25', '00:35'],
      ['20:00', '01:00'],
      ['23:30', '01:00'],
    ]);
    expect(jsonEvents('open ends').map((event: { end?: string }) => event.end?.slice(11, 16))).toEqual([
      ...[undefined, '18:00', undefined, undefined],
    ]);
  });

  test('has what follows midnight on the day that it belongs to, which ends at four', () => {
    const { days } = readSchedule(xml('after midnight'));
    expect(days.map(({ attributes }) => [attributes.date, attributes.start, attributes.end])).toEqual([
      ['2018-06-01', '2018-06-01T04:00:00+02:00', '2018-06-02T04:00:00+02:00'],
      ['2018-06-02', '2018-06-02T04:00:00+02:00', '2018-06-03T04:00:00+02:00'],
    ]);
    expect(events('after midnight').map(({ day, event }) => [day.attributes.date, event.fields.date])).toEqual([
      ['2018-06-01', '2018-06-01T22:00:00+02:00'],
      ['2018-06-01', '2018-06-01T23:30:00+02:00'],
      ['2018-06-01', '2018-06-02T00:30:00+02:00'],
      ['2018-06-02', '2018-06-02T08:07:00+02:00'],
    ]);
    expect(json('after midnight').schedule.conference.timeslot_duration).toBe('00:01');
  });

  test.each<[string, readonly string[], string]>([
    ['a night that ends at six', ['05:30-06:30', '23:00-06:00+1'], '2018-06-02T04:00'],
    ['a start after midnight', ['00:30+1-02:00+1'], '2018-06-02T04:00'],
    ['a start at four in the night', ['20:00-21:00', '04:00+1-05:00+1'], '2018-06-02T04:15'],
    ['a later one, not on a quarter', ['05:01+1-06:00+1'], '2018-06-02T05:02'],
    ['a start at midnight and an end after the next', ['00:00-01:00', '23:00-00:30+1'], '2018-06-02T00:00'],
    ['an open end before four', ['23:00-', '03:45+1-'], '2018-06-02T04:00'],
  ])('ends a day when the last session has begun: %s', (_, times, end) => {
    const list = times.map((time, i) => `{id: s-${i}, time: "${time}", title: T}`);
    const agenda = `{id: x, title: X, timezone: UTC, days: [{date: 2018-06-01, sessions: [${list.join(', ')}]}]}`;
    expect(readSchedule(writeXml(given(agenda))).days[0]?.attributes.end?.slice(0, 16)).toBe(end);
  });

  test('has every event on its date, read as EventFahrplan does: before the clock of the end of a day, on the next', () => {
    const clock = (minutes: number) =>
      `${String(Math.floor((minutes % 1440) / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}${minutes < 1440 ? '' : '+1'}`;
    const session = fc.record({ start: fc.nat(30 * 4), length: fc.integer({ min: 1, max: 40 }) });
    fc.assert(
      fc.property(fc.array(session, { minLength: 1, maxLength: 8 }), sessions => {
        const starts = sessions.map(({ start }) => (240 + start * 15) % (28 * 60));
        const list = sessions.map(({ length }, i) => {
          const start = starts[i] ?? 0;
          return `{id: s-${i}, time: "${clock(start)}-${clock(Math.min(start + length * 15, 2865))}", title: T}`;
        });
        const agenda = `{id: x, title: X, timezone: UTC, days: [{date: 2018-06-01, sessions: [${list.join(', ')}]}]}`;
        const shown = eventsOf(writeXml(given(agenda))).map(({ day, event: { fields } }) => {
          const change = day.attributes.end?.slice(11, 16) ?? '';
          return `${(fields.start ?? '') < change ? '2018-06-02' : '2018-06-01'}T${fields.start}`;
        });
        const latest = Math.max(...starts) - 1440;
        // A start in the morning and one at a later clock of the night after can't both be told.
        fc.pre(starts.every(start => start >= 1440 || start > latest));
        expect(shown.sort()).toEqual(
          eventsOf(writeXml(given(agenda)))
            .map(({ event }) => event.fields.date?.slice(0, 16))
            .sort(),
        );
      }),
      { numRuns: runs(300) },
    );
  });

  test('a break or a registration takes no people from the session that it is a part of', () => {
    const parts = ['break', 'registration', 'panel'].map(
      (type, i) => `{id: p-${i}, time: 1${i}:00-1${i}:30, type: ${type}, title: T, speakers: [{name: S${i}}]}`,
    );
    const agenda = `{id: x, title: X, timezone: UTC, days: [{date: 2018-06-01, sessions: [
      {id: whole, time: 10:00-13:00, title: W, moderators: [{name: Mod}], sessions: [${parts.join(', ')}]}]}]}`;
    expect(eventsOf(writeXml(given(agenda))).map(({ event }) => event.persons.map(({ text }) => text))).toEqual([
      ['S0'],
      ['S1'],
      ['S2', 'Mod'],
    ]);
  });

  test('the next use of a room is looked up, not searched', async () => {
    const agenda = (by: number) => {
      const sessions = Array.from(
        { length: 20_000 / by },
        (_, i) =>
          `{id: s-${i}, time: "${String(Math.floor((i % 1440) / 60)).padStart(2, '0')}:${String(i % 60).padStart(2, '0')}-", title: T}`,
      );
      return given(
        `{id: x, title: X, timezone: UTC, rooms: {a: A}, room: a, days: [{date: 2018-06-01, sessions: [${sessions.join(', ')}]}]}`,
      );
    };
    await expectLinear(agenda, writeXml);
  });

  test.each([
    ['clocks forward', '2018-03-24T23:00:00+01:00', '04:00'],
    ['clocks back', '2018-10-28T01:00:00+02:00', '04:00'],
  ])('counts real time where the %s', (name, date, duration) => {
    const [first] = events(name);
    expect([first?.event.fields.date, first?.event.fields.duration]).toEqual([date, duration]);
  });

  test('begins its days where a session begins before four', () => {
    expect(readSchedule(xml('clocks back')).days[0]?.attributes).toMatchObject({
      start: '2018-10-28T01:00:00+02:00',
      end: '2018-10-29T01:00:00+01:00',
    });
  });

  test('has nothing that is cancelled, and still its days', () => {
    expect(events('cancelled')).toEqual([]);
    expect(readSchedule(xml('cancelled')).days).toHaveLength(2);
    expect(events('parts').map(({ event }) => event.fields.title)).not.toContain('Annulée');
  });

  test('has an empty day, that of the update, where an agenda has none', () => {
    const { conference } = json('no day').schedule;
    expect(conference.days).toEqual([
      {
        index: 1,
        date: '2018-05-31',
        day_start: '2018-05-31T04:00:00+02:00',
        day_end: '2018-06-01T04:00:00+02:00',
        rooms: {},
      },
    ]);
  });

  test('has texts and addresses as their formats can hold them', () => {
    const [first] = events('markup');
    expect(first?.event.fields).toMatchObject({
      subtitle: '<b>&amp;</b> ]]> "q"',
      description: 'a\nb\ncd <!-- & -->',
      track: 'R&D <1>',
    });
    expect(json('markup').schedule.base_url).toBe('https://example.org/a%7Cb?%C3%A9=%3C1%3E&x=%25zz');
    expect(jsonEvents('markup')[0]).toMatchObject({
      subtitle: '<b>&amp;</b> ]]> "q"',
      url: json('markup').schedule.base_url,
    });
  });

  test('has in schedule.json what its people say of themselves', () => {
    const ann = jsonEvents('parts')[1].persons[0];
    expect(ann).toMatchObject({
      name: 'Ann',
      public_name: 'Ann',
      biography: 'Une vie',
      url: 'https://example.org/ann',
    });
  });

  test('names its zone in schedule.json only where the schema takes the name', () => {
    expect(json('shipped').schedule.conference.time_zone_name).toBe('America/New_York');
    expect(json('other zone names').schedule.conference.time_zone_name).toBeUndefined();
    expect(xml('other zone names')).toContain('<time_zone_name>US/Eastern</time_zone_name>');
  });
});

test.each([
  ['schedule.xml', writeXml],
  ['schedule.json', writeJson],
])('a %s that is read and written again has the same events', async (_, write) => {
  const { agenda } = await readAny(write(given(SHIPPED)));
  if (agenda === undefined) expect.fail('it is no agenda');
  const again = writeXml({
    selection: scheduledSessions(agenda),
    presentation: presentation(agenda),
    options: {},
  });
  const facts = (text: string) =>
    eventsOf(text).map(({ event: { attributes, fields } }) => ({ ...attributes, ...fields, url: undefined }));
  expect(facts(again)).toEqual(facts(writeXml(given(SHIPPED))));
});

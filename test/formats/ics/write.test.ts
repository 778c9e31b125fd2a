import ICAL from 'ical.js';
import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import { write } from '../../../src/formats/ics/write.js';
import { isTimed } from '../../../src/query/scheduled-sessions.js';
import { given, NASTY, one, SHIPPED } from '../../given/exports.js';
import { expectLinear } from '../../support/growth.js';

interface Event {
  readonly [property: string]: string | undefined;
}

/** The events by session id, every property as ical.js reads it; lists joined with a bar. */
function events(calendar: string): ReadonlyMap<string, Event> {
  const components = new ICAL.Component(ICAL.parse(calendar)).getAllSubcomponents('vevent');
  const read = components.map(component => {
    const properties = component.getAllProperties().map(property => [property.name, property.getValues().join('|')]);
    expect(new Set(properties.map(([name]) => name)).size).toBe(properties.length);
    const event: Event = Object.fromEntries(properties);
    return [event.uid?.split('@')[0] ?? '', event] as const;
  });
  expect(new Map(read).size).toBe(read.length);
  return new Map(read);
}

function header(calendar: string, name: string): unknown {
  return new ICAL.Component(ICAL.parse(calendar)).getFirstPropertyValue(name);
}

const shipped = events(write(given(SHIPPED)));
const nasty = events(write(given(NASTY)));

describe('the shipped agenda as a calendar', () => {
  test('has an event for every session, in order, with its title, place and instants', () => {
    const { agenda, selection } = given(SHIPPED);
    expect(selection.length).toBeGreaterThan(10);
    const at = (date: string, minutes: number) =>
      DateTime.fromISO(date, { zone: agenda.timezone })
        .set({ hour: minutes / 60, minute: minutes % 60 })
        .toUTC();
    const expected = selection.filter(isTimed).map(({ session, date, time, rooms }) => ({
      uid: `${session.id}@idm2018`,
      summary: session.title.fr,
      location: [...rooms.map(id => agenda.rooms.find(room => room.id === id)?.name.fr), agenda.venue?.fr].join(', '),
      dtstart: at(date, time.start).toFormat("yyyy-MM-dd'T'HH:mm:ss'Z'"),
      dtend: at(date, time.end ?? Number.NaN).toFormat("yyyy-MM-dd'T'HH:mm:ss'Z'"),
    }));
    const found = [...shipped.values()].map(({ uid, summary, location, dtstart, dtend }) => ({
      uid,
      summary,
      location,
      dtstart,
      dtend,
    }));
    expect(found).toEqual(expected);
  });

  test('says what there is to say of one session', () => {
    expect(shipped.get('opening')).toEqual({
      uid: 'opening@idm2018',
      summary: 'Ouverture',
      dtstamp: '2018-03-20T00:00:00Z',
      'last-modified': '2018-03-20T00:00:00Z',
      dtstart: '2018-03-26T14:00:00Z',
      dtend: '2018-03-26T14:30:00Z',
      sequence: '0',
      status: 'CONFIRMED',
      transp: 'OPAQUE',
      categories: 'opening',
      location: 'Salle de conférence 2, Siège des Nations Unies, New York',
      description: expect.stringMatching(
        /^Intervention\u00a0: M\. William Lacy Swing, Directeur général de l’OIM \(Remarques/,
      ),
    });
  });

  test('is in the language of the presentation and in UTC', () => {
    const english = events(write(given(SHIPPED, { lang: 'en' })));
    expect(english.get('opening')).toMatchObject({ summary: 'Opening', dtstart: '2018-03-26T14:00:00Z' });
  });

  test('has the name and the zone of the agenda, and no method', () => {
    const calendar = write(given(SHIPPED));
    expect(header(calendar, 'prodid')).toBe('-//idm-agenda//idm//EN');
    expect(header(calendar, 'name')).toBe('Dialogue international sur la migration 2018');
    expect(header(calendar, 'x-wr-calname')).toBe('Dialogue international sur la migration 2018');
    expect(header(calendar, 'x-wr-timezone')).toBe('America/New_York');
    expect(header(calendar, 'method')).toBeNull();
  });
});

describe.each([
  ['the shipped agenda', SHIPPED],
  ['a nasty agenda', NASTY],
  ['an agenda without sessions', one().replace(/days:.*/, 'days: []')],
])('the bytes of %s', (_, yaml) => {
  const calendar = write(given(yaml));
  const lines = calendar.split('\r\n');

  test('are lines of at most 75 octets that end in CRLF', () => {
    expect(lines.length).toBeGreaterThan(10);
    expect(lines.at(-1)).toBe('');
    for (const line of lines) {
      expect(line).not.toMatch(/[\r\n]/);
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    }
  });

  test('split no character: each line alone is UTF-8', () => {
    for (const line of lines) expect(Buffer.from(line).toString()).toBe(line);
  });

  test('hold no control character but the tab and the line breaks', () => {
    expect(calendar).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/);
  });

  test('are the same the next time', () => {
    expect(write(given(yaml))).toBe(calendar);
  });

  test('hold no mark of the making', () => {
    expect(calendar).not.toContain('aside:');
  });
});

describe('times', () => {
  test.each<[string, string, string | undefined, string]>([
    ['over-the-gap', '2018-03-11T06:30:00Z', '2018-03-11T07:30:00Z', 'a real hour where the clocks go forward'],
    ['in-the-gap', '2018-03-11T07:30:00Z', '2018-03-11T08:30:00Z', 'both ends with the offset before the gap'],
    ['twice', '2018-11-04T05:30:00Z', '2018-11-04T07:30:00Z', 'the first of two, and a real hour more'],
    ['over-midnight', '2018-06-02T03:00:00Z', '2018-06-02T05:00:00Z', 'an end on the next day'],
    ['after-midnight', '2018-06-02T04:30:00Z', '2018-06-02T06:00:00Z', 'both ends on the next day'],
    ['to-midnight', '2018-06-02T02:00:00Z', '2018-06-02T04:00:00Z', '24:00'],
    ['open-end', '2018-06-01T23:00:00Z', undefined, 'no DTEND'],
    ['backwards', '2018-06-01T22:00:00Z', undefined, 'no DTEND before its DTSTART'],
  ])('%s: %s to %s (%s)', (id, dtstart, dtend) => {
    expect([nasty.get(id)?.dtstart, nasty.get(id)?.dtend]).toEqual([dtstart, dtend]);
  });

  test.each([
    ['23:00-01:00+1', 'America/New_York', '9999-01-01T04:00:00Z', '9999-01-01T06:00:00Z'],
    ['23:00-24:00+1', 'Pacific/Kiritimati', '9998-12-31T09:00:00Z', '9999-01-01T10:00:00Z'],
  ])('have four digits for a year on the last day that an agenda can have: %s in %s', (time, zone, start, end) => {
    const yaml = one()
      .replaceAll('2018-06-01', '9998-12-31')
      .replace('10:00-11:00', time)
      .replace(/America.*/, zone);
    expect(events(write(given(yaml))).get('s')).toMatchObject({ dtstart: start, dtend: end });
    expect(write(given(yaml, { tzid: true }))).not.toMatch(/[+-]0\d{10}/);
  });

  test.each([
    ['before the change', '00:30-01:30', '2018-03-11', ';TZID=America/New_York:20180311T003000'],
    ['over the change, which some add to the clock as it was', '01:30-03:30', '2018-03-11', ':20180311T063000Z'],
    ['all day', '00:00-24:00', '2018-03-11', ':20180311T050000Z'],
    ['in the hour that comes twice', '01:30-01:45', '2018-11-04', ':20181104T053000Z'],
    ['over it', '00:30-03:30', '2018-11-04', ':20181104T043000Z'],
    ['without end', '12:00-', '2018-11-04', ';TZID=America/New_York:20181104T120000'],
  ])('are local with --tzid where all readers agree on them: %s', (_, time, date, expected) => {
    const yaml = one().replaceAll('2018-06-01', date).replace('10:00-11:00', time);
    const [start = '', end = start] =
      write(given(yaml, { tzid: true }))
        .split('BEGIN:VEVENT')[1]
        ?.match(/(?<=^DT(?:START|END)).*$/gm) ?? [];
    expect(start.trim()).toBe(expected);
    expect(end.includes('TZID')).toBe(start.includes('TZID'));
  });

  test('reach before 1970 and to the second of a zone that had them', () => {
    const yaml = one().replaceAll('2018-06-0', '1960-06-0').replace('America/New_York', 'Africa/Monrovia');
    expect(events(write(given(yaml))).get('s')?.dtstart).toBe('1960-06-01T10:44:30Z');
  });
});

describe('texts', () => {
  test.each([
    ['injection', 'Titre END:VEVENT BEGIN:VEVENT SUMMARY:faux'],
    ['controls', 'cloche, échappement[31m, nul, DEL, C1, tabulation\tfin'],
    ['punctuation', 'a\\nb; c, d: "e" \\; \\\\'],
    ['emoji', '👩🏽‍🚀👨‍👩‍👧‍👦🏳️‍🌈'.repeat(5)],
    ['cjk', '国際移住対話二〇一八年第一回作業部会における包摂的かつ革新的な協力関係と効果的な移住の統治について'],
    ['formula-1', '=1+1'],
  ])('the title of %s comes back', (id, summary) => {
    expect(nasty.get(id)?.summary).toBe(summary);
  });

  test('come back whole when long', () => {
    const { selection } = given(NASTY);
    const long = selection.find(({ session }) => session.id === 'parent')?.session.description?.fr ?? '';
    expect(long.length).toBeGreaterThanOrEqual(2000);
    expect(nasty.get('parent')?.description?.endsWith(`\n\n${long}`)).toBe(true);
  });

  test('have one kind of line break', () => {
    expect(nasty.get('injection')?.description).toBe('un\ndeux\ntrois\nquatre\ncinq\nsix');
  });

  test('are escaped in the name of the calendar and in categories, each once', () => {
    const calendar = write(given(NASTY));
    // Raw: ical.js knows neither NAME (RFC 7986) nor X- properties, and leaves their escapes.
    const name = 'Nuits\\, jours\\; \\\\ « fins » "du" monde\\nBEGIN:VEVENT';
    expect([header(calendar, 'name'), header(calendar, 'x-wr-calname')]).toEqual([name, name]);
    expect(nasty.get('parent')?.categories).toBe('plenary|Données, chiffres; \\ preuves|a,b|c;d');
  });

  test('are on one line, without the blanks around their line breaks, but with those of their own', () => {
    const title = JSON.stringify('  Un\u00a0 \r\n\u2028 \n titre  double \u0085');
    expect(events(write(given(one().replace('title: Une}', `title: ${title}}`)))).get('s')?.summary).toBe(
      '  Un titre  double',
    );
  });

  test.each([' ', '\t', '\u00a0', '\n', ' \n', 'a'])('with many %j take time in proportion', async character => {
    await expectLinear(
      by => given(one().replace('title: Une}', `title: ${JSON.stringify(`a${character.repeat(200_000 / by)}b`)}}`)),
      write,
    );
  });

  test('give an address as it is written', () => {
    expect(write(given(NASTY))).toContain('\r\nURL:mailto:agenda@example.org?subject=a,b;c\r\n');
  });

  test('make nobody an attendee', () => {
    expect(nasty.get('parent')?.attendee).toBeUndefined();
  });
});

describe('status and time that is free', () => {
  test.each([
    ['injection', 'CONFIRMED', 'OPAQUE'],
    ['tentative', 'TENTATIVE', 'OPAQUE'],
    ['cancelled', 'CANCELLED', 'TRANSPARENT'],
    ['cancelled-part', 'CANCELLED', 'TRANSPARENT'],
    ['parent', 'CONFIRMED', 'TRANSPARENT'],
    ['part-1', 'CONFIRMED', 'OPAQUE'],
    ['pause', 'CONFIRMED', 'TRANSPARENT'],
  ])('%s is %s and %s', (id, status, transp) => {
    expect(nasty.get(id)).toMatchObject({ status, transp });
  });
});

describe('places', () => {
  test.each([
    ['rooms and venue', one('venue: ONU\nroom: [a, b]\nrooms: {a: Salle A, b: Salle B}'), 'Salle A, Salle B, ONU'],
    ['a room alone', one('room: a\nrooms: {a: Salle A}'), 'Salle A'],
    ['the venue of a session in no room', one('venue: ONU\nroom: a\nrooms: {a: Salle A}', ', room: []'), 'ONU'],
    ['the title of an agenda that has neither', one(), 'Une'],
  ])('%s', (_, yaml, location) => {
    expect(events(write(given(yaml))).get('s')?.location).toBe(location);
  });
});

describe('parts', () => {
  test('name their session when it is in the calendar, as does no one else', () => {
    const related = [...nasty].flatMap(([id, event]) => (event['related-to'] ? [[id, event['related-to']]] : []));
    expect(related).toEqual([
      ['part-1', 'parent@nasty'],
      ['part-2', 'parent@nasty'],
      ['cancelled-part', 'cancelled@nasty'],
    ]);
  });

  test.each([
    ['the filters choose only parts', { only: ({ parent }: { readonly parent?: unknown }) => parent !== undefined }],
    ['the sessions that have parts are left out', { parents: false }],
  ])('stand alone when %s', (_, choice) => {
    const alone = events(write(given(NASTY, choice)));
    expect(alone.has('parent')).toBe(false);
    expect(alone.get('part-1')?.['related-to']).toBeUndefined();
    expect(alone.get('part-1')?.description).toBe('Avant la pause.\n\nFait partie de\u00a0: Plénière');
  });

  test('are all that is missing with parents: false', () => {
    const left = events(write(given(NASTY, { parents: false })));
    expect([...nasty.keys()].filter(id => !left.has(id))).toEqual(['parent', 'cancelled']);
  });
});

describe('DTSTAMP, LAST-MODIFIED and SEQUENCE', () => {
  test.each([
    ['a date is midnight UTC', 'updated: 2018-03-20\nrevision: 3', {}, '2018-03-20T00:00:00Z', '3'],
    ['a time is brought to UTC', 'updated: 2018-03-20T09:30:15+02:00', {}, '2018-03-20T07:30:15Z', '0'],
    ['the update goes before the source date', 'updated: 2018-03-20', { sourceDate: 1 }, '2018-03-20T00:00:00Z', '0'],
    ['the source date counts in seconds', '', { sourceDate: 1_500_000_000 }, '2017-07-14T02:40:00Z', '0'],
    ['the source date may be 0', '', { sourceDate: 0 }, '1970-01-01T00:00:00Z', '0'],
    ['else it is midnight UTC of the first day', '', {}, '2018-06-01T00:00:00Z', '0'],
  ])('%s', (_, fields, options, stamp, sequence) => {
    expect(events(write(given(one(fields), options))).get('s')).toMatchObject({
      dtstamp: stamp,
      'last-modified': stamp,
      sequence,
    });
  });
});

describe('a calendar with events', () => {
  test('holds nothing else', () => {
    const components = new ICAL.Component(ICAL.parse(write(given(SHIPPED)))).getAllSubcomponents();
    expect(new Set(components.map(component => component.name))).toEqual(new Set(['vevent']));
  });
});

describe('an agenda of which nothing is chosen', () => {
  test.each([
    ['no session', one().replace(/days:.*/, 'days: []'), {}],
    ['no session that passes the filters', SHIPPED, { only: () => false }],
  ])('%s: a calendar with a component that is no event', (_, yaml, choice) => {
    const calendar = new ICAL.Component(ICAL.parse(write(given(yaml, choice))));
    expect(calendar.name).toBe('vcalendar');
    expect(calendar.getAllSubcomponents().map(component => component.name)).toEqual(['vtimezone']);
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
  });
});

import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { write } from '../../../src/formats/ics/write.js';
import { given, NASTY, one, SHIPPED } from '../../given/exports.js';

const root = (calendar: string) => new ICAL.Component(ICAL.parse(calendar));

/** The events by session id. */
function events(calendar: string): ReadonlyMap<string, ICAL.Component> {
  const all = root(calendar).getAllSubcomponents('vevent');
  return new Map(all.map(event => [String(event.getFirstPropertyValue('uid')).split('@')[0] ?? '', event]));
}

/** The lines of the calendar itself, unfolded. */
function head(calendar: string): readonly string[] {
  return calendar.replaceAll('\r\n ', '').split('BEGIN:VEVENT')[0]?.split('\r\n') ?? [];
}

describe('the calendar says', () => {
  test('how often to look for changes, in the words of RFC 7986 and in those of before', () => {
    const lines = head(write(given(SHIPPED)));
    expect(lines).toContain('REFRESH-INTERVAL;VALUE=DURATION:PT1H');
    expect(lines).toContain('X-PUBLISHED-TTL:PT1H');
    expect(lines.filter(line => /^(?:URL|SOURCE)/.test(line))).toEqual([]);
  });

  test.each([
    [
      'https://example.org/a?b=c,d;e',
      ['URL:https://example.org/a?b=c,d;e', 'SOURCE;VALUE=URI:https://example.org/a?b=c,d;e'],
    ],
    ['mailto:agenda@example.org', ['URL:mailto:agenda@example.org']],
    [
      'https://example.org/océans/ſ?q=100%&a=%C3%A9#«a»',
      [
        'URL:https://example.org/oc%C3%A9ans/%C5%BF?q=100%25&a=%C3%A9#%C2%ABa%C2%BB',
        'SOURCE;VALUE=URI:https://example.org/oc%C3%A9ans/%C5%BF?q=100%25&a=%C3%A9#%C2%ABa%C2%BB',
      ],
    ],
  ])('where its page is: %s', (url, expected) => {
    const lines = head(write(given(one(`url: "${url}"`))));
    expect(lines.filter(line => /^(?:URL|SOURCE)/.test(line))).toEqual(expected);
  });
});

describe('a cancelled agenda', () => {
  test.each([
    ['fr', 'X-WR-CALNAME:Une (annulé)', 'NAME:Une (annulé)'],
    ['en', 'X-WR-CALNAME:Une (cancelled)', 'NAME:Une (cancelled)'],
    ['zh', 'X-WR-CALNAME:Une (已取消)', 'NAME:Une (已取消)'],
  ])('says so at its head, in %s, and is no message that cancels', (lang, ...names) => {
    const calendar = write(given(one('status: cancelled'), { lang }));
    expect(head(calendar).filter(line => /^(?:X-WR-CAL)?NAME|^METHOD/.test(line))).toEqual(names);
    const [event] = [...events(calendar).values()];
    expect(['status', 'transp', 'location'].map(name => event?.getFirstPropertyValue(name))).toEqual([
      'CANCELLED',
      'TRANSPARENT',
      'Une',
    ]);
  });
});

describe('LANGUAGE', () => {
  const language = (calendar: string, id: string, property: string) =>
    events(calendar).get(id)?.getFirstProperty(property)?.getFirstParameter('language');

  test.each([
    ['summary', 'fr', 'fr'],
    ['summary', 'en', 'en'],
    ['location', 'fr', 'fr'],
    ['location', 'en', 'en'],
  ])('of %s is what the text was read in: %s', (property, lang, expected) => {
    expect(language(write(given(SHIPPED, { lang })), 'lunch-1', property)).toBe(expected);
  });

  test('of a text that is not in the language asked for is that of the text; of a mixture there is none', () => {
    const mixed = one('venue: Genève\nroom: a\nrooms: {a: {fr: Salle, en: Room}}');
    const calendar = write(given(mixed, { lang: 'en' }));
    expect([language(calendar, 's', 'summary'), language(calendar, 's', 'location')]).toEqual(['fr', undefined]);
  });

  test('is not there in an agenda that names none', () => {
    expect(write(given(one().replace('language: fr\n', '')))).not.toContain('LANGUAGE');
  });

  test.each([
    ['of texts alone', ', description: Bonjour', 'fr', 'fr'],
    ['with people and labels of the same language', ', description: Bonjour, speakers: [{name: Zoé}]', 'fr', 'fr'],
    ['of people alone, who have no language', ', speakers: [{name: Zoé}]', 'fr', undefined],
    [
      'with a function in another language',
      ', description: Hi, speakers: [{name: Zoé, title: {en: Chief}}]',
      'fr',
      undefined,
    ],
    ['with labels in another language', ', description: Hallo, speakers: [{name: Zoé}]', 'de', undefined],
    ['of a variety of the language of the labels', ', description: Salut, speakers: [{name: Zoé}]', 'fr-CA', 'fr-CA'],
  ])('stands at a description %s', (_, fields, own, expected) => {
    const yaml = one('', fields).replace('language: fr', `language: ${own}`);
    expect(language(write(given(yaml)), 's', 'description')).toBe(expected);
  });
});

describe('--alarm', () => {
  const ringing = (yaml: string, choice = {}) =>
    [...events(write(given(yaml, { alarm: 'PT10M', ...choice })))].flatMap(([id, event]) =>
      event.getAllSubcomponents('valarm').map(alarm => [id, alarm] as const),
    );
  const ids = (yaml: string, choice = {}) => ringing(yaml, choice).map(([id]) => id);

  test('shows the title some time before the start', () => {
    const [first] = ringing(SHIPPED);
    const properties = first?.[1].getAllProperties().map(one => [one.name, one.getFirstValue()?.toString()]);
    expect([first?.[0], properties]).toEqual([
      'registration',
      [
        ['action', 'DISPLAY'],
        ['trigger', '-PT10M'],
        ['description', 'Enregistrement'],
      ],
    ]);
  });

  test.each([
    ['a day of the calendar', 'P1D', '-P1D'],
    ['an hour', 'PT1H', '-PT1H'],
  ])('%s', (_, alarm, trigger) => {
    expect(write(given(SHIPPED, { alarm }))).toContain(`\r\nTRIGGER:${trigger}\r\n`);
  });

  test('does not ring for a break, for what is cancelled, or twice for one start', () => {
    const all = given(NASTY).selection.map(({ session }) => session.id);
    const found = new Set(ids(NASTY));
    expect(all.filter(id => !found.has(id))).toEqual(['parent', 'cancelled', 'cancelled-part', 'pause']);
    expect(ids(NASTY).length).toBe(found.size);
  });

  test('rings for a session whose parts begin later, or are not in the calendar', () => {
    expect(ids(NASTY, { only: ({ parts }: { readonly parts: readonly unknown[] }) => parts.length > 0 })).toEqual([
      'parent',
    ]);
    const later = one('', ', sessions: [{id: p, time: 10:15-11:00, title: Partie}]');
    expect(ids(later)).toEqual(['s', 'p']);
  });

  test('is not there unless asked for, and keeps lines to 75 octets', () => {
    expect(write(given(NASTY))).not.toContain('VALARM');
    for (const line of write(given(NASTY, { alarm: 'PT10M' })).split('\r\n'))
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });
});

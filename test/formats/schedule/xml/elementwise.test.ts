import { expect, test } from 'vitest';
import { given, problems } from '../../../given/schedules.js';

const schedule = (events: string) => `<?xml version="1.0"?>
<schedule>
  <conference><title>X</title><time_zone_name>Europe/Paris</time_zone_name></conference>
  <day date="2024-03-30"><room name="A">${events}</room>
    <room name="B"><event id="last"><title>Last</title><start>20:00</start></event></room></day>
</schedule>`;

const event = (title: string, inside = '') => `<event><title>${title}</title><start>10:00</start>${inside}</event>`;

test.each<[string, string, readonly string[]]>([
  ['beside others', event('One') + event('Two'), ['One', 'Two']],
  ['in a comment', `<!-- ${event('Gone')} -->${event('One')}`, ['One']],
  ['that begins in a comment', `<!-- <event> -->${event('One')}`, ['One']],
  ['in character data', `<![CDATA[${event('Gone')}]]>${event('One')}`, ['One']],
  ['in a processing instruction', `<?later ${event('Gone')} ?>${event('One')}`, ['One']],
  ['in an element that is not read', `<later>${event('Gone')}</later>${event('One')}`, ['One']],
  ['in another', event('One', event('Gone')), ['One']],
  ['with an end tag in a comment', event('One', '<!-- </event> -->') + event('Two'), ['One', 'Two']],
  ['with an end tag in character data', event('One', '<x><![CDATA[</event>]]></x>') + event('Two'), ['One', 'Two']],
  ['with a space in its end tag', event('One').replace('</event>', '</event >') + event('Two'), ['One', 'Two']],
  ['beside an element with a longer name', `<eventual/>${event('One')}`, ['One']],
  ['with characters of two units', event('One 😀', '<track>😀</track>') + event('Two'), ['One 😀', 'Two']],
  ['with ends of lines of two characters', `\r\n${event('One', '\r\n')}\r\n${event('Two')}`, ['One', 'Two']],
])('an event %s is read as it stands there, and placed', async (_, events, titles) => {
  const text = schedule(events);
  const { agenda, source } = await given(text);
  const all = agenda?.days[0]?.sessions ?? [];
  expect(all.map(({ title }) => title.und)).toEqual([...titles, 'Last']);
  const places = all.map((__, i) => source.locate(['days', 0, 'sessions', i, 'title']));
  expect(places.map(([from, to]) => text.slice(from, to))).toEqual([...titles, 'Last']);
  const wholes = all.map((__, i) => source.extent(['days', 0, 'sessions', i]));
  expect(wholes.map(([from, to]) => /^<event[\s\S]*<\/event\s*>$/.test(text.slice(from, to)))).toEqual(
    all.map(() => true),
  );
  expect(text.slice(...source.extent(['days', 0]))).toMatch(/^<day date[\s\S]*<\/day>$/);
});

test.each([
  ['an empty one', `<event/>${event('One')}`, ['4:41 missing-field: an event needs start | ']],
  ['one with an unknown entity', event('&foo; &bar;'), ['4:55 syntax: the entity &foo; is not one of XML']],
  ['one that does not end', `${event('One')}<event>`, ['4:101 syntax: this was read as schedule.xml up to here']],
  ['one that ends twice', `${event('One')}</event>`, ['4:94 syntax: this was read as schedule.xml up to here']],
])('of %s, the fault stands where it is', async (_, events, expected) => {
  const found = problems(await given(schedule(events)));
  expect(found.slice(0, 1).map((problem, i) => problem.slice(0, expected[i]?.length))).toEqual(expected);
});

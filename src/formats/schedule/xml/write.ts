import { type Element, xmlDocument } from '../../../text/xml.js';
import type { ExportRequest } from '../../export-request.js';
import type { ScheduleEvent } from '../events.js';
import { schedule } from '../grid.js';

export { keepsOfXml as keeps, scope } from '../keeps.js';

/**
 * A schedule.xml, as frab and pretalx write it and apps for conferences read it: valid against the two schemas of
 * https://c3voc.de/wiki/schedule, with and without persons. No version of the generator: a new one changes no file.
 */
export function write(request: ExportRequest): string {
  const { version, acronym, title, url, zone, slot, days } = schedule(request);
  return xmlDocument([
    'schedule',
    {},
    [
      ['generator', { name: 'idm' }, ''],
      ['version', {}, version],
      [
        'conference',
        {},
        [
          ['acronym', {}, acronym],
          ['title', {}, title],
          ['start', {}, days[0]?.date ?? ''],
          ['end', {}, days.at(-1)?.date ?? ''],
          ['days', {}, days.length],
          ['timeslot_duration', {}, slot],
          ...optional('base_url', url),
          ['time_zone_name', {}, zone],
        ],
      ],
      ...days.map(
        ({ index, date, start, end, rooms }): Element => [
          'day',
          { index, date, start, end },
          rooms.map(({ room: { name, guid }, events }) => [
            'room',
            { name, guid },
            events.map(one => event(one, name)),
          ]),
        ],
      ),
    ],
  ]);
}

function event(one: ScheduleEvent, room: string): Element {
  return [
    'event',
    { guid: one.guid, id: one.id },
    [
      ['date', {}, one.date],
      ['start', {}, one.start],
      ['duration', {}, one.duration],
      ['room', {}, room],
      ['slug', {}, one.slug],
      ...optional('url', one.url),
      ['title', {}, one.title],
      ['subtitle', {}, one.subtitle],
      ['track', {}, one.track],
      ['type', {}, one.type],
      ...optional('language', one.language),
      ['abstract', {}, ''],
      ['description', {}, one.description],
      ['persons', {}, one.persons.map(({ id, guid, name }) => ['person', { id, guid }, name])],
      ...(one.links.length === 0 ? [] : [links(one.links)]),
    ],
  ];
}

function links(all: ScheduleEvent['links']): Element {
  return ['links', {}, all.map(({ title, url }): Element => ['link', { href: url }, title])];
}

function optional(name: string, value = ''): readonly Element[] {
  return value === '' ? [] : [[name, {}, value]];
}

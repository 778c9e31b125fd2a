import { describe, test } from 'vitest';
import { readAny } from '../../src/formats/detect.js';
import type { ExportRequest } from '../../src/formats/export-request.js';
import { FORMATS, type ReaderName, type WriterName } from '../../src/formats/registry.js';
import { given } from '../given/exports.js';
import { LONG_TEXTS } from '../given/long-texts.js';
import { expectLinear } from '../support/growth.js';

const LENGTH = 20_000;

const COLUMNS =
  'id date start end title subtitle abstract description room parent chair speakers track tags languages status url type duration timezone'.split(
    ' ',
  );
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** A row for each column, in which it alone has the text. */
function table(text: string): string {
  const row = (filled: string) => {
    const cells: Readonly<Record<string, string>> = { date: '2018-03-26', start: '10:00', title: 'T', [filled]: text };
    return COLUMNS.map(column => quoted(cells[column] ?? '')).join(',');
  };
  return [COLUMNS.join(','), ...COLUMNS.map(row)].join('\n');
}

const IN_EVENT =
  'slug date start duration room title subtitle track type language abstract description url state'.split(' ');

/** An event for each field, in which it alone has the text. */
function events(text: string): readonly Readonly<Record<string, string>>[] {
  return IN_EVENT.map(field => ({ date: '2018-03-26T10:00:00Z', start: '10:00', title: 'T', [field]: text }));
}

const escaped = (text: string) =>
  text.replace(/[&<>\u0001\ud800]/g, one => (one < ' ' || one > '~' ? '?' : `&#${one.charCodeAt(0)};`));

function scheduleXml(text: string): string {
  const elements = events(text).map(
    event =>
      `<event id="1">${Object.entries(event)
        .map(([name, value]) => `<${name}>${escaped(value)}</${name}>`)
        .join('')}<persons><person>${escaped(text)}</person></persons></event>`,
  );
  return `<schedule><conference><title>${escaped(text)}</title><time_zone_name>UTC</time_zone_name></conference>
    <day date="2018-03-26"><room name="A">${elements.join('')}</room></day></schedule>`;
}

function scheduleJson(text: string): string {
  const persons = [{ name: text, biography: text }];
  const days = [{ date: '2018-03-26', rooms: { A: events(text).map(event => ({ ...event, persons })) } }];
  return JSON.stringify({ schedule: { conference: { title: text, time_zone_name: 'UTC', days } } });
}

describe.each<[ReaderName, (text: string) => string]>([
  ['csv', table],
  ['schedule-xml', scheduleXml],
  ['schedule-json', scheduleJson],
])('a %s is read in time that grows with the length of a text', (format, make) => {
  test.each(Object.entries(LONG_TEXTS))('%s', async (_, long) => {
    await expectLinear(
      by => make(long(LENGTH / by)),
      text => readAny(text, { assumeTz: 'UTC' }, format),
    );
  });
});

/** An agenda that has the text in every field that may hold it. */
function agenda(text: string): string {
  const said = JSON.stringify(text);
  return `{id: x, title: ${said}, subtitle: ${said}, description: ${said}, venue: ${said}, timezone: UTC, rooms: {a: {name: ${said}, floor: ${said}}},
    days: [{date: 2018-03-26, title: ${said}, sessions: [{id: s, time: 10:00-11:00, room: a, title: ${said}, subtitle: ${said}, description: ${said}, track: ${said}, tags: [${said}],
      speakers: [{name: ${said}, honorific: ${said}, title: ${said}, org: ${said}, country: ${said}, bio: ${said}, role: ${said}, note: ${said}}]}]}]}`;
}

describe.each<WriterName>(['csv', 'json', 'markdown', 'schedule-xml', 'schedule-json'])(
  'a %s is written in time that grows with the length of a text',
  format => {
    test.each(Object.entries(LONG_TEXTS))('%s', async (_, long) => {
      const { write } = await FORMATS[format].write();
      const requests = new Map<number, ExportRequest>();
      const request = (by: number) => {
        const known = requests.get(by) ?? given(agenda(long(LENGTH / by).replaceAll('\ud800', '?')));
        requests.set(by, known);
        return known;
      };
      await expectLinear(request, write);
    });
  },
);

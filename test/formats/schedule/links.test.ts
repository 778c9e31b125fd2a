import { describe, expect, test } from 'vitest';
import { readAny } from '../../../src/formats/detect.js';
import { write as writeJson } from '../../../src/formats/schedule/json/write.js';
import { write as writeXml } from '../../../src/formats/schedule/xml/write.js';
import { given, one } from '../../given/exports.js';

const XML = (event: string) =>
  `<schedule><conference><title>Demo</title><base_url>https://x.example/demo/</base_url><time_zone_name>Europe/Paris</time_zone_name></conference>` +
  `<day date="2030-05-14"><room name="A"><event id="1"><title>T</title><start>10:00</start><duration>00:30</duration>${event}</event></room></day></schedule>`;
const JSON_ = (event: object) =>
  JSON.stringify({
    schedule: {
      base_url: 'https://x.example/demo/',
      conference: {
        title: 'Demo',
        time_zone_name: 'Europe/Paris',
        days: [
          { date: '2030-05-14', rooms: { A: [{ id: 1, title: 'T', start: '10:00', duration: '00:30', ...event }] } },
        ],
      },
    },
  });

/** The links of the one event, and what is told. */
async function linksIn(text: string) {
  const { agenda, faults } = await readAny(text, {});
  const [session] = agenda?.days[0]?.sessions ?? [];
  return {
    links: session?.links.map(({ title, url }) => `${Object.values(title)[0]} ${url}`),
    told: faults.map(({ rule, message }) => `${rule}: ${message}`),
  };
}

describe.each<[string, readonly [string, string][]]>([
  [
    'schedule.xml',
    [
      [XML('<links><link href="https://x.example/a">Page</link></links>'), 'Page https://x.example/a'],
      [
        XML('<attachments><attachment href="/media/Note%201.pdf" type="related">Slides</attachment></attachments>'),
        'Slides https://x.example/media/Note%201.pdf',
      ],
      [
        XML('<links><link href="https://x.example/media/Note%201.pdf"/></links>'),
        'Note 1.pdf https://x.example/media/Note%201.pdf',
      ],
      [XML('<links><link>https://x.example/</link></links>'), 'x.example https://x.example/'],
      [
        XML('<recording><license/><optout>false</optout><link>https://media.example/v/1</link></recording>'),
        '1 https://media.example/v/1',
      ],
    ],
  ],
  [
    'schedule.json',
    [
      [JSON_({ links: [{ title: 'Page', url: 'https://x.example/a', type: 'related' }] }), 'Page https://x.example/a'],
      [
        JSON_({ attachments: [{ title: { fr: 'Planches' }, url: '/media/1.pdf' }] }),
        'Planches https://x.example/media/1.pdf',
      ],
      [JSON_({ links: ['https://x.example/b'] }), 'b https://x.example/b'],
      [
        JSON_({ recording: { license: '', optout: false, url: 'https://media.example/1.mp4' } }),
        '1.mp4 https://media.example/1.mp4',
      ],
      [JSON_({ recording: 'https://media.example/2' }), '2 https://media.example/2'],
    ],
  ],
])('a %s', (_, cases) => {
  test.each(cases)('links to what is attached to an event: %#', async (text, link) => {
    expect(await linksIn(text)).toEqual({ links: [link], told: [] });
  });
});

test.each([
  [
    'an address that is none',
    XML('<links><link href="see the wiki">Page</link></links>'),
    'not-read: a link without a web or mail address (1 link) is not read',
  ],
  [
    'an address that is none, in JSON',
    JSON_({ links: [{ title: 'x', url: 'wiki' }] }),
    'not-read: a link without a web or mail address (1 link) is not read',
  ],
  ['a link without one', JSON_({ links: [{ title: 'Page' }] }), 'not-read: a link without an address is not read'],
  [
    'what is no list',
    JSON_({ links: 'https://x.example' }),
    'not-read: field "links" of an event, which is no list, is not read',
  ],
  [
    'another element',
    XML('<links><page href="https://x.example"/></links>'),
    'not-read: <page> in <links> is not read',
  ],
])('%s is told', async (_, text, message) => {
  expect(await linksIn(text)).toEqual({ links: [], told: [message] });
});

test('one address is one link, and what stands for a recording and is none is nothing', async () => {
  const link = { title: 'Page', url: 'https://x.example/a' };
  expect(await linksIn(JSON_({ links: [link], attachments: [link], recording: true }))).toEqual({
    links: ['Page https://x.example/a'],
    told: [],
  });
});

const LINKED = one(
  '',
  ', links: [{title: "A & <b>", url: "https://example.org/é?a&b"}, {title: Poste, url: "mailto:a@example.org"}]',
);

test('both dialects are written with the links of the web', () => {
  expect(writeXml(given(LINKED))).toContain(
    '<links>\n          <link href="https://example.org/%C3%A9?a&amp;b">A &amp; &lt;b&gt;</link>\n        </links>',
  );
  const { schedule } = JSON.parse(writeJson(given(LINKED)));
  expect(schedule.conference.days.flatMap(({ rooms }: { rooms: object }) => Object.values(rooms).flat())).toMatchObject(
    [{ links: [{ title: 'A & <b>', url: 'https://example.org/%C3%A9?a&b' }] }],
  );
  expect(writeXml(given(one()))).not.toContain('links');
});

import { describe, expect, test } from 'vitest';
import { readAny } from '../../../src/formats/detect.js';
import { printed } from '../../support/programme.js';

async function read(text: string) {
  const { agenda, faults } = await readAny(text, { file: 'x.md', assumeTz: 'UTC' }, 'document');
  const lost = faults.flatMap(({ message }) => /^(.*) is not understood$/.exec(message)?.[1] ?? []);
  return { agenda, lost, ...printed(agenda) };
}

describe('what is in no session is told, and not left out in silence', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'a day with a title and no session',
      '4 May 2031 – Arrivals\n\n5 May 2031\n10:00-11:00 Opening',
      ['line 1: "4 May 2031 – Arrivals"'],
    ],
    [
      'a row with something else in place of a time',
      '5 May 2031\n| 10:00-11:00 | Opening |\n| Catering | in the garden |\n| 12:00-13:00 | Lunch |',
      ['line 3: "Catering"', 'line 3: "in the garden"'],
    ],
    [
      'what follows the end of a meeting',
      '5 May 2031\n10:00-11:00 Opening\n11:00 End of meeting\n\nThe canteen is closed on Monday.',
      ['line 5: "The canteen is closed on Monday."'],
    ],
    [
      'a heading with nothing below it',
      '# Forum\n\n## 5 May 2031\n\n10:00-11:00 Opening\n\n# Track B\n\nOne\n\n## 6 May 2031\n\n11:00-12:00 Closing',
      [],
    ],
  ])('%s', async (_, text, lost) => {
    const found = await read(text);
    expect(found.lost).toEqual(lost);
  });

  test('two headings of one day are both what it is called', async () => {
    const { agenda } = await read(
      '5 May 2031 – Water\n\n10:00-11:00 Opening\n\n5 May 2031 – Land\n\n12:00-13:00 Closing',
    );
    expect(agenda?.days.map(({ title }) => title)).toEqual([{ und: 'Water – Land' }]);
  });
});

describe('a document of little', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'whose title is a label',
      '5 May 2031\n10:00-11:00\nClosing remarks\nMs. Ana Reis, Director',
      ['closing | Closing remarks'],
    ],
    [
      'whose date stands twice',
      'Delta Forum\n\n5 May 2031\n\nTimes: UTC\n\n5 May 2031\n\n10:00-11:00 Opening',
      ['opening | Opening'],
    ],
    [
      'whose function has an “and” in it',
      '5 May 2031\n10:00-11:00 Opening\nModerator: Mr. Tom Okafor, Director, Department of Economic and Social Affairs (DESA)',
      ['opening | Opening'],
    ],
  ])('%s is read as what it is', async (_, text, sessions) => {
    const found = await read(text);
    expect(found.sessions.map(line => line.split(' ').slice(2).join(' ').split(' | ').slice(0, 2).join(' | '))).toEqual(
      sessions,
    );
    expect(found.people.length).toBeLessThanOrEqual(1);
    expect(found.lost).toEqual([]);
  });

  test.each([
    ['Geneva, 5 May 2031\nPalais des Nations, Room XXI', 'Palais des Nations, Geneva'],
    ['Palais des Nations, 5 May 2031\nRoom XXI, Geneva', 'Palais des Nations, Geneva'],
  ])('its place has a building and a town: %j', async (head, venue) => {
    const { agenda } = await read(`Delta Forum\n${head}\n\n5 May 2031\n10:00-11:00 Opening`);
    expect(agenda?.venue).toEqual({ und: venue });
  });
});

test.each([
  ['السيد لارس هولم، رئيس مكتب السواحل', 'رئيس مكتب السواحل'],
  ['السيدة آنا ريس، نائب الوزير', 'نائب الوزير'],
  ['王丽，流域银行行长', '流域银行行长'],
])('words of functions are known in each script: %s', async (line, title) => {
  const { agenda } = await read(`5 May 2031\n10:00-11:00 Opening\nSpeakers:\n- ${line}`);
  expect(agenda?.people.map(one => Object.values(one.title ?? {}))).toEqual([[title]]);
});

test('what a line says beside the languages of interpretation is in the description', async () => {
  const { agenda, lost } = await read(
    '5 May 2031\n10:00-11:00 Opening\nInterpretation: simultaneous (EN/FR). Headsets are at the desk.',
  );
  expect(lost).toEqual([]);
  expect(Object.values(agenda?.days[0]?.sessions[0]?.description ?? {})).toEqual([
    'Interpretation: simultaneous (EN/FR). Headsets are at the desk.',
  ]);
});

describe('a paragraph with a date and more', () => {
  const messages = async (html: string) =>
    (await readAny(html, { file: 'x.html', assumeTz: 'UTC' })).faults.map(({ message }) => message);
  const first = '<h1>Forum</h1><p>5 May 2031<br>The Tannery Centre, 14 Orrin Street</p><p>10:00-11:00 Opening</p>';

  test('says where all takes place, at the first day', async () => {
    const { agenda, faults } = await readAny(first, { file: 'x.html', assumeTz: 'UTC' });
    expect(Object.values(agenda?.venue ?? {})).toEqual(['The Tannery Centre, 14 Orrin Street']);
    expect(faults.filter(({ rule }) => rule === 'not-read')).toEqual([]);
  });

  test.each([
    'The Tannery, 14 Orrin Street, Caldmoor',
    'Alphonse-Dorval, 220, rue des Tanneurs',
    'Haus am Fluss, Uferstraße 3',
  ])('which is known by its address: %s', async place => {
    const { agenda } = await readAny(first.replace('The Tannery Centre, 14 Orrin Street', place), {
      file: 'x.html',
      assumeTz: 'UTC',
    });
    expect(Object.values(agenda?.venue ?? {})).toEqual([place]);
  });

  test('is told in part, where a line of it is not understood', async () => {
    const second = '<p>6 May 2031<br>The Mill, 2 Orrin Street</p><p>All are welcome.</p><p>10:00-11:00 Closing</p>';
    expect(await messages(first + second)).toContain('block 4: "The Mill, 2 Orrin Street" is not understood');
  });
});

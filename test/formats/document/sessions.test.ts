import { describe, expect, test } from 'vitest';
import { readAny } from '../../../src/formats/detect.js';
import { printed } from '../../support/programme.js';

/** The sessions and the people of a text on one day. */
async function read(text: string) {
  const { agenda } = await readAny(`5 May 2031\n${text}`, { file: 'x.txt', assumeTz: 'UTC' }, 'document');
  const { sessions, people } = printed(agenda);
  return {
    sessions: sessions.map(line => line.replace('2031-05-05 ', '').replace(/(?: \| )+$/, '')),
    people: people.map(line => line.replace(/(?: \| )+$/, '')),
  };
}

describe('times', () => {
  test.each([
    ['0930–1000 Opening', ['09:30-10:00 opening | Opening']],
    ['0930 to 1000 Opening', ['09:30-10:00 opening | Opening']],
    ['1900h-2030h Quiz', ['19:00-20:30 session | Quiz']],
    // May be years, but in a column of times.
    ['10:00-11:00 Budget\n2018-2019 Annual report', ['10:00-11:00 session | Budget']],
    ['| 0930–1000 | Opening |\n| 1900–2030 | Quiz |', ['09:30-10:00 opening | Opening', '19:00-20:30 session | Quiz']],
  ])('%j', async (text, sessions) => {
    expect((await read(text)).sessions).toEqual(sessions);
  });

  test.each([
    'Questions: forum@delta.example (weekdays 10:00-16:00)',
    'Buses to the station leave at 17.00 and 21.45.',
    'Tel. +00 555 0142, 9:00-14:00',
  ])('%j at the foot is no session', async line => {
    expect((await read(`10:00-11:00 Opening\n\n${line}`)).sessions).toEqual(['10:00-11:00 opening | Opening']);
  });

  test('that stand behind titles are those of sessions also where the one before lists who speaks', async () => {
    const { sessions, people } = await read(
      'Annual report [10.15 - 10.50]\n   Presented by Callum Fairweather, Secretary General\n\nAccounts [10.50 - 11.20]\n   Presented by Ottoline Reyes, Treasurer',
    );
    expect(sessions).toEqual(['10:15-10:50 session | Annual report', '10:50-11:20 session | Accounts']);
    expect(people).toHaveLength(2);
  });
});

describe('sessions at the same time', () => {
  test('below the first, with its time', async () => {
    const { sessions, people } = await read(
      "10:15 – 11:45\nAtelier A – La rue aux enfants\nAnimation : Ana Reis, urbaniste\nAtelier B – L'hiver à vélo\nAnimation : Tom Okafor, président",
    );
    expect(sessions).toEqual([
      '10:15-11:45 workshop | Atelier A – La rue aux enfants',
      "10:15-11:45 workshop | Atelier B – L'hiver à vélo",
    ]);
    expect(people.map(line => line.split(':')[0])).toEqual([
      'Atelier A – La rue aux enfants',
      "Atelier B – L'hiver à vélo",
    ]);
  });

  test('are parts of a session of parallel ones', async () => {
    const { sessions } = await read(
      '14:00-15:30 Parallel sessions\nSession 1A: Scanning\nSession 1B: Oral history\n15:30-16:00 Tea',
    );
    expect(sessions).toEqual([
      '14:00-15:30 session | Parallel sessions',
      '14:00-15:30 session | Session 1A: Scanning |  | Parallel sessions',
      '14:00-15:30 session | Session 1B: Oral history |  | Parallel sessions',
      '15:30-16:00 break | Tea',
    ]);
  });
});

describe('people', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'whose words go on in the next line',
      'Dr. Ana Reis, Director, Museum of\nTides\nMr. Tom Okafor, Minister of Transport,\nKingdom of Merin (by video message)',
      [
        'speaker Dr. | Ana Reis | Director, Museum of Tides',
        'speaker Mr. | Tom Okafor | Minister of Transport, Kingdom of Merin |  |  | by video message',
      ],
    ],
    [
      'listed below one behind « Moderation: » do not moderate',
      '• Moderation: Frau Ana Reis, Redakteurin\n• Herr Tom Okafor, Vorstand\n• Frau Lea Sun, Architektin',
      [
        'moderator Frau | Ana Reis | Redakteurin',
        'speaker Herr | Tom Okafor | Vorstand',
        'speaker Frau | Lea Sun | Architektin',
      ],
    ],
    [
      'two behind one label both moderate',
      'Animation : Ana Reis et Tom Okafor',
      ['moderator  | Ana Reis', 'moderator  | Tom Okafor'],
    ],
    [
      'behind letters are a list',
      'Expositores:\na) Sra. Ana Reis, presidenta\nb) Sr. Luis Vera, gerente',
      ['speaker Sra. | Ana Reis | presidenta', 'speaker Sr. | Luis Vera | gerente'],
    ],
  ])('%s', async (_, lines, people) => {
    const found = await read(`10:00-11:00 Panel 1\n${lines}`);
    expect(found.people.map(line => line.replace(/^Panel 1: /, ''))).toEqual(people);
  });

  test('have their organisations in a column of their own, line by line', async () => {
    const { people } = await read(
      '| When | Who | What | Company |\n|---|---|---|---|\n| 10:00-11:00 | Mme Ana Reis<br>M. Tom Okafor | Panel 1 | Delta Bank<br>Port of Busan |',
    );
    expect(people).toEqual([
      'Panel 1: speaker Mme | Ana Reis |  | Delta Bank',
      'Panel 1: speaker M. | Tom Okafor |  | Port of Busan',
    ]);
  });
});

describe('titles', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'above their times',
      '\nAcreditación\n8:30 a 9:00 h\n\nBienvenida\n9:00 a 9:15 h\n  D. Anselmo Quirós. Presidente. Cámara de Valdorría\n\nLunch\n12:15 to 13:15, Lodge Kitchen',
      [
        '08:30-09:00 registration | Acreditación',
        '09:00-09:15 opening | Bienvenida',
        '12:15-13:15 break | Lunch | Lodge Kitchen',
      ],
    ],
    [
      'between signs that stand for columns',
      '09:30–10:00 / Accreditation / Festival Centre\n10:00–10:20 / Opening / Screen 2\n10:30–11:00 / Talk / Screen 2',
      [
        '09:30-10:00 registration | Accreditation | Festival Centre',
        '10:00-10:20 opening | Opening | Screen 2',
        '10:30-11:00 session | Talk | Screen 2',
      ],
    ],
    [
      'in columns below a ruler, with rows that go on',
      'Ser  Timings    Event                   Location\n---  ---------  ----------------------  --------\n1    0800-0830  Registration of guests  Foyer\n2    0830-0900  Communications plan     Hut 12\n                and radio procedure',
      [
        '08:00-08:30 registration | Registration of guests | Foyer',
        '08:30-09:00 session | Communications plan and radio procedure | Hut 12',
      ],
    ],
    ['before what stays open', '18:30 – late, Film night', ['18:30- session | Film night']],
    [
      'that begin with a question',
      '10:00-11:00 Where – and how – to invest\n11:00-12:00 Pitch: Silk',
      ['10:00-11:00 session | Where – and how – to invest', '11:00-12:00 session | Pitch: Silk'],
    ],
    ['with the mark of a note', '10:00-11:00 Workshop: Draughts*', ['10:00-11:00 workshop | Workshop: Draughts']],
    [
      'of breaks with a place behind a dash',
      '13:00-14:00 Lunch – Café Celluloid\n14:00-15:00 Tides – Café Talks',
      ['13:00-14:00 break | Lunch | Café Celluloid', '14:00-15:00 session | Tides – Café Talks'],
    ],
  ])('%s', async (_, text, sessions) => {
    expect((await read(text)).sessions).toEqual(sessions);
  });

  test('that are headings have their time at the end', async () => {
    const { agenda } = await readAny(
      '<h1>Demo day</h1><p>5 May 2031</p><h3>Doors open · 3:30 PM</h3><p>📍 Lobby</p><h3>Pitches · 4:40 PM</h3><p>Five minutes each.</p>',
      { file: 'x.html', assumeTz: 'UTC' },
    );
    expect(printed(agenda).sessions).toEqual([
      '2031-05-05 15:30-16:40 registration | Doors open | Lobby | ',
      '2031-05-05 16:40- session | Pitches |  | ',
    ]);
  });

  test('of parallel sessions have the room in place of a time', async () => {
    const { sessions } = await read(
      '| 11:00-12:00 | Parallel workshops |\n| Room C 112 | Workshop A: Sleep |\n| Room C 114 | Workshop B: Nights |\n| 12:00-13:00 | Lunch |',
    );
    expect(sessions).toEqual([
      '11:00-12:00 workshop | Parallel workshops',
      '11:00-12:00 workshop | Workshop A: Sleep | Room C 112 | Parallel workshops',
      '11:00-12:00 workshop | Workshop B: Nights | Room C 114 | Parallel workshops',
      '12:00-13:00 break | Lunch',
    ]);
  });
});

describe('who takes part', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'behind the title',
      'First Talk, chaired by Ms. Ana Reis (Delta Bank), with Mr. Tom Okafor (Port of Busan) and Dr. Lea Sun (Delta Lab)',
      [
        'moderator Ms. | Ana Reis |  | Delta Bank',
        'speaker Mr. | Tom Okafor |  | Port of Busan',
        'speaker Dr. | Lea Sun |  | Delta Lab',
      ],
    ],
    [
      'in sentences',
      'First Talk\nModerated by Ana Reis (critic, Reel Weekly). With Tom Okafor (director, Delta Film)',
      ['moderator  | Ana Reis | critic, Reel Weekly', 'speaker  | Tom Okafor | director, Delta Film'],
    ],
    [
      'on three lines each',
      'First Talk\nAna Reis\nManaging Director\nKilnworks Accelerator',
      ['speaker  | Ana Reis | Managing Director | Kilnworks Accelerator'],
    ],
  ])('%s', async (_, lines, people) => {
    const found = await read(`10:00-11:00 ${lines}`);
    expect(found.sessions).toEqual(['10:00-11:00 session | First Talk']);
    expect(found.people.map(line => line.replace(/^First Talk: /, ''))).toEqual(people);
  });
});

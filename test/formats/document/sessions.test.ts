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
    // The same time on two clocks, and how long it takes.
    [
      '6:00 p.m. / 18 h\nReception\n7:20 p.m. / 19 h 20\nKeynote',
      ['18:00-19:20 social | Reception', '19:20- keynote | Keynote'],
    ],
    ['9h15 > 9h35 Ouverture', ['09:15-09:35 opening | Ouverture']],
    ['6:00 / 18:00 Reception', ['18:00- social | Reception']],
    ['14:20 (25 min) Figures\n14:45 (1 h 30) Votes', ['14:20-14:45 session | Figures', '14:45-16:15 session | Votes']],
    ['1. Opening (9 to 9.45 a.m.), with Ms. Ana Reis', ['09:00-09:45 opening | 1. Opening']],
    // A column behind that of titles.
    ['签到　　08:20—08:50　　一层大厅', ['08:20-08:50 registration | 签到 | 一层大厅']],
    ['Opening       9:00–9:30       Main Hall', ['09:00-09:30 opening | Opening | Main Hall']],
    ['Sulama nasıl yapılır? (Salon) ............ 14.00-15.15', ['14:00-15:15 session | Sulama nasıl yapılır? | Salon']],
    ['11:30 صباحًا – 12:00 ظهرًا، غداء', ['11:30-12:00 break | غداء']],
    ['17.00 - 18.30 uur Borrel', ['17:00-18:30 social | Borrel']],
    ['09:00-10:30 分会场A：湿地', ['09:00-10:30 session | 分会场A：湿地']],
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

  test.each<[string, string, readonly string[]]>([
    [
      'by letters',
      '14:30-16:00 Working groups in parallel\n(a) Nets and courts – Committee Room 1\n(b) Fish ladders – Committee Room 2',
      ['Nets and courts | Committee Room 1', 'Fish ladders | Committee Room 2'],
    ],
    [
      'in Chinese',
      '13:30-15:30 平行分论坛\n分论坛A：遗产（301会议室）\n分论坛B：空间（305会议室）',
      ['分论坛A：遗产 | 301会议室', '分论坛B：空间 | 305会议室'],
    ],
    [
      'in rows without a time',
      '| Hora | Actividad | Lugar |\n|---|---|---|\n| 09:00-12:00 | Taller de negociación | Sala 1 |\n| | Grupo 1: arriba | Aula 2 |\n| | Grupo 2: abajo | Aula 3 |',
      ['Grupo 1: arriba | Aula 2', 'Grupo 2: abajo | Aula 3'],
    ],
  ])('are parts %s', async (_, text, parts) => {
    const { sessions } = await read(text);
    const [above = '', ...others] = sessions;
    const [, title = ''] = / \| ([^|]+?)(?: \||$)/.exec(above) ?? [];
    expect(others.map(line => line.split(' | ').slice(1).join(' | '))).toEqual(parts.map(part => `${part} | ${title}`));
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

describe('parts', () => {
  test('are indented below the session that they are in', async () => {
    const { sessions } = await read(
      '19.50  Lightning talks\n         19.50  Fonts\n         20.05  Sites\n20.40  Break\n   20.45  Table A',
    );
    expect(sessions).toEqual([
      '19:50-20:05 session | Lightning talks',
      '19:50-20:05 session | Fonts |  | Lightning talks',
      '20:05-20:40 session | Sites |  | Lightning talks',
      '20:40-20:45 break | Break',
      '20:45- session | Table A',
    ]);
  });

  test('are none of a break', async () => {
    const { sessions } = await read('20.40-21.00 Break\n    20.45-21.00 Quiz');
    expect(sessions).toEqual(['20:40-21:00 break | Break', '20:45-21:00 session | Quiz']);
  });

  test('stand side by side in a table without times', async () => {
    const { agenda } = await readAny(
      '<h1>Forum</h1><p>5 May 2031</p><p>10:00-11:00 Breakout groups</p><table><tr><th>Breakout A: Stocks</th><th>Breakout B: Prices</th></tr><tr><td>Room 1</td><td>Room 2</td></tr><tr><td>Facilitator: Ms. Ana Reis</td><td>Facilitator: Mr. Tom Okafor</td></tr></table>',
      { file: 'x.html', assumeTz: 'UTC' },
    );
    const { sessions, people } = printed(agenda);
    expect(sessions.slice(1)).toEqual([
      '2031-05-05 10:00-11:00 session | Breakout A: Stocks | Room 1 | Breakout groups',
      '2031-05-05 10:00-11:00 session | Breakout B: Prices | Room 2 | Breakout groups',
    ]);
    expect(people.map(line => line.replace(/(?: \| )+$/, ''))).toEqual([
      'Breakout A: Stocks: moderator Ms. | Ana Reis',
      'Breakout B: Prices: moderator Mr. | Tom Okafor',
    ]);
  });

  test('are those of a title that ends with a colon', async () => {
    const { sessions } = await read('16:00-17:00 Parallel sessions:\nSession 1A: Depots\nSession 1B: Rotas');
    expect(sessions.map(line => line.split(' | ').at(-1))).toEqual([
      'Parallel sessions:',
      'Parallel sessions:',
      'Parallel sessions:',
    ]);
  });

  test('are none of a sentence that announces them', async () => {
    const { sessions } = await read(
      '15:30-16:00 Tea\nFrom 16:00 to 17:00 two breakouts run side by side. Pick one:\nBreakout 1: Depots (Crane Room)\nBreakout 2: Rotas (Chart Room)',
    );
    expect(sessions).toEqual([
      '15:30-16:00 break | Tea',
      '16:00-17:00 session | Breakout 1: Depots | Crane Room',
      '16:00-17:00 session | Breakout 2: Rotas | Chart Room',
    ]);
  });
});

describe('columns', () => {
  test('of a text are where the words above them are, and lines go on that are broken where they end', async () => {
    const { sessions, people } = await read(
      [
        'Date and time        Item   Activity',
        '___________________________________________________________',
        '',
        '10–10.30 a.m.        1      Opening of the session',
        '                            Statement: Ms. Ana Reis, Adviser',
        '                            to the Basin Commission',
        '10.30–11 a.m.        2      Safety of navigation: report of',
        '                            the expert group',
        '                            Chair: Mr. Tom Okafor (Merin)',
      ].join('\n'),
    );
    expect(sessions).toEqual([
      '10:00-10:30 opening | Opening of the session',
      '10:30-11:00 session | Safety of navigation: report of the expert group',
    ]);
    expect(people).toEqual([
      'Opening of the session: speaker Ms. | Ana Reis | Adviser to the Basin Commission |  |  | Statement',
      'Safety of navigation: report of the expert group: moderator Mr. | Tom Okafor |  | Merin | Chair',
    ]);
  });

  test('of durations and numbers are left out, and not lost', async () => {
    const { agenda, faults } = await readAny(
      '5 May 2031\n\n| No. | Horaire | Durée | Séquence |\n|---|---|---|---|\n| 1 | 10:00-11:00 | 60 mn | Ouverture |\n| 2 | 11:00-11:30 | 30 mn | Pause |',
      { file: 'x.md', assumeTz: 'UTC' },
      'document',
    );
    expect(printed(agenda).sessions).toEqual([
      '2031-05-05 10:00-11:00 opening | Ouverture |  | ',
      '2031-05-05 11:00-11:30 break | Pause |  | ',
    ]);
    expect(agenda?.days[0]?.sessions.map(({ description }) => description)).toEqual([undefined, undefined]);
    expect(faults.filter(({ message }) => /not understood/.test(message))).toEqual([]);
  });

  test('of numbers are titles where nothing stands behind them', async () => {
    const { sessions } = await read('| Time | Item |\n|---|---|\n| 10:00-11:00 | 1 |\n| 11:00-12:00 | 2 |');
    expect(sessions).toEqual(['10:00-11:00 session | 1', '11:00-12:00 session | 2']);
  });

  test.each([
    ['Chair / speakers', 'speaker'],
    ['Chair', 'moderator'],
  ])('called %j name each %s', async (name, as) => {
    const { people } = await read(
      `| Time | Session | ${name} |\n|---|---|---|\n| 10:00-11:00 | Votes | Ms. Ana Reis |`,
    );
    expect(people).toEqual([expect.stringContaining(`Votes: ${as} Ms. | Ana Reis`)]);
  });

  test('of people have a function and an organisation on lines below each name', async () => {
    const { people } = await read(
      '| Time | Session | Speakers |\n|---|---|---|\n| 10:00-11:00 | Votes | Mme Ana Reis<br>Ministre des Ports<br>Union de Torbia<br>M. Tom Okafor<br>Directeur<br>Banque du Golfe |',
    );
    expect(people).toEqual([
      'Votes: speaker Mme | Ana Reis | Ministre des Ports | Union de Torbia',
      'Votes: speaker M. | Tom Okafor | Directeur | Banque du Golfe',
    ]);
  });
});

describe('a mail that was copied', () => {
  test.each([
    'From: Ana <ana@basin.example>\nTo: all\nSubject: Fwd: Forum of the Basin\nDate: Tue, 1 April 2031 10:15\n\nDear all,',
    'De : Ana <ana@basin.example>\nEnvoyé : mardi 1 avril 2031 10:15\nObjet : TR : Forum of the Basin\n\nChers collègues,',
  ])('%j was sent on no day of the meeting', async headers => {
    const text = `${headers}\n\n5 May 2031\n10:00-11:00 Opening\n`;
    const { agenda } = await readAny(text, { file: 'x.txt', assumeTz: 'UTC' });
    expect(printed(agenda).sessions).toEqual(['2031-05-05 10:00-11:00 opening | Opening |  | ']);
    expect(Object.values(agenda?.title ?? {})).toEqual(['Forum of the Basin']);
  });

  test('needs a subject to be one', async () => {
    const text = 'Date: 5 May 2031\nTo: whom it concerns\n\n10:00-11:00 Opening\n';
    const { agenda } = await readAny(text, { file: 'x.txt', assumeTz: 'UTC' }, 'document');
    expect(printed(agenda).sessions).toEqual(['2031-05-05 10:00-11:00 opening | Opening |  | ']);
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

test.each<[string, string, readonly string[]]>([
  [
    'above the first time',
    '# Forum\n\nHotel Marula, 5 May 2031\n\n### Opening\n10:00-10:30\n\n### Votes\n11:00-12:00',
    ['Opening', 'Votes'],
  ],
  [
    'below times, and not those above the next time',
    '# Forum\n\n5 May 2031\n\n9h00\n\n### Opening\n\n#### Good to know\n\nBring a badge.\n\n10h00\n\n### Votes',
    ['Opening', 'Votes'],
  ],
])('titles are headings %s', async (_, text, titles) => {
  const { agenda } = await readAny(text, { file: 'x.md', assumeTz: 'UTC' }, 'document');
  expect(printed(agenda).sessions.map(line => line.split(' | ')[1])).toEqual(titles);
});

test('an organisation below a name is one where others have functions there', async () => {
  const html = (...people: readonly string[]) =>
    `<h1>Forum</h1><p>5 May 2031</p><p>10:00-11:00 Votes</p>${people.map(one => `<p>${one}</p>`).join('')}`;
  const people = async (text: string) =>
    printed((await readAny(text, { file: 'x.html', assumeTz: 'UTC' })).agenda).people;
  expect(await people(html('Ana Reis<br>Delta Film'))).toEqual([]);
  expect(await people(html('Tom Okafor<br>Director, Delta Lab', 'Ana Reis<br>Delta Film'))).toEqual([
    'Votes: speaker  | Tom Okafor | Director, Delta Lab |  |  | ',
    'Votes: speaker  | Ana Reis |  | Delta Film |  | ',
  ]);
});

test('titles are headings below their times, and workshops at one time headings below these', async () => {
  const { agenda } = await readAny(
    '<h1>Forum</h1><p>5 May 2031</p><div>8h30 (30 min)</div><h3>Accueil</h3><div>9h00 (1h15)</div><h3>Ateliers au choix</h3><h4>Atelier A : salons</h4><p>Salle 1</p><h4>Atelier B : paiements</h4><p>Salle 2</p><div>10h15 (30 min)</div><h3>Déjeuner</h3>',
    { file: 'x.html', assumeTz: 'UTC' },
  );
  expect(printed(agenda).sessions.map(line => line.slice(11))).toEqual([
    '08:30-09:00 registration | Accueil |  | ',
    '09:00-10:15 workshop | Ateliers au choix |  | ',
    '09:00-10:15 workshop | Atelier A : salons | Salle 1 | Ateliers au choix',
    '09:00-10:15 workshop | Atelier B : paiements | Salle 2 | Ateliers au choix',
    '10:15-10:45 break | Déjeuner |  | ',
  ]);
});

test('papers in a list have who gives them', async () => {
  const { agenda } = await readAny(
    '5 May 2031\n10:00-11:00 Session 1: Tides\n- Wells and gardens / Dr. Ana Reis (Delta Bank)\n- T2. Nets. Speaker: Tom Okafor (Port of Busan)\n- Inputs / outputs of the model',
    { file: 'x.txt', assumeTz: 'UTC' },
    'document',
  );
  const [session] = agenda?.days[0]?.sessions ?? [];
  const shown = session?.items.map(({ title, speakers }) => [
    Object.values(title ?? {})[0],
    speakers.map(({ person }) => person),
  ]);
  expect(shown).toEqual([
    ['Wells and gardens', ['ana-reis']],
    ['T2. Nets', ['tom-okafor']],
  ]);
  expect(Object.values(session?.description ?? {})).toEqual(['- Inputs / outputs of the model']);
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
      'behind a time in brackets, and behind labels',
      'First Talk\nChaired by Dr. Ana Reis, Director, Delta Bank. Speakers: Mr. Tom Okafor, Agronomist, Delta Lab; Ms. Lea Sun.',
      [
        'moderator Dr. | Ana Reis | Director, Delta Bank',
        'speaker Mr. | Tom Okafor | Agronomist, Delta Lab',
        'speaker Ms. | Lea Sun',
      ],
    ],
    [
      'with an organisation, and how',
      'First Talk // Ana Reis, Delta Film (by video)',
      ['speaker  | Ana Reis |  | Delta Film'],
    ],
    [
      'behind a title that is a sentence',
      'First Talk. Dr Ana Reis (Delta Bank)',
      ['speaker Dr | Ana Reis |  | Delta Bank'],
    ],
    [
      'as what stands behind them in brackets',
      'First Talk\nMs. Ana Reis, Editor, Delta Film (moderator)\nMs. Lea Sun, Director, Delta Lab',
      ['moderator Ms. | Ana Reis | Editor, Delta Film', 'speaker Ms. | Lea Sun | Director, Delta Lab'],
    ],
    ['behind a verb', 'First Talk\nModera Ana Reis (Delta Bank).', ['moderator  | Ana Reis |  | Delta Bank']],
    [
      'two in one line, with their organisations',
      'First Talk\nAna Reis (Delta Bank) and Cllr. Tom Okafor (Port of Busan)',
      ['speaker  | Ana Reis |  | Delta Bank', 'speaker Cllr. | Tom Okafor |  | Port of Busan'],
    ],
    [
      'behind a sign in the title',
      'First Talk // moderated by Ana Reis, editor; with Tom Okafor (Delta Film)',
      ['moderator  | Ana Reis | editor', 'speaker  | Tom Okafor |  | Delta Film'],
    ],
    [
      'behind another, without a function',
      'First Talk\nMs. Ana Reis, Director\nTom Okafor, Delta Film',
      ['speaker Ms. | Ana Reis | Director', 'speaker  | Tom Okafor |  | Delta Film'],
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

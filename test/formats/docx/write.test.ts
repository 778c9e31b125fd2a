import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { kindInTitle } from '../../../src/formats/docx/kinds.js';
import { CHARACTER_STYLES, PARAGRAPH_STYLES } from '../../../src/formats/docx/styles.js';
import { keeps, write } from '../../../src/formats/docx/write.js';
import { notices } from '../../../src/formats/notices.js';
import type { SessionType } from '../../../src/model/agenda.js';
import type { LabelLanguage } from '../../../src/model/words.js';
import { given, NASTY, one, SHIPPED } from '../../given/exports.js';
import { documentText } from '../../support/readme.js';
import { ROOT } from '../../support/run.js';
import { written } from '../../support/written.js';
import { children, SEQUENCES } from './sequences.js';

const SIX = readFileSync(`${ROOT}test/given/six-languages.yaml`, 'utf8');

const files = new Map<string, Promise<Readonly<Record<string, Uint8Array>>>>();

/** A part of the file that is written of an agenda, which is written once. */
async function part(name: string, ...request: Parameters<typeof given>): Promise<string> {
  const key = JSON.stringify(request) + String(request[1]?.only);
  const file = files.get(key) ?? write(given(...request)).then(bytes => unzipSync(bytes));
  files.set(key, file);
  return strFromU8((await file)[name] ?? new Uint8Array());
}

/** A paragraph of the document: its style, its text, and that of its runs. */
interface Shown {
  readonly style: string;
  readonly text: string;
  readonly runs: readonly string[];
}

async function paragraphs(...request: Parameters<typeof given>): Promise<readonly Shown[]> {
  const body = await part('word/document.xml', ...request);
  return [...body.matchAll(/<w:p>(.*?)<\/w:p>/gs)].map(([, inner = '']) => {
    const runs = [...inner.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text = '']) => text);
    return { style: /<w:pStyle w:val="(\w+)"\/>/.exec(inner)?.[1] ?? '', text: runs.join(''), runs };
  });
}

/** The texts of the paragraphs of a style. */
async function styled(style: string, ...request: Parameters<typeof given>): Promise<readonly string[]> {
  return (await paragraphs(...request)).filter(one => one.style === style).map(({ text }) => text);
}

describe('the letterhead', () => {
  test('has who holds it, title, dates, place and status, each in a style of its own', async () => {
    const head = (await paragraphs(SHIPPED, { lang: 'fr' })).slice(0, 7);
    expect(head.map(({ style, text }) => [style, text])).toEqual([
      ['AgendaOrganizer', 'Organisation internationale pour les migrations (OIM)'],
      ['Title', 'Dialogue international sur la migration 2018'],
      ['Subtitle', 'Des partenariats novateurs et ouverts à tous pour une bonne gouvernance mondiale des migrations'],
      ['AgendaDates', '26–27 mars 2018'],
      ['AgendaRoom', 'Salle de conférence 2'],
      ['AgendaVenue', 'Siège des Nations Unies, New York'],
      ['AgendaStatus', 'Ordre du jour final'],
    ]);
  });

  test.each([
    ['', 'Ordre du jour'],
    ['status: draft', 'Projet d’ordre du jour'],
    ['status: final', 'Ordre du jour final'],
    ['status: cancelled', 'Ordre du jour (annulé)'],
  ])('of an agenda with “%s” says “%s”', async (status, line) => {
    expect(await styled('AgendaStatus', one(status))).toEqual([line]);
  });
});

/** An agenda of one session with some fields, in rooms and with people that are known. */
function session(fields: string, more = ''): string {
  return `id: a
title: A
language: en
timezone: Europe/Paris
room: hall
rooms: {hall: Hall, annex: {name: Annex, url: "https://join.example/1"}, booth: {name: Booth, interpretation: [fr, ar]}}
people:
  ana: {name: Ana Reis, honorific: Ms., title: Director, org: Basin Bank}
  bo: {name: Bo, title: Head of Basin Bank, org: Basin Bank}
days: [{date: 2030-05-14, sessions: [{id: s, time: 10:00-11:00, title: T, ${fields}}${more}]}]
`;
}

/** Styles and texts of what stands in the tables, the heads apart. */
async function rows(...request: Parameters<typeof given>): Promise<readonly string[]> {
  const all = await paragraphs(...request);
  const start = all.findIndex(({ style }) => style === 'ScheduleHead');
  return all.slice(start + 2, -1).map(({ style, text }) => `${style}: ${text}`);
}

describe('a session', () => {
  test.each<[string, string, readonly string[]]>([
    ['a title and a time', 'description: ""', ['SessionTime: 10:00–11:00', 'Heading2: T']],
    ['a status', 'status: cancelled', ['SessionTime: 10:00–11:00', 'Heading2: T (cancelled)']],
    ['no room where others have one', 'room: []', ['SessionTime: 10:00–11:00', 'Heading2: T']],
    [
      'another room than the usual one',
      'room: booth, interpretation: []',
      ['SessionTime: 10:00–11:00', 'Heading2: T', 'SessionFact: Booth'],
    ],
    [
      'a room with a link to join',
      'room: annex',
      [
        'SessionTime: 10:00–11:00',
        'Heading2: T',
        'SessionFact: Annex',
        'SessionLink: Join by video: https://join.example/1',
      ],
    ],
    [
      'the interpretation of its room',
      'room: booth',
      ['SessionTime: 10:00–11:00', 'Heading2: T', 'SessionFact: Booth', 'SessionFact: Interpretation: French, Arabic'],
    ],
    [
      'a kind that its title does not say',
      'type: workshop, room: annex',
      [
        'SessionTime: 10:00–11:00',
        'Heading2: T',
        'SessionFact: Workshop – Annex',
        'SessionLink: Join by video: https://join.example/1',
      ],
    ],
    [
      'facts with labels',
      'organizer: Basin Bank, track: Money, languages: [fr, es], interpretation: [ar], subtitle: S',
      [
        'SessionTime: 10:00–11:00',
        'Heading2: T',
        'SessionSubtitle: S',
        'SessionFact: Organized by: Basin Bank',
        'SessionFact: Track: Money',
        'SessionFact: Languages: French, Spanish',
        'SessionFact: Interpretation: Arabic',
      ],
    ],
    [
      'one who moderates and one who speaks',
      'moderators: [ana], speakers: [{person: bo, role: Chair, note: draft, remote: true}]',
      [
        'SessionTime: 10:00–11:00',
        'Heading2: T',
        'SessionModerators: Moderator: Ms. Ana Reis, Director, Basin Bank',
        'SessionSpeakers: Speaker: Bo, Head of Basin Bank (Chair, draft, by video)',
      ],
    ],
    [
      'several who speak',
      'speakers: [ana, {person: bo, title: Guest}]',
      [
        'SessionTime: 10:00–11:00',
        'Heading2: T',
        'SessionSpeakers: Speakers:',
        'SessionSpeaker: Ms. Ana Reis, Director, Basin Bank',
        'SessionSpeaker: Bo, Guest, Basin Bank',
      ],
    ],
    [
      'papers and links',
      'items: [{title: P, speakers: [bo, {person: ana, role: Chair}], note: draft, url: "https://a.example/p"}, {title: Q}], url: "https://a.example/s", links: [{title: Slides, url: "https://a.example/l"}]',
      [
        'SessionTime: 10:00–11:00',
        'Heading2: T',
        'SessionItem: P – Bo, Head of Basin Bank; Ms. Ana Reis, Director, Basin Bank (Chair) (draft)',
        'SessionItem: Q',
        'SessionLink: https://a.example/s',
        'SessionLink: Slides',
      ],
    ],
    [
      'a description and people',
      'description: "One.\\n\\nTwo,\\nthree.", speakers: [bo]',
      [
        'SessionTime: 10:00–11:00',
        'Heading2: T',
        'SessionText: One.',
        'SessionText: Two,three.',
        'SessionSpeakers: Speaker: Bo, Head of Basin Bank',
      ],
    ],
    [
      'a long description and people, which have a row of their own',
      `description: "${'Words. '.repeat(160)}", speakers: [bo]`,
      [
        'SessionTime: 10:00–11:00',
        'Heading2: T',
        `SessionText: ${'Words. '.repeat(160).trim()}`,
        'SessionTime: ',
        'SessionSpeakers: Speaker: Bo, Head of Basin Bank',
      ],
    ],
    [
      'parts, one of them a break',
      'room: booth, interpretation: [], sessions: [{id: p, time: 10:00-10:20, title: P, sessions: [{id: q, time: 10:05-10:10, title: Q, room: hall}]}, {id: b, time: 10:20-10:30, title: Coffee, type: break}]',
      [
        'SessionTime: 10:00–11:00',
        'Heading2: T',
        'SessionFact: Booth',
        'SessionPartTime: 10:00–10:20',
        'Heading3: P',
        'SessionPartTime: 10:05–10:10',
        'Heading4: Q',
        'SessionFact: Hall',
        'SessionPartTime: 10:20–10:30',
        'Heading3: Coffee',
        'SessionFact: Break',
      ],
    ],
  ])('with %s', async (_, fields, expected) => {
    expect(await rows(session(fields))).toEqual(expected);
  });

  test.each([
    ['19:00-', '19:00–'],
    ['22:00-01:00+1', '22:00–01:00+1'],
    ['afternoon', 'Afternoon'],
    ['tbc', 'Time to be confirmed'],
  ])('at %s is at “%s”', async (time, shown) => {
    expect((await rows(session('tags: []').replace('10:00-11:00', time)))[0]).toBe(`SessionTime: ${shown}`);
  });

  test.each([
    ['break', 'SessionBreak: T – Annex (cancelled)'],
    ['registration', 'SessionRegistration: T – Annex (cancelled)'],
  ])('that is a %s is one line', async (type, line) => {
    expect((await rows(session(`type: ${type}, room: annex, status: cancelled`)))[1]).toBe(line);
  });

  test('without its session is one of its own, and without the parts there are none', async () => {
    const yaml = session('sessions: [{id: p, time: 10:00-10:20, title: P}]');
    expect(await rows(yaml, { parents: false })).toEqual(['SessionTime: 10:00–10:20', 'Heading2: P']);
    const only = ({ parent }: { parent?: object }) => parent === undefined;
    expect(await rows(yaml, { only })).toEqual(['SessionTime: 10:00–11:00', 'Heading2: T']);
  });
});

describe('what a document does not say', () => {
  test.each<[string, readonly string[]]>([
    ['room: []', ['that 1 session has no room: the usual one stands for it']],
    ['room: [], type: social', []],
    [
      'room: [], sessions: [{id: p, time: 10:00-10:10, title: P}]',
      ['that 1 session has no room: the usual one stands for it'],
    ],
    ['interpretation: []', ['that 1 session has no interpretation']],
    ['interpretation: [], type: break', []],
    ['interpretation: [es]', []],
  ])('of a session with %s is told', (fields, expected) => {
    const yaml = session(fields).replace('title: A', 'title: A\ninterpretation: [fr]');
    expect(notices(given(yaml), { write, keeps }).filter(notice => notice.startsWith('that '))).toEqual(expected);
  });

  test.each<[string, readonly string[]]>([
    ['a break in the usual room', ['type: break, room: hall', 'SessionBreak: T – Hall']],
    ['a session with the languages of its agenda', ['interpretation: [fr]', 'Heading2: T']],
    [
      'a part with the languages of its agenda, where its session has others',
      [
        'interpretation: [ar], sessions: [{id: p, time: 10:00-10:10, title: P, interpretation: [fr]}]',
        'Heading2: T',
        'SessionFact: Interpretation: Arabic',
        'SessionPartTime: 10:00–10:10',
        'Heading3: P',
        'SessionFact: Interpretation: French',
      ],
    ],
    [
      'a part with those of its session',
      [
        'interpretation: [ar], sessions: [{id: p, time: 10:00-10:10, title: P}]',
        'Heading2: T',
        'SessionFact: Interpretation: Arabic',
        'SessionPartTime: 10:00–10:10',
        'Heading3: P',
      ],
    ],
  ])('is what goes without saying: %s', async (_, [fields = '', ...expected]) => {
    const yaml = session(fields).replace('title: A', 'title: A\ninterpretation: [fr]');
    expect((await rows(yaml)).slice(1)).toEqual(expected);
  });
});

describe('the kind that a title says', () => {
  test.each<[string, LabelLanguage, SessionType]>([
    ['Panel 1: Rivers', 'en', 'panel'],
    ['Panel 1: Les fleuves', 'fr', 'panel'],
    ['Table ronde', 'fr', 'panel'],
    ['Side event: Dams', 'en', 'side-event'],
    ['The panel', 'en', 'session'],
    ['Panelists meet', 'en', 'session'],
    ['Remarques de clôture', 'fr', 'closing'],
    ['Opening of the panel', 'en', 'opening'],
    ['الافتتاح', 'ar', 'opening'],
    ['开幕式', 'zh', 'opening'],
    ['Rivers', 'en', 'session'],
  ])('“%s” in %s is %s', (title, language, type) => {
    expect(kindInTitle(title, language)).toBe(type);
  });

  test('is not said again, and another one is', async () => {
    expect(await styled('SessionFact', session('type: panel').replace('title: T', 'title: Panel 1'))).toEqual([]);
    expect(await styled('SessionFact', session('type: session').replace('title: T', 'title: Panel 1'))).toEqual([
      'Session',
    ]);
  });
});

describe('the agenda', () => {
  test('has the zone, the interpretation, the address and the links below its description', async () => {
    const yaml = one(
      'description: "Un.\\n\\nDeux."\ninterpretation: [en, es]\nurl: "https://a.example"\nlinks: [{title: Note, url: "https://a.example/n"}]',
    );
    const found = (await paragraphs(yaml)).filter(({ style }) => /^Agenda(?:Text|Fact|Link)$/.test(style));
    expect(found.map(({ text }) => text)).toEqual([
      'Un.',
      'Deux.',
      'Interprétation\u00A0: anglais, espagnol',
      'Heures\u00A0: America/New_York',
      'https://a.example',
      'Note',
    ]);
  });

  test('has days with their titles and their own usual rooms', async () => {
    const yaml = session('tags: []').replace(
      '{date: 2030-05-14,',
      '{date: 2030-05-14, title: First day, room: [annex, booth],',
    );
    expect(await styled('Heading1', yaml)).toEqual(['Tuesday 14 May 2030 – First day']);
    expect(await styled('DayRoom', yaml)).toEqual(['Annex, Booth']);
    expect(await rows(yaml)).toEqual([
      'SessionTime: 10:00–11:00',
      'Heading2: T',
      'SessionFact: Interpretation: French, Arabic',
      'SessionLink: Join by video: https://join.example/1',
    ]);
  });

  test('has its revision and its update in the footer, with the number of the page', async () => {
    const footer = await part('word/footer1.xml', one('revision: 3\nupdated: 2018-05-02'));
    expect(footer.replace(/<w:instrText[^>]*>(\w+)<\/w:instrText>/g, '{$1}').replace(/<[^>]*>/g, '')).toMatch(
      /Une · Révision 3 · Mis à jour\u00A0: 2 mai 2018.*Page \{PAGE\} sur \{NUMPAGES\}$/,
    );
  });

  test('has its title, who holds it, its language and its update in the properties', async () => {
    const properties = await part('docProps/core.xml', one('organizer: A & B\nupdated: 2018-05-02T10:00:00+02:00'));
    expect(properties).toContain(
      '<dc:title>Une</dc:title><dc:creator>A &amp; B</dc:creator><dc:language>fr</dc:language>',
    );
    expect(properties.match(/2018-05-02T08:00:00Z/g)).toHaveLength(2);
  });
});

/** The elements of a part, each as its name, its attributes and what is in it. */
function elements(xml: string, name: string): readonly string[] {
  return xml.match(new RegExp(`<w:${name}(?: [^>]*)?(?:/>|>.*?</w:${name}>)`, 'gs')) ?? [];
}

describe('what Word needs', () => {
  test('a name is one run, that spelling leaves alone', async () => {
    const body = await part('word/document.xml', session('speakers: [ana]'));
    const names = elements(body, 'r').filter(run => run.includes('"PersonName"'));
    expect(names).toHaveLength(1);
    expect(names[0]).toMatch(/<w:noProof\/>.*>Ana Reis</);
  });

  test.each(['en', 'fr', 'ar', 'zh', 'ru', 'es'])('every run of the document in %s says its language', async lang => {
    const body = await part('word/document.xml', SIX, { lang });
    const runs = elements(body, 'r');
    expect(runs.length).toBeGreaterThan(50);
    expect(runs.filter(run => !/<w:lang w:val="[a-z]{2}-[A-Z]{2}"/.test(run))).toEqual([]);
  });

  test.each([
    ['ar', /<w:rtl\/>.*<w:lang w:val="ar-SA" w:bidi="ar-SA"\/>/],
    ['zh', /<w:lang w:val="zh-CN" w:eastAsia="zh-CN"\/>/],
    ['ru', /<w:lang w:val="ru-RU"\/>/],
  ])('the title of the document in %s is in its language', async (lang, expected) => {
    const [title = ''] = elements(await part('word/document.xml', SIX, { lang }), 'p').filter(one =>
      one.includes('"Title"'),
    );
    expect(title).toMatch(expected);
  });

  test('in Arabic everything is from right to left, but names in other letters', async () => {
    const body = await part('word/document.xml', SIX, { lang: 'ar' });
    const lines = elements(body, 'p');
    expect(lines.filter(one => !one.includes('<w:bidi/>') && one.includes('<w:t '))).toEqual([]);
    expect(elements(body, 'tblPr').every(one => one.includes('<w:bidiVisual/>'))).toBe(true);
    expect(elements(body, 'sectPr').every(one => one.includes('<w:bidi/>'))).toBe(true);
    const names = elements(body, 'r').filter(run => run.includes('Ngozi'));
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter(run => run.includes('<w:rtl/>'))).toEqual([]);
  });

  test('in all languages, each has a section, and only that in Arabic is from right to left', async () => {
    const body = await part('word/document.xml', SIX, { everyLanguage: true });
    const sections = elements(body, 'sectPr').map(section => section.includes('<w:bidi/>'));
    expect(sections).toEqual([false, false, false, true, false, false]);
    const titles = await styled('Title', SIX, { everyLanguage: true });
    expect(titles).toEqual([
      'Water for All 2026',
      'L’eau pour tous 2026',
      'Agua para todos 2026',
      'المياه للجميع ٢٠٢٦',
      '2026年全民用水大会',
      'Вода для всех — 2026',
    ]);
  });

  test('tables have their widths on the grid and on each cell, a head that is repeated, and rows that are not split', async () => {
    const body = await part('word/document.xml', SIX, { lang: 'en' });
    const grids = elements(body, 'tblGrid').map(grid => [...grid.matchAll(/w:w="(\d+)"/g)].map(([, width]) => width));
    const all = elements(body, 'tr');
    expect(grids).toEqual([
      ['1560', '7852'],
      ['1560', '7852'],
    ]);
    for (const row of all) {
      expect(elements(row, 'tcW').map(width => /w:w="(\d+)"/.exec(width)?.[1])).toEqual(grids[0]);
      expect(row).toContain('<w:cantSplit/>');
    }
    expect(all.filter(row => row.includes('<w:tblHeader/>'))).toHaveLength(2);
  });

  test('links lead to addresses, and what may not stand in one is encoded', async () => {
    const yaml = session('url: "https://a.example/x?q=a&b=é#c", links: [{title: L, url: "https://a.example/<b>"}]');
    const relationships = await part('word/_rels/document.xml.rels', yaml);
    const targets = [...relationships.matchAll(/Target="([^"]*)" TargetMode="External"/g)].map(([, target]) => target);
    expect(targets).toEqual(['https://a.example/x?q=a&amp;b=é#c', 'https://a.example/%3Cb%3E']);
    const ids = [...(await part('word/document.xml', yaml)).matchAll(/<w:hyperlink[^>]* r:id="(\w+)"/g)].map(
      ([, id]) => id,
    );
    for (const id of ids) expect(relationships).toContain(`Id="${id}"`);
    expect(ids).toHaveLength(2);
  });

  test.each(Object.entries(SEQUENCES))('what is in %s stands in the sequence of its type', async (name, sequence) => {
    const parts = ['word/document.xml', 'word/styles.xml', 'word/numbering.xml', 'word/footer1.xml'];
    const texts = await Promise.all(parts.map(one => part(one, SIX, { lang: 'ar' })));
    const found = texts.flatMap(xml => children(xml, `w:${name}`));
    expect(found.length).toBeGreaterThan(0);
    for (const names of found) {
      const places = names.map(child => sequence.indexOf(child));
      expect([names, places.includes(-1), places]).toEqual([names, false, places.toSorted((a, b) => a - b)]);
    }
  });

  test('texts have nothing in them that XML forbids', async () => {
    const all = await written('docx', given(NASTY));
    expect(all).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/);
  });

  test('a document with too much text is refused', async () => {
    const yaml = session('tags: []').replace(
      'title: A',
      `title: A\ndescription: ${JSON.stringify('x\n'.repeat(100_001))}`,
    );
    await expect(write(given(yaml))).rejects.toThrow(/^a document of Word with more than 100000 pieces of text/);
  });
});

describe('the same agenda', () => {
  test('gives the same bytes each time', async () => {
    const agenda = one('url: "https://example.org"\nlinks: [{title: A, url: "https://example.org/a"}]');
    expect(Buffer.from(await write(given(agenda))).equals(await write(given(agenda)))).toBe(true);
  });
});

test('the documentation names every style', () => {
  const text = documentText('docs/documents.md');
  const styles = [...Object.values(PARAGRAPH_STYLES), ...Object.values(CHARACTER_STYLES)];
  expect(styles.filter(name => !text.includes(`\`${name}\``))).toEqual([]);
});

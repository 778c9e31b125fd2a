import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { filledCalendar } from '../../../src/formats/html/browser/calendar.js';
import { pageOf as pageFor } from '../../../src/formats/html/page.js';
import { patternsOf, valuesIn } from '../../../src/formats/html/patterns.js';
import { write } from '../../../src/formats/html/write.js';
import { write as writeCalendar } from '../../../src/formats/ics/write.js';
import { localizer } from '../../../src/model/localized.js';
import { isClock } from '../../../src/model/time.js';
import { titleOf } from '../../../src/query/agenda-index.js';
import { scheduledSessions } from '../../../src/query/scheduled-sessions.js';
import { given, NASTY, one, SHIPPED } from '../../given/exports.js';
import { fullAgendas } from '../../given/full-agendas.js';
import { shippedInSix } from '../../given/shipped-in-six.js';
import { all, type HtmlElement, hasClass, parsePage, textOf } from '../../support/html.js';
import { runs } from '../../support/runs.js';

const SIX = readFileSync(new URL('../../given/six-languages.yaml', import.meta.url), 'utf8');
const NEW = readFileSync(new URL('../../given/said-in-1-1.yaml', import.meta.url), 'utf8');
const AGENDAS = [
  ['the shipped agenda', SHIPPED],
  ['an agenda in six languages', SIX],
  ['an agenda of awkward texts', NASTY],
  ['an agenda with a session', one()],
  ['an agenda of what 1.1 adds', NEW],
] as const;

function pageOf(yaml: string, choice: Parameters<typeof given>[1] = {}): HtmlElement {
  return parsePage(write(given(yaml, choice))).root;
}

function byId(root: HtmlElement, id: string): HtmlElement {
  const [found] = all(root, ({ attributes }) => attributes.id === id);
  if (found === undefined) throw new Error(`nothing has the id ${id}`);
  return found;
}

const named = (name: string) => (element: HtmlElement) => element.name === name;

describe.each(AGENDAS)('the page of %s', (_, yaml) => {
  const source = write(given(yaml));
  const { root, errors } = parsePage(source);
  const elements = all(root);
  const { agenda } = given(yaml);

  test('is HTML without an error', () => {
    expect(errors).toEqual([]);
  });

  test('is the same bytes each time', () => {
    expect(write(given(yaml))).toBe(source);
  });

  test('has each id once, and every link within it leads to one', () => {
    const ids = elements.flatMap(({ attributes }) => attributes.id ?? []);
    expect(ids).toEqual([...new Set(ids)]);
    const targets = elements.flatMap(({ attributes: { href, for: of, 'aria-labelledby': by } }) => [
      ...(href?.startsWith('#') ? [href.slice(1)] : []),
      ...(of === undefined ? [] : [of]),
      ...(by?.split(' ') ?? []),
    ]);
    expect(targets.length).toBeGreaterThan(0);
    expect(targets.filter(id => !ids.includes(id))).toEqual([]);
  });

  test('has headings in order, none deeper than one below the last', () => {
    const levels = elements.filter(({ name }) => /^h\d$/.test(name)).map(({ name }) => Number(name[1]));
    expect(levels.filter(level => level === 1)).toHaveLength(1);
    for (const [i, level] of levels.entries()) expect(level).toBeLessThanOrEqual((levels[i - 1] ?? 0) + 1);
  });

  test('has every session with its time and title, in every language', () => {
    const languages = all(root, ({ attributes }) => attributes.name === 'lang').map(
      ({ attributes }) => attributes.value,
    );
    for (const { session, time, date } of scheduledSessions(agenda))
      for (const lang of languages.length > 0 ? languages : [agenda.language]) {
        const article = byId(root, session.id);
        expect(article.name).toBe('article');
        const title = localizer(lang, agenda.language)(titleOf(session));
        const heading = textOf(byId(root, `${session.id}:t`), lang);
        const visible = title
          .replace(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g, ' ')
          .replace(/\s+/g, ' ')
          .trim();
        expect(heading.replaceAll(' ', '')).toContain(visible.replaceAll(' ', ''));
        if (!isClock(time)) continue;
        const [start] = all(article, named('time'));
        expect(start?.attributes.datetime).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d[+-]\d\d:\d\d$/);
        if (time.start < 1440 && agenda.timezone !== 'America/New_York')
          expect(start?.attributes.datetime?.slice(0, 10)).toBe(date);
      }
  });

  test('has the calendar files of the whole and of each session, the bytes of idm export --ics', () => {
    const request = given(yaml);
    const links = all(root, ({ attributes }) => attributes.href?.startsWith('data:text/') ?? false);
    const files = new Map(
      links.map(({ attributes: { id = '', href = '' } }) => [id, decodeURIComponent(href.replace(/^[^,]*,/, ''))]),
    );
    expect(files.size).toBe(request.selection.length + 1);
    expect(files.get('calendar:')).toBe(writeCalendar(request));
    for (const entry of request.selection)
      expect(files.get(`calendar:${entry.session.id}`)).toBe(writeCalendar({ ...request, selection: [entry] }));
  });

  test('may load nothing, and its style and script by their hashes alone', () => {
    const [policy] = all(root, ({ attributes }) => attributes['http-equiv'] === 'Content-Security-Policy');
    const content = policy?.attributes.content ?? '';
    expect(content).toMatch(/^default-src 'none';/);
    expect(content).toMatch(/base-uri 'none'; form-action 'none'/);
    for (const name of ['style', 'script']) {
      const found = all(root, named(name));
      const hashes = found.map(({ children }) => createHash('sha256').update(String(children[0])).digest('base64'));
      expect(content).toContain(`${name}-src ${hashes.map(hash => `'sha256-${hash}'`).join(' ')};`);
      expect(found).toHaveLength(1);
    }
    expect(content).not.toContain('unsafe');
  });

  test('has no handler, no style in an attribute, and links to nowhere that a browser would run', () => {
    for (const { name, attributes } of elements) {
      expect(Object.keys(attributes).filter(key => key.startsWith('on') || key === 'style' || key === 'src')).toEqual(
        [],
      );
      expect(['iframe', 'img', 'object', 'embed', 'form', 'base']).not.toContain(name);
      if (attributes.href !== undefined && name === 'a')
        expect(attributes.href).toMatch(/^(?:#|https?:|mailto:|data:text\/calendar;)/);
    }
  });

  test('says the language of every piece in one, and its direction where that of the page is another', () => {
    const languages = all(root, ({ attributes }) => attributes.name === 'lang').map(
      ({ attributes }) => attributes.value ?? '',
    );
    const pieces = elements.filter(({ name, attributes }) => name === 'i' && attributes.lang !== undefined);
    if (languages.length > 0) expect(pieces.length).toBeGreaterThan(0);
    const direction = (lang: string | undefined) => (lang === 'ar' ? 'rtl' : 'ltr');
    // The direction of the document is that of the language that is chosen; without style sheets, that of the first.
    for (const chosen of languages)
      for (const {
        attributes: { lang = '', dir, class: classes = '' },
      } of pieces) {
        const isShown = lang === chosen || [chosen, 'every'].some(name => classes.split(' ').includes(name));
        if (isShown && lang !== '') expect(dir ?? direction(chosen)).toBe(direction(lang));
        if (lang !== '') expect(dir ?? root.attributes.dir).toBe(direction(lang));
      }
  });
});

describe('a page', () => {
  const six = pageOf(SIX);

  test('of one language has no switch, and no text of others', () => {
    const root = pageOf(SIX, { lang: 'ar' });
    expect(root.attributes).toMatchObject({ lang: 'ar', dir: 'rtl' });
    expect(all(root, ({ attributes }) => attributes.name === 'lang')).toEqual([]);
    expect(textOf(root)).toContain('أنهار تعبر الحدود');
    expect(textOf(root)).not.toContain('Rivers that cross borders');
  });

  test('has the language of the agenda first', () => {
    expect(six.attributes).toMatchObject({ lang: 'en', dir: 'ltr' });
    const choices = all(six, ({ attributes }) => attributes.name === 'lang');
    expect(choices.map(({ attributes }) => attributes.value)).toEqual(['en', 'fr', 'es', 'ar', 'zh', 'ru']);
    expect(choices.filter(({ attributes }) => 'checked' in attributes)).toEqual([choices[0]]);
  });

  test.each([
    ['en', 'Monday 23 March 2026 Sharing', '10:00–12:30', 'Moderator Ngozi Okafor, Mayor'],
    ['fr', 'Lundi 23 mars 2026 Partager', '10:00–12:30', 'Modération Ngozi Okafor, Maire'],
    ['ar', 'الاثنين، ٢٣ مارس ٢٠٢٦ التقاسم', '١٠:٠٠–١٢:٣٠', 'إدارة الجلسة Ngozi Okafor، عمدة'],
    ['zh', '2026年3月23日星期一 共享', '10:00–12:30', '主持人 Ngozi Okafor，市长'],
  ])('has dates, digits and labels of %s', (lang, day, times, moderator) => {
    expect(textOf(byId(six, 'day:1'), lang)).toBe(day);
    expect(textOf(byId(six, 'rivers:w'), lang)).toContain(times);
    expect(textOf(byId(six, 'rivers'), lang)).toContain(moderator);
  });

  test.each([
    ['en', /^Monday 23.*Tuesday 24 March 2026 Palais des Nations/],
    ['fr', /^Lundi 23.*mardi 24 mars 2026 Palais des Nations/],
    ['zh', /^2026年3月23日星期一–2026年3月24日星期二 日内瓦万国宫$/],
  ])('says in %s when and where it is', (lang, said) => {
    const [lead] = all(six, element => hasClass(element, 'lead'));
    expect(lead && textOf(lead, lang)).toMatch(said);
  });

  test('says what a session is, and in which state', () => {
    expect(textOf(byId(six, 'rivers'), 'en')).toContain('Panel Law English, Arabic treaties SDG 6.5');
    expect(textOf(byId(six, 'satellites'), 'fr')).toContain('Satellites à confirmer');
    expect(textOf(byId(six, 'visit'), 'ru')).toContain('Поездка на Рону отменено');
    expect(textOf(byId(six, 'opening'), 'es')).toContain(
      'Excmo. Sr. Samir Al-Masri, Ministro del Agua (mensaje en vídeo)',
    );
  });

  test('has parts inside their session, a level below', () => {
    const part = byId(six, 'nile');
    expect(part.parent?.parent?.attributes.id).toBe('rivers');
    expect(all(part, named('h4'))).toHaveLength(1);
  });

  test('has everyone and every room, with where they are', () => {
    expect(textOf(byId(six, 'person:chen'), 'fr')).toBe(
      'Chen Lihua, Directrice des données, Institut des fleuves · rivers.example/chen lun. 23 mars 11:15–12:30 Le Mékong mar. 24 mars 09:30–11:00 Financer les canalisations',
    );
    expect(textOf(byId(six, 'person:okafor'), 'fr')).toContain('Maire · Nigeria');
    expect(textOf(byId(six, 'room:assembly'), 'fr')).toMatch(
      /^Salle des assemblées Bâtiment A · Places : 1800 lun\. 23 mars/,
    );
  });

  test('of a part of an agenda has no more', () => {
    const root = pageOf(SIX, { only: ({ day }) => day === 2 });
    expect(all(root, named('article')).map(({ attributes }) => attributes.id)).toEqual(['money', 'visit', 'closing']);
    expect(all(root, ({ attributes }) => attributes.id?.startsWith('person:') ?? false)).toHaveLength(2);
    expect(all(root, named('table'))).toHaveLength(1);
  });

  test('without parents has the parts by themselves', () => {
    const root = pageOf(SIX, { parents: false });
    expect(all(root, named('article')).map(({ attributes }) => attributes.id)).not.toContain('rivers');
    expect(all(byId(root, 'nile'), named('h3'))).toHaveLength(1);
  });
});

describe('the timetable', () => {
  const tables = all(pageOf(SIX), named('table'));

  test('is a table for each day, its rows and columns headed', () => {
    expect(tables).toHaveLength(2);
    for (const table of tables) {
      const heads = all(table, named('th'));
      expect(heads.filter(({ attributes }) => !/^(?:col|row)$/.test(attributes.scope ?? ''))).toEqual([]);
      expect(all(table, named('caption'))).toHaveLength(1);
    }
  });

  test('has the rooms that are used across, and down the times at which something begins or ends', () => {
    const [first] = tables;
    if (first === undefined) throw new Error('no table');
    const heads = all(first, named('th')).map(head => textOf(head, 'en'));
    expect(heads).toEqual([
      ...['Time', 'Assembly Hall', 'Room VII', 'Foyer'],
      ...['08:00', '09:00', '10:00', '10:30', '11:00', '12:00', '12:30'],
    ]);
  });

  test('has every session of its day, parts inside the cell of their session', () => {
    const cells = tables.flatMap(table => all(table, named('td')));
    const [rivers] = cells.filter(cell => textOf(cell, 'en').startsWith('Rivers'));
    expect(rivers && textOf(rivers, 'en')).toBe(
      'Rivers that cross borders: who decides? 10:00–12:30 Law The Nile 10:00–11:15 The Mekong 11:15–12:30',
    );
    const links = cells.flatMap(cell => all(cell, named('a')).map(({ attributes }) => attributes.href));
    expect(new Set(links)).toEqual(
      new Set(scheduledSessions(given(SIX).agenda).map(({ session }) => `#${session.id}`)),
    );
  });
});

describe('hostile texts', () => {
  const ATTACKS = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onclick='alert(1)",
    '</title><base href=//evil.example>',
    '</style><svg onload=alert(1)>',
    '&lt;b&gt; &amp; &#x3c;',
    '\u202Eevil\u2066',
    '--><!-- ]]>',
  ];

  test.each(ATTACKS)('%j is a text wherever it stands', attack => {
    const text = JSON.stringify(attack);
    const source = write(
      given(
        `id: a\ntitle: ${text}\nsubtitle: ${text}\ndescription: ${text}\nlanguage: en\ntimezone: UTC\nvenue: ${text}
rooms: {r: {name: ${text}, floor: ${text}}}
people: {p: {name: ${text}, honorific: ${text}, title: ${text}, org: ${text}, country: ${text}, bio: ${text}}}
days: [{date: 2018-06-01, title: ${text}, sessions: [{id: s, time: 10:00-11:00, room: r, title: ${text}, subtitle: ${text}, track: ${text}, tags: [${text}], description: ${text}, speakers: [{person: p, role: ${text}, note: ${text}}]}]}]`,
      ),
    );
    const { root, errors } = parsePage(source);
    expect(errors).toEqual([]);
    expect(textOf(byId(root, 's:t'))).toBe(attack);
    const names = new Set(all(root).map(({ name }) => name));
    for (const name of ['img', 'svg', 'b']) expect(names).not.toContain(name);
    expect(all(root, named('base'))).toEqual([]);
    expect(
      all(root)
        .flatMap(({ attributes }) => Object.keys(attributes))
        .filter(key => key.startsWith('on')),
    ).toEqual([]);
  });

  test.each(['de-1996-1996', 'xx', 'tlh-Latn', 'pt-BR'])(
    'a language %s that Intl may not know is written as well',
    tag => {
      const source = write(
        given(`id: a\ntitle: {${tag}: T, en: E}\nlanguage: ${tag}\ntimezone: UTC
days: [{date: 2018-06-01, sessions: [{id: s, time: 10:00-11:00, title: {${tag}: Tt, en: Ee}, languages: [${tag}]}]}]`),
      );
      const { root } = parsePage(source);
      expect(textOf(byId(root, 's:t'), tag)).toBe('Tt');
      expect(textOf(byId(root, 's:t'), 'en')).toBe('Ee');
    },
  );

  test('an id that is none stays within its attribute', () => {
    const request = given(one());
    const [entry] = request.selection;
    if (entry === undefined) throw new Error('no session');
    const id = 'x onclick=alert(1) "><b>';
    const selection = [{ ...entry, session: { ...entry.session, id }, rooms: [id] }];
    const { root } = parsePage(write({ ...request, selection }));
    expect(byId(root, id).name).toBe('article');
    expect(all(root, named('b'))).toEqual([]);
    expect(
      all(root)
        .flatMap(({ attributes }) => Object.keys(attributes))
        .filter(key => key.startsWith('on')),
    ).toEqual([]);
  });

  test('an address that a browser would run is a text', () => {
    const request = given(one('', ', url: "https://a.example/"'));
    const [entry] = request.selection;
    if (entry === undefined) throw new Error('no session');
    const selection = [{ ...entry, session: { ...entry.session, url: 'javascript:alert(1)' } }];
    const { root } = parsePage(write({ ...request, selection }));
    expect(textOf(byId(root, 's'))).toContain('javascript:alert(1)');
    expect(all(root, ({ attributes }) => attributes.href?.startsWith('javascript') ?? false)).toEqual([]);
  });
});

describe('patterns of calendars', () => {
  const filled = (request: ReturnType<typeof given>, order?: readonly number[]) => {
    const page = pageFor(request);
    const patterns = patternsOf(writeCalendar(request), page);
    if (order !== undefined) expect(patterns.places).toEqual(order);
    const values = valuesIn(page);
    return filledCalendar(patterns, place => values[patterns.places?.indexOf(place) ?? place] ?? []);
  };

  test.each(AGENDAS)('of %s give it back byte for byte', (_, yaml) => {
    expect(filled(given(yaml))).toBe(writeCalendar(given(yaml)));
  });

  test('of any agenda give it back byte for byte', () => {
    fc.assert(
      fc.property(fullAgendas, yaml => {
        expect(filled(given(yaml))).toBe(writeCalendar(given(yaml)));
      }),
      { numRuns: runs(100) },
    );
  });

  test.each([
    ['a backslash and digits', 'C:\\5. \\12.; \\\\3.'],
    ['what looks like a part of the calendar', '20180602T140000Z'],
    ['signs of patterns', '(a|b)* [c] $1 ^.+?'],
    ['a line break', 'one\\ntwo'],
    ['half an escape', 'nba'],
  ])('keep %s', (_, title) => {
    const request = given(
      one('', `, description: "x ${title} y", subtitle: "${title}"`).replace(/title: Une,/, `title: "${title}",`),
    );
    expect(filled(request)).toBe(writeCalendar(request));
  });

  test('say where a part of what is left out stands in the list', () => {
    const yaml = one().replace(
      /\{id: s, .*\}\]\}\]/,
      `{id: top, time: 10:00-12:00, title: A, sessions: [{id: gone, time: 10:00-10:30, title: B, sessions: [{id: leaf, time: 10:00-10:10, title: C}]}, {id: last, time: 11:00-12:00, title: D}]}]}]`,
    );
    const request = given(yaml, { only: ({ session }) => session.id !== 'gone' });
    expect(request.selection.map(({ session }) => session.id)).toEqual(['top', 'leaf', 'last']);
    const page = parsePage(write(request)).root;
    expect(all(page, named('article')).map(({ attributes }) => attributes.id)).toEqual(['top', 'last', 'leaf']);
    expect(filled(request, [0, 2, 1])).toBe(writeCalendar(request));
  });
});

describe('a page of many names in many languages', () => {
  const yaml = shippedInSix();
  const root = pageOf(yaml);
  const request = given(yaml);

  test('says once what people do, with their sessions, and titles, where the script finds them', () => {
    for (const person of request.agenda.people) {
      const item = byId(root, `person:${person.id}`);
      const links = all(item, named('a')).map(({ attributes }) => attributes.href);
      expect(links.length).toBeGreaterThan(0);
      expect(textOf(item, 'fr')).not.toContain(localizer('fr', 'fr')(person.title));
      const said = all(root, named('dd')).filter(dd =>
        all(dd, named('a')).some(({ attributes }) => attributes.href === `#person:${person.id}`),
      );
      for (const lang of ['fr', 'ar', 'zh'])
        expect(said.map(dd => all(dd, named('span')).map(span => textOf(span, lang)))[0]?.[0]).toContain(
          localizer(lang, 'fr')(person.title).replace(/ (?=،)/g, ''),
        );
    }
  });

  test('says on paper what people do in their list as well, as no script runs there', () => {
    const paper = pageOf(yaml, { print: 'booklet', lang: 'fr' });
    for (const { id, title } of request.agenda.people)
      expect(textOf(byId(paper, `person:${id}`))).toContain(localizer('fr', 'fr')(title));
    const ids = all(paper).flatMap(({ attributes }) => attributes.id ?? []);
    const targets = all(paper).flatMap(({ attributes: { href } }) => (href?.startsWith('#') ? [href.slice(1)] : []));
    expect(targets.filter(id => !ids.includes(id))).toEqual([]);
  });

  test('is 56 KB at most, compressed', () => {
    expect(gzipSync(write(request), { level: 9 }).length).toBeLessThanOrEqual(56_000);
  });
});

describe('compressed', () => {
  const size = (text: string) => gzipSync(text, { level: 9 }).length;

  test.each([
    ['the shipped agenda', SHIPPED, 26_000],
    ['a dozen sessions in six languages', SIX, 24_000],
  ])('the page of %s is small', (_, yaml, most) => {
    expect(size(write(given(yaml)))).toBeLessThanOrEqual(most);
  });

  test.each([
    ['style', 4000],
    ['script', 7000],
  ])('the %s is small', (name, most) => {
    const [found] = all(pageOf(SHIPPED), named(name));
    expect(size(String(found?.children[0]))).toBeLessThanOrEqual(most);
  });
});

import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { read } from '../../../src/formats/ics/read.js';
import { write } from '../../../src/formats/ics/write.js';
import { LABEL_LANGUAGES } from '../../../src/model/words.js';
import { presentation } from '../../../src/query/presentation.js';
import { given } from '../../given/exports.js';

const FULL = `{id: one, title: Une, language: fr, timezone: Europe/Paris, interpretation: [ar, en],
  links: [{title: Note de cadrage, url: "https://example.org/note.pdf"}, {title: Écrire, url: "mailto:a@example.org"}],
  rooms: {a: {name: 'Salle "A"; étage 2', url: "https://meet.example/a?x=1,2;3"}, b: Salle B},
  days: [{date: 2018-03-26, sessions: [
    {id: s, time: 10:00-11:00, title: Séance, room: [a, b], organizer: "Ville de Porto\\net port",
      description: "Deux\\n\\nalinéas", speakers: [{name: Zoé, remote: true}],
      items: [{title: "Pluie, retour", speakers: [{name: Amina, org: Banque}], note: projet, url: "https://example.org/p"}, Autre],
      links: [{title: "Diapositives ; 2", url: "https://example.org/a,b;c?d=é"}, {title: Poste, url: "mailto:b@example.org"}],
      sessions: [{id: p, time: 10:00-10:30, title: Partie, room: a, interpretation: []}]},
    {id: pause, type: break, time: 11:00-11:30, title: Pause, room: b}]}]}`;

/** The lines of the event of a session, unfolded. */
function lines(calendar: string, id: string): readonly string[] {
  const events = calendar.replaceAll('\r\n ', '').split('BEGIN:VEVENT\r\n');
  return events.find(event => event.startsWith(`UID:${id}@`))?.split('\r\n') ?? [];
}

describe('an event', () => {
  test('has its documents, and where to join each of its rooms', () => {
    const found = lines(write(given(FULL)), 's').filter(line => /^(?:ATTACH|CONFERENCE)/.test(line));
    expect(found).toEqual([
      'ATTACH:https://example.org/a,b;c?d=%C3%A9',
      `CONFERENCE;VALUE=URI;FEATURE=VIDEO;LABEL="Salle ^'A^'; étage 2";LANGUAGE=fr:https://meet.example/a?x=1,2;3`,
    ]);
  });

  test.each([
    [
      'fr',
      'Organisation\u00a0: Ville de Porto et port',
      'Visioconférence\u00a0: ',
      'Interprétation\u00a0: arabe, anglais',
      'par visioconférence',
    ],
    [
      'ar',
      'التنظيم: Ville de Porto et port',
      'المشاركة عبر الفيديو: ',
      'الترجمة الشفوية: العربية، الإنجليزية',
      'عبر الفيديو',
    ],
  ])('says all of it in its text, in %s', (lang, organizer, join, interpretation, remote) => {
    const [event] = new ICAL.Component(ICAL.parse(write(given(FULL, { lang })))).getAllSubcomponents('vevent');
    const blocks = String(event?.getFirstPropertyValue('description')).split('\n\n');
    expect(blocks[0]).toMatch(new RegExp(`Zoé \\(${remote}\\)$`));
    expect(blocks.slice(1)).toEqual([
      '• Pluie, retour – Amina, Banque (projet) https://example.org/p\n• Autre',
      'Deux',
      'alinéas',
      'Diapositives ; 2 https://example.org/a,b;c?d=%C3%A9\nPoste mailto:b@example.org',
      organizer,
      `${join}https://meet.example/a?x=1,2;3`,
      interpretation,
    ]);
  });

  test('has LANGUAGE on its text where all of that is in one language', () => {
    expect(lines(write(given(FULL)), 's').some(line => line.startsWith('DESCRIPTION;LANGUAGE=fr:'))).toBe(true);
    const mixed = FULL.replace('note: projet', 'note: {en: draft}');
    expect(lines(write(given(mixed)), 's').some(line => line.startsWith('DESCRIPTION:'))).toBe(true);
  });

  test.each(LABEL_LANGUAGES)('gives back what its text and its properties say: %s', async lang => {
    const { agenda, faults } = await read(write(given(FULL, { lang })), {});
    expect(faults).toEqual([]);
    if (agenda === undefined) throw new Error('no agenda');
    const { text } = presentation(agenda);
    const said = (links: readonly { readonly title: object; readonly url: string }[]) =>
      links.map(({ title, url }) => `${Object.values(title)[0]} ${url}`);
    expect(said(agenda.links)).toEqual(['Note de cadrage https://example.org/note.pdf', 'Écrire mailto:a@example.org']);
    const [session, pause] = agenda.days[0]?.sessions ?? [];
    expect(text(session?.organizer)).toBe('Ville de Porto et port');
    expect(session?.interpretation).toEqual(['ar', 'en']);
    expect(said(session?.links ?? [])).toEqual([
      'Diapositives ; 2 https://example.org/a,b;c?d=%C3%A9',
      'Poste mailto:b@example.org',
    ]);
    expect(text(session?.description)).toMatch(/^.+ \(.+\)\n\n• Pluie.*\n• Autre\n\nDeux\n\nalinéas$/);
    expect([session?.sessions[0]?.interpretation, pause?.interpretation]).toEqual([undefined, undefined]);
    expect(agenda.rooms.map(({ name, url }) => [text(name), url])).toEqual([
      ['Salle "A"; étage 2', 'https://meet.example/a?x=1,2;3'],
      ['Salle B', undefined],
    ]);
  });
});

/** What a calendar of ours says of its one session, where lines of it were changed by hand. */
async function changed(change: (calendar: string) => string) {
  const calendar = change(write(given(FULL)).replaceAll('\r\n ', ''));
  const [session] = (await read(calendar, {})).agenda?.days[0]?.sessions ?? [];
  return session;
}

describe('of a text that someone changed, only what is sure is taken', () => {
  test('links that are not those attached stay in it', async () => {
    const session = await changed(calendar => calendar.replace(/^ATTACH:.*/m, 'ATTACH:https://example.org/other.pdf'));
    expect(session?.links).toEqual([{ title: { fr: 'other.pdf' }, url: 'https://example.org/other.pdf' }]);
    expect(Object.values(session?.description ?? {})[0]).toContain('Diapositives');
  });

  test('a language that is none keeps the line of interpretation, and all before it', async () => {
    const session = await changed(calendar => calendar.replace('anglais', 'klingon moyen'));
    expect([session?.interpretation, session?.organizer]).toEqual([undefined, undefined]);
    expect(Object.values(session?.description ?? {})[0]).toMatch(/Interprétation\u00a0: arabe, klingon moyen$/);
  });
});

describe('of another calendar', () => {
  const of = async (...events: readonly string[]) => {
    const bodies = events.map(
      (event, i) => `BEGIN:VEVENT\nUID:t${i}@x\nSUMMARY:T\nDTSTART:20180326T100000Z\n${event}\nEND:VEVENT\n`,
    );
    const { agenda, faults } = await read(`BEGIN:VCALENDAR\nPRODID:-//x//EN\n${bodies.join('')}END:VCALENDAR\n`, {});
    return {
      rooms: agenda?.rooms.map(({ id, url }) => [id, url]),
      links: agenda?.days[0]?.sessions.map(({ links }) =>
        links.map(({ title, url }) => `${Object.values(title)[0]} ${url}`),
      ),
      told: faults.map(({ message }) => message),
    };
  };

  test.each([
    [
      'its own title',
      'ATTACH;FILENAME="Slides 1.pdf";FMTTYPE=application/pdf:https://x.example/f?id=1',
      'Slides 1.pdf https://x.example/f?id=1',
    ],
    [
      'the name of the file',
      'ATTACH:https://x.example/a/Note%20finale.pdf?v=2',
      'Note finale.pdf https://x.example/a/Note%20finale.pdf?v=2',
    ],
    [
      'what it says where that cannot be decoded',
      'ATTACH:https://x.example/%E9t%E9.pdf',
      '%E9t%E9.pdf https://x.example/%E9t%E9.pdf',
    ],
    ['the host', 'ATTACH:https://x.example/', 'x.example https://x.example/'],
  ])('a document is a link with %s', async (_, line, expected) => {
    expect(await of(line, line)).toEqual({ rooms: [], links: [[expected], [expected]], told: [] });
  });

  test('a document that is in the file itself is left out, and one that is not on the web is told', async () => {
    const found = await of(
      'ATTACH;FMTTYPE=text/plain;ENCODING=BASE64;VALUE=BINARY:TG9yZW0=\nATTACH:CID:a@x\nCONFERENCE;VALUE=URI:tel:+1-412-555-0123',
    );
    expect(found).toEqual({
      rooms: [],
      links: [[]],
      told: [
        'property ATTACH without an address of the web (1 line) is not read',
        'property CONFERENCE without an address of the web (1 line) is not read',
      ],
    });
  });

  const MEET = 'CONFERENCE;VALUE=URI;FEATURE=VIDEO;LABEL=Join:https://meet.example/1';
  test.each<[string, readonly string[], unknown, unknown]>([
    [
      'is the address of the room where all of its events have it',
      [`LOCATION:A\n${MEET}`, `LOCATION:A\n${MEET}`],
      [['a', 'https://meet.example/1']],
      [[], []],
    ],
    [
      'is a link where another event of the room has none',
      [`LOCATION:A\n${MEET}`, 'LOCATION:A'],
      [['a', undefined]],
      [['Join https://meet.example/1'], []],
    ],
    [
      'is a link where each event has its own',
      [`LOCATION:A\n${MEET}`, 'LOCATION:A\nCONFERENCE;VALUE=URI:https://meet.example/2'],
      [['a', undefined]],
      [['Join https://meet.example/1'], ['Join by video https://meet.example/2']],
    ],
    ['is a link where there is no room', [MEET], [], [['Join https://meet.example/1']]],
  ])('where to join %s', async (_, events, rooms, links) => {
    expect(await of(...events)).toEqual({ rooms, links, told: [] });
  });
});

import { NASTY, one, SHIPPED } from './exports.js';

const HEAD = 'title: {fr: Colloque, en: Colloquium}\nlanguage: fr\ntimezone: Europe/Paris\n';

/** What a schedule can trip over. */
export const AGENDAS: Readonly<Record<string, string>> = {
  shipped: SHIPPED,
  nasty: NASTY,
  'one session': one('', ''),
  'no session': `id: none\n${HEAD}days: [{date: 2018-06-01, sessions: []}]\n`,
  'no day': `id: no-day\n${HEAD}updated: 2018-05-31\ndays: []\n`,
  cancelled: one('status: cancelled\n', ''),
  markup: one(
    'url: https://example.org/a|b?é=<1>&x=%zz\n',
    ', subtitle: "<b>&amp;</b> ]]> \\"q\\"", description: "a\\r\\nb\\rc\\x0Bd\\uFFFE <!-- & -->", track: "R&D <1>"',
  ),
  rooms: `id: a
${HEAD}venue: Palais & annexes
rooms:
  "101": Salle < 1 >
  "102": {fr: "Salle\\tdeux\\net demie", en: Room 2}
  twin-1: {name: Foyer, capacity: 40, floor: Rez-de-chaussée, shared: true}
  twin-2: Foyer
  proto: __proto__
days:
  - date: 2018-06-01
    sessions:
      - {id: x, time: 09:00-10:00, title: Deux salles, room: ["102", "101"]}
      - {id: nowhere, time: 10:00-10:30, title: Nulle part, type: break}
      - {id: first, time: 10:30-11:00, title: Un, room: twin-1}
      - {id: second, time: 11:00-11:20, title: Deux, room: twin-2}
      - {id: strange, time: 11:20-12:00, title: Trois, room: proto}
`,
  parts: `id: parts
${HEAD}room: a
rooms: {a: A, b: B}
people: {ann: {name: Ann, bio: Une vie, url: "https://example.org/ann"}, ben: {name: Ben}, cat: {name: Cat}}
days:
  - date: 2018-06-01
    sessions:
      - id: whole
        time: 09:00-12:00
        title: Le tout
        track: Fil
        url: https://example.org/whole
        languages: [fr, en]
        moderators: [ann]
        speakers: [ben]
        sessions:
          - {id: part, time: 09:00-10:00, title: Une partie, speakers: [ben, cat]}
          - id: deep
            time: 10:00-12:00
            title: Partie à parties
            subtitle: Sous-titre
            sessions:
              - {id: deepest, time: 10:00-11:00, title: La plus petite, subtitle: À elle, room: b, languages: [ar], url: "mailto:a@example.org"}
              - {id: gone, time: 11:00-12:00, title: Annulée, status: cancelled}
`,
  'open ends': `id: open
${HEAD}room: a
rooms: {a: A, b: B}
days:
  - date: 2018-06-01
    sessions:
      - {id: short, time: 17:00-, title: Avant la suivante}
      - {id: next, time: 17:25-18:00, title: La suivante}
      - {id: long, time: 20:00-, title: Une heure}
      - {id: late, time: 23:30-, title: Sans salle, room: []}
`,
  'after midnight': `id: night
${HEAD}days:
  - date: 2018-06-01
    sessions:
      - {id: evening, time: 22:00-24:00, title: Soir}
      - {id: across, time: 23:30-05:30+1, title: Nuit}
      - {id: small-hours, time: 00:30+1-02:00+1, title: Petites heures}
  - date: 2018-06-02
    sessions:
      - {id: morning, time: 08:07-09:00, title: Matin}
`,
  'clocks forward': `id: forward
${HEAD}days:
  - date: 2018-03-24
    sessions: [{id: over-the-gap, time: 23:00-04:00+1, title: Une heure de moins}]
  - date: 2018-03-25
    sessions: [{id: after, time: 09:00-10:00, title: Après}]
`,
  'clocks back': `id: back
${HEAD}days:
  - date: 2018-10-28
    sessions: [{id: over-the-fold, time: 01:00-04:00, title: Une heure de plus}]
`,
  'other zone names': 'id: us\ntitle: US\ntimezone: US/Eastern\ndays: [{date: 2018-06-01, sessions: []}]\n',
};

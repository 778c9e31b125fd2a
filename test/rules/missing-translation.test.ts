import { describe, expect, test } from 'vitest';
import { day, found } from '../given/rule-agendas.js';

const HEAD = `title: {fr: Dialogue, en: Dialogue}
subtitle: {fr: Des partenariats, en: Partnerships}
venue: {fr: Genève, en: Geneva}
description: {fr: Deux jours de débats, en: Two days of debate}
`;

describe('a translation is missing', () => {
  test.each<[string, string, string[]]>([
    [
      'of a title and of a day',
      `${HEAD}days:
  - date: 2018-03-26
    title: {en: Day one}
    sessions: [{id: a, time: 10:00-11:00, title: {fr: Pause}}]
`,
      ['title → the title is not in "fr", as most texts are', 'title → the title is not in "en", as most texts are'],
    ],
    [
      'of a plain string in the language of the agenda',
      day('- {id: a, time: 10:00-11:00, title: Pause}', `language: fr\n${HEAD}`),
      ['Pause → the title is not in "en", as most texts are'],
    ],
    [
      'of a plain string in no language',
      day('- {id: a, time: 10:00-11:00, title: Pause}', HEAD),
      ['Pause → the title is not in "fr" and "en", as most texts are'],
    ],
    [
      'of rooms, however they are written',
      day(
        '- {id: a, time: 10:00-11:00, title: {fr: Un, en: One}, room: [hall, annex]}',
        `${HEAD}rooms:\n  hall: {fr: Salle}\n  annex: {name: {fr: Annexe}, capacity: 90}\n`,
      ),
      ['hall → the name is not in "en", as most texts are', 'name → the name is not in "en", as most texts are'],
    ],
    [
      'of functions, also for one appearance, told once for each language',
      day(
        `- id: a
  time: 10:00-11:00
  title: {fr: Un, en: One}
  speakers:
    - {person: ann, title: {fr: Présidente}}
    - {name: Bob Dahl, title: {en: Director}}`,
        `${HEAD}people:\n  ann: {name: Ann Berg, title: {fr: Directrice}}\n`,
      ),
      [
        'title → the function of a person is not in "en", as most texts are, nor are those of 1 more',
        'title → the function of a person is not in "fr", as most texts are',
      ],
    ],
    [
      'where it is blank',
      day('- {id: a, time: 10:00-11:00, title: {fr: Pause, en: " "}}', HEAD),
      ['title → the title is not in "en", as most texts are'],
    ],
    [
      'but not where another variety of the language stands',
      day('- {id: a, time: 10:00-11:00, title: {fr-CA: Pause, en-GB: Break}}', HEAD),
      [],
    ],
    [
      'nor of organisations, notes and tracks',
      day(
        '- {id: a, time: 10:00-11:00, title: {fr: Un, en: One}, track: {fr: Villes}, speakers: [{name: Ann Berg, org: {fr: OIM}, note: {fr: vidéo}}]}',
        HEAD,
      ),
      [],
    ],
    [
      'nor of a language that only half of the texts have',
      day(
        `- {id: a, time: 10:00-11:00, title: {fr: Un, en: One, es: Uno}}
- {id: b, time: 11:00-12:00, title: {fr: Deux, en: Two}}`,
        'title: {fr: Dialogue, en: Dialogue}\nvenue: {fr: Lima, en: Lima, es: Lima}\n',
      ),
      [],
    ],
    [
      'nor where most texts are in one language',
      day(
        `- {id: a, time: 10:00-11:00, title: Un}
- {id: b, time: 11:00-12:00, title: Deux}`,
        'title: {fr: Dialogue, en: Dialogue}\nvenue: {fr: Genève, en: Geneva}\nlanguage: fr\n',
      ),
      [],
    ],
  ])('%s', (_, agenda, problems) => expect(found('missing-translation', agenda)).toEqual(problems));
});

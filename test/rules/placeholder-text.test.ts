import { describe, expect, test } from 'vitest';
import { placeholder } from '../../src/query/placeholder.js';
import { found } from '../given/rule-agendas.js';

describe('a placeholder', () => {
  test.each([
    ['TBC', 'TBC'],
    ['Panel 2 (tbd)', 'tbd'],
    ['Room T.B.A.', 'T.B.A.'],
    ['N.N.', 'N.N.'],
    ['Dr. N. N., Ministry', 'N. N.'],
    ['À confirmer', 'À confirmer'],
    ['A\u0300 confirmer', 'À confirmer'],
    ['Salle à déterminer.', 'à déterminer'],
    ['Orateur : A CONFIRMER', 'A CONFIRMER'],
    ['À confirmer par le Bureau', 'À confirmer'],
    ['Sala por confirmar (piso 2)', 'por confirmar'],
    ['Lugar por determinar', 'por determinar'],
    ['Orador a confirmar', 'a confirmar'],
    ['Speaker to be\u00A0confirmed', 'to be\u00A0confirmed'],
    ['To be announced', 'To be announced'],
    ['Chair (to be determined)', 'to be determined'],
    ['Lorem ipsum dolor sit amet', 'Lorem ipsum'],
    ['<name>', '<name>'],
    ['Opening by <Name, Function>', '<Name, Function>'],
    ['Part <…>', '<…>'],
    ['XXX', 'XXX'],
    ['Mr xxx of UNICEF', 'xxx'],
    ['Room XXXX left', 'XXXX'],
    ['???', '???'],
    ['Salle ????', '????'],
  ])('%s has %s', (text, found) => expect(placeholder(text)).toBe(found));

  test.each([
    'Confirmer les engagements',
    'Les États sont invités à confirmer leurs engagements',
    'Une étude visant à déterminer les causes',
    'Se invita a confirmar su compromiso',
    'The outcomes are to be confirmed by the plenary',
    'What remains to be determined?',
    'Tbilisi',
    'Bathtbc',
    'TBC2 network',
    'TBA-Architects',
    'N. N. Taleb',
    'Ivanov N.N.',
    'A.N.N. Bank',
    'XXX Reunión Ordinaria',
    'XXXe session du Conseil',
    'Siglo XX',
    'What next???',
    'Why??',
    'a<b and c>d',
    'a < b > c',
    '<https://example.org/agenda>',
    '<ann@example.org>',
    '<p>Two days of <strong>debate</strong><br></p>',
    '<a href="https://example.org">here</a>',
    'Option<T> and Vec<String>',
  ])('%s has none', text => expect(placeholder(text)).toBeUndefined());
});

test('a placeholder is found in every text and name, once in each language', () => {
  const agenda = `organizer: TBC
rooms:
  hall: Room TBC
people:
  ann: {name: TBC, org: Ministry of TBC, country: TBC, bio: TBC}
days:
  - date: 2018-03-26
    title: Day TBC
    sessions:
      - id: a
        time: 10:00-11:00
        title: {en: Opening (TBC), fr: Ouverture}
        tags: [tbc]
        room: hall
        speakers:
          - {person: ann, role: Chair (TBC), note: TBC}
          - {name: N.N., title: TBC TBC}
`;
  expect(found('placeholder-text', agenda)).toEqual([
    'TBC → the organizer is a placeholder: "TBC"',
    'Room TBC → the name has a placeholder: "TBC"',
    'TBC → the name is a placeholder: "TBC"',
    'Ministry of TBC → the org has a placeholder: "TBC"',
    'TBC → the country is a placeholder: "TBC"',
    'TBC → the bio is a placeholder: "TBC"',
    'Day TBC → the title has a placeholder: "TBC"',
    'Opening (TBC) → the title has a placeholder: "TBC"',
    'tbc → the tag is a placeholder: "tbc"',
    'Chair (TBC) → the role has a placeholder: "TBC"',
    'TBC → the note is a placeholder: "TBC"',
    'N.N. → the name is a placeholder: "N.N."',
    'TBC TBC → the title has a placeholder: "TBC"',
  ]);
});

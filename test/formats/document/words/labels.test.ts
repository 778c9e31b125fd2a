import { expect, test } from 'vitest';
import { isEnd, typeOfTitle } from '../../../../src/formats/document/words/labels.js';

test.each([
  'End',
  'End of day',
  'End of the meeting',
  'Fin de la réunion',
  'Fin du séminaire',
  'Fin de la jornada',
  'Конец заседания',
  'نهاية الجلسة',
  'Ende der Veranstaltung',
])('%s says that all is over', title => {
  expect(isEnd(title)).toBe(true);
});

test.each(['Endings', 'End of the world', 'Fin de la pauvreté', 'Closing of the meeting', ''])(
  '%j is a session as any',
  title => {
    expect(isEnd(title)).toBe(false);
  },
);

test.each<[string, string | undefined]>([
  ['Buffet lunch', 'break'],
  ['Tea & biscuits', 'break'],
  ['Welcome coffee', 'break'],
  ['Petit déjeuner', 'break'],
  ['Almoço', 'break'],
  ['Mittagessen', 'break'],
  ['Photo de famille et pause-café', 'break'],
  ['Accreditation', 'registration'],
  ['Einlass und Registrierung', 'registration'],
  ['CREDENCIAMENTO', 'registration'],
  ['Presidential welcome', 'opening'],
  ['Mots de bienvenue', 'opening'],
  ['Palabras de bienvenida', 'opening'],
  ['Ceremonia inaugural', 'opening'],
  ['Begrüßung', 'opening'],
  ['1. Opening of the Assembly', 'opening'],
  ['Closure of the Assembly', 'closing'],
  ['Conclusions et clôture', 'closing'],
  ['Awards and closing ceremony', 'closing'],
  ['ENCERRAMENTO', 'closing'],
  ['Podiumsdiskussion: Wer zahlt?', 'panel'],
  ['Hands-on workshop: Mending paper', 'workshop'],
  ['Ministerial plenary: Adoption', 'plenary'],
  ['Conférence plénière', 'plenary'],
  ['Gala dinner hosted by the City of Port Ansel', 'social'],
  ['Welcome reception', 'social'],
  ['Farewell reception and bread tasting', 'social'],
  ["Verre de l'amitié", 'social'],
  ['Festlicher Abendempfang', 'social'],
  ['Items 1 and 2. Opening of the meeting', 'opening'],
  ['Venue of the next Congress; closing of the Congress', 'closing'],
  ['Comida', 'break'],
  ['Öğle yemeği', 'break'],
  ['Kapanış', 'closing'],
  ['Session 3: Panel on small ports', 'panel'],
  ['Breakout 2: Rota workshop', 'workshop'],
  ['Customer keynote: Why we stayed', 'keynote'],
  ['Discours liminaire : les quais', 'keynote'],
  ['Conferencia inaugural: Mil mareas', 'keynote'],
  ['主旨报告：潮汐', 'keynote'],
  ['Tavola rotonda: orari', 'panel'],
  ['Paneldiscussie: Wie betaalt?', 'panel'],
  ['Accredito dei partecipanti', 'registration'],
  ['Receção e registo', 'registration'],
  ['代表签到', 'registration'],
  ['Pranzo a buffet', 'break'],
  ['Luncheon adjournment', 'break'],
  ['Sessão de abertura', 'opening'],
  ['Call to order', 'opening'],
  ['Chiusura dei lavori', 'closing'],
  ['Ausblick und Verabschiedung', 'closing'],
  ['Netwerkborrel', 'social'],
  ['Торжественный приём', 'social'],
  ['Seduta plenaria: gruppi', 'plenary'],
  // Sessions about such things.
  ['Session 2: Opening doors to trade', undefined],
  ['Ballads of the coast', undefined],
  ['Comidas y fiestas de la costa', undefined],
  ['Breakfast briefing', undefined],
  ['Lunch-through talks', undefined],
  ['Lessons of the last plenary', undefined],
  ['Report of the workshop', undefined],
  ['Drinking water', undefined],
])('a session called %j is of type %s', (title, type) => {
  expect(typeOfTitle(title)).toBe(type);
});

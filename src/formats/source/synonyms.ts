import { lazy } from '../../text/lazy.js';

/** Words that authors write for fields and choices of the format, as slugs: English first, then other languages of the UN. */
const WORDS = {
  title: 'name heading topic titre titel titulo intitule nombre tema',
  time: 'times when hour hours heure heures horaire zeit uhrzeit hora horas horario',
  date: 'day datum fecha jour',
  type: 'kind category format sort typ tipo',
  room: 'location venue place where hall salle lieu raum ort saal sala lugar',
  venue: 'location place site lieu ort lugar',
  moderators:
    'moderator chair chairs chairperson chaired-by moderation moderateur moderateurs presidence moderador moderadores',
  speakers:
    'speaker presenter presenters panelists panellists participants orateurs intervenants ponentes oradores referenten',
  description: 'abstract summary details text resume beschreibung descripcion',
  languages: 'language lang langues langue idiomas idioma sprachen',
  url: 'link website web page lien enlace',
  org: 'organisation organization affiliation company institution employer organisme organizacion',
  bio: 'biography cv biographie biografia',
  honorific: 'salutation prefix civilite',
  sessions: 'session items events programme program schedule seances sesiones sitzungen',
  people: 'persons participants speakers personnes personas',
  tags: 'keywords tag topics mots-cles',
  track: 'stream theme strand',
  organizer: 'organiser host organisateur organizador',
  break: 'lunch coffee coffee-break tea-break lunch-break pause dejeuner pause-cafe almuerzo pausa receso mittagspause',
  panel: 'roundtable round-table panel-discussion debate discussion table-ronde mesa-redonda',
  keynote: 'keynote-speech keynote-address key-note',
  workshop: 'training tutorial masterclass atelier taller',
  plenary: 'plenary-session pleniere plenaria',
  opening: 'opening-ceremony opening-session welcome ouverture apertura inauguration',
  closing: 'closing-ceremony closing-session closing-remarks wrap-up cloture clausura',
  social: 'reception dinner cocktail networking party',
  registration: 'check-in badges accueil inscription inscripcion',
  tentative: 'postponed tbc tbd provisional to-be-confirmed pending draft planned',
  cancelled: 'canceled annule annulee cancelado cancelada abgesagt',
  confirmed: 'final definite ok confirme confirmado',
} as const;

/** The words that each synonym stands for; asked for only where a word is not known. */
const meanings = lazy((): ReadonlyMap<string, readonly string[]> => {
  const meant = new Map<string, string[]>();
  for (const [word, synonyms] of Object.entries(WORDS))
    for (const synonym of synonyms.split(' ')) meant.set(synonym, [...(meant.get(synonym) ?? []), word]);
  return meant;
});

/** The first of some words that another, as a slug, is a synonym of. */
export function synonymOf(slug: string, words: readonly string[]): string | undefined {
  return meanings()
    .get(slug)
    ?.find(word => words.includes(word));
}

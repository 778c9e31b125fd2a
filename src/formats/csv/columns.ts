import { slug } from '../../text/fold.js';
import { lazy } from '../../text/lazy.js';

/**
 * What columns are called, by what they hold: the fields of our own table first, then English, French, German and Spanish,
 * as slugs. `day` holds a date only where no other column does.
 */
const NAMES = {
  id: 'id event-id session-id talk-id slug code identifiant kennung identificador',
  date: 'date datum fecha start-date date-de-debut startdatum fecha-de-inicio',
  day: 'day jour tag dia',
  start:
    'start begin begins from start-time starttime beginn anfang von startzeit debut heure-de-debut inicio hora-de-inicio comienzo',
  end: 'end ends until to end-time endtime ende bis endzeit fin heure-de-fin hora-de-fin termino',
  end_date: 'end-date enddatum date-de-fin fecha-de-fin',
  time: 'time times time-slot slot hours uhrzeit zeit heure heures horaire hora horas horario',
  duration: 'duration length dauer duree duracion',
  timezone: 'timezone time-zone zeitzone fuseau-horaire zona-horaria',
  type: 'type kind session-type event-type format art typ tipo tipo-de-sesion',
  title: 'title event session talk name subject summary titel betreff titre intitule objet titulo nombre asunto',
  subtitle: 'subtitle untertitel sous-titre subtitulo',
  abstract: 'abstract kurzbeschreibung zusammenfassung resume resumen',
  description: 'description beschreibung descriptif descripcion',
  rooms: 'rooms room location place venue hall raum saal ort salle lieu sala salon lugar',
  room_ids: 'room_ids',
  parent: 'parent parent-id',
  moderators: 'moderators moderator chair chairs moderation moderateur moderatrice moderateurs moderador moderadores',
  speakers:
    'speakers speaker presenter presenters persons person referent referenten referentin referentinnen sprecher sprecherin vortragende intervenant intervenants intervenante intervenantes orateur orateurs oratrice ponente ponentes orador oradores expositor',
  track: 'track stream theme strang themenbereich thematique tematica',
  tags: 'tags keywords schlagworte schlagworter mots-cles etiquetas palabras-clave',
  languages: 'languages language lang sprache langue langues idioma idiomas lengua',
  status: 'status etat statut estado',
  url: 'url link web website lien enlace webseite',
} as const satisfies Record<string, string>;

export type Column = keyof typeof NAMES;

/** The names of the columns that are known, for `--map`. */
export const COLUMNS = Object.keys(NAMES) as readonly Column[];

const byName = lazy(
  (): ReadonlyMap<string, Column> =>
    new Map(COLUMNS.flatMap(column => NAMES[column].split(' ').map(name => [name, column] as const))),
);

/** What a column with this name holds. */
export function columnOf(name: string): Column | undefined {
  return byName().get(name) ?? byName().get(slug(name));
}

/** True for a name of a column in a language whose dates begin with the day. */
export function isDayFirst(name: string): boolean {
  return /^(?:datum|fecha|jour|dia|tag|beginn|anfang|debut|inicio|dauer|duree|duracion|raum|saal|salle|titel|titre|titulo|heure|horaire|hora|horario|uhrzeit)$/.test(
    slug(name),
  );
}

/** The line before a table that tells Excel what stands between the cells. */
export const SEPARATOR = /^sep=([^\w\s"]|\t)(?:\r\n|\r|\n)/;

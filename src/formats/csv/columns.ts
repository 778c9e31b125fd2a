import { fold } from '../../text/fold.js';
import { lazy } from '../../text/lazy.js';
import { letterPattern } from '../../text/letters.js';

/**
 * What columns are called, by what they hold, as {@link keyOf} makes them, so that no table has to wait for it: the fields
 * of our own table first, then English, French, German and Spanish, then Arabic, Chinese and Russian. Of two columns for one
 * field the one counts whose name stands first. `day` holds a date only where no other column does.
 */
export const NAMES = {
  id: 'id event-id session-id talk-id unique-id event-key slug code identifiant kennung identificador المعرف 编号 идентификатор',
  date: 'date datum fecha start-date date-start date-de-debut startdatum fecha-de-inicio التاريخ تاريخ 日期 дата',
  day: 'day jour tag dia weekday wochentag اليوم 天 день',
  start: `start begin begins from start-time starttime time-start begin-time time-begin start-at starts-at scheduled-at
    start-datetime datetime date-time date-and-time when
    beginn anfang von startzeit debut heure-de-debut inicio hora-de-inicio comienzo begin-tijd aanvang
    البدايه وقت-البدء 开始 开始时间 начало время-начала`,
  end: `end ends until to end-time endtime time-end end-at ends-at finish ende bis endzeit fin heure-de-fin hora-de-fin
    termino eind einde النهايه وقت-الانتهاء 结束 结束时间 конец окончание время-окончания`,
  end_date: 'end-date date-end enddatum date-de-fin fecha-de-fin تاريخ-الانتهاء 结束日期 дата-окончания',
  time: 'time times time-slot slot hours uhrzeit zeit heure heures horaire hora horas horario tijd الوقت 时间 время',
  duration: 'duration length scheduled-duration dauer duree duracion duur المده 时长 длительность продолжительность',
  all_day: 'all-day all-day-event ganztagig ganztagiges-ereignis journee-entiere todo-el-dia',
  timezone: 'timezone time-zone zeitzone fuseau-horaire zona-horaria المنطقه-الزمنيه 时区 часовои-пояс',
  type: `type kind session-type event-type format session-format art typ tipo tipo-de-sesion النوع 类型 тип`,
  title: `title event session talk name subject summary titel betreff titre intitule objet titulo nombre asunto
    العنوان عنوان 标题 题目 主题 название тема заголовок`,
  subtitle: 'subtitle untertitel sous-titre subtitulo 副标题 подзаголовок',
  abstract: 'abstract kurzbeschreibung zusammenfassung resume resumen 摘要 аннотация',
  description: 'description beschreibung descriptif descripcion omschrijving الوصف 描述 简介 описание',
  rooms: `rooms room location place venue hall raum saal ort salle lieu sala salon lugar zaal ruimte
    القاعه المكان 地点 会议室 房间 зал место помещение аудитория`,
  room_ids: '',
  parent: 'parent parent-id',
  moderators: `moderators moderator chair chairs chairperson host hosts facilitator facilitators
    moderation moderateur moderatrice moderateurs moderador moderadores مدير-الجلسه 主持人 модератор модераторы ведущии`,
  speakers: `speakers speaker presenter presenters persons person panelist panelists panellist panellists lecturer lecturers
    referent referenten referentin referentinnen sprecher sprecherin vortragende intervenant intervenants intervenante
    intervenantes orateur orateurs oratrice ponente ponentes orador oradores expositor spreker sprekers
    المتحدث المتحدثون المتحدثين 发言人 演讲人 演讲者 嘉宾 докладчик докладчики спикер спикеры выступающие`,
  items: 'items papers beitrage communications ponencias 论文 доклады',
  organizer: 'organizer organiser organizers veranstalter organisateur organizador 主办方 организатор',
  first_name: 'first-name given-name firstname vorname prenom nombre-de-pila 名 имя',
  last_name: 'last-name family-name surname lastname nachname nom-de-famille apellido apellidos 姓 фамилия',
  track: 'track tracks schedule-track stream theme strang themenbereich thematique tematica المسار 分会场 секция поток',
  tags: 'tags keywords schlagworte schlagworter mots-cles etiquetas palabras-clave 标签 关键词 метки ключевые-слова',
  languages: 'languages language lang sprache langue langues idioma idiomas lengua اللغه 语言 язык',
  interpretation: 'interpretation interpreting dolmetschen interpretacion 口译',
  status: 'status etat statut estado state session-status الحاله 状态 статус',
  cancelled: 'cancelled canceled is-cancelled is-canceled abgesagt annule cancelado',
  url: 'url link web website lien enlace webseite الرابط 链接 网址 ссылка саит',
  links: '',
} as const satisfies Record<string, string>;

export type Column = keyof typeof NAMES;

/** The names of the columns that are known, for `--map`. */
export const COLUMNS = Object.keys(NAMES) as readonly Column[];

/** Columns of which a table may have several: their values are taken together. */
const SEVERAL: ReadonlySet<Column> = new Set(['speakers', 'moderators', 'tags', 'first_name', 'last_name']);

/** True of a column that a table may have several of: `Speaker 1`, `Speaker 2`. */
export function maySeveral(column: Column): boolean {
  return SEVERAL.has(column);
}

const betweenCases = letterPattern('(?<=[\\p{Ll}])(?=[\\p{Lu}])', 'gu');
const betweenWords = letterPattern('[^\\p{L}\\p{N}]+', 'gu');

/** What a name is looked up by: without case and accents, with a hyphen for whatever stands between words. */
export function keyOf(name: string): string {
  const start = name.slice(0, LONGEST);
  const folded = fold(start.replace(betweenCases(start), ' ')).replace(/'/g, '');
  return folded.replace(betweenWords(folded), '-').replace(/^-|-$/g, '');
}

/** Letters of the longest name of a column that is looked at. */
const LONGEST = 80;

/** A column by a name of it, and how far down its list the name stands. */
interface Known {
  readonly column: Column;
  readonly rank: number;
}

const byName = lazy((): ReadonlyMap<string, Known> => {
  const names = new Map<string, Known>();
  for (const column of COLUMNS) {
    const known = NAMES[column].split(/\s+/).filter(name => name !== '');
    for (const [rank, name] of [column.replace('_', '-'), ...known].entries()) {
      if (!names.has(name)) names.set(name, { column, rank });
    }
  }
  return names;
});

/** What a column with this name holds, by the name as it stands. */
export function columnOf(name: string): Column | undefined {
  return byName().get(keyOf(name))?.column;
}

/** What a column holds, and how well its name says so: the less, the better. */
export interface Guess extends Known {
  /** Equal for columns that belong together: the `1` of `Speaker 1 first name`. */
  readonly group: string;
}

/** Words before the name of a column that say nothing about what it holds. */
const BEFORE = /^(?:session|event|talk|presentation|contribution|scheduled?|primary|main|lead|full|your|the|all)-/;
/** Words after it. */
const AFTER = /-(?:full-name|name|names|list|s|optional|required|hh-mm|24h|local|local-time)$/;
/** Whose first and last names are those of speakers. */
const OF_SPEAKERS = /^(?:speaker|presenter|panelist|author|lecturer|co-speaker)s?-(?=first|last|given|family|sur)/;

/** By a rank past all of those of the names as they stand. */
const LOOSE = 1000;

/**
 * What a column with this name may hold: by the name as it stands, else without the marks of templates (`*Session Title`,
 * `Track (Optional)`), without numbers (`Speaker 2`), words around (`Presenter Name`, `Event start date`), or by the first
 * name where several stand (`Room/Location`).
 */
export function guessColumn(name: string): Guess | undefined {
  const whole = byName().get(keyOf(name));
  if (whole !== undefined) return { ...whole, group: '' };
  const plain = name.slice(0, LONGEST).replace(/[[(][^)\]]*[\])]/g, ' ');
  const group = /\d{1,3}/.exec(plain)?.[0] ?? '';
  const bare = keyOf(plain.replace(/\d+/g, ' ').replace(/#/g, ' '));
  const tried = [keyOf(plain), bare, bare.replace(OF_SPEAKERS, '')];
  for (let key = bare; ; ) {
    const shorter = key.replace(AFTER, '');
    const next = shorter === key ? key.replace(BEFORE, '') : shorter;
    if (next === key) break;
    key = next;
    tried.push(key);
  }
  for (const [i, key] of tried.entries()) {
    const known = byName().get(key);
    if (known !== undefined) return { ...known, rank: LOOSE * (i + 1) + known.rank, group };
  }
  const pieces = plain.split('/').map(piece => byName().get(keyOf(piece)));
  const [first] = pieces;
  const isOne = first !== undefined && pieces.length > 1 && pieces.every(piece => piece?.column === first.column);
  return isOne ? { ...first, rank: LOOSE * 10 + first.rank, group } : undefined;
}

/** True for a name of a column in a language whose dates begin with the day. */
export function isDayFirst(name: string): boolean {
  return /^(?:datum|fecha|jour|dia|tag|beginn|anfang|debut|inicio|dauer|duree|duracion|raum|saal|salle|titel|titre|titulo|heure|horaire|hora|horario|uhrzeit|дата|начало|название|время|التاريخ|العنوان)$/.test(
    keyOf(name),
  );
}

import type { Agenda, Link } from '../../model/agenda.js';
import { languageByName } from '../../model/language-names.js';
import { likelyZone } from '../../model/likely-zone.js';
import { ianaNames } from '../../model/zone-names.js';
import { fold, foldedRegExp } from '../../text/fold.js';
import { lazy, lazyRegExp } from '../../text/lazy.js';
import type { Ledger } from './ledger.js';
import type { Line } from './line.js';
import { type DateMention, datesIn, withoutWeekdays } from './words/dates.js';
import { isIgnorable, isLeftOver, isRoom, labelOf } from './words/labels.js';

const draftWords = foldedRegExp(
  '(?:^|\\s)(?:draft|provisional|preliminary|tentative|projet|provisoire|preliminaire|preliminar|provisional|borrador|проект|предварительн\\p{L}*|مسوده|مؤقت|暂定|草案|entwurf|vorlaufig\\p{L}*)(?:\\s|$)',
  'u',
);
const finalWords = foldedRegExp(
  '(?:^|\\s)(?:final|finale|definitif|definitive|definitivo|definitiva|окончательн\\p{L}*|نهائي|نهائيه|最终|最后|endgultig\\p{L}*)(?:\\s|$)',
  'u',
);
const wordsBesideDates = lazyRegExp(
  '^(?:[\\s,،，;:()|·•–—-]|(?:from|to|du|au|del|de|al|le|les|on|с|по|г|من|إلى)(?!\\p{L})\\.?)+|[\\s,،，;:()|·•–—-]+$|(?<!\\p{L})(?:from|on|du|del|le|с)\\s*$',
  'giu',
);
const aLetter = lazyRegExp('\\p{L}', 'u');
const localTime = lazyRegExp('([\\p{L}\\s]+?)\\s+(?:local )?time', 'iu');

/** What stands before the first day of a document. */
export interface Head {
  readonly title?: Line;
  readonly titleText?: string;
  readonly subtitle?: string;
  readonly organizer?: string;
  readonly venue?: string;
  /** The room of what names none. */
  readonly room?: Line & { readonly name: string };
  readonly status?: NonNullable<Agenda['status']>;
  readonly description?: string;
  readonly dates: readonly DateMention[];
  /** A zone that is written, or that is that of a place which is written. */
  readonly zone?: { readonly name: string; readonly from: string; readonly isWritten: boolean };
  readonly interpretation?: readonly string[];
  /** The usual rooms, where there are several. */
  readonly rooms?: readonly string[];
  readonly url?: string;
  readonly links?: readonly Link[];
  readonly updated?: string;
  readonly revision?: number;
}

/** What an agenda is called besides its name, with how far it is settled; folded. */
const STATUSES: readonly (readonly [NonNullable<Agenda['status']>, () => RegExp])[] = [
  ['cancelled', foldedRegExp('^(?:cancelled|canceled|annule|annulee|cancelado|отменено|ملغى|已取消)$')],
  ['draft', draftWords],
  ['final', finalWords],
];
/** Words for the document itself, folded. */
const DOCUMENT = foldedRegExp(
  '(?:agenda|programme|program|ordre du jour|programa|programacion|программа|повестка|جدول الاعمال|برنامج|议程|日程|tagesordnung|programm|version)',
);

/** Words in the names of conferences, folded. */
const CONFERENCE = foldedRegExp(
  '(?<!\\p{L})(?:conference|conferencia|dialogue|dialogo|forum|foro|summit|sommet|cumbre|meeting|reunion|workshop|atelier|taller|symposium|symposio|simposio|seminar|seminaire|seminario|congress|congres|congreso|assembly|assemblee|asamblea|convention|session|colloque|coloquio|encuentro|jornadas|rencontres?|days|week|semaine|semana|consultation|consulta|webinar|hackathon|camp|конференция|форум|совещание|семинар|саммит|диалог|съезд|مؤتمر|منتدى|اجتماع|ندوه|حوار|قمه|ملتقى|ورشه|konferenz|tagung|kongress)(?!\\p{L})|会议|论坛|大会|峰会|研讨会|对话',
  'u',
);
/** Words in the names of places and buildings, folded. */
const PLACE = foldedRegExp(
  '(?<!\\p{L})(?:headquarters|palais|siege|hotel|centre|center|building|sede|palacio|palace|university|universite|universidad|campus|centro|casa|maison|house|museum|musee|museo|convention centre|штаб-квартира|дворец|отель|центр|здание|университет|مقر|قصر|فندق|مركز|جامعه)(?!\\p{L})|总部|大厦|酒店|中心|宫',
  'u',
);

/** The address of a house, folded: « 220, rue des Tanneurs », `14 Orrin Street`. */
const ADDRESS = foldedRegExp(
  '(?<!\\p{L})\\d{1,4}[a-z]?,? (?:rue|avenue|av\\.|boulevard|place|quai|allee|allees|chemin)\\s|(?<!\\p{L})\\d{1,4}[a-z]? (?:\\p{L}+ ){1,3}(?:street|road|lane|avenue|square|row|drive)(?!\\p{L})|(?<!\\p{L})(?:calle|avenida|paseo|plaza|rua) [^,]{2,40},? (?:n\\S+ )?\\d|\\p{L}+(?:strasse|platz|weg|gasse) \\d',
  'u',
);

/** `All meetings take place in Conference Room 3`, « Toutes les séances ont lieu dans la salle VII ». */
const WHERE_ALL_IS =
  /(?:^|[\s,])(?:all (?:the |other |plenary )*(?:meetings|sessions)|unless otherwise (?:indicated|stated|noted),? (?:the )?(?:meetings|sessions)|toutes les (?:séances|réunions|sessions)|todas las (?:sesiones|reuniones)|todas as sessões|alle (?:sitzungen|veranstaltungen)|все заседания)\s[^.,]{0,40}?\s(?:in|at|dans|en|na|im|в)\s+(?:the |la |le |el |der )?(\S[^.,;]{2,60}?)(?:,? (?:unless|sauf|salvo)\s[^.]*)?\.?$/iu;

/** UTF-16 code units of a line that may be a title, and of one that is a paragraph. */
const LONGEST_TITLE = 220;

/** Reads what stands before the first day: title, theme, place, dates, status, who holds it, what it is about. */
export function readHead(lines: readonly Line[], documentTitle: string | undefined, ledger: Ledger): Head {
  const head: { -readonly [Key in keyof Head]: Head[Key] } = { dates: [] };
  const dates: DateMention[] = [];
  const rest: Line[] = [];
  for (const line of lines) {
    if (isIgnorable(line.text) || isLeftOver(line.text)) ledger.ignore(line);
    else if (!readFact(line, head, dates)) rest.push(line);
    else ledger.use(line);
    const beside = besideDate(line);
    if (beside !== undefined) rest.push(beside);
  }
  const title = titleOf(rest, documentTitle);
  const at = title === undefined ? -1 : rest.indexOf(title);
  const paragraphs: string[] = [];
  let isSubtitle = title !== undefined;
  for (const [i, line] of rest.entries()) {
    ledger.use(line);
    const { text } = line;
    if (line === title) continue;
    if (i < at) {
      // The first line of a letterhead names who holds it; what else it says is no part of an agenda.
      if (i === 0 && text.length <= LONGEST_TITLE && !isPlace(text)) head.organizer ??= text;
      else if (isPlace(text)) head.venue ??= text;
      else if (text.length > LONGEST_TITLE) paragraphs.push(text);
      else ledger.ignore(line);
      continue;
    }
    const isShort = text.length <= LONGEST_TITLE && !/[.!]$/.test(text);
    const follows =
      isSubtitle &&
      isShort &&
      (line.isApart !== true || line.kind === 'heading' || line.isStrong === true || rest.length - at <= 3);
    if (isShort && isPlace(text) && !isPlace(head.venue ?? '')) {
      setPlace(line, text, head);
      isSubtitle = false;
    } else if (follows && line.kind !== 'item')
      head.subtitle = head.subtitle === undefined ? text : `${head.subtitle} ${text}`;
    else {
      isSubtitle = false;
      paragraphs.push(line.kind === 'item' ? `- ${text}` : text);
    }
  }
  head.dates = dates;
  const named = title === undefined ? {} : { title, titleText: title.text };
  const zone = head.zone ?? zoneOfPlace(head.venue) ?? zoneOfPlace(title?.text.split(/[,–—]/).at(-1));
  return {
    ...head,
    ...named,
    ...(paragraphs.length > 0 && { description: paragraphs.join('\n\n') }),
    ...(zone && { zone }),
  };
}

/** Reads a line that says one thing: a date, a place, a status. False for any other. */
function readFact(line: Line, head: { -readonly [Key in keyof Head]: Head[Key] }, dates: DateMention[]): boolean {
  const { text } = line;
  const label = labelOf(text);
  const value = label === undefined ? '' : text.slice(label.rest).trim();
  if (label !== undefined && value !== '') {
    // « 时间：2033年11月24日 » is when.
    const when = label.kind === 'date' || label.kind === 'time' ? datesIn(value) : [];
    if (when.length > 0) {
      dates.push(...when);
      return true;
    }
    if (label.kind === 'date') return false;
    if (label.kind === 'room' || label.kind === 'venue') {
      setPlace(line, value, head);
      return true;
    }
    if (label.kind === 'organizer') {
      head.organizer = value;
      return true;
    }
    if (label.kind === 'interpretation' || label.kind === 'languages') {
      const tags = languagesIn(value);
      if (tags !== undefined && label.kind === 'interpretation') head.interpretation = tags;
      return tags !== undefined && label.kind === 'interpretation';
    }
    if (label.kind === 'timezone' || label.kind === 'time') {
      const name = zoneIn(value);
      if (name !== undefined) head.zone = { name, from: value, isWritten: true };
      return name !== undefined;
    }
    if (label.kind === 'status') {
      const status = statusIn(value);
      if (status !== undefined) head.status = status;
      return status !== undefined;
    }
  }
  if (text.length > LONGEST_TITLE) return false;
  const [, everywhere = ''] = WHERE_ALL_IS.exec(text) ?? [];
  if (isRoom(everywhere)) {
    head.room ??= { ...line, name: everywhere };
    return true;
  }
  const status = statusIn(text);
  if (status !== undefined) {
    head.status = status;
    return true;
  }
  const zone = /^(?:all times|times|toutes les heures|les heures|horas?|horario|время|التوقيت)/i.test(text)
    ? zoneIn(text)
    : undefined;
  if (zone !== undefined) {
    head.zone = { name: zone, from: text, isWritten: true };
    return true;
  }
  const mentions = datesIn(text);
  if (mentions.length > 0) {
    dates.push(...mentions);
    const left = withoutDates(text);
    if (left.length <= 90 && !/[.!?]$/.test(left)) {
      if (isSomewhere(left)) setPlace(line, left, head);
      return true;
    }
  }
  if (isRoom(text)) {
    setPlace(line, text, head);
    return true;
  }
  return false;
}

/** What a line says besides its dates, without the words between. */
function withoutDates(text: string): string {
  return withoutWeekdays(
    datesIn(text).reduceRight((all, { from, to }) => all.slice(0, from) + all.slice(to), text),
  ).replace(wordsBesideDates(), '');
}

/** What a line says besides a date that is no place: the name of the conference, perhaps. */
function besideDate(line: Line): Line | undefined {
  if (line.text.length > LONGEST_TITLE || datesIn(line.text).length === 0 || labelOf(line.text) !== undefined)
    return undefined;
  const left = withoutDates(line.text);
  return left === '' || left.length > 90 || /[.!?]$/.test(left) || isSomewhere(left)
    ? undefined
    : { ...line, text: left };
}

function isSomewhere(text: string): boolean {
  return isRoom(text) || isPlace(text) || (!CONFERENCE().test(fold(text)) && zoneOfPlace(text) !== undefined);
}

/** Divides a place into the room and the building or town: « Salle 2, Siège, New York ». */
function setPlace(line: Line, text: string, head: { -readonly [Key in keyof Head]: Head[Key] }): void {
  const parts = text.split(/\s*[,،，]\s*|\s+[–—|]\s+/);
  const at = parts.findIndex(isRoom);
  const [first = ''] = parts;
  // « Palais des Nations, salle XXI » as well as « Salle XXI, Palais des Nations ».
  const rest =
    at === 0 ? text.slice(first.length).replace(/^[\s,،，–—|]+/, '') : parts.filter((_, i) => i !== at).join(', ');
  if (at !== -1) head.room ??= { ...line, name: parts[at] ?? '' };
  if (rest !== '') addVenue(rest, head);
}

/** A building before the town that it is in, or what else is said of the place. */
function addVenue(text: string, head: { -readonly [Key in keyof Head]: Head[Key] }): void {
  const { venue } = head;
  if (venue === undefined || fold(text).includes(fold(venue))) head.venue = text;
  else if (!fold(venue).includes(fold(text))) head.venue = isPlace(venue) ? `${venue}, ${text}` : `${text}, ${venue}`;
}

function isPlace(text: string): boolean {
  const key = fold(text);
  const isNamed =
    CONFERENCE().test(key) &&
    !/^(?:palais|palacio|centre|center|centro|hotel|university|universite|casa|maison|sede|siege) /.test(key);
  const is = ADDRESS().test(key) || (PLACE().test(key) && !isNamed);
  return text.length <= 120 && is && !/[.:!?]$/.test(text);
}

/** The status that a short line gives which says nothing else. */
export function statusIn(text: string): Head['status'] {
  const key = fold(text)
    .replace(/[()[\]*:]/g, ' ')
    .trim();
  if (key.length > 45) return undefined;
  const found = STATUSES.find(([, pattern]) => pattern().test(key))?.[0];
  if (found === undefined) return undefined;
  return DOCUMENT().test(key) || key.split(/\s+/).length === 1 ? found : undefined;
}

/** The line that names the conference: a heading, a bold line, one with a word for conferences, else the first. */
function titleOf(lines: readonly Line[], documentTitle: string | undefined): Line | undefined {
  const short = lines.filter(
    ({ text, kind }) => text.length <= LONGEST_TITLE && kind !== 'item' && aLetter().test(text),
  );
  const level = Math.min(...short.flatMap(line => (line.kind === 'heading' ? [line.level ?? 1] : [])));
  const headings = short.filter(line => line.kind === 'heading' && (line.level ?? 1) === level);
  const same = documentTitle === undefined ? undefined : short.find(({ text }) => fold(text) === fold(documentTitle));
  const isNamed = (line: Line) =>
    CONFERENCE().test(fold(line.text)) || /(?:^|\s)(?:19|20|21)\d\d(?:$|[\s:,–-])/.test(line.text);
  return (
    same ??
    headings.find(isNamed) ??
    headings[0] ??
    short.find(line => line.isStrong === true && isNamed(line)) ??
    short.find(line => isNamed(line) && !/[.!]$/.test(line.text)) ??
    short.find(line => line.isStrong === true) ??
    short.find(line => !/[.!]$/.test(line.text))
  );
}

/** The languages that a text lists, as tags (BCP 47); undefined where one of the words names none. */
export function languagesIn(text: string): readonly string[] | undefined {
  const words = text.split(/\s*[,;/&،、]\s*|\s+(?:and|et|y|и|و)\s+/).filter(word => word !== '');
  const tags = words.map(word => tagOf(word.replace(/[.()]/g, '')));
  return tags.length > 0 && tags.every(tag => tag !== undefined)
    ? [...new Set(tags.flatMap(tag => tag ?? []))]
    : undefined;
}

/** Languages by their names and short forms, folded, in the languages of the UN. */
const TAGS: Readonly<Record<string, string>> = {
  ar: 'ar arab arabic arabe арабский العربيه 阿拉伯语 阿拉伯文',
  en: 'en eng ang angl anglais english ingles английский الانجليزيه 英语 英文',
  es: 'es esp spanish espagnol espanol испанский الاسبانيه 西班牙语 西班牙文',
  fr: 'fr fra fran french francais frances французский الفرنسيه 法语 法文',
  ru: 'ru rus russian russe ruso русский الروسيه 俄语 俄文',
  zh: 'zh chi chin chinese chinois chino китайский الصينيه 中文 汉语',
  pt: 'pt por port portuguese portugais portugues португальский البرتغاليه',
};

function tagOf(word: string): string | undefined {
  const key = fold(word);
  return languageByName(word) ?? Object.entries(TAGS).find(([, names]) => fold(names).split(' ').includes(key))?.[0];
}

/** The zone that a text names by its IANA name, or by an abbreviation or an offset. */
export function zoneIn(text: string): string | undefined {
  const iana = /[A-Z][A-Za-z]+\/[A-Za-z_]+(?:\/[A-Za-z_]+)?/.exec(text)?.[0];
  if (iana !== undefined && ianaNames().includes(iana)) return iana;
  const [, short] = /(?:^|[\s(])((?:UTC|GMT)(?:\s?[+-]\d{1,2}(?::\d{2})?)?|[A-Z]{2,4}T)(?=$|[\s).,])/.exec(text) ?? [];
  if (short !== undefined) return /^(?:UTC|GMT)$/.test(short) ? 'UTC' : likelyZone(short.replace(/\s/g, ''));
  const [, place] = localTime().exec(text) ?? [];
  return zoneOfPlace(place)?.name;
}

/** The zone of the town that a place ends with, where IANA names a zone by it: `UN Headquarters, New York`. */
function zoneOfPlace(place: string | undefined): Head['zone'] {
  if (place === undefined) return undefined;
  for (const part of place.split(/\s*[,،，()–—|]\s*/).reverse()) {
    const town = fold(part)
      .replace(/^(?:the|le|la|a|in|en) /, '')
      .replace(/\s+/g, '_');
    if (town.length < 3) continue;
    const found = ianaNames().find(name => name.toLowerCase().endsWith(`/${town}`)) ?? towns().get(town);
    if (found !== undefined) return { name: found, from: part, isWritten: false };
  }
  return undefined;
}

const towns = lazy(() => new Map(Object.entries(TOWNS).map(([town, zone]) => [fold(town), zone] as const)));

/** Towns where conferences meet that name no zone of IANA, folded. */
const TOWNS: Readonly<Record<string, string>> = {
  geneva: 'Europe/Zurich',
  geneve: 'Europe/Zurich',
  ginebra: 'Europe/Zurich',
  женева: 'Europe/Zurich',
  جنيف: 'Europe/Zurich',
  bern: 'Europe/Zurich',
  vienne: 'Europe/Vienna',
  viena: 'Europe/Vienna',
  rome: 'Europe/Rome',
  roma: 'Europe/Rome',
  nueva_york: 'America/New_York',
  'нью-йорк': 'America/New_York',
  نيويورك: 'America/New_York',
  washington: 'America/New_York',
  marrakech: 'Africa/Casablanca',
  rabat: 'Africa/Casablanca',
  'addis-abeba': 'Africa/Addis_Ababa',
  bruxelles: 'Europe/Brussels',
  barcelona: 'Europe/Madrid',
  bonn: 'Europe/Berlin',
  the_hague: 'Europe/Amsterdam',
  hague: 'Europe/Amsterdam',
  beijing: 'Asia/Shanghai',
  москва: 'Europe/Moscow',
  moscou: 'Europe/Moscow',
  القاهره: 'Africa/Cairo',
  le_caire: 'Africa/Cairo',
  el_cairo: 'Africa/Cairo',
  ciudad_de_mexico: 'America/Mexico_City',
  bogota: 'America/Bogota',
  quito: 'America/Guayaquil',
  buenos_aires: 'America/Argentina/Buenos_Aires',
  londres: 'Europe/London',
  lisbonne: 'Europe/Lisbon',
  lisboa: 'Europe/Lisbon',
};

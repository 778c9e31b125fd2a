import { type IsoDate, longDate } from './date.js';
import { base } from './localized.js';
import { type Punctuation, punctuationOf } from './punctuation.js';

/** The six languages of the United Nations, in which idm has labels. */
export const LABEL_LANGUAGES = ['en', 'fr', 'es', 'ar', 'zh', 'ru'] as const;
export type LabelLanguage = (typeof LABEL_LANGUAGES)[number];

/**
 * The labels that every view and format writes, in one language; readers know each of them. Nouns and verbs that fit women
 * and men alike, as far as the language has them.
 */
export interface Words {
  /** Before the name of one or of several who moderate. */
  readonly moderator: string;
  readonly moderators: string;
  /** Before the name of one or of several who speak. */
  readonly speaker: string;
  readonly speakers: string;
  /** Before the title of the session that another is a part of. */
  readonly partOf: string;
  /** Of a session, and of a whole agenda. */
  readonly cancelled: string;
  readonly tentative: string;
  /** Before the zone of the clocks. */
  readonly times: string;
  /** Where no clock is announced: a part of the day, or a time that is to come. */
  readonly morning: string;
  readonly afternoon: string;
  readonly evening: string;
  readonly tbc: string;
  /** Of who takes part by video. */
  readonly remote: string;
  /** Before the languages spoken, and those of interpretation. */
  readonly languages: string;
  readonly interpretation: string;
  /** Before who holds a session. */
  readonly organizer: string;
  /** Before documents, slides, streams; and before the link to join by video. */
  readonly links: string;
  readonly join: string;
  /** Of sessions that have no room, beside others that have. */
  readonly elsewhere: string;
  /** How many sessions someone appears in, and where that is none. */
  readonly sessions: string;
  readonly nowhere: string;
  /** Before what two sessions that clash have in common. */
  readonly both: string;
  /** Between a label and what it labels. */
  readonly colon: string;
}

/** The labels of each language. V8 skims those that are not asked for. */
const WORDS: { readonly [L in LabelLanguage]: () => Words } = {
  en() {
    return {
      moderator: 'Moderator',
      moderators: 'Moderators',
      speaker: 'Speaker',
      speakers: 'Speakers',
      partOf: 'Part of',
      cancelled: 'cancelled',
      tentative: 'to be confirmed',
      times: 'Times',
      morning: 'morning',
      afternoon: 'afternoon',
      evening: 'evening',
      tbc: 'time to be confirmed',
      remote: 'by video',
      languages: 'Languages',
      interpretation: 'Interpretation',
      organizer: 'Organized by',
      links: 'Links',
      join: 'Join by video',
      elsewhere: 'Elsewhere',
      sessions: 'Sessions',
      nowhere: 'in no session',
      both: 'both',
      colon: ': ',
    };
  },
  fr() {
    return {
      moderator: 'Modération',
      moderators: 'Modération',
      speaker: 'Intervention',
      speakers: 'Interventions',
      partOf: 'Fait partie de',
      cancelled: 'annulé',
      tentative: 'à confirmer',
      times: 'Heures',
      morning: 'matin',
      afternoon: 'après-midi',
      evening: 'soirée',
      tbc: 'heure à confirmer',
      remote: 'par visioconférence',
      languages: 'Langues',
      interpretation: 'Interprétation',
      organizer: 'Organisation',
      links: 'Liens',
      join: 'Visioconférence',
      elsewhere: 'Ailleurs',
      sessions: 'Séances',
      nowhere: 'dans aucune séance',
      both: 'dans les deux',
      colon: '\u00a0: ',
    };
  },
  es() {
    return {
      moderator: 'Modera',
      moderators: 'Moderan',
      speaker: 'Interviene',
      speakers: 'Intervienen',
      partOf: 'Parte de',
      cancelled: 'cancelado',
      tentative: 'por confirmar',
      times: 'Horas',
      morning: 'mañana',
      afternoon: 'tarde',
      evening: 'noche',
      tbc: 'hora por confirmar',
      remote: 'por videoconferencia',
      languages: 'Idiomas',
      interpretation: 'Interpretación',
      organizer: 'Organiza',
      links: 'Enlaces',
      join: 'Videoconferencia',
      elsewhere: 'En otro lugar',
      sessions: 'Sesiones',
      nowhere: 'en ninguna sesión',
      both: 'en ambas',
      colon: ': ',
    };
  },
  ar() {
    return {
      moderator: 'إدارة الجلسة',
      moderators: 'إدارة الجلسة',
      speaker: 'مداخلة',
      speakers: 'المداخلات',
      partOf: 'جزء من',
      cancelled: 'ملغى',
      tentative: 'قيد التأكيد',
      times: 'التوقيت',
      morning: 'صباحًا',
      afternoon: 'بعد الظهر',
      evening: 'مساءً',
      tbc: 'يُحدد الوقت لاحقًا',
      remote: 'عبر الفيديو',
      languages: 'اللغات',
      interpretation: 'الترجمة الشفوية',
      organizer: 'التنظيم',
      links: 'الروابط',
      join: 'المشاركة عبر الفيديو',
      elsewhere: 'في مكان آخر',
      sessions: 'الجلسات',
      nowhere: 'بلا جلسات',
      both: 'في كلتيهما',
      colon: ': ',
    };
  },
  zh() {
    return {
      moderator: '主持人',
      moderators: '主持人',
      speaker: '发言人',
      speakers: '发言人',
      partOf: '所属会议',
      cancelled: '已取消',
      tentative: '待确认',
      times: '时区',
      morning: '上午',
      afternoon: '下午',
      evening: '晚上',
      tbc: '时间待定',
      remote: '视频参会',
      languages: '语言',
      interpretation: '口译',
      organizer: '主办方',
      links: '链接',
      join: '视频会议',
      elsewhere: '其他地点',
      sessions: '会议',
      nowhere: '无会议',
      both: '两者均涉及',
      colon: '：',
    };
  },
  ru() {
    return {
      moderator: 'Модератор',
      moderators: 'Модераторы',
      speaker: 'Выступает',
      speakers: 'Выступают',
      partOf: 'В рамках сессии',
      cancelled: 'отменено',
      tentative: 'подлежит подтверждению',
      times: 'Часовой пояс',
      morning: 'утро',
      afternoon: 'после обеда',
      evening: 'вечер',
      tbc: 'время уточняется',
      remote: 'по видеосвязи',
      languages: 'Языки',
      interpretation: 'Устный перевод',
      organizer: 'Организатор',
      links: 'Ссылки',
      join: 'Видеоконференция',
      elsewhere: 'В другом месте',
      sessions: 'Сессии',
      nowhere: 'ни в одной сессии',
      both: 'в обеих',
      colon: ': ',
    };
  },
};

const made = new Map<LabelLanguage, Words>();

/** The labels of one language. */
export function wordsIn(language: LabelLanguage): Words {
  let words = made.get(language);
  if (words === undefined) {
    words = WORDS[language]();
    made.set(language, words);
  }
  return words;
}

/** Of a presentation: the language that was asked for, else the agenda's. */
type Shown = { readonly lang?: string; readonly agenda: { readonly language?: string } };

/** The language of the labels of a presentation; English where there are none in its own. */
export function labelLanguage(shown: Shown): LabelLanguage {
  const tag = base(language(shown));
  return LABEL_LANGUAGES.find(known => known === tag) ?? 'en';
}

/** The labels of the language of a presentation. */
export function wordsOf(shown: Shown): Words {
  return wordsIn(labelLanguage(shown));
}

/** A date in the language of a presentation, as within a sentence: `lundi 26 mars 2018`. */
export function dateIn(date: IsoDate, presentation: Shown): string {
  const written = formatIn(date, presentation, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  if (written === undefined) return longDate(date);
  return base(language(presentation)) === 'fr' ? written.replace(/ 1 /, ' 1er ') : written;
}

/** A date as Intl writes it in the language of a presentation; undefined in English, which has one form here, and where Intl does not know the language. */
function formatIn(date: IsoDate, presentation: Shown, parts: Intl.DateTimeFormatOptions): string | undefined {
  const locale = localeOf(presentation);
  if (locale === undefined || base(locale) === 'en') return undefined;
  const key = `${locale} ${Object.keys(parts).length}`;
  const form =
    forms.get(key) ??
    new Intl.DateTimeFormat(locale, { ...parts, timeZone: 'UTC', calendar: 'gregory', numberingSystem: 'latn' });
  forms.set(key, form);
  return form.format(new Date(`${date}T00:00:00Z`));
}

/** By locale and number of parts: to make one takes longer than to use it a hundred times. */
const forms = new Map<string, Intl.DateTimeFormat>();

const DAYS: Readonly<Record<LabelLanguage, (number: number) => string>> = {
  en: number => `Day ${number}`,
  fr: number => `Jour ${number}`,
  es: number => `Día ${number}`,
  ar: number => `اليوم ${number}`,
  zh: number => `第${number}天`,
  ru: number => `День ${number}`,
};

/** The heading of a day, by its number and its date: `Jour 1 · lundi 26 mars 2018`. */
export function dayIn(number: number, date: IsoDate, presentation: Shown): string {
  return `${DAYS[labelLanguage(presentation)](number)} · ${dateIn(date, presentation)}`;
}

const ZONES: Readonly<Record<LabelLanguage, (zone: string, own: string) => string>> = {
  en: (zone, own) => `Times in ${zone}, not in ${own} as on the agenda`,
  fr: (zone, own) => `Heures\u00a0: ${zone}, et non ${own} comme dans le programme`,
  es: (zone, own) => `Horas: ${zone}, no ${own} como en el programa`,
  ar: (zone, own) => `التوقيت: ${zone}، وليس ${own} كما في البرنامج`,
  zh: (zone, own) => `时区：${zone}，而非日程所用的 ${own}`,
  ru: (zone, own) => `Часовой пояс: ${zone}, а не ${own}, как в программе`,
};

/** The zone of the clocks that are shown, and that of the agenda where it is another: `Times in Europe/Paris`. */
export function zoneIn(zone: string, presentation: Shown & { readonly agenda: { readonly timezone: string } }): string {
  const { timezone } = presentation.agenda;
  const language = labelLanguage(presentation);
  if (zone !== timezone) return ZONES[language](zone, timezone);
  const { times, colon } = wordsIn(language);
  return language === 'en' ? `${times} in ${zone}` : `${times}${colon}${zone}`;
}

/** The weekday of a date in its short form: `Tue`, `mar.`; an English one in a language that this Node does not know. */
export function weekdayIn(date: IsoDate, presentation: Shown): string {
  return formatIn(date, presentation, { weekday: 'short' }) ?? longDate(date).slice(0, 3);
}

/** A date without its weekday, or two of them with what they have in common once: `26–27 mars 2018`. */
export function datesIn(first: IsoDate, last: IsoDate, presentation: Shown): string {
  const tag = localeOf(presentation);
  const locale = tag === undefined || base(tag) === 'en' ? 'en-GB' : tag;
  const form = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
    calendar: 'gregory',
    numberingSystem: 'latn',
  });
  const days = [first, last].map(date => new Date(`${date}T00:00:00Z`)) as [Date, Date];
  // Intl has blanks of several widths, and no range of long dates in Chinese: it makes short ones of them.
  const range = form.formatRange(...days).replace(/[\u2009\u202F]/g, ' ');
  const written = range.includes('/') ? days.map(day => form.format(day)).join(' – ') : range;
  return base(locale) === 'fr' ? written.replace(/(?<!\d)1(?=[\s–])/g, '1er') : written;
}

/** The language of a presentation as Intl knows it; undefined where that has no such language. */
function localeOf(presentation: Shown): string | undefined {
  const [locale = ''] = /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?/.exec(language(presentation)) ?? [];
  return locale === '' || Intl.DateTimeFormat.supportedLocalesOf(locale).length === 0 ? undefined : locale;
}

/** The name of a language (BCP 47) in another, which Intl must know; the tag where it has no name. */
export function languageNameIn(tag: string, language: string): string {
  // Intl calls a language of private use root.
  if (tag.startsWith('x-')) return tag;
  try {
    return new Intl.DisplayNames(language, { type: 'language', fallback: 'code' }).of(tag) ?? tag;
  } catch {
    // Well-formed, but not valid: a variant that stands twice.
    return tag;
  }
}

/** As at the beginning of a sentence. */
export function capital(text: string, presentation: Shown): string {
  const [first = '', ...rest] = text;
  return first.toLocaleUpperCase(base(language(presentation))) + rest.join('');
}

/** The punctuation between texts of a presentation. */
export function punctuationIn(presentation: Shown): Punctuation {
  return punctuationOf(language(presentation));
}

function language({ lang, agenda }: Shown): string {
  return lang ?? agenda.language ?? 'en';
}

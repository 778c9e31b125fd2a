import { dateOf, dayNumber, type IsoDate, isDate } from '../../../model/date.js';
import { fold } from '../../../text/fold.js';
import { lazy, lazyRegExp } from '../../../text/lazy.js';

const signs = lazyRegExp('[\\s\\p{P}\\p{S}]', 'gu');

/** A day as it is written: the year is often left out. */
export interface WrittenDay {
  readonly day: number;
  /** From 1. */
  readonly month: number;
  readonly year?: number;
}

/** A date in a text, or the first and last day of a range. */
export interface DateMention {
  readonly first: WrittenDay;
  readonly last?: WrittenDay;
  readonly from: number;
  readonly to: number;
}

/** What a heading says of the day below it. */
export interface DayHeading {
  readonly date?: WrittenDay;
  /** From 0 for Sunday. */
  readonly weekday?: number;
  /** From 1: `Day 1`, « Première journée ». */
  readonly ordinal?: number;
  /** What else it says. */
  readonly title: string;
  /** UTF-16 offset behind what names the day. */
  readonly to: number;
}

/** UTF-16 code units of a line that may be the heading of a day. */
const LONGEST_HEADING = 160;

/** The months in English, French, Spanish, Russian, Arabic (of three regions), German, Italian, Portuguese, Dutch, Turkish, Polish and Swedish; - for blanks. */
const MONTHS: readonly string[] = [
  'january jan janvier janv enero ene января январь янв يناير كانون-الثاني جانفي januar gennaio janeiro januari ocak stycznia',
  'february feb fevrier fevr febrero февраля февраль февр فبراير شباط فيفري februar febbraio fevereiro februari subat lutego',
  'march mar mars marzo марта март мар مارس آذار marz marco maart mart marca mars',
  'april apr avril avr abril abr апреля апрель апр أبريل نيسان أفريل aprile nisan kwietnia',
  'may mai mayo мая май مايو أيار ماي maggio maio mei mayis maja maj',
  'june jun juin junio июня июнь июн يونيو حزيران جوان juni giugno junho haziran czerwca',
  'july jul juillet juil julio июля июль июл يوليو تموز يوليوز جويلية juli luglio julho temmuz lipca',
  'august aug aout agosto ago августа август авг أغسطس آب غشت أوت augustus agustos sierpnia augusti',
  'september sep sept septembre septiembre setiembre сентября сентябрь сент سبتمبر أيلول شتنبر settembre setembro eylul wrzesnia',
  'october oct octobre octubre октября октябрь окт أكتوبر تشرين-الأول oktober okt ottobre outubro ekim pazdziernika',
  'november nov novembre noviembre ноября ноябрь нояб نوفمبر تشرين-الثاني نونبر novembro kasim listopada',
  'december dec decembre diciembre dic декабря декабрь дек ديسمبر كانون-الأول دجنبر dezember dez dicembre dezembro aralik grudnia',
];

/** The weekdays from Sunday on, in the same languages. */
const WEEKDAYS: readonly string[] = [
  'sunday sun dimanche dim domingo dom воскресенье вс الأحد sonntag domenica zondag pazar niedziela sondag',
  'monday mon lundi lun lunes понедельник пн الاثنين الإثنين montag lunedi segunda-feira maandag pazartesi poniedzialek mandag',
  'tuesday tue tues mardi martes вторник вт الثلاثاء dienstag martedi terca-feira dinsdag sali wtorek tisdag',
  'wednesday wed mercredi mer miercoles mie среда ср الأربعاء mittwoch mercoledi quarta-feira woensdag carsamba sroda onsdag',
  'thursday thu thurs jeudi jeu jueves четверг чт الخميس donnerstag giovedi quinta-feira donderdag persembe czwartek torsdag',
  'friday fri vendredi ven viernes пятница пт الجمعة freitag venerdi sexta-feira vrijdag cuma piatek fredag',
  'saturday sat samedi sam sabado суббота сб السبت samstag sabato zaterdag cumartesi sobota lordag',
];

/** A text without case and accents, of the same length, with ASCII digits. */
export function folded(text: string): string {
  return text.toLowerCase().length === text.length
    ? text.toLowerCase().replace(/[^\x00-\x7F]/g, sign => {
        if (/[\u0660-\u0669\u06F0-\u06F9]/.test(sign)) return String((sign.codePointAt(0) ?? 0) & 15);
        const [only = sign, ...more] = fold(sign);
        return more.length === 0 ? only : sign;
      })
    : text;
}

/** What each name of a list means: its index. */
function byName(lists: readonly string[]): ReadonlyMap<string, number> {
  return new Map(
    lists.flatMap((names, i) => names.split(' ').map(name => [folded(name).replace(/-(?!feira)/, ' '), i] as const)),
  );
}

const months = lazy(() => byName(MONTHS));
const weekdays = lazy(() => byName(WEEKDAYS));

/** Words for a number of a day; `1` stands in each language first. */
const ORDINALS: readonly string[] = [
  'one first premiere premier primero primera primer первый первая первого الاول الأول اليوم-الاول erster eins un uno 一 i',
  'two second seconde deuxieme segundo segunda второй вторая الثاني zweiter zwei deux dos 二 ii',
  'three third troisieme tercero tercera tercer третий третья الثالث dritter drei trois tres 三 iii',
  'four fourth quatrieme cuarto cuarta четвертый четвертая الرابع vierter vier quatre cuatro 四 iv',
  'five fifth cinquieme quinto quinta пятый пятая الخامس funfter cinq cinco 五 v',
  'six sixth sixieme sexto sexta шестой السادس sechster 六 vi',
  'seven seventh septieme septimo седьмой السابع siebter 七 vii',
];

const ordinals = lazy(
  () => new Map(ORDINALS.flatMap((words, i) => words.split(' ').map(word => [folded(word), i + 1] as const))),
);

const patterns = lazy(() => {
  const alternatives = (names: Iterable<string>) =>
    [...names]
      .sort((a, b) => b.length - a.length)
      .map(name => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('|');
  const name = alternatives(months().keys());
  // أيلول/سبتمبر: a month by both of its names.
  const month = `(?<![\\p{L}])(?:${name})(?:\\s?/\\s?(?:${name}))?(?![\\p{L}])\\.?`;
  const weekday = `(?<![\\p{L}])(?:${alternatives(weekdays().keys())})(?![\\p{L}])\\.?|(?:星期|周|礼拜)[一二三四五六日天]`;
  const day = '(?<!\\d|[:.]|\\d[,/])(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th|er|ero|ro|[oº°]|\\.)?(?![\\d:])';
  const of = "(?:\\s+|\\s*(?:de|del|of|d['’]|the)\\s+|\\s*-\\s*|\\s*)";
  const year = '(?<!\\d)(?:19|20|21)\\d{2}(?!\\d)';
  const withYear = `(?:\\s*,?\\s*(?:de|del|of|г\\.)?\\s*(?<Y>${year})(?:\\s*г(?:\\.|ода)(?![\\p{L}]))?)?`;
  const range = '\\s*(?:[-\\u2010-\\u2015\\u2212/&]|to|au|et|and|al?|y|bis|und|по|и|إلى|الى|و|-)\\s*';
  const forms = [
    `(?<D>${day})${of}(?<M>${month})${withYear}`,
    `(?<M>${month})\\s*(?<D>${day})${withYear}`,
    `(?<Y>\\d{4})-(?<M>\\d{2})-(?<D>\\d{2})(?!\\d)`,
    `(?<!\\d)(?<D>\\d{1,2})[./](?<M>\\d{1,2})[./](?<Y>${year})`,
    `(?:(?<Y>${year})\\s?年\\s?)?(?<M>\\d{1,2})\\s?月\\s?(?<D>\\d{1,2})\\s?[日号]`,
  ];
  return {
    forms: forms.map(form => new RegExp(form, 'gu')),
    // The first day of a range that has its month from the last: `26-27 mars`, and the last day of `March 26-27`.
    before: new RegExp(`(?<D>${day})(?:(?:,\\s*|${range})${day})*${range}$`, 'u'),
    // Its weekday stands before the second only where one stands before the first: `Room 3 – Wednesday 27 March` is none.
    beforeWeekday: new RegExp(`(?:${weekday})\\s*,?\\s*(?<D>${day})${range}(?:${weekday})\\s*,?\\s*$`, 'u'),
    after: new RegExp(`^${range}(?<D>${day})(?!${of}(?:${month}))(?!\\s*:\\d)${withYear}`, 'u'),
    chineseAfter: /^\s*[-\u2010-\u2015至到]\s*(?<D>\d{1,2})\s?[日号]/u,
    between: new RegExp(`^(?:${range})(?:(?:${weekday})\\s*,?\\s*)?$`, 'u'),
    weekday: new RegExp(weekday, 'gu'),
    year: new RegExp(year, 'gu'),
  };
});

/** The dates in a text, in order. A range of several days is one mention. */
export function datesIn(text: string): readonly DateMention[] {
  if (!/\d/.test(folded(text.slice(0, 50_000)))) return [];
  const shown = folded(text.slice(0, 50_000));
  const { forms, before, beforeWeekday, after, chineseAfter, between } = patterns();
  const single: DateMention[] = [];
  const taken = new Uint8Array(shown.length);
  const add = (mention: DateMention) => {
    taken.fill(1, mention.from, mention.to);
    single.push(mention);
  };
  for (const [i, form] of forms.entries()) {
    for (const match of shown.matchAll(form)) {
      const { D = '', M = '', Y } = match.groups ?? {};
      const [day, month] = [Number.parseInt(D, 10), monthOf(M)];
      const at = { from: match.index, to: match.index + match[0].length };
      if (taken.subarray(at.from, at.to).includes(1)) continue;
      const isTurned = i === 3 && month > 12 && day <= 12;
      const first = { day: isTurned ? month : day, month: isTurned ? day : month, ...(Y && { year: Number(Y) }) };
      if (first.month < 1 || first.month > 12 || first.day < 1 || first.day > 31) continue;
      const lead = shown.slice(Math.max(0, at.from - 60), at.from);
      const earlier = i === 0 ? (before.exec(lead) ?? beforeWeekday.exec(lead)) : null;
      const later = (i === 1 ? after : i === 4 ? chineseAfter : undefined)?.exec(shown.slice(at.to, at.to + 40));
      if (earlier?.groups?.D !== undefined) {
        const from = { ...first, day: Number.parseInt(earlier.groups.D, 10) };
        add({ first: from, last: first, from: at.from - earlier[0].length, to: at.to });
      } else if (later?.groups?.D !== undefined) {
        const year = first.year ?? (later.groups.Y === undefined ? undefined : Number(later.groups.Y));
        const told = { ...first, ...(year !== undefined && { year }) };
        add({
          first: told,
          last: { ...told, day: Number.parseInt(later.groups.D, 10) },
          from: at.from,
          to: at.to + later[0].length,
        });
      } else add({ first, ...at });
    }
  }
  single.sort((a, b) => a.from - b.from);
  const found: DateMention[] = [];
  for (const mention of single) {
    const last = found.at(-1);
    const joins = last !== undefined && last.last === undefined && between.test(shown.slice(last.to, mention.from));
    if (last === undefined || !joins) found.push(mention);
    else {
      const end = mention.last ?? mention.first;
      const year = last.first.year ?? end.year;
      found[found.length - 1] = {
        first: { ...last.first, ...(year !== undefined && { year }) },
        last: end,
        from: last.from,
        to: mention.to,
      };
    }
  }
  return found;
}

function monthOf(text: string): number {
  const name = text.replace(/\.$/, '');
  const known = months().get(name) ?? months().get(name.split(/\s?\//)[0] ?? '');
  return known === undefined ? Number(name) : known + 1;
}

/** The weekday that a text names, from 0 for Sunday, with its span; the first of several. */
function weekdayIn(
  shown: string,
): { readonly weekday: number; readonly from: number; readonly to: number } | undefined {
  const [match] = shown.matchAll(patterns().weekday);
  if (match === undefined) return undefined;
  const name = match[0].replace(/\.$/, '');
  const chinese = /[一二三四五六日天]$/.exec(name)?.[0];
  const weekday = chinese === undefined ? weekdays().get(name) : Math.max(0, '日一二三四五六'.indexOf(chinese));
  return weekday === undefined ? undefined : { weekday, from: match.index, to: match.index + match[0].length };
}

/** `Day 1`, « Première journée », `Day Two`, `第一天`: the number that a word for a day has before or behind it. */
const NUMBERED = lazyRegExp(
  '(?<!\\p{L})(?:(?:day|jour|journee|dia|tag|jornada|день|اليوم)\\s*(?:n[o°.]\\s*)?(?<behind>\\d{1,2}|[\\p{L}]+)|(?<before>[\\p{L}]+|\\d{1,2})(?:\\s?-?(?:st|nd|rd|th|er|ere|e|o|a|º|ª|й))?\\.?\\s+(?:day|jour|journee|dia|tag|jornada|день))(?!\\p{L})|第(?<chinese>[一二三四五六七])[天日]',
  'gu',
);

function ordinalIn(
  shown: string,
): { readonly ordinal: number; readonly from: number; readonly to: number } | undefined {
  for (const match of shown.matchAll(NUMBERED())) {
    const { behind, before, chinese } = match.groups ?? {};
    for (const word of [behind, before, chinese]) {
      if (word === undefined) continue;
      const ordinal = /^\d/.test(word) ? Number(word) : ordinals().get(word);
      if (ordinal !== undefined && ordinal > 0)
        return { ordinal, from: match.index, to: match.index + match[0].length };
    }
  }
  return undefined;
}

/** What may stand beside the name of a day without being a title. */
const FILLER = lazyRegExp(
  '(?<!\\p{L})(?:the|of|de|del|le|la|les|el|du|agenda|programme|program|programa|schedule|ordre du jour|emploi du temps|for|pour|para|on|date|fecha|дата|программа|на|г|года|год|continued|cont|suite|morning|afternoon|evening|matin|matinee|apres-midi|soir|manana|mañana|tarde|noche|утро|день|вечер|الصباح|المساء|continuacion|продолжение|day|am|the|this is|يوم|للعام|م)(?!\\p{L})\\.?',
  'giu',
);

/** What a line says of the day below it, where it is a heading of one; undefined for any other line. */
export function dayHeading(text: string, isHeading = false): DayHeading | undefined {
  if (text.length > LONGEST_HEADING) return undefined;
  const shown = folded(text);
  const weekday = weekdayIn(shown);
  const ordinal = ordinalIn(shown);
  const found = datesIn(text)[0];
  // `Day 2 - 13 May` is no range of days.
  const isOfOrdinal =
    found?.last !== undefined && ordinal !== undefined && found.from < ordinal.to && ordinal.from < found.from;
  const mention = isOfOrdinal ? { first: found.last, from: ordinal.to, to: found.to } : found;
  const parts = [mention, weekday, ordinal].filter(part => part !== undefined);
  if (parts.length === 0 || (mention !== undefined && 'last' in mention)) return undefined;
  let rest = text;
  for (const { from, to } of [...parts].sort((a, b) => b.from - a.from))
    rest = `${rest.slice(0, from)}${' '.repeat(to - from)}${rest.slice(to)}`;
  const to = Math.max(...parts.map(part => part.to));
  const start = Math.min(...parts.map(part => part.from));
  const between = rest.slice(start, to).replace(FILLER(), '');
  const before = rest.slice(0, start).replace(/^[一二三四五六七八九十]+、/, '');
  const behind = rest.slice(to);
  const bare = (part: string) => part.replace(FILLER(), '').replace(signs(), '');
  const heading = {
    ...(mention && { date: mention.first }),
    ...(weekday && { weekday: weekday.weekday }),
    ...(ordinal && { ordinal: ordinal.ordinal }),
    to,
  };
  if (bare(between) !== '') {
    // More words between: a heading like `Thursday 4 May, the day of cities: day two`, but no sentence.
    if (!isHeading || text.length > 90) return undefined;
    return { ...heading, title: '' };
  }
  if (bare(before) !== '') {
    const isLabelled = (isHeading && text.length <= 90) || /[:–—|]\s*$/.test(before);
    // A place and a date are no heading of a day; what only names a day is.
    if (!isLabelled || bare(behind) !== '' || (mention === undefined && ordinal === undefined)) return undefined;
    return { ...heading, title: cleaned(before) };
  }
  if (bare(behind) === '') return { ...heading, title: '' };
  const separated = /^\s*[:：–—|,.(/-]/.test(behind) || isHeading;
  const isBareWeekday = mention === undefined && ordinal === undefined;
  if (!separated || (isBareWeekday && !/^\s*[:–—|]/.test(behind) && !isHeading)) return undefined;
  return { ...heading, title: cleaned(behind) };
}

function cleaned(text: string): string {
  return text
    .replace(/^[\s:：–—|,.()/-]+|[\s:：–—|,/-]+$/g, '')
    .replace(/^([^(]*)\)$/, '$1')
    .trim();
}

/** A text without the names of weekdays. */
export function withoutWeekdays(text: string): string {
  const shown = folded(text);
  return [...shown.matchAll(patterns().weekday)].reduceRight(
    (rest, { 0: name, index }) => rest.slice(0, index) + rest.slice(index + name.length),
    text,
  );
}

/** Where the heading of a day may begin in a long line: its weekday or number, else its date. */
export function daySpansIn(text: string): readonly number[] {
  const mentions = datesIn(text).filter(({ last }) => last === undefined);
  const shown = folded(text);
  return mentions.flatMap(({ from, to }) => {
    const lead = shown.slice(Math.max(0, from - 60), from);
    const weekday = [...lead.matchAll(patterns().weekday)].at(-1);
    const numbered = [...lead.matchAll(NUMBERED())].at(-1);
    const begins = [weekday, numbered].flatMap(match => {
      if (
        match === undefined ||
        !/^[\s,–—:-]*$/.test(lead.slice(match.index + match[0].length).replace(patterns().weekday, ''))
      )
        return [];
      return [from - lead.length + match.index];
    });
    const begin = begins.length > 0 ? Math.min(...begins) : undefined;
    return begin === undefined || to <= begin ? [] : [begin];
  });
}

/** The years that a text names. */
export function yearsIn(text: string): readonly number[] {
  return [...text.slice(0, 1000).matchAll(patterns().year)].map(([year]) => Number(year));
}

/** The date of a day that is written with its year, or in another year where it names none; undefined where there is no such day. */
export function isoDate({ day, month, year }: WrittenDay, otherwise?: number): IsoDate | undefined {
  const of = year ?? otherwise;
  if (of === undefined) return undefined;
  const date = `${of}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isDate(date) ? date : undefined;
}

/** The weekday of a date, from 0 for Sunday. */
export function weekdayOf(date: IsoDate): number {
  // 1 January 1970 was a Thursday.
  return ((((dayNumber(date) ?? 0) + 4) % 7) + 7) % 7;
}

/** The date so many days after another. */
export function daysAfter(date: IsoDate, days: number): IsoDate {
  return dateOf((dayNumber(date) ?? 0) + days);
}

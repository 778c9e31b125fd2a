import { type IsoDate, longDate } from './date.js';
import { base } from './localized.js';

/** What a page says in words of its own. */
export interface Words {
  readonly moderator: string;
  readonly cancelled: string;
  readonly tentative: string;
  /** Before the zone of the clocks. */
  readonly times: string;
  /** Between a label and what it labels. */
  readonly colon: string;
}

const ENGLISH: Words = {
  moderator: 'Moderator',
  cancelled: 'cancelled',
  tentative: 'to be confirmed',
  times: 'Times',
  colon: ': ',
};

const WORDS: Readonly<Record<string, Words>> = {
  en: ENGLISH,
  fr: { moderator: 'Modération', cancelled: 'annulé', tentative: 'à confirmer', times: 'Heures', colon: '\u00a0: ' },
  es: { moderator: 'Modera', cancelled: 'cancelado', tentative: 'por confirmar', times: 'Horas', colon: ': ' },
};

/** Of a presentation: the language that was asked for, else the agenda's. */
type Shown = { readonly lang?: string; readonly agenda: { readonly language?: string } };

/** The words of the language of a presentation; English where there are none. */
export function wordsOf(presentation: Shown): Words {
  return WORDS[base(language(presentation))] ?? ENGLISH;
}

/** A date in the language of a presentation, as within a sentence: `lundi 26 mars 2018`. */
export function dateIn(date: IsoDate, presentation: Shown): string {
  const [locale = ''] = /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?/.exec(language(presentation)) ?? [];
  if (base(locale) === 'en' || Intl.DateTimeFormat.supportedLocalesOf(locale).length === 0) return longDate(date);
  const form = new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
    calendar: 'gregory',
    numberingSystem: 'latn',
  });
  const written = form.format(new Date(`${date}T00:00:00Z`));
  return base(locale) === 'fr' ? written.replace(/ 1 /, ' 1er ') : written;
}

/** As at the beginning of a sentence. */
export function capital(text: string, presentation: Shown): string {
  const [first = '', ...rest] = text;
  return first.toLocaleUpperCase(base(language(presentation))) + rest.join('');
}

function language({ lang, agenda }: Shown): string {
  return lang ?? agenda.language ?? 'en';
}

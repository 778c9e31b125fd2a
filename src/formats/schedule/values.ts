import { SESSION_TYPES, type SessionType } from '../../model/agenda.js';
import { URL_FORM } from '../../model/fields.js';
import { languageTag, type Text, UNDETERMINED } from '../../model/localized.js';
import { slug } from '../../text/fold.js';
import { quote } from '../../text/quote.js';
import { badLanguage } from '../source/faults.js';
import { type Issues, placedAt } from '../source/issues.js';
import { LIMITS } from '../source/limits.js';
import type { SourceValue } from './source.js';

/** White space other than single spaces, and before the end of a line: most texts have neither. */
const UNEVEN = / {2}|[^\S ]/;
const LOOSE = /[^\S\n]\n/;

/** A text on one line: each run of white space becomes one space. */
function onOneLine(text: string): string {
  if (!UNEVEN.test(text)) return text.trim();
  return text.replace(/\s+/g, ' ').trim();
}

/** A text of several lines, separated by LF, without white space at the ends of lines and around the text. */
function trimmedLines(text: string): string {
  if (!text.includes('\r') && !(text.includes('\n') && LOOSE.test(text))) return text.trim();
  return text
    .split(/\r\n|\r|\n/)
    .map(one => one.trimEnd())
    .join('\n')
    .trim();
}

/** A value as a text of the model, in the languages that it names itself, else in `language`. `form` normalizes white space. */
export function textOf(
  source: SourceValue | undefined,
  language: string,
  form: (text: string) => string,
): Text | undefined {
  if (source === undefined) return undefined;
  if (source.texts === undefined) return { [language]: form(source.value) };
  const texts = Object.entries(source.texts).map(([tag, text]) => [tag, form(text)]);
  const filled = texts.filter(([, text]) => text !== '');
  return filled.length === 0 ? undefined : Object.fromEntries(filled);
}

/** Joins an abstract and a description, by language; a description that begins with the abstract stands alone. */
export function joined(first: Text | undefined, second: Text | undefined): Text | undefined {
  if (first === undefined || second === undefined) return first ?? second;
  const joined = new Map(Object.entries(first));
  for (const [tag, text] of Object.entries(second)) {
    const above = joined.get(tag);
    joined.set(tag, above === undefined || text.startsWith(above) ? text : `${above}\n\n${text}`);
  }
  return Object.fromEntries(joined);
}

/** Parses the tags of a language field: `de`, `pt_BR`, `de, en`. Reports what is not a tag (BCP 47). */
export function languagesOf(source: SourceValue | undefined, issues: Issues): readonly string[] {
  if (source === undefined) return [];
  const only = languageTag(source.value.replaceAll('_', '-'));
  if (only !== undefined) return only === UNDETERMINED ? [] : [only];
  const words = source.value.split(/[\s,;/|&+]+/).filter(tag => tag !== '');
  const at = { span: source.span };
  const tags = words.length > LIMITS.eventLanguages ? [source.value] : words;
  return [
    ...new Set(
      tags.flatMap(written => {
        const tag = languageTag(written.replaceAll('_', '-'));
        if (tag !== undefined) return tag === UNDETERMINED ? [] : tag;
        return badLanguage(written, at, tags.length === 1 ? issues : placedAt(at, issues)) ?? [];
      }),
    ),
  ];
}

/** The names, as slugs, that conference programs give to the types of idm, besides their own names. */
const NAMES: Partial<Record<SessionType, string>> = {
  session: 'lecture talk presentation vortrag',
  keynote: 'keynotes keynote-speech',
  panel: 'podium panel-discussion podiumsdiskussion discussion-panel round-table roundtable',
  workshop: 'workshops tutorial training hands-on',
  break: 'breaks pause coffee coffee-break kaffeepause lunch lunch-break mittagspause meal',
  social: 'social-event party reception concert dinner',
  opening: 'opening-ceremony opening-session eroffnung',
  closing: 'closing-ceremony closing-session abschluss',
  registration: 'check-in checkin',
};

const TYPES = new Map<string, SessionType>([
  ...Object.entries(NAMES).flatMap(([type, names]) =>
    names.split(' ').map((name): [string, SessionType] => [name, type as SessionType]),
  ),
  ...SESSION_TYPES.map((type): [string, SessionType] => [type, type]),
]);

/** A length at the end of a type's name: `Workshop (60 min)`. */
const LENGTH = /(?<![ (,-])[ (,-]*\d{1,3} ?(?:m|min|mins|minutes|minuten|h|hours?)\.?\)?$/i;

/** The session type of a name; undefined for a name that is not known. */
export function typeOf(name: string): SessionType | undefined {
  return TYPES.get(slug(name.length > 80 ? name : name.replace(LENGTH, '')));
}

/** How the texts of one schedule are normalized: without mark-up, on one line or on several. */
export interface TextForms {
  readonly oneLine: (text: string) => string;
  readonly lines: (text: string) => string;
}

/** The forms of texts that may have mark-up, which `plain` takes out. */
export function textForms(plain: (text: string) => string): TextForms {
  return { oneLine: text => onOneLine(plain(text)), lines: text => trimmedLines(plain(text)) };
}

/**
 * Parses a web or mail address; a path is resolved against `base`, the address of the conference. A URN (`urn:uuid:…`,
 * which programs write because the schema of schedule.json requires an address) is dropped; anything else is reported.
 */
export function urlOf(source: SourceValue | undefined, base: string | undefined, issues: Issues): string | undefined {
  if (source === undefined || /^urn:/i.test(source.value)) return undefined;
  const address = addressOf(source.value, base);
  if (address === undefined && !PATH.test(source.value))
    issues.add('bad-url', { span: source.span }, `${quote(source.value)} is not a web or mail address`);
  return address;
}

/** A path of the same site, or relative to the page. */
const PATH = /^\.{0,2}\/(?!\/)\S*$/;

/** A web or mail address as it is, a path resolved against `base`; undefined for anything else. */
export function addressOf(written: string, base: string | undefined): string | undefined {
  if (URL_FORM.test(written)) return written;
  const isPath = base !== undefined && PATH.test(written) && URL.canParse(written, base);
  return isPath ? new URL(written, base).href : undefined;
}

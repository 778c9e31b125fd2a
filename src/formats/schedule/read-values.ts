import { SESSION_TYPES, type SessionStatus, type SessionType } from '../../model/agenda.js';
import { URL_FORM } from '../../model/fields.js';
import { languageTag, type Text, UNDETERMINED } from '../../model/localized.js';
import { slug } from '../../text/fold.js';
import { quote } from '../../text/quote.js';
import { badLanguage } from '../source/faults.js';
import { type Issues, placedAt } from '../source/issues.js';
import type { SourceValue } from './source.js';

/** White space that is not one space, and lines with some at their end: most texts have neither. */
const UNEVEN = / {2}|[^\S ]/;
const LOOSE = /[^\S\n]\n/;

/** A text of one line: white space of any kind is one space. */
export function line(text: string): string {
  if (!UNEVEN.test(text)) return text.trim();
  return text.replace(/\s+/g, ' ').trim();
}

/** A text of several lines, without white space at their ends and round it. */
export function block(text: string): string {
  if (!text.includes('\r') && !(text.includes('\n') && LOOSE.test(text))) return text.trim();
  return text
    .split(/\r\n|\r|\n/)
    .map(one => one.trimEnd())
    .join('\n')
    .trim();
}

/** What is said as a text of the model, in the languages that it names itself or in `language`. */
export function textOf(
  said: SourceValue | undefined,
  language: string,
  form: (text: string) => string,
): Text | undefined {
  if (said === undefined) return undefined;
  if (said.texts === undefined) return { [language]: form(said.value) };
  const texts = Object.entries(said.texts).map(([tag, text]) => [tag, form(text)]);
  const filled = texts.filter(([, text]) => text !== '');
  return filled.length === 0 ? undefined : Object.fromEntries(filled);
}

/** An abstract above the description; once where one repeats the other. */
export function both(first: Text | undefined, second: Text | undefined): Text | undefined {
  if (first === undefined || second === undefined) return first ?? second;
  const joined = new Map(Object.entries(first));
  for (const [tag, text] of Object.entries(second)) {
    const above = joined.get(tag);
    joined.set(tag, above === undefined || text.startsWith(above) ? text : `${above}\n\n${text}`);
  }
  return Object.fromEntries(joined);
}

/** Languages of one event. */
const MOST_LANGUAGES = 50;

/** The tags of a language field: `de`, `pt_BR`, `de, en`. What is no tag is reported. */
export function languagesOf(said: SourceValue | undefined, issues: Issues): readonly string[] {
  if (said === undefined) return [];
  const only = languageTag(said.value.replaceAll('_', '-'));
  if (only !== undefined) return only === UNDETERMINED ? [] : [only];
  const words = said.value.split(/[\s,;/|&+]+/).filter(tag => tag !== '');
  const at = { span: said.at };
  const tags = words.length > MOST_LANGUAGES ? [said.value] : words;
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

/** What the programs for conferences call the types of idm; each type also goes by its own name. */
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

/** The type that a file means; undefined for one that idm has no word for. */
export function typeOf(name: string): SessionType | undefined {
  return TYPES.get(slug(name.length > 80 ? name : name.replace(LENGTH, '')));
}

const STATES = new Map<string, SessionStatus>(
  Object.entries({
    draft: 'tentative',
    submitted: 'tentative',
    tentative: 'tentative',
    rejected: 'cancelled',
    canceled: 'cancelled',
    cancelled: 'cancelled',
    withdrawn: 'cancelled',
    deleted: 'cancelled',
  }),
);

/** The status of an event by its state, or by a title that begins with `CANCELLED`; undefined for what takes place. */
export function statusOf(state: string | undefined, title: string | undefined): SessionStatus | undefined {
  const stated = state === undefined ? undefined : STATES.get(slug(state));
  return stated ?? (/^[[(]?CANCELL?ED\b/.test(title ?? '') ? 'cancelled' : undefined);
}

/**
 * A web or mail address, made whole with the conference's own where it is a path. A name that is no address
 * (`urn:uuid:…`, which the schema of schedule.json makes programs write) is none; anything else is reported.
 */
export function webUrl(said: SourceValue | undefined, base: string | undefined, issues: Issues): string | undefined {
  if (said === undefined || /^urn:/i.test(said.value)) return undefined;
  if (URL_FORM.test(said.value)) return said.value;
  const path = /^\.{0,2}\/(?!\/)\S*$/.test(said.value);
  if (path && base !== undefined && URL.canParse(said.value, base)) return new URL(said.value, base).href;
  if (!path) issues.add('bad-url', { span: said.at }, `${quote(said.value)} is not a web or mail address`);
  return undefined;
}

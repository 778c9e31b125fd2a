import { LINT_LEVELS, type LintLevel } from '../model/agenda.js';
import { dayNumber, instantOf } from '../model/date.js';
import type { Path } from '../model/diagnostic.js';
import { type Field, ID, type Kinds, URL_FORM } from '../model/fields.js';
import { slug } from '../model/fold.js';
import { nearest } from '../model/nearest.js';
import { FIXED_RULES, RULE_IDS } from '../model/rule-ids.js';
import { languageTag, UNDETERMINED } from '../model/text.js';
import { isFault, parseInterval } from '../model/time.js';
import { isZone } from '../model/zone.js';
import type { Fault, Raw, RawMap } from './reading.js';

/** What the readers of values share: where faults go, and the language of the plain strings. */
export interface Context {
  readonly faults: Fault[];
  language: string;
}

type Take<T> = (raw: Raw, at: Path, context: Context, field: Field) => T | undefined;
/** The kinds that are one value, a list of values or a map of values. */
export type ValueKind = Exclude<keyof Kinds, 'days' | 'sessions' | 'appearances' | 'people' | 'roomMap'>;

export function isMap(raw: Raw): raw is RawMap {
  return raw instanceof Map;
}

export function isList(raw: Raw): raw is readonly Raw[] {
  return Array.isArray(raw);
}

/** What a value is, for a message. */
export function kindOf(raw: Raw): string {
  if (raw === null) return 'nothing';
  return isMap(raw) ? 'a map of fields' : isList(raw) ? 'a list' : quote(raw);
}

/** A value in a message: in quotes, cut when long. */
export function quote(value: string): string {
  return `"${value.length > 60 ? `${value.slice(0, 57)}…` : value}"`;
}

/** How each kind of value is read; a fault is put on the record and gives undefined. */
export const take: { readonly [K in ValueKind]: Take<Kinds[K]> } = {
  id: scalar((value, at, context) => {
    if (ID.test(value)) return value;
    const mended = slug(value);
    context.faults.push({
      rule: 'bad-id',
      at,
      message: `the id ${quote(value)} is not of lower-case letters a-z, digits, - and _`,
      ...(ID.test(mended) ? { hint: `write ${mended}` } : {}),
    });
    return value;
  }),
  text: (raw, at, context) => {
    if (typeof raw === 'string') return { [context.language]: raw };
    if (!isMap(raw)) return wrong(raw, at, context, 'a text: a string, or a map of languages to strings');
    const text: Record<string, string> = Object.create(null);
    for (const [key, value] of raw) {
      const tag = languageTag(key);
      if (tag === undefined) badLanguage(key, [...at, key], context, 'key');
      if (value === null) continue;
      if (typeof value !== 'string') wrong(value, [...at, key], context, 'a string');
      else text[tag ?? UNDETERMINED] ??= value;
    }
    if ([...raw.values()].every(value => value === null))
      return wrong(raw, at, context, 'a text: a string, or a map of languages to strings');
    return Object.keys(text).length === 0 ? undefined : text;
  },
  string: scalar(value => value),
  person: scalar(value => value),
  url: scalar((value, at, context) => {
    if (URL_FORM.test(value)) return value;
    const hint = /^[\w-]+(\.[\w-]+)+(\/|$)/.test(value)
      ? `write https://${value}`
      : 'write a URL that begins with http:, https: or mailto:';
    context.faults.push({ rule: 'bad-url', at, message: `${quote(value)} is not a web or mail address`, hint });
    return undefined;
  }),
  language: scalar((value, at, context) => {
    const tag = languageTag(value);
    if (tag === undefined) badLanguage(value, at, context);
    return tag;
  }),
  languages: list((value, at, context) => {
    const tag = languageTag(value);
    if (tag === undefined) badLanguage(value, at, context);
    return tag;
  }),
  timezone: scalar((value, at, context) => {
    if (isZone(value)) return value;
    const near = nearest(value.replace(/\s+/g, '_'), Intl.supportedValuesOf('timeZone'));
    context.faults.push({
      rule: 'bad-timezone',
      at,
      message: `${quote(value)} is not an IANA time zone`,
      hint: near === undefined ? 'write a name such as Europe/Paris or America/New_York' : `did you mean ${near}?`,
    });
    return undefined;
  }),
  date: scalar((value, at, context) => {
    if (dayNumber(value) !== undefined) return value;
    context.faults.push({ rule: 'bad-date', at, message: `${quote(value)} is not a date`, hint: likelyDate(value) });
    return undefined;
  }),
  updated: scalar((value, at, context) => {
    if (instantOf(value) !== undefined) return value;
    const hint = /\d:\d/.test(value) ? 'write a time with its offset: 2018-03-20T09:00:00-04:00' : likelyDate(value);
    context.faults.push({ rule: 'bad-date', at, message: `${quote(value)} is not a date or a time with offset`, hint });
    return undefined;
  }),
  time: scalar((value, at, context) => {
    const time = parseInterval(value);
    if (!isFault(time)) return time;
    context.faults.push({ rule: 'bad-time', at, message: `the time ${quote(value)} ${time.problem}`, hint: time.hint });
    return undefined;
  }),
  count: scalar((value, at, context) => {
    if (/^\d{1,9}$/.test(value)) return Number(value);
    return wrong(value, at, context, 'a whole number from 0');
  }),
  flag: scalar((value, at, context) => {
    if (/^(?:true|True|TRUE|false|False|FALSE)$/.test(value)) return value.toLowerCase() === 'true';
    const meant = /^(yes|on|y|oui|si|sí|ja)$/i.test(value)
      ? 'true'
      : /^(no|off|n|non|nein)$/i.test(value)
        ? 'false'
        : undefined;
    return wrong(value, at, context, 'true or false', meant && `write ${meant}`);
  }),
  choice: scalar((value, at, context, field) => {
    const choices = field.of ?? [];
    if (choices.includes(value)) return value;
    const near = nearest(value, choices);
    context.faults.push({
      rule: at.at(-1) === 'type' ? 'unknown-type' : 'wrong-type',
      at,
      message: `${quote(value)} is not a ${String(at.at(-1))}`,
      hint: near === undefined ? `known: ${choices.join(', ')}` : `did you mean ${near}?`,
    });
    return undefined;
  }),
  rooms: (raw, at, context) =>
    typeof raw === 'string' ? [raw] : strings(raw, at, context, 'a room id or a list of them'),
  tags: list(value => value),
  lint: (raw, at, context) => {
    if (!isMap(raw)) return wrong(raw, at, context, 'a map of rules to off, info, warning or error');
    const levels: Record<string, LintLevel> = Object.create(null);
    for (const [rule, value] of raw) {
      if (!knownRule(rule, [...at, rule], context)) continue;
      const level = LINT_LEVELS.find(known => known === value);
      if (level !== undefined) levels[rule] = level;
      else wrong(value, [...at, rule], context, 'off, info, warning or error');
    }
    return levels;
  },
};

/** True for a rule that an author may weigh: not for those that say what could not be read. */
function knownRule(rule: string, at: Path, context: Context): boolean {
  const ids: readonly string[] = RULE_IDS;
  if (!ids.includes(rule)) {
    const near = nearest(rule, ids);
    const hint = near === undefined ? 'idm explain lists the rules' : `did you mean ${near}?`;
    context.faults.push({ rule: 'unknown-field', at, on: 'key', message: `there is no rule ${quote(rule)}`, hint });
    return false;
  }
  if (!(FIXED_RULES as readonly string[]).includes(rule)) return true;
  const message = `the rule ${rule} is always an error: it says what could not be read`;
  context.faults.push({ rule: 'wrong-type', at, on: 'key', message, hint: 'take it out of lint' });
  return false;
}

/** Puts a `wrong-type` fault on the record. */
export function wrong(raw: Raw, at: Path, context: Context, wanted: string, hint?: string): undefined {
  context.faults.push({
    rule: 'wrong-type',
    at,
    message: `${kindOf(raw)} where ${wanted} belongs`,
    ...(hint ? { hint } : {}),
  });
  return undefined;
}

function scalar<T>(read: (value: string, at: Path, context: Context, field: Field) => T | undefined): Take<T> {
  return (raw, at, context, field) =>
    typeof raw === 'string' ? read(raw, at, context, field) : wrong(raw, at, context, 'one value');
}

function list(read: (value: string, at: Path, context: Context) => string | undefined): Take<readonly string[]> {
  return (raw, at, context) => {
    const one = typeof raw === 'string' ? `write [${raw}]` : undefined;
    return strings(raw, at, context, 'a list', one)?.flatMap((value, i) => read(value, [...at, i], context) ?? []);
  };
}

function strings(raw: Raw, at: Path, context: Context, wanted: string, hint?: string): readonly string[] | undefined {
  if (!isList(raw)) return wrong(raw, at, context, wanted, hint);
  return raw.flatMap((item, i) =>
    typeof item === 'string' ? item : (wrong(item, [...at, i], context, 'one value') ?? []),
  );
}

function badLanguage(tag: string, at: Path, context: Context, on?: 'key'): void {
  const names: Readonly<Record<string, string>> = {
    english: 'en',
    anglais: 'en',
    ingles: 'en',
    french: 'fr',
    francais: 'fr',
    frances: 'fr',
    spanish: 'es',
    espagnol: 'es',
    espanol: 'es',
    arabic: 'ar',
    arabe: 'ar',
    chinese: 'zh',
    chinois: 'zh',
    russian: 'ru',
    russe: 'ru',
    german: 'de',
    deutsch: 'de',
  };
  const mended = languageTag(tag.replace(/_/g, '-')) ?? names[slug(tag)];
  context.faults.push({
    rule: 'bad-language',
    at,
    ...(on ? { on } : {}),
    message: `${quote(tag)} is not a language tag`,
    hint: mended === undefined ? 'write a BCP 47 tag such as fr, en or pt-BR' : `write ${mended}`,
  });
}

function likelyDate(value: string): string {
  const [, year, month, day] = /^(\d{4})[-./ ](\d{1,2})[-./ ](\d{1,2})$/.exec(value) ?? [];
  const turned = /^(\d{1,2})[-./ ](\d{1,2})[-./ ](\d{4})$/.exec(value) ?? [];
  const candidates = [
    [year, month, day],
    [turned[3], turned[2], turned[1]],
    [turned[3], turned[1], turned[2]],
  ]
    .map(([y, m, d]) => `${y}-${m?.padStart(2, '0')}-${d?.padStart(2, '0')}`)
    .filter(date => dayNumber(date) !== undefined);
  return candidates.length > 0
    ? `did you mean ${[...new Set(candidates)].join(' or ')}?`
    : 'write year-month-day, a day that exists: 2018-03-26';
}

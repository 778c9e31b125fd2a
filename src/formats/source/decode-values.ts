import { LINT_LEVELS, type LintLevel } from '../../model/agenda.js';
import { instantOf, isDate } from '../../model/date.js';
import type { Path } from '../../model/diagnostic.js';
import { FIELDS, type Field, ID, URL_FORM, type ValueKinds, WEB_URL_FORM } from '../../model/fields.js';
import { likelyZone } from '../../model/likely-zone.js';
import { UNDETERMINED } from '../../model/localized.js';
import { formatInterval } from '../../model/time.js';
import { isUnparsed, parseInterval, parseTime } from '../../model/written-time.js';
import { ianaName } from '../../model/zone-names.js';
import { slug } from '../../text/fold.js';
import { correction, nearest } from '../../text/nearest.js';
import { quote } from '../../text/quote.js';
import { type Context, decodeLanguage, isList, isMap, knownRule, likelyDate, wrong } from './faults.js';
import { type Issues, placedAt, type Remedy, type Span } from './issues.js';
import type { RawValue } from './read-result.js';
import { synonymOf } from './synonyms.js';

/** Characters of the longest address that a hint repeats. */
const LONGEST_ADDRESS = 200;

/** A scalar as it is written. */
const plain = scalar(value => value);

type ValueDecoder<T> = (raw: RawValue, at: Path, context: Context, field: Field) => T | undefined;

/** The decoder of each kind of value; reports a value that it cannot decode, and returns undefined. */
export const decodeValue: { readonly [K in keyof ValueKinds]: ValueDecoder<ValueKinds[K]> } = {
  id: scalar((value, at, context) => {
    if (ID.test(value)) return value;
    const mended = slug(value);
    context.issues.add(
      'bad-id',
      { path: at },
      `the id ${quote(value)} is not of lower-case letters a-z, digits, - and _`,
      ID.test(mended) ? write(mended) : undefined,
    );
    return value;
  }),
  text: (raw, at, context) => {
    if (typeof raw === 'string') return { [context.language]: raw };
    if (!isMap(raw)) return wrong(raw, at, context, 'a text: a string, or a map of languages to strings');
    const text: Record<string, string> = Object.create(null);
    for (const [key, value] of raw) {
      const tag = decodeLanguage(key, () => ({ path: [...at, key], on: 'key' }), context.issues, raw);
      if (value === null) continue;
      if (typeof value !== 'string') wrong(value, [...at, key], context, 'a string');
      else text[tag ?? UNDETERMINED] ??= value;
    }
    if ([...raw.values()].every(value => value === null))
      return wrong(raw, at, context, 'a text: a string, or a map of languages to strings');
    return Object.keys(text).length === 0 ? undefined : text;
  },
  name: (raw, at, context, field) =>
    isMap(raw) ? decodeValue.text(raw, at, context, field) : plain(raw, at, context, field),
  string: plain,
  person: scalar(value => value),
  url: address(URL_FORM, 'a web or mail address', 'http:, https: or mailto:'),
  webUrl: address(WEB_URL_FORM, 'a web address', 'http: or https:'),
  language: scalar((value, at, context) => decodeLanguage(value, () => ({ path: at }), context.issues)),
  languages: list((value, at, context) => decodeLanguage(value, () => ({ path: at }), context.issues)),
  timezone: scalar((value, at, context) => {
    const name = ianaName(value);
    if (name !== undefined) return name;
    const near = likelyZone(value);
    return context.issues.add(
      'bad-timezone',
      { path: at },
      `${quote(value)} is not an IANA time zone`,
      correction(near, 'write a name such as Europe/Paris or America/New_York'),
    );
  }),
  date: scalar((value, at, context) => {
    if (isDate(value)) return value;
    return context.issues.add('bad-date', { path: at }, `${quote(value)} is not a date`, likelyDate(value));
  }),
  updated: scalar((value, at, context) => {
    if (instantOf(value) !== undefined) return value;
    const remedy = withoutOffset(value) ?? likelyDate(value);
    return context.issues.add('bad-date', { path: at }, `${quote(value)} is not a date or a time with offset`, remedy);
  }),
  time: (raw, at, context) => {
    if (typeof raw !== 'string') return wrong(raw, at, context, 'one value', correctionOf(likelyTime(bothOf(raw))));
    const time = parseTime(raw);
    if (typeof time === 'string' || !isUnparsed(time)) return time;
    const { problem, start, ...remedy } = time;
    context.issues.add('bad-time', { path: at }, `the time ${quote(raw)} ${problem}`, remedy);
    return start === undefined ? undefined : { start };
  },
  count: scalar((value, at, context) => {
    if (/^\d{1,9}$/.test(value)) return Number(value);
    const [, number] = /^\D*(\d{1,9})\D*$/.exec(value.slice(0, 100)) ?? [];
    return wrong(value, at, context, 'a whole number from 0', number && write(number));
  }),
  flag: scalar((value, at, context) => {
    if (/^(?:true|True|TRUE|false|False|FALSE)$/.test(value)) return value.toLowerCase() === 'true';
    const meant = /^(yes|on|y|oui|si|sí|ja)$/i.test(value)
      ? 'true'
      : /^(no|off|n|non|nein)$/i.test(value)
        ? 'false'
        : undefined;
    return wrong(value, at, context, 'true or false', meant && write(meant));
  }),
  choice: scalar((value, at, context, field) => {
    const choices = field.of ?? [];
    if (choices.includes(value)) return value;
    const near = synonymOf(value, choices) ?? nearest(value, choices);
    return context.issues.add(
      at.at(-1) === 'type' ? 'unknown-type' : 'wrong-type',
      { path: at },
      `${quote(value)} is not a ${String(at.at(-1))}`,
      correction(near, `known: ${choices.join(', ')}`),
    );
  }),
  rooms: (raw, at, context) =>
    typeof raw === 'string' ? [raw] : strings(raw, at, context, 'a room id or a list of them'),
  tags: list(value => value),
  lint: (raw, at, context) => {
    if (!isMap(raw)) return wrong(raw, at, context, 'a map of rules to off, info, warning or error');
    const levels: Record<string, LintLevel> = Object.create(null);
    for (const [rule, value] of raw) {
      if (!knownRule(rule, [...at, rule], context, raw)) continue;
      const level = LINT_LEVELS.find(known => known === value);
      if (level !== undefined) levels[rule] = level;
      else wrong(value, [...at, rule], context, 'off, info, warning or error', correctionOf(likelyLevel(value)));
    }
    return levels;
  },
};

/** The hint for a time that lacks its offset, or is no time. */
function withoutOffset(value: string): Remedy | undefined {
  const [, date = '', clock] = /^(\d{4}-\d{2}-\d{2})[Tt ]+(\d{1,2}:\d{2}(?::\d{2})?)$/.exec(value) ?? [];
  const utc = clock && `${date}T${clock.padStart(clock.length + (clock.indexOf(':') === 1 ? 1 : 0), '0')}`;
  if (utc !== undefined && instantOf(`${utc}Z`) !== undefined) return `write its offset too: ${utc}+00:00 for UTC`;
  return /\d:\d/.test(value) ? 'write a time with its offset: 2018-03-20T09:00:00-04:00' : undefined;
}

/** An instruction to write a value, which is also the suggestion. */
function write(text: string): Remedy {
  return { hint: `write ${text}`, suggestion: { text } };
}

/** An instruction to write a list. */
export function writeList(items: readonly string[]): Remedy {
  return { hint: `write [${items.join(', ')}]`, suggestion: { text: items } };
}

function correctionOf(near: string | undefined): Remedy | undefined {
  return near === undefined ? undefined : correction(near, '');
}

/** The level that was meant in `lint`. */
function likelyLevel(value: RawValue): LintLevel | undefined {
  if (typeof value !== 'string') return undefined;
  if (/^(?:none|no|false|ignore|never|disabled?|silent)$/i.test(value)) return 'off';
  return LINT_LEVELS.find(level => level === nearest(value, LINT_LEVELS));
}

/** The start and the end of a time that is a list or a map of two. */
function bothOf(raw: RawValue): readonly RawValue[] {
  return isMap(raw) ? [...raw.values()] : isList(raw) ? raw : [];
}

/** The time that a start and an end make, in the canonical form; undefined where they make none. */
export function likelyTime([start, end, ...more]: readonly RawValue[]): string | undefined {
  if (typeof start !== 'string' || more.length > 0) return undefined;
  if (end !== undefined && typeof end !== 'string') return undefined;
  const time = parseInterval(`${start}-${end ?? ''}`);
  return isUnparsed(time) ? time.suggestion?.text : formatInterval(time);
}

function scalar<T>(read: (value: string, at: Path, context: Context, field: Field) => T | undefined): ValueDecoder<T> {
  return (raw, at, context, field) =>
    typeof raw === 'string' ? read(raw, at, context, field) : wrong(raw, at, context, 'one value');
}

function address(form: RegExp, what: string, schemes: string): ValueDecoder<string> {
  return scalar((value, at, context) => {
    if (form.test(value)) return value;
    const remedy =
      value.length <= LONGEST_ADDRESS && /^[\w-]+(\.[\w-]+)+(\/|$)/.test(value)
        ? write(`https://${value}`)
        : form === URL_FORM && /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/.test(value.slice(0, LONGEST_ADDRESS + 1))
          ? write(`mailto:${value}`)
          : `write a URL that begins with ${schemes}`;
    return context.issues.add('bad-url', { path: at }, `${quote(value)} is not ${what}`, remedy);
  });
}

function list(
  read: (value: string, at: Path, context: Context) => string | undefined,
): ValueDecoder<readonly string[]> {
  return (raw, at, context) => {
    const items =
      typeof raw === 'string'
        ? raw
            .replace(/^\[|\]$/g, '')
            .split(/\s*[,;]\s*/)
            .filter(item => item !== '')
        : [];
    const one = items.length === 0 ? undefined : writeList(items);
    return strings(raw, at, context, 'a list', one, read);
  };
}

function strings(
  raw: RawValue,
  at: Path,
  context: Context,
  wanted: string,
  remedy?: Remedy,
  read: (value: string, at: Path, context: Context) => string | undefined = value => value,
): readonly string[] | undefined {
  if (!isList(raw)) return wrong(raw, at, context, wanted, remedy);
  return raw.flatMap((item, i) => {
    const here = [...at, i];
    return (typeof item === 'string' ? read(item, here, context) : wrong(item, here, context, 'one value')) ?? [];
  });
}

const FOREIGN = { url: FIELDS.session.url, timezone: FIELDS.agenda.timezone } as const;

/**
 * Decodes a value of another format by the rules of the agenda format. Issues point to `span`; `isValue` where nothing else
 * is in it, so that a suggestion can take its place.
 */
export function decodeForeignValue(
  kind: keyof typeof FOREIGN,
  text: string,
  span: Span,
  issues: Issues,
  isValue = false,
): string | undefined {
  const context = { issues: placedAt({ span }, issues, isValue), language: UNDETERMINED };
  return decodeValue[kind](text, [kind], context, FOREIGN[kind]);
}

import { dayNumber, isDate, longDate, YEARS } from '../../model/date.js';
import type { Path } from '../../model/diagnostic.js';
import { languageByName, languageFault } from '../../model/language-names.js';
import { languageTag } from '../../model/localized.js';
import { FIXED_RULES, FOREIGN_RULES, RULE_IDS } from '../../model/rule-ids.js';
import { spokenDate } from '../../model/spoken-date.js';
import { type Correction, correction, nearest, suggest } from '../../text/nearest.js';
import { quote } from '../../text/quote.js';
import type { Issues, Place, Remedy } from './issues.js';
import type { RawMap, RawValue } from './read-result.js';

/** What decoders share: where they report to, and the language of plain strings. */
export interface Context {
  readonly issues: Issues;
  language: string;
}

export function isMap(raw: RawValue): raw is RawMap {
  return raw instanceof Map;
}

export function isList(raw: RawValue): raw is readonly RawValue[] {
  return Array.isArray(raw);
}

/** Describes a value in a message: `a list`, `"text"`. */
export function kindOf(raw: RawValue): string {
  if (raw === null) return 'nothing';
  return isMap(raw) ? 'a map of fields' : isList(raw) ? 'a list' : quote(raw);
}

/** True for a rule whose level can be set in `lint`; else reports why not: there is no such rule, or it has one level. */
export function knownRule(rule: string, at: Path, context: Context, beside: RawMap): boolean {
  const ids: readonly string[] = RULE_IDS;
  if (!ids.includes(rule)) {
    const near = nearest(
      rule,
      ids.filter(id => !beside.has(id)),
    );
    const remedy = correction(near, 'idm explain lists the rules');
    context.issues.add('unknown-field', { path: at, on: 'key' }, `there is no rule ${quote(rule)}`, remedy);
    return false;
  }
  if ((FOREIGN_RULES as readonly string[]).includes(rule)) {
    const message = `the rule ${rule} is about files in other formats: it finds nothing in an agenda`;
    context.issues.add('wrong-type', { path: at, on: 'key' }, message, 'take it out of lint');
    return false;
  }
  if (!(FIXED_RULES as readonly string[]).includes(rule)) return true;
  const message = `the rule ${rule} is always an error: it says what could not be read`;
  context.issues.add('wrong-type', { path: at, on: 'key' }, message, 'take it out of lint');
  return false;
}

/** Reports `wrong-type`; undefined, so that callers can return it. */
export function wrong(raw: RawValue, at: Path, context: Context, wanted: string, remedy?: Remedy): undefined {
  return context.issues.add('wrong-type', { path: at }, `${kindOf(raw)} where ${wanted} belongs`, remedy);
}

/** Reports `bad-language`; `beside` has the keys that stand beside a tag that is a key. */
export function badLanguage(tag: string, at: Place, issues: Issues, beside?: RawMap): undefined {
  const mended = languageTag(tag.replace(/_/g, '-')) ?? languageByName(tag);
  const message = `${quote(tag)} is not a language tag`;
  if (mended === undefined || beside?.has(mended))
    return issues.add('bad-language', at, message, 'write a BCP 47 tag such as fr, en or pt-BR');
  return issues.add('bad-language', at, message, { hint: `write ${mended}`, suggestion: { text: mended } });
}

/**
 * The tag of a language as it is written. Reports what is none, and a tag whose language there is not or is written shorter,
 * which is read all the same.
 */
export function decodeLanguage(written: string, at: () => Place, issues: Issues, beside?: RawMap): string | undefined {
  const tag = languageTag(written);
  if (tag === undefined) return badLanguage(written, at(), issues, beside);
  const fault = languageFault(written);
  if (fault === undefined) return tag;
  const { problem, likely } = fault;
  const known = likely === undefined || beside?.has(likely) ? undefined : likely;
  const remedy = known === undefined ? { hint: 'write a BCP 47 tag such as fr, en or pt-BR' } : correction(known, '');
  issues.add('bad-language', at(), `${quote(written)} ${problem}`, { ...remedy, severity: 'warning' });
  return tag;
}

/** The hint for a text that is no date: the dates it may mean, as a suggestion where there is only one. */
export function likelyDate(value: string): Correction {
  if (dayNumber(value.slice(0, 10)) !== undefined && !isDate(value.slice(0, 10))) return { hint: YEARS };
  const [, date, clock] = /^(\d{4}-\d{2}-\d{2})[T ,]*(\d{1,2}[:.h].*)$/.exec(value) ?? [];
  if (date !== undefined && clock !== undefined && isDate(date))
    return { hint: `write the date alone: ${date}`, suggestion: { text: date } };
  const text = value.trim().replace(/[\u0660-\u0669]/g, digit => String((digit.codePointAt(0) ?? 0) & 15));
  const [, year, month, day] =
    /^(\d{4})\s*[-./ ]\s*(\d{1,2})\s*[-./ ]\s*(\d{1,2})\.?$/.exec(text) ??
    /^([12]\d{3})(\d{2})(\d{2})$/.exec(text) ??
    [];
  const turned = /^(\d{1,2})\s*[-./ ]\s*(\d{1,2})\s*[-./ ]\s*(\d{4})\.?$/.exec(text) ?? [];
  const candidates = [
    [year, month, day],
    [turned[3], turned[2], turned[1]],
    [turned[3], turned[1], turned[2]],
  ]
    .map(([y, m, d]) => `${y}-${m?.padStart(2, '0')}-${d?.padStart(2, '0')}`)
    .filter(isDate);
  const [only = spokenDate(text), ...others] = new Set(candidates);
  if (others.length > 0) return { hint: suggest([only, ...others].join(' or ')) };
  if (only !== undefined) return correction(only, '');
  const last = year === undefined || month === undefined ? undefined : lastDay(year, month);
  return { hint: last ?? 'write year-month-day, a day that exists: 2018-03-26' };
}

/** The hint for a day after the last of a month. */
function lastDay(year: string, month: string): string | undefined {
  const first = `${year}-${month.padStart(2, '0')}-01`;
  if (!isDate(first)) return undefined;
  const [, , name = '', ofYear = ''] = longDate(first).split(' ');
  const days = [28, 29, 30, 31].findLast(day => isDate(`${first.slice(0, 8)}${day}`));
  return `${name} ${ofYear} has ${days} days`;
}

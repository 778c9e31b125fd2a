import { languageTag, type Text, UNDETERMINED } from '../../model/localized.js';
import { badLanguage } from '../source/faults.js';
import { type Issues, placedAt } from '../source/issues.js';
import type { Said } from './source.js';

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
export function textOf(said: Said | undefined, language: string, form: (text: string) => string): Text | undefined {
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
const MOST = 50;

/** The tags of a language field: `de`, `pt_BR`, `de, en`. What is no tag is reported. */
export function languagesOf(said: Said | undefined, issues: Issues): readonly string[] {
  if (said === undefined) return [];
  const only = languageTag(said.value.replaceAll('_', '-'));
  if (only !== undefined) return only === UNDETERMINED ? [] : [only];
  const words = said.value.split(/[\s,;/|&+]+/).filter(tag => tag !== '');
  const at = { span: said.at };
  const tags = words.length > MOST ? [said.value] : words;
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

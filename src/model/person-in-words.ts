import { fold } from '../text/fold.js';
import { lazyRegExp } from '../text/lazy.js';
import { splitHonorific } from './honorifics.js';

/** The fields of a person, as they are written. */
export interface WrittenPerson {
  readonly name: string;
  readonly honorific?: string;
  readonly title?: string;
  readonly org?: string;
}

/** Words of functions, folded, as alternatives of a pattern: what has one behind a name is a function, and else an organisation. */
export const FUNCTION_WORDS =
  'director|head|chief|chair|chairman|chairwoman|president|minister|secretary|manager|officer|ambassador|professor|mayor|governor|lecturer|researcher|fellow|adviser|advisor|analyst|coordinator|representative|commissioner|ceo|cto|cfo|founder|partner|editor|counsel|judge|directeur|directrice|president|presidente|ministre|secretaire|chef|responsable|maire|professeur|ambassadeur|ambassadrice|representant|representante|directora|ministro|ministra|secretario|secretaria|jefe|jefa|alcalde|alcaldesa|profesor|profesora|embajador|embajadora|leiter|leiterin|direktor|direktorin|prasident|prasidentin|директор|министр|председатель|президент|профессор|посол|глава';
const FUNCTION = lazyRegExp(`(?<!\\p{L})(?:${FUNCTION_WORDS})(?!\\p{L})`, 'u');

/** Two words or more, the first of which begins with no lower-case letter. */
const NAME = lazyRegExp('^(?!\\p{Ll})\\p{L}\\S*(?:\\s+\\p{L}\\S*)+$', 'u');

/** UTF-16 code units of a text that is looked at. */
const LONGEST = 300;

/**
 * Takes a person in words apart, as programmes print them: `Ms. Ana Reis, Director, Basin Bank`, `Ana Reis (Basin Bank)`.
 * Undefined for what does not begin with a name of several words.
 */
export function personInWords(text: string): WrittenPerson | undefined {
  if (text.length > LONGEST) return undefined;
  const [, whole = '', inBrackets] = /^([^()]*?)\s*(?:\(([^()]+)\))?\s*$/.exec(text) ?? [];
  const [first = '', ...more] = whole.split(/\s*[,;]\s*|\s+[–—-]\s+/).filter(part => part !== '');
  const [honorific, name] = splitHonorific(first);
  if (!NAME().test(name) && honorific === '') return undefined;
  const rest = [...more, ...(inBrackets === undefined ? [] : [inBrackets])];
  const last = rest.at(-1);
  const isFunction = last !== undefined && rest.length === 1 && FUNCTION().test(fold(last));
  const title = isFunction ? last : rest.slice(0, -1).join(', ');
  return {
    name,
    ...(honorific !== '' && { honorific }),
    ...(title !== '' && { title }),
    ...(last !== undefined && !isFunction && { org: last }),
  };
}

import { readText } from '../../source/decode.js';
import { IssueList, type Issues } from '../../source/issues.js';
import { LIMITS, limitText } from '../../source/limits.js';
import { placeless, type Reading } from '../../source/read-result.js';
import { noAgenda } from './agenda.js';

/** A line or a part of one with a field that only an agenda has. */
export const LOOKS_LIKE_AGENDA = /(?:^|[{,])[ \t]*["']?(?:timezone|days)["']?[ \t]*:/m;

/** The text of an agenda in YAML, without a byte order mark; or all there is to say of what is not worth parsing. */
export function agendaText(input: string | Uint8Array): string | Reading {
  const issues = new IssueList();
  const { text, isText } = readText(input, issues);
  return isText && isLikely(text, issues) ? text : { faults: issues.list, source: placeless(text) };
}

/** False for a large text that is not worth parsing, which is reported. */
function isLikely(text: string, issues: Issues): boolean {
  const { agendaCharacters, unlikelyCharacters } = LIMITS;
  if (text.length > agendaCharacters)
    issues.add(
      'syntax',
      { span: [0, 0] },
      `this is larger than ${limitText(agendaCharacters)} characters`,
      'one file is one conference',
    );
  else if (text.length > unlikelyCharacters && !LOOKS_LIKE_AGENDA.test(text))
    noAgenda(issues, 'has neither timezone nor days');
  else return true;
  return false;
}

/** UTF-16 code units of a text in which, where it is YAML, no slips of layout are looked for: each search parses it again. */
export const LONG_AGENDA = 500_000;

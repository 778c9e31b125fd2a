import { readText } from '../source/decode.js';
import { IssueList, type Issues } from '../source/issues.js';
import { placeless, type Reading } from '../source/read-result.js';
import { noAgenda } from './decode-agenda.js';

/** UTF-16 code units. What is large is looked at before it is parsed; what is larger than the largest is not read. */
const LARGE = 1_000_000;
const LARGEST = 64_000_000;
const LOOKS_LIKE_AGENDA = /(?:^|[{,])[ \t]*["']?(?:timezone|days)["']?[ \t]*:/m;

/** The text of an agenda in YAML, without a byte order mark; or all there is to say of what is not worth parsing. */
export function yamlText(input: string | Uint8Array): string | Reading {
  const issues = new IssueList();
  const { text, isText } = readText(input, issues);
  return isText && isLikely(text, issues) ? text : { faults: issues.list, source: placeless(text) };
}

/** False for a large text that is not worth parsing, which is reported. */
function isLikely(text: string, issues: Issues): boolean {
  if (text.length > LARGEST)
    issues.add('syntax', { span: [0, 0] }, 'this is larger than 64 million characters', 'one file is one conference');
  else if (text.length > LARGE && !LOOKS_LIKE_AGENDA.test(text)) noAgenda(issues, 'has neither timezone nor days');
  else return true;
  return false;
}

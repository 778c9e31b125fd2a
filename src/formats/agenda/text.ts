import { decode } from '../source/decode.js';
import { type Fault, placeless, type Reading } from '../source/read-result.js';
import { noAgenda } from './decode-agenda.js';

/** UTF-16 code units. What is large is looked at before it is parsed; what is larger than the largest is not read. */
const LARGE = 1_000_000;
const LARGEST = 64_000_000;
const LOOKS_LIKE_AGENDA = /(?:^|[{,])[ \t]*["']?(?:timezone|days)["']?[ \t]*:/m;
const TOO_LARGE: Fault = {
  rule: 'syntax',
  at: [0, 0],
  on: 'span',
  message: 'this is larger than 64 million characters',
  hint: 'one file is one conference',
};

/** The text of an agenda in YAML, without a byte order mark; or all there is to say of what is not worth parsing. */
export function yamlText(input: string | Uint8Array): string | Reading {
  const { text, fault } = typeof input === 'string' ? { text: input.replace(/^\uFEFF/, '') } : decode(input);
  const refused = fault ?? unlikely(text);
  return refused === undefined ? text : { faults: [refused], source: placeless(text) };
}

function unlikely(text: string): Fault | undefined {
  if (text.length > LARGEST) return TOO_LARGE;
  if (text.length > LARGE && !LOOKS_LIKE_AGENDA.test(text)) return noAgenda('has neither timezone nor days');
  return undefined;
}

import { IssueList, type ReadIssue, type Span, withoutEchoes } from '../source/issues.js';
import { placeless, type Reading } from '../source/read-result.js';
import { decodeAgenda } from './decode/agenda.js';
import { agendaText, LONG_AGENDA, LOOKS_LIKE_AGENDA } from './decode/text.js';
import { readFast } from './fast-read.js';
import { withoutFollowing } from './follows.js';
import { layoutFaults, offsetIn } from './slips/judgement.js';
import { mendSlips } from './slips/search.js';
import { Lexer } from './yaml/library.js';
import { parseWithRepairs, parseYaml, TooDeep } from './yaml/parse.js';
import { yamlSource } from './yaml/source.js';
import { YamlTree } from './yaml/tree.js';

/** Reads one agenda of format version 1 from YAML, with the full parser, whose results the fast path must match. */
export function readYaml(input: string | Uint8Array): Reading {
  const text = agendaText(input);
  if (typeof text !== 'string') return text;
  try {
    return readMended(text);
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
    const issues = new IssueList();
    issues.add('syntax', { span: [error.offset, error.offset + 1] }, 'this is nested too deep to be read');
    return { faults: issues.list, source: placeless(text) };
  }
}

/** Reads a text with the slips of its layout mended; each is an issue. */
function readMended(text: string): Reading {
  const document = parseYaml(text);
  const isBroken = document.errors.length > 0;
  // What is wrong in a text that is YAML may still be a slip of layout.
  const reading = isBroken ? undefined : readTree(text, document);
  const faults = isBroken
    ? document.errors.map(({ pos }) => pos[0])
    : text.length > LONG_AGENDA
      ? []
      : reading && layoutFaults(text, reading.faults, offsetIn(reading.source));
  const mended = isSearched(text)
    ? mendSlips(
        text,
        (faults ?? []).toSorted((a, b) => a - b),
        document,
      )
    : undefined;
  if (mended === undefined) return reading ?? readTree(text, document);
  const { patched, issues, document: parsed } = mended;
  const { faults: others, source, ...rest } = readFast(patched.text) ?? readTree(patched.text, parsed);
  return {
    ...rest,
    faults: [...issues, ...others.map(issue => patched.originalIssue(issue))],
    source: patched.originalSource(source),
  };
}

/** False for a text that is no agenda, or has more than one tab or no-break space in its indentation: those are no slips. */
function isSearched(text: string): boolean {
  return LOOKS_LIKE_AGENDA.test(text) && (text.match(/^ *[\t\u00A0][^\S\n]*\S/gm)?.length ?? 0) <= 1;
}

function readTree(text: string, document = parseYaml(text)): Reading {
  // In a long text, each round of repairs takes as long as reading it.
  const repaired = parseWithRepairs(text, document, text.length > LONG_AGENDA ? 0 : undefined);
  const tree = new YamlTree(repaired, text);
  const source = yamlSource(
    text,
    () => tree.position,
    word => comments(text, word),
  );
  const inText = [...repaired.issues.list, ...tree.issues.list];
  const syntax = inText.filter(({ rule }) => rule === 'syntax');
  if (repaired.unrecoverable) return { faults: repaired.issues.list, source };
  const issues = new IssueList();
  const agenda = decodeAgenda(tree.raw, issues);
  // A file that is no agenda because its YAML is broken has one problem: the YAML.
  if (agenda === undefined)
    return { faults: syntax.length > 0 ? withoutFollowing(syntax, source) : issues.list, source };
  // Issues at the very place of a syntax error follow from it.
  const broken = new Set(syntax.flatMap(({ at }) => ('span' in at ? at.span[0] : [])));
  const follows = ({ at }: ReadIssue): boolean => 'path' in at && broken.has(source.locate(at.path, at.on)[0]);
  const others = broken.size === 0 ? issues.list : issues.list.filter(issue => !follows(issue));
  // Where it is not known what to do about the syntax, nor is it what the rest was meant to be.
  const isClear = syntax.every(({ suggestion }) => suggestion !== undefined);
  const told = isClear ? others : others.map(withoutGuess);
  return { agenda, faults: withoutFollowing([...withoutEchoes(inText, others, source), ...told], source), source };
}

/** What a line would be told to be that may be a part of something else. */
const GUESSES: ReadonlySet<string> = new Set(['missing-field', 'unknown-field', 'wrong-type']);

/** An issue without the edit that takes the line for what it was read as. */
function withoutGuess(issue: ReadIssue): ReadIssue {
  if (!GUESSES.has(issue.rule)) return issue;
  const { suggestion: _, ...rest } = issue;
  return rest;
}

/** The mark that the lexer puts before the text of a scalar. */
const SCALAR = '\u001F';

/** The spans of the comments of a YAML text with a word in them; a # inside a text is none. */
export function comments(text: string, word: string): Span[] {
  const found: Span[] = [];
  if (!text.includes(word)) return found;
  let at = 0;
  let scalar = false;
  for (const token of new Lexer().lex(text)) {
    if (!scalar && token.startsWith('#') && token.includes(word)) found.push([at, at + token.length]);
    scalar = token === SCALAR;
    // The lexer's own marks are no part of the text.
    if (!MARKS.has(token)) at += token.length;
  }
  return found;
}

const MARKS: ReadonlySet<string> = new Set([SCALAR, '\u0002', '\u0018']);

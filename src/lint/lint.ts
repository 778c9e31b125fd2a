import type { Place, ReadIssue, Span } from '../formats/source/issues.js';
import { lastBefore } from '../formats/source/offsets.js';
import type { Reading, Source } from '../formats/source/read-result.js';
import {
  type Clash,
  type Diagnostic,
  type Edit,
  type Path,
  type Region,
  SEVERITIES,
  type Severity,
} from '../model/diagnostic.js';
import { FIXED_RULES, type RuleId } from '../model/rule-ids.js';
import { type TimeZones, timeZones } from '../model/zone.js';
import { RULES } from '../rules/index.js';
import type { Finding, Rule, RuleKind } from '../rules/rule.js';
import { cut } from '../text/quote.js';
import { chosenOf } from './chosen.js';
import { type Ignore, ignores } from './ignores.js';

/** A diagnostic with the kind of its rule. */
export interface Problem extends Diagnostic {
  readonly rule: RuleId;
  readonly kind: RuleKind;
  /** The two sessions of an overlap. */
  readonly clash?: Clash;
}

export interface LintOptions {
  /** The name of the file, as it is to be shown. */
  readonly file?: string;
  /** The kinds of rules to run; all when absent. */
  readonly kinds?: readonly RuleKind[];
  /** True to report sessions side by side as well: `conflicts --parallel`. */
  readonly parallel?: boolean;
  /** The lowest severity that is wanted: `info` when absent. For lower ones no lines are worked out. */
  readonly least?: Severity;
  /** The rules whose findings are left out. */
  readonly ignore?: readonly RuleId[];
  /** The paths of the sessions in question: what is found in others is left out, what is in none stays. */
  readonly chosen?: readonly Path[];
  /** The zones of the run; new ones when absent. */
  readonly zones?: TimeZones;
}

/** An issue of a reader or a finding of a rule, with the severity that the agenda gives it, before its lines are worked out. */
interface WeighedFinding extends Omit<ReadIssue, 'rule'> {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly clash?: Clash;
}

/** Rules that judge a part by all of the agenda. */
const WHOLE: ReadonlySet<RuleId> = new Set(['missing-translation', 'unused-person', 'unused-room']);

/** Every problem of a reading, the issues of its reader and the findings of the rules: each once, sorted by line and column. */
export function lint(reading: Reading, options: LintOptions = {}): Problem[] {
  const { wanted, problem } = weigh(reading, options);
  return inOrder(wanted.map(problem));
}

/** A problem with two sessions in it, whose place is worked out when it is asked for. */
export interface Unplaced {
  readonly rule: RuleId;
  readonly clash: Clash;
  readonly problem: () => Problem;
}

/** The problems of {@link lint} that have two sessions in them, in no order: for who needs the places of few. */
export function unplacedClashes(reading: Reading, options: LintOptions = {}): readonly Unplaced[] {
  const { wanted, problem } = weigh(reading, options);
  return wanted.flatMap(found =>
    found.clash ? [{ rule: found.rule.id, clash: found.clash, problem: () => problem(found) }] : [],
  );
}

/** Works out the places of problems: each once, sorted by line and column. */
export function placed(problems: readonly Unplaced[]): readonly Problem[] {
  return inOrder(problems.map(({ problem }) => problem()));
}

/** The issues and findings that the options ask for, and what makes a problem of one. */
function weigh(
  reading: Reading,
  options: LintOptions,
): { readonly wanted: readonly WeighedFinding[]; readonly problem: (found: WeighedFinding) => Problem } {
  // The reader reported already that it had to choose a zone.
  const isZoneMissing = reading.faults.some(({ rule }) => rule === 'bad-timezone');
  const isPartial = isDoubtful(reading);
  const unlisted = rulesOfUnread(reading);
  const runs = (rule: Rule) =>
    !(isPartial && WHOLE.has(rule.id)) &&
    !unlisted.has(rule.id) &&
    !(rule.own && reading.foreign) &&
    (options.kinds?.includes(rule.kind) ?? true) &&
    (rule.id !== 'parallel' || options.parallel === true) &&
    !(options.ignore?.includes(rule.id) ?? false) &&
    (rule.id !== 'fixed-offset-zone' || !isZoneMissing);
  const found = gravestPerPair(
    [...readIssues(reading), ...findings(reading, runs, options.zones ?? timeZones())].filter(({ rule }) => runs(rule)),
  );
  const positions = positioner(reading, options.file ?? '');
  const least = SEVERITIES.indexOf(options.least ?? 'info');
  const isChosen = options.chosen === undefined ? () => true : chosenOf(reading, options.chosen);
  const wanted = applyIgnores(found, reading, runs, positions.line).filter(
    ({ severity, at, clash, related = [] }) =>
      SEVERITIES.indexOf(severity) <= least && isChosen(clash ? [at, ...related.map(other => other.at)] : [at]),
  );
  return { wanted, problem: positions.problem };
}

/** The rules of what is left out because it stands where, or as what, the format has no place for it. */
const LEFT_OUT: ReadonlySet<RuleId> = new Set([
  'duplicate-key',
  'unknown-field',
  'missing-field',
  'wrong-type',
  'bad-id',
  'bad-language',
]);

/** True where a part could not be read as it was meant, so that what seems to be missing may stand there. */
function isDoubtful({ faults, foreign }: Reading): boolean {
  if (foreign) return false;
  return faults.some(({ rule, suggestion }) => (rule === 'syntax' ? suggestion === undefined : LEFT_OUT.has(rule)));
}

/** The rules of references to people or rooms where there are none, and a fault says why: their list could not be read. */
function rulesOfUnread({ agenda, faults, foreign }: Reading): ReadonlySet<RuleId> {
  const rules = new Set<RuleId>();
  if (agenda === undefined || foreign) return rules;
  const isListLost = faults.some(({ rule, at, suggestion }) =>
    rule === 'syntax' ? suggestion === undefined : LEFT_OUT.has(rule) && 'path' in at && at.path.length === 1,
  );
  if (!isListLost) return rules;
  if (agenda.people.every(({ inline }) => inline)) rules.add('unknown-person');
  if (agenda.rooms.length === 0) rules.add('unknown-room');
  return rules;
}

function* readIssues({ faults, agenda }: Reading): Generator<WeighedFinding> {
  for (const issue of faults) {
    const rule = RULES[issue.rule];
    const own = issue.severity ?? rule.severity;
    const level = isFixed(rule) ? own : (agenda?.lint[rule.id] ?? own);
    if (level !== 'off') yield { ...issue, rule, severity: level };
  }
}

function* findings(
  { agenda, foreign = false }: Reading,
  runs: (rule: Rule) => boolean,
  zones: TimeZones,
): Generator<WeighedFinding> {
  if (agenda === undefined) return;
  for (const rule of Object.values<Rule>(RULES)) {
    const level = agenda.lint[rule.id];
    if (rule.check === undefined || level === 'off' || !runs(rule)) continue;
    for (const finding of rule.check(agenda, zones, foreign)) {
      const severity = level ?? finding.severity ?? rule.severity;
      const told = foreign && rule.hintElsewhere !== undefined ? { ...finding, hint: rule.hintElsewhere } : finding;
      yield inSource(told, rule, finding.tentative && severity === 'error' ? 'warning' : severity);
    }
  }
}

/** Converts a finding: its paths become places, as in the issues of readers. */
function inSource(
  { at, on, message, hint, related, suggestion, clash }: Finding,
  rule: Rule,
  severity: Severity,
): WeighedFinding {
  return {
    rule,
    severity,
    at: { path: at, ...(on && { on }) },
    message,
    ...(hint !== undefined && { hint }),
    ...(related && { related: related.map(other => ({ ...other, at: { path: other.at } })) }),
    ...(suggestion && {
      suggestion: { text: suggestion.text, ...(suggestion.at && { at: { path: suggestion.at } }) },
    }),
    ...(clash && { clash }),
  };
}

/** True of rules about what could not be read: neither `lint:` nor an ignore lowers them. */
function isFixed({ id }: Rule): boolean {
  return (FIXED_RULES as readonly string[]).includes(id);
}

/** Keeps only the findings of the highest severity for each pair of sessions: a room clash makes `plenary-overlap` redundant. */
function gravestPerPair(found: readonly WeighedFinding[]): readonly WeighedFinding[] {
  const gravest = new Map<string, number>();
  const pairs = found.map(pairOf);
  for (const [i, { severity }] of found.entries()) {
    const pair = pairs[i];
    if (pair !== undefined) gravest.set(pair, Math.min(gravest.get(pair) ?? 9, SEVERITIES.indexOf(severity)));
  }
  return found.filter(({ severity }, i) => {
    const pair = pairs[i];
    return pair === undefined || SEVERITIES.indexOf(severity) === gravest.get(pair);
  });
}

/** A key for the two sessions of an overlap: their paths, since two sessions may have the same id. */
function pairOf({ at, related, clash }: WeighedFinding): string | undefined {
  return clash && JSON.stringify([at, related?.map(other => other.at)]);
}

/**
 * Drops what ignores silence, and adds the ignores that silence nothing. An ignore stands on a line of what it silences or
 * on the line above it; of an overlap, of either session.
 */
function applyIgnores(
  found: readonly WeighedFinding[],
  reading: Reading,
  runs: (rule: Rule) => boolean,
  line: (offset: number) => number,
): readonly WeighedFinding[] {
  const { source } = reading;
  const all = ignores(source).filter(({ rule, issue }) => issue || runs(RULES[rule as RuleId]));
  if (all.length === 0) return found;
  const obeyed = all.filter(({ issue }) => !issue);
  const silencers = new Map(
    [...new Set(obeyed.map(({ rule }) => rule))].map(id => [
      id,
      new Silencer(
        obeyed.filter(({ rule }) => rule === id),
        line,
      ),
    ]),
  );
  const kept = found.filter(({ rule, at: place, related, clash }) => {
    const silencer = isFixed(rule) ? undefined : silencers.get(rule.id);
    if (silencer === undefined) return true;
    const spans =
      clash && 'path' in place
        ? [place.path.slice(0, -1), ...(related ?? []).flatMap(({ at }) => ('path' in at ? [at.path] : []))].map(path =>
            source.extent(path),
          )
        : [spanOf(source, place)];
    return spans.filter(([from, to]) => silencer.covers(line(from), line(Math.max(from, to - 1)))).length === 0;
  });
  const rule = RULES['unused-ignore'];
  const severity = reading.agenda?.lint[rule.id] ?? rule.severity;
  if (severity === 'off' || !runs(rule)) return kept;
  const used = new Set([...silencers.values()].flatMap(silencer => silencer.used()));
  const unused = all.filter(ignore => !used.has(ignore));
  return [...kept, ...unused.map(ignore => ({ rule, severity, ...complaint(ignore) }))];
}

/** The ignores of one rule in the order of the text. What it is asked and tells grows with neither number times the other. */
class Silencer {
  private readonly ignores: readonly Ignore[];
  private readonly first: readonly number[];
  private readonly last: readonly number[];
  /** At an index, how many findings more are silenced by that ignore than by the one before. */
  private readonly changes: Int32Array;

  constructor(ignores: readonly Ignore[], line: (offset: number) => number) {
    this.ignores = ignores;
    this.first = ignores.map(({ at }) => line(at[0]));
    this.last = ignores.map(({ until }) => line(until));
    this.changes = new Int32Array(ignores.length + 1);
  }

  /** True where an ignore is on one of the lines of a finding, or on the line above; such ignores count as used. */
  covers(from: number, to: number): boolean {
    const begin = lastBefore(this.last, from, line => line) + 1;
    const end = lastBefore(this.first, to + 1, line => line) + 1;
    if (begin >= end) return false;
    this.changes[begin] = (this.changes[begin] ?? 0) + 1;
    this.changes[end] = (this.changes[end] ?? 0) - 1;
    return true;
  }

  /** The ignores that silenced something. */
  used(): readonly Ignore[] {
    let findings = 0;
    return this.ignores.filter((_, i) => {
      findings += this.changes[i] ?? 0;
      return findings > 0;
    });
  }
}

function complaint({ rule, at, issue }: Ignore): Omit<WeighedFinding, 'rule' | 'severity'> {
  const message = `this ignore silences nothing: there is no ${rule} here`;
  return { at: { span: at }, ...(issue ?? { message, hint: 'take it out' }) };
}

function spanOf(source: Source, at: Place): Span {
  return 'span' in at ? at.span : source.locate(at.path, at.on);
}

/** UTF-16 code units of a message or a hint. A suggestion is whole. */
const LONGEST = 1000;

/** Turns offsets into lines and columns within the text; the line starts are collected when the first is asked for. */
function positioner({ source }: Reading, file: string) {
  let starts: number[] | undefined;
  const position = (offset: number) => {
    starts ??= lineStarts(source.text);
    const line = lastBefore(starts, offset + 1, start => start);
    return { line: line + 1, column: Math.min(offset, source.text.length) - (starts[line] ?? 0) + 1 };
  };
  const region = ([from, to]: Span): Region => {
    const end = position(Math.max(from, to));
    return { ...position(from), endLine: end.line, endColumn: end.column };
  };
  const edit = ({ at, suggestion }: WeighedFinding): Edit | null => {
    if (suggestion === undefined) return null;
    const where = suggestion.at ?? at;
    const { text, through } = suggestion;
    const edit =
      'path' in where
        ? through === undefined
          ? source.edit(where.path, where.on, text)
          : source.editFields(where.path, through, text)
        : typeof text === 'string'
          ? { span: where.span, text }
          : undefined;
    return edit === undefined ? null : { ...region(edit.span), text: edit.text };
  };
  const problem = (found: WeighedFinding): Problem => {
    const { rule, severity, at, message, hint = null, clash } = found;
    const related = (found.related ?? []).map(other => ({
      ...region(spanOf(source, other.at)),
      message: other.message,
    }));
    return {
      file,
      ...region(spanOf(source, at)),
      severity,
      rule: rule.id,
      // An agenda that was not read from a text has no lines.
      message: cut(related.length === 0 || source.text === '' ? message : `${message} (${lines(related)})`, LONGEST),
      hint: hint && cut(hint, LONGEST),
      related: related.map(other => ({ file, ...other })),
      suggestion: edit(found),
      kind: rule.kind,
      ...(clash && { clash }),
    };
  };
  return { problem, line: (offset: number) => position(offset).line };
}

/** `line 50`, `lines 50, 61`: each line once. */
function lines(related: readonly Region[]): string {
  const numbers = [...new Set(related.map(({ line }) => line))];
  return `${numbers.length === 1 ? 'line' : 'lines'} ${numbers.join(', ')}`;
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function inOrder(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>();
  const once = problems.filter(({ line, column, rule, message }) => {
    const key = `${line}:${column}:${rule}:${message}`;
    return !seen.has(key) && seen.add(key);
  });
  return once.sort(
    (a, b) => a.line - b.line || a.column - b.column || SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity),
  );
}

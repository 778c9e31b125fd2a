import type { Reading } from '../formats/source/read-result.js';
import { type Clash, type Path, SEVERITIES, type Severity } from '../model/diagnostic.js';
import type { RuleId } from '../model/rule-ids.js';
import { type TimeZones, timeZones } from '../model/zone.js';
import { BASIC_RULES } from '../rules/basic.js';
import { RULES } from '../rules/index.js';
import type { Finding, Rule, RuleKind } from '../rules/rule.js';
import { chosenOf } from './chosen.js';
import { ignores } from './ignores.js';
import { isFixed, type Problem, positioner, type WeighedFinding } from './problem.js';
import { applyIgnores } from './silence.js';

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
  const least = options.least ?? 'info';
  const comments = ignores(reading.source);
  /** False where nothing of a rule is asked for, not even by the question of what an ignore silences. */
  const matters = (rule: Rule) =>
    runs(rule) &&
    (reaches(reading.agenda?.lint[rule.id] ?? rule.gravest ?? rule.severity, least) ||
      comments.some(ignore => ignore.rule === rule.id));
  const found = gravestPerPair([
    ...[...readIssues(reading)].filter(({ rule }) => runs(rule)),
    ...findings(reading, rulesOf(options.kinds).filter(matters), options.zones ?? timeZones()),
  ]);
  const positions = positioner(reading, options.file ?? '');
  const isChosen = options.chosen === undefined ? () => true : chosenOf(reading, options.chosen);
  const wanted = applyIgnores(found, comments, reading, runs, positions.line).filter(
    ({ severity, at, clash, related = [] }) =>
      reaches(severity, least) && isChosen(clash ? [at, ...related.map(other => other.at)] : [at]),
  );
  return { wanted, problem: positions.problem };
}

function reaches(severity: Severity | 'off', least: Severity): boolean {
  return severity !== 'off' && SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(least);
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
  const isListLost = faults.some(({ rule }) => rule === 'syntax' || (LEFT_OUT.has(rule) && rule !== 'missing-field'));
  if (!isListLost) return rules;
  if (agenda.people.every(({ inline }) => inline)) rules.add('unknown-person');
  if (agenda.rooms.length === 0) rules.add('unknown-room');
  return rules;
}

function* readIssues({ faults, agenda }: Reading): Generator<WeighedFinding> {
  for (const issue of faults) {
    const rule: Rule = BASIC_RULES[issue.rule];
    const own = issue.severity ?? rule.severity;
    const level = isFixed(rule) ? own : (agenda?.lint[rule.id] ?? own);
    if (level !== 'off') yield { ...issue, rule, severity: level };
  }
}

/** The rules among which those of some kinds are, all when absent. */
function rulesOf(kinds: readonly RuleKind[] | undefined): readonly Rule[] {
  const isBasic = kinds?.every(kind => kind === 'shape' || kind === 'time') ?? false;
  return Object.values(isBasic ? BASIC_RULES : RULES);
}

function* findings(
  { agenda, foreign = false }: Reading,
  rules: readonly Rule[],
  zones: TimeZones,
): Generator<WeighedFinding> {
  if (agenda === undefined) return;
  for (const rule of rules) {
    const level = agenda.lint[rule.id];
    if (rule.check === undefined || level === 'off') continue;
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

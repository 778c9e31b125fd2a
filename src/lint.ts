import type { Clash, Diagnostic, Path, Severity } from './model/diagnostic.js';
import { SEVERITIES } from './model/diagnostic.js';
import type { RuleId } from './model/rule-ids.js';
import type { Fault, Reading, Span } from './readers/reading.js';
import { RULES } from './rules/index.js';
import type { Finding, Rule, RuleKind } from './rules/rule.js';

/** A diagnostic with what else is known of it. */
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
  /** Sessions side by side as well: `conflicts --parallel`. */
  readonly parallel?: boolean;
}

/** Every problem of a reading: what the reader found and what the rules find, each once, by place. */
export function lint(reading: Reading, options: LintOptions = {}): Problem[] {
  const file = options.file ?? '';
  const place = placer(reading, file);
  const wanted = (rule: Rule) =>
    (options.kinds?.includes(rule.kind) ?? true) && (rule.id !== 'parallel' || options.parallel === true);
  const levels = reading.agenda?.lint ?? {};
  const problems: Problem[] = [];
  for (const fault of reading.faults) {
    const rule = RULES[fault.rule];
    const level = rule.severity === 'error' ? 'error' : (levels[rule.id] ?? rule.severity);
    if (level !== 'off' && wanted(rule)) problems.push(place(rule, level, fault));
  }
  for (const rule of Object.values<Rule>(RULES)) {
    if (rule.check === undefined || reading.agenda === undefined || !wanted(rule)) continue;
    const level = levels[rule.id];
    if (level === 'off') continue;
    for (const finding of rule.check(reading.agenda)) {
      const severity = level ?? finding.severity ?? rule.severity;
      problems.push(place(rule, finding.tentative && severity === 'error' ? 'warning' : severity, finding));
    }
  }
  return inOrder(gravestOfPairs(problems));
}

type Place = (rule: Rule, severity: Severity, found: Fault | Finding) => Problem;

function placer({ source }: Reading, file: string): Place {
  let starts: number[] | undefined;
  const position = (offset: number) => {
    starts ??= lineStarts(source.text);
    let low = 0;
    for (let high = starts.length; high - low > 1; ) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
  const spanOf = (at: Path | Span, on: Fault['on']): Span =>
    on === 'span' ? (at as Span) : source.locate(at, on === 'key' ? 'key' : undefined);
  return (rule, severity, found) => {
    const [from, to] = spanOf(found.at, found.on);
    const start = position(from);
    const end = position(Math.max(from, to));
    const other =
      found.other === undefined
        ? undefined
        : position(spanOf(found.other, found.on === 'span' ? 'span' : undefined)[0]);
    return {
      file,
      ...start,
      endLine: end.line,
      endColumn: end.column,
      severity,
      rule: rule.id,
      message: other === undefined ? found.message : `${found.message} (line ${other.line})`,
      hint: found.hint ?? null,
      kind: rule.kind,
      ...('clash' in found && found.clash ? { clash: found.clash } : {}),
    };
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Of two sessions, only what is gravest: a clash of rooms says enough of two that are also side by side. */
function gravestOfPairs(problems: readonly Problem[]): readonly Problem[] {
  const key = ({ sessions: [a, b] }: Clash) => `${a}\n${b}`;
  const gravest = new Map<string, number>();
  for (const { clash, severity } of problems) {
    if (clash) gravest.set(key(clash), Math.min(gravest.get(key(clash)) ?? 9, SEVERITIES.indexOf(severity)));
  }
  return problems.filter(({ clash, severity }) => !clash || SEVERITIES.indexOf(severity) === gravest.get(key(clash)));
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

import type { Severity } from '../../model/diagnostic.js';
import type { Issues, ReadIssue, ReadRule, Span } from './issues.js';

/** Places of one kind that a finding names: the first, and as many more as `related`. */
const PLACES = 3;

/** Kinds that are told one by one; how many more there are is told once. */
const MOST_KINDS = 50;

/** What is told of one kind of thing in a source. */
export interface Told {
  readonly rule: ReadRule;
  /** The message for so many of the kind: `3 rows have no date`. */
  readonly message: (count: number) => string;
  readonly hint?: string;
  /** What mends the first of the kind, where there is only one. */
  readonly suggestion?: ReadIssue['suggestion'];
  /** Overrides the severity of the rule. */
  readonly severity?: Severity;
}

/** What may be said of a thing that is not read, besides its name. */
export interface Unread {
  /** What is counted, in singular and plural: `cell`, `cells`. A single thing is not counted where this is absent. */
  readonly unit?: readonly [one: string, many: string];
  readonly hint?: string;
  /** `error` where a session or a time is lost, `info` where nothing that is shown; else a warning. */
  readonly severity?: Severity;
}

interface Kind {
  readonly told: Told;
  readonly spans: Span[];
  count: number;
}

/**
 * The accounts of one reading: what the reader met in a source and did not read, or read otherwise than it is written. A
 * thing that is read whole, or that docs/formats.md says is left out, is not entered. Each kind of thing becomes one issue,
 * at its first place, with how many there are and the next places as `related`.
 */
export class Accounts {
  private readonly kinds = new Map<string, Kind>();
  private beyond: { readonly span: Span; count: number } | undefined;

  /** True when nothing is told. */
  get isEmpty(): boolean {
    return this.kinds.size === 0;
  }

  /** Counts one thing at its place; things with one rule and one `kind` are one finding, in the words of the first. */
  tell(kind: string, span: Span, told: Told): undefined {
    const key = `${told.rule}\0${kind}`;
    let known = this.kinds.get(key);
    // Errors are told one by one, however many kinds there are.
    if (known === undefined && this.kinds.size >= MOST_KINDS && told.severity !== 'error') {
      this.beyond ??= { span, count: 0 };
      this.beyond.count++;
      return;
    }
    known ??= { told, spans: [], count: 0 };
    this.kinds.set(key, known);
    known.count++;
    if (known.spans.length < PLACES) known.spans.push(span);
  }

  /** Counts a thing that is not read, by its name as a noun: `column "Podcast"`, `element <entry>`. */
  unread(what: string, span: Span, { unit, hint, severity }: Unread = {}): undefined {
    const counted = (count: number) =>
      unit === undefined ? (count === 1 ? '' : ` (${count})`) : ` (${count} ${unit[count === 1 ? 0 : 1]})`;
    this.tell(what, span, {
      rule: 'not-read',
      message: count => `${what}${counted(count)} is not read`,
      ...(hint !== undefined && { hint }),
      ...(severity && { severity }),
    });
  }

  /** Reports one issue for each kind. */
  report(issues: Issues): void {
    for (const { told, spans, count } of this.kinds.values()) {
      const { rule, message, hint, suggestion, severity } = told;
      const [span = [0, 0], ...others] = spans;
      issues.add(rule, { span }, message(count), {
        ...(hint !== undefined && { hint }),
        ...(severity && { severity }),
        ...(suggestion && count === 1 && { suggestion }),
        ...(others.length > 0 && { related: others.map(at => ({ at: { span: at }, message: 'another' })) }),
      });
    }
    if (this.beyond === undefined) return;
    const { span, count } = this.beyond;
    const message = `${count.toLocaleString('en')} more things, of more than ${MOST_KINDS} kinds, are not read: only these kinds are told`;
    issues.add('not-read', { span }, message);
  }
}

import type { Path, Related, Severity, Suggestion } from '../../model/diagnostic.js';
import type { FIXED_RULES, FOREIGN_RULES } from '../../model/rule-ids.js';

/** The rules that readers report; each has its page in `rules/`. */
export type ReadRule = (typeof FIXED_RULES)[number] | (typeof FOREIGN_RULES)[number] | 'quote-this' | 'duplicate-id';

/** UTF-16 offsets into a source's text, the end exclusive. */
export type Span = readonly [start: number, end: number];

/** Where an issue is: at the value of a path of the agenda, at its key, or at a span of the source's text. */
export type Place = { readonly path: Path; readonly on?: 'key' } | { readonly span: Span };

/** Something in a source that its reader could not read, or that may mean something else to other readers. */
export interface ReadIssue {
  readonly rule: ReadRule;
  readonly at: Place;
  readonly message: string;
  /** An instruction that mends it, or a question: `did you mean title?`. */
  readonly hint?: string;
  /** The other places; the message is shown with their lines. */
  readonly related?: readonly Related<Place>[];
  /**
   * What mends it. At a path, `text` is the value to write, and the path leads to one value, or to a field that is absent; at
   * a span, it is one text, and replaces all of the span as it is.
   */
  readonly suggestion?: Suggestion<Place>;
  /** Overrides the severity of the rule. */
  readonly severity?: Severity;
}

/** The parts of an issue besides its message; a string is a hint. */
export type Remedy = string | Pick<ReadIssue, 'hint' | 'related' | 'suggestion' | 'severity'>;

/** Takes the issues that readers report. */
export interface Issues {
  /** Reports an issue; undefined, so that a reader can return it for the value that it could not read. */
  add(rule: ReadRule, at: Place, message: string, remedy?: Remedy | undefined): undefined;
}

/** The issues of one reading in the order in which they were reported. */
export class IssueList implements Issues {
  readonly list: ReadIssue[] = [];
  private readonly most: number;

  /** After `most` issues, one more says that there are more; the rest is dropped. */
  constructor(most = Number.POSITIVE_INFINITY) {
    this.most = most;
  }

  add(rule: ReadRule, at: Place, message: string, remedy?: Remedy | undefined): undefined {
    const more = typeof remedy === 'string' ? { hint: remedy } : remedy;
    this.push({ rule, at, message, ...more });
  }

  /** Adds issues of another list. */
  addAll(issues: readonly ReadIssue[]): undefined {
    for (const issue of issues) this.push(issue);
  }

  private push(issue: ReadIssue): void {
    if (this.list.length < this.most) this.list.push(issue);
    else if (this.list.length === this.most)
      this.list.push({
        rule: 'syntax',
        at: issue.at,
        message: `this file has more than ${this.most.toLocaleString('en')} faults: what follows is not read`,
      });
  }
}

/**
 * Reports every issue at one place: for a decoder that knows only paths, used on a value whose place is known. Keeps
 * suggestions only where that place `isValue`, the value and nothing else.
 */
export function placedAt(at: Place, issues: Issues, isValue = false): Issues {
  return {
    add(rule, _, message, remedy) {
      if (isValue || typeof remedy !== 'object') return issues.add(rule, at, message, remedy);
      const { suggestion, ...others } = remedy;
      return issues.add(rule, at, message, others);
    },
  };
}

/** Drops all issues. */
export const UNREPORTED: Issues = { add: () => undefined };

/** What the reader of a syntax says of values, without what it says inside of those that are of no use as they are. */
export function withoutEchoes(
  inText: readonly ReadIssue[],
  issues: readonly ReadIssue[],
  source: { extent(path: Path): Span },
): readonly ReadIssue[] {
  const quoting = inText.some(({ rule }) => rule === 'quote-this');
  const useless = quoting ? issues.filter(({ rule }) => rule === 'unknown-field' || rule === 'wrong-type') : [];
  if (useless.length === 0) return inText;
  const spans = useless
    .flatMap(({ at, related = [] }) => [at, ...related.map(other => other.at)])
    .flatMap(place => ('path' in place && place.path.length > 1 ? [source.extent(place.path)] : []));
  const isInside = ({ rule, at, suggestion }: ReadIssue) => {
    const place = suggestion?.at ?? at;
    return (
      rule === 'quote-this' &&
      'span' in place &&
      spans.some(([from, to]) => place.span[0] >= from && place.span[0] < to)
    );
  };
  return inText.filter(issue => !isInside(issue));
}

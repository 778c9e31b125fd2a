import { lastBefore } from '../formats/source/offsets.js';
import type { Reading } from '../formats/source/read-result.js';
import type { RuleId } from '../model/rule-ids.js';
import { RULES } from '../rules/index.js';
import type { Rule } from '../rules/rule.js';
import type { Ignore } from './ignores.js';
import { isFixed, spanOf, type WeighedFinding } from './problem.js';

/**
 * Drops what the ignores of a source silence, and adds the ignores that silence nothing. An ignore stands on a line of
 * what it silences or on the line above it; of an overlap, of either session.
 */
export function applyIgnores(
  found: readonly WeighedFinding[],
  ignores: readonly Ignore[],
  reading: Reading,
  runs: (rule: Rule) => boolean,
  line: (offset: number) => number,
): readonly WeighedFinding[] {
  const { source } = reading;
  const all = ignores.filter(({ rule, issue }) => issue || runs(RULES[rule as RuleId]));
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

/**
 * The ignores of one rule in the order of the text. What it is asked and tells grows with neither number times the other.
 */
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

import { FIELDS, type Fields } from '../../../model/fields.js';
import { isMap } from '../../source/faults.js';
import type { ReadIssue } from '../../source/issues.js';
import { type Judgement, type State, valueAt } from './judgement.js';
import { indentOf, isDash } from './lines.js';
import type { SlipEdit } from './slip-edit.js';

/**
 * True where an edit puts a field where there is none of its name, and before there was no other such, or begins an item that is
 * none: it lacks a field, or two where a line that has its dash is moved.
 */
export function isMisplaced(edit: SlipEdit, before: State, after: State): boolean {
  const { line, beginsItem, keepsField } = edit;
  const here = issuesAt(after, line);
  const missing = here.filter(({ rule }) => rule === 'missing-field').length;
  if (missing > (beginsItem ? 0 : 1) && isDash(after.patched.lines[line] ?? '')) return true;
  // An item that is none may be on another line, which the edit makes a neighbour.
  if (missingIn(after) > missingIn(before) + 1) return true;
  const [old, now] = [before, after].map(({ patched }) => indentOf(patched.lines[line] ?? ''));
  if (old !== now && isFieldAsId(after.patched.lines[line] ?? '', after.judgement)) return true;
  const isUnknown = ({ rule, suggestion }: ReadIssue) =>
    rule === 'unknown-field' && (suggestion === undefined || old !== now);
  return !keepsField && here.some(isUnknown) && !issuesAt(before, line).some(({ rule }) => rule === 'unknown-field');
}

/** True for a line with a field of a room or a person that stands where their ids are. */
function isFieldAsId(line: string, { raw }: Judgement): boolean {
  const name = /^\s*([\w-]+):/.exec(line)?.[1] ?? '';
  const isId = (list: string, fields: Fields) => {
    const entries = valueAt(raw, [list]);
    return Object.hasOwn(fields, name) && isMap(entries) && entries.has(name);
  };
  return isId('rooms', FIELDS.room) || isId('people', FIELDS.person);
}

/** The number of fields that are missing in a text. */
function missingIn({ judgement }: State): number {
  return judgement.issues.filter(({ rule }) => rule === 'missing-field').length;
}

/** What is said of the fields of a line. */
function issuesAt({ patched, judgement }: State, line: number): readonly ReadIssue[] {
  const { issues, offsetOf } = judgement;
  return issues.filter(issue => LACKS.has(issue.rule) && patched.lineAt(offsetOf(issue)) === line);
}

const LACKS: ReadonlySet<string> = new Set(['missing-field', 'unknown-field']);

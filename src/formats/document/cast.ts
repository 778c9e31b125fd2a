import type { Appearance, Person } from '../../model/agenda.js';
import { fold } from '../../text/fold.js';
import { distance } from '../../text/nearest.js';
import { quote } from '../../text/quote.js';
import type { NameRegistry } from '../import/registry.js';
import type { Issues } from '../source/issues.js';
import type { DraftPerson } from './drafts.js';
import type { NamedPerson } from './words/people.js';

/** Letters by which two functions of one person may differ and be the same with a slip in one, and the longest that may. */
const SLIP = 2;
const LONGEST_WITH_SLIP = 200;

/** The people of a document: one entry for each name, described by the first line that does. */
export class Cast {
  private readonly names: NameRegistry;
  private readonly tag: string;
  private readonly issues: Issues;
  private readonly known = new Map<string, NamedPerson>();

  constructor(names: NameRegistry, tag: string, issues: Issues) {
    this.names = names;
    this.tag = tag;
    this.issues = issues;
  }

  /** The appearances of the people of a session, each once; what differs from what is known of them is that of the appearance. */
  appearances(people: readonly DraftPerson[]): readonly Appearance[] {
    const seen = new Set<string>();
    return people.flatMap(({ person, role, line }) => {
      const id = this.names.person(person.name, line.span);
      const before = this.known.get(id);
      this.known.set(id, { ...person, ...before });
      const text = (value: string) => ({ [this.tag]: value });
      const differs = (field: 'title' | 'org') => {
        const value = person[field];
        const other = before?.[field];
        return before !== undefined && value !== undefined && other !== undefined && !this.isSlip(value, other, line);
      };
      if (seen.has(id)) return [];
      seen.add(id);
      return [
        {
          person: id,
          ...(role !== undefined && { role: text(role) }),
          ...(person.note !== undefined && { note: text(person.note) }),
          ...(person.remote && { remote: true }),
          ...(differs('title') && person.title !== undefined && { title: text(person.title) }),
          ...(differs('org') && person.org !== undefined && { org: text(person.org) }),
        },
      ];
    });
  }

  /** True for a function that is equal to another but for a slip, which is told. */
  private isSlip(value: string, other: string, line: DraftPerson['line']): boolean {
    const [a, b] = [fold(value), fold(other)];
    if (a === b) return true;
    if (Math.abs(a.length - b.length) > SLIP || a.length < 8 || a.length > LONGEST_WITH_SLIP) return false;
    // Two numbers are two things.
    if (a.replace(/\D/g, '') !== b.replace(/\D/g, '') || distance(a, b) > SLIP) return false;
    this.issues.add(
      'read-as',
      { span: line.span },
      `${line.where}: ${quote(value)} and ${quote(other)} are taken to be one function with a slip`,
    );
    return true;
  }

  /** The people of an agenda with what their lines say of them. */
  described(people: readonly Person[]): readonly Person[] {
    return people.map(person => {
      const { honorific, title, org } = this.known.get(person.id) ?? {};
      const text = (value: string) => ({ [this.tag]: value });
      return {
        ...person,
        ...(honorific !== undefined && { honorific: text(honorific) }),
        ...(title !== undefined && { title: text(title) }),
        ...(org !== undefined && { org: text(org) }),
      };
    });
  }
}

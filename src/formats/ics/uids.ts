import type { Accounts } from '../source/accounts.js';
import type { Issues } from '../source/issues.js';
import { first, textOf } from './components.js';
import type { Event } from './series.js';

/**
 * One event for each UID and RECURRENCE-ID, which is what a UID means (RFC 5545 §3.8.4.7): of several versions the one with
 * the highest SEQUENCE (RFC 5546 §2.1.5). Of equal copies the first stays. Events that differ and have one SEQUENCE all
 * stay, since nothing says which of them counts, and are reported.
 */
export function currentEvents(events: readonly Event[], accounts: Accounts, issues: Issues): readonly Event[] {
  const groups = new Map<string, Event[]>();
  for (const event of events) {
    const key = keyOf(event);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [event]);
    else group.push(event);
  }
  if (groups.size === events.length) return events;
  const kept = new Set<Event>();
  for (const [key, group] of groups) {
    const chosen = key === '' ? group : newest(group, accounts);
    for (const event of chosen) kept.add(event);
    const [one, other] = chosen;
    if (key !== '' && one !== undefined && other !== undefined)
      issues.add(
        'duplicate-id',
        { span: spanOf(other) },
        `the UID "${key.split('\0', 1)[0]?.slice(0, 60)}" is that of another event, and nothing says which of ${chosen.length} counts: all are read`,
        {
          hint: 'give each event a UID of its own, or the one that counts a higher SEQUENCE',
          related: [{ at: { span: spanOf(one) }, message: 'the first event with this UID' }],
          severity: 'warning',
        },
      );
  }
  return events.filter(event => kept.has(event));
}

/** Equal for versions of one event; empty for an event without UID. */
function keyOf({ uid, recurrenceId }: Event): string {
  return uid === ''
    ? ''
    : `${uid}\0${recurrenceId === undefined ? '' : `${recurrenceId.day} ${recurrenceId.minutes} ${recurrenceId.zone?.name}`}`;
}

function spanOf({ component }: Event) {
  return first(component, 'uid')?.span ?? component.span;
}

/** The versions of an event with the highest SEQUENCE, each once. */
function newest(group: readonly Event[], accounts: Accounts): readonly Event[] {
  if (group.length === 1) return group;
  const highest = group.reduce((most, event) => Math.max(most, sequenceOf(event)), 0);
  const found = new Map<string, Event>();
  for (const event of group) {
    const { span } = event.component;
    if (sequenceOf(event) < highest) {
      accounts.tell('older version', span, {
        rule: 'read-as',
        message: count =>
          `${count === 1 ? 'this event is an older version' : `${count} events are older versions`} of another with the same UID and a higher SEQUENCE: the newest is read`,
      });
      continue;
    }
    const content = contentOf(event);
    if (found.has(content))
      accounts.tell('copy', span, {
        rule: 'duplicate-id',
        severity: 'warning',
        message: count =>
          `${count === 1 ? 'this event is a copy' : `${count} events are copies`} of another with the same UID: it is read once`,
        hint: 'take the copy out',
      });
    else found.set(content, event);
  }
  return [...found.values()];
}

function sequenceOf({ component }: Event): number {
  const sequence = Number(first(component, 'sequence')?.values[0] ?? 0);
  return Number.isFinite(sequence) ? sequence : 0;
}

/** What of an event people see. */
function contentOf({ component, start, end }: Event): string {
  const texts = ['summary', 'location', 'status', 'description'].map(name => textOf(first(component, name)) ?? '');
  const ending =
    end === undefined ? '' : 'moment' in end ? `${end.moment.day} ${end.moment.minutes}` : `${end.days} ${end.ms}`;
  return [start.day, start.minutes, start.zone?.name, ending, ...texts].join('\0');
}

import { CHANGES, type ChangeRecord, type ClashRecord, type LogRecord } from '../diff/records.js';
import { SEVERITIES } from '../model/diagnostic.js';
import type { Schema } from './agenda.js';
import { choice, count, type Frozen, list, object, orNull, string, type Typed } from './typed.js';

type Field = Frozen<ChangeRecord>['fields'][number];

const value: Typed<Field['before']> = {
  schema: {
    description:
      'A value; null is nothing. Times are ISO 8601 with offset; lists have ids of people and rooms, tags or languages.',
    anyOf: [
      { type: 'string' },
      { type: 'integer' },
      { type: 'boolean' },
      { type: 'array', items: { type: 'string' } },
      { type: 'null' },
    ],
  },
};

const field = object<Field>('A field that differs.', {
  field: string(
    'Its name, as in `list --json`; of what has an id, behind that: `speakers.ada.role`, `rooms.hall.name`.',
  ),
  lang: orNull(string('The language of a text that differs (BCP 47); null for what is no text.')),
  before: value,
  after: value,
});

const pair: Typed<Frozen<ClashRecord>['sessions']> = {
  schema: {
    description: 'The ids of both, the earlier first; of a part outside its session, the session first.',
    type: 'array',
    items: { type: 'string' },
    minItems: 2,
    maxItems: 2,
  },
};

const clash = object<Frozen<ClashRecord>>('A conflict, as `conflicts --json` gives it.', {
  rule: string('The rule that found it.'),
  severity: choice('How grave it is.', SEVERITIES),
  sessions: pair,
  start: string('When the overlap starts: ISO 8601 with offset.', { format: 'date-time' }),
  end: string('When it ends.', { format: 'date-time' }),
  minutes: count('How long it is.', 0),
  rooms: list('The ids of the rooms that both want.', string('An id.')),
  people: list('The ids of the people that both want.', string('An id.')),
  message: string('What it is, in words.'),
});

const change = object<Frozen<ChangeRecord>>(
  'What happened to the agenda, to a session, or a clash that came or went.',
  {
    change: choice('What happened.', CHANGES),
    session: orNull(string('The id of the session in new, in old if it is gone; null for the agenda.')),
    title: orNull(string('The title of the session or the agenda, in one language.')),
    day: orNull(count('The day of the session, from 1; null for the agenda.', 1)),
    fields: list('What differs; empty for a clash.', field),
    clash: orNull(clash),
  },
);

/** The JSON Schema (draft-07) of `diff --json`. The compiler holds it and the records together. */
export function changesSchema(): Schema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Changes of an agenda',
    ...list(
      'What changed between two agendas: the agenda, then the sessions by day and start, then the clashes.',
      change,
    ).schema,
  };
}

const number = (what: string) => count(`How many sessions ${what}.`, 0);

const version = object<Frozen<LogRecord>>('A version that changed something that a reader sees.', {
  commit: string('The full id of the commit.'),
  date: string('When it was committed: ISO 8601 with offset.', { format: 'date-time' }),
  revision: count('The revision of the agenda in this version; 0 where it has none.', 0),
  updated: orNull(string('Its date of update, as written.')),
  counts: object<Frozen<LogRecord>['counts']>('How many sessions changed.', {
    new: number('are new'),
    cancelled: number('were cancelled'),
    removed: number('were removed'),
    moved: number('were moved'),
    changed: number('changed otherwise'),
  }),
  changes: list('What changed against the version before, without clashes.', change),
});

/** The JSON Schema (draft-07) of `log --json`. */
export function logSchema(): Schema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Versions of an agenda',
    ...list('The versions that changed something that a reader sees, newest first.', version).schema,
  };
}

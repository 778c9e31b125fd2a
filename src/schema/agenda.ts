import { LINT_LEVELS } from '../model/agenda.js';
import { UPDATED } from '../model/date.js';
import { FIELDS, type Field, type Fields, ID, type Kind, URL_FORM } from '../model/fields.js';
import { LANGUAGE_TAG } from '../model/localized.js';
import { FIXED_RULES, FOREIGN_RULES, RULE_IDS } from '../model/rule-ids.js';
import { INTERVAL } from '../model/time.js';

/** A JSON Schema, or a part of one (draft-07). */
export type Schema = Readonly<Record<string, unknown>>;

/** Any scalar: a text is taken as it is written, whatever YAML makes of it. */
const SCALAR = { type: ['string', 'number', 'boolean'] };
const SCALARS = { type: 'array', items: { ...SCALAR, minLength: 1 } };
/** A text in one language, or in several. */
const TEXT = {
  anyOf: [
    SCALAR,
    {
      type: 'object',
      propertyNames: { pattern: LANGUAGE_TAG },
      additionalProperties: { type: ['string', 'number', 'boolean', 'null'] },
      not: { additionalProperties: { enum: [null, ''] } },
    },
  ],
};
/** A word of a known form; written without quotes it may be a number or a truth value to YAML. */
const ID_VALUE = {
  anyOf: [{ type: 'string', pattern: ID.source }, { type: 'integer', minimum: 0 }, { type: 'boolean' }],
};

/** What each kind of field takes. */
const KINDS: Readonly<Record<Kind, Schema>> = {
  id: ID_VALUE,
  text: { $ref: '#/definitions/text' },
  string: SCALAR,
  person: SCALAR,
  url: { type: 'string', pattern: anyCase(URL_FORM) },
  language: { type: 'string', pattern: LANGUAGE_TAG },
  languages: { type: 'array', items: { type: 'string', pattern: LANGUAGE_TAG } },
  timezone: { ...SCALAR, minLength: 1 },
  date: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
  updated: { type: 'string', pattern: UPDATED },
  time: { type: 'string', pattern: INTERVAL },
  count: {
    anyOf: [
      { type: 'integer', minimum: 0, maximum: 999_999_999 },
      { type: 'string', pattern: '^\\d{1,9}$' },
    ],
  },
  flag: { enum: [true, false, 'true', 'false', 'True', 'False', 'TRUE', 'FALSE'] },
  choice: { type: 'string' },
  rooms: { anyOf: [{ ...SCALAR, minLength: 1 }, SCALARS] },
  tags: SCALARS,
  lint: {
    type: 'object',
    propertyNames: {
      enum: RULE_IDS.filter(id => !([...FIXED_RULES, ...FOREIGN_RULES] as readonly string[]).includes(id)),
    },
    additionalProperties: { enum: LINT_LEVELS },
  },
  days: { type: 'array', items: { $ref: '#/definitions/day' } },
  sessions: { type: 'array', items: { $ref: '#/definitions/session' } },
  appearances: { type: 'array', items: { $ref: '#/definitions/appearance' } },
  people: byId({ $ref: '#/definitions/person' }),
  roomMap: byId({ $ref: '#/definitions/room' }),
};

/** The JSON Schema (draft-07) of the agenda format, made of the same table that the reader reads by. */
export function agendaSchema(): Schema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Agenda',
    description: 'A conference agenda for idm, format version 1.',
    ...fields(FIELDS.agenda),
    definitions: {
      text: {
        title: 'Text',
        description: 'A string in the agenda’s language, or a map of language tags to strings.',
        ...TEXT,
      },
      room: {
        title: 'Room',
        description: 'The name of the room, or a map with its name and more.',
        anyOf: [{ ...SCALAR, minLength: 1 }, TEXT.anyOf[1], fields(FIELDS.room)],
      },
      person: { title: 'Person', description: 'Someone who moderates or speaks.', ...fields(FIELDS.person) },
      day: { title: 'Day', description: 'One day of the conference.', ...fields(FIELDS.day) },
      session: { title: 'Session', description: 'A session, or a part of one.', ...fields(FIELDS.session) },
      appearance: {
        title: 'Appearance',
        description: 'The id of a person; or person with what is particular here; or a person described here.',
        if: { type: 'object' },
        // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
        then: { if: { required: ['person'] }, then: fields(FIELDS.appearance), else: fields(FIELDS.inlinePerson) },
        else: { ...SCALAR, minLength: 1 },
      },
    },
  };
}

/** An object with the fields of a table and no others; an empty value is as good as none, unless the field is required. */
function fields(table: Fields): Schema {
  const entries = Object.entries<Field>(table);
  return {
    type: 'object',
    additionalProperties: false,
    required: entries.filter(([, field]) => field.required).map(([name]) => name),
    properties: Object.fromEntries(entries.map(([name, field]) => [name, property(name, field)])),
  };
}

function property(name: string, { kind, about, required, of }: Field): Schema {
  const value = of ? { enum: of } : KINDS[kind];
  const head = { title: name, description: about };
  const filled = { not: { enum: ['', null] } };
  return required ? { ...head, allOf: [value, filled] } : { ...head, anyOf: [value, { enum: ['', null] }] };
}

function byId(value: Schema): Schema {
  return { type: 'object', propertyNames: { pattern: ID.source }, additionalProperties: value };
}

/** The source of a pattern that ignores case, for a dialect without flags. */
function anyCase({ source }: RegExp): string {
  return source.replace(/\\.|[a-z]/g, part => (part.startsWith('\\') ? part : `[${part}${part.toUpperCase()}]`));
}

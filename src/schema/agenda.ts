import { LINT_LEVELS } from '../model/agenda.js';
import { UPDATED } from '../model/date.js';
import {
  type AgendaStatus,
  FIELDS,
  type Field,
  type Fields,
  ID,
  type Kind,
  type SessionStatus,
  type SessionType,
  URL_FORM,
  WEB_URL_FORM,
} from '../model/fields.js';
import { LANGUAGE_TAG } from '../model/localized.js';
import { FIXED_RULES, FOREIGN_RULES, RULE_IDS } from '../model/rule-ids.js';
import { TIME_WORDS } from '../model/time.js';
import { TIME } from '../model/written-time.js';

/** A JSON Schema, or a part of one (draft-07). */
export type Schema = Readonly<Record<string, unknown>>;

/** Where the schema is published. */
const SCHEMA_ID = 'https://raw.githubusercontent.com/your-organisation/idm-agenda/main/schema/agenda.schema.json';

/** Any scalar: a text is taken as it is written, whatever YAML makes of it. */
const SCALAR = { type: ['string', 'number', 'boolean'] };
const SCALARS = { type: 'array', items: { ...SCALAR, minLength: 1 } };
/** A text in one language, or in several. */
const TEXT = {
  anyOf: [
    SCALAR,
    {
      type: 'object',
      propertyNames: { pattern: LANGUAGE_TAG, ...message('a language tag (BCP 47): fr, pt-BR') },
      additionalProperties: { type: ['string', 'number', 'boolean', 'null'] },
      not: { additionalProperties: { enum: [null, ''] } },
    },
  ],
};
const LANGUAGE = {
  type: 'string',
  pattern: LANGUAGE_TAG,
  examples: ['en', 'fr', 'pt-BR'],
  ...message('a language tag (BCP 47): fr, pt-BR'),
};
/** An empty value; said in a way of which no editor makes a proposal. */
const EMPTY = { not: { type: ['number', 'boolean', 'object', 'array'] }, maxLength: 0 };

/** What each kind of field takes. Patterns hold for strings and bounds for numbers, so that one value is one schema. */
const KINDS: Readonly<Record<Kind, Schema>> = {
  // A word of this form may be a number or a truth value to YAML where it has no quotes.
  id: {
    type: ['string', 'integer', 'boolean'],
    pattern: ID.source,
    minimum: 0,
    ...message('an id: small letters a-z, digits, - and _, such as opening-1'),
  },
  text: { $ref: '#/definitions/text' },
  name: { $ref: '#/definitions/name' },
  string: SCALAR,
  person: SCALAR,
  url: {
    type: 'string',
    pattern: anyCase(URL_FORM),
    examples: ['https://example.org'],
    ...message('a web or mail address: https://example.org, mailto:desk@example.org'),
  },
  webUrl: {
    type: 'string',
    pattern: anyCase(WEB_URL_FORM),
    examples: ['https://example.org/join'],
    ...message('a web address: https://example.org/join'),
  },
  language: LANGUAGE,
  languages: { type: 'array', items: LANGUAGE },
  timezone: { ...SCALAR, minLength: 1, examples: ['Europe/Paris', 'America/New_York', 'Asia/Bangkok', 'UTC'] },
  date: {
    type: 'string',
    pattern: '^\\d{4}-\\d{2}-\\d{2}$',
    examples: ['2030-05-16'],
    ...message('a date, year first: 2030-05-16'),
  },
  updated: {
    type: 'string',
    pattern: UPDATED,
    examples: ['2030-03-20', '2030-03-20T09:00:00-04:00'],
    ...message('a date, or a time with its offset: 2030-03-20T09:00:00-04:00'),
  },
  time: {
    type: 'string',
    pattern: TIME,
    examples: ['10:00-10:30', '19:00-', '23:00-01:00+1', ...TIME_WORDS],
    ...message(
      'start and end: 10:00-10:30; 19:00- where no end is announced; +1 is the next day; morning, afternoon, evening or tbc where no clock is',
    ),
  },
  count: {
    type: ['integer', 'string'],
    minimum: 0,
    maximum: 999_999_999,
    pattern: '^\\d{1,9}$',
    ...message('a whole number from 0'),
  },
  flag: {
    enum: [true, false, 'true', 'false', 'True', 'False', 'TRUE', 'FALSE'],
    ...message('true or false'),
  },
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
  items: { type: 'array', items: { $ref: '#/definitions/item' } },
  links: { type: 'array', items: { $ref: '#/definitions/link' } },
  people: byId({ $ref: '#/definitions/person' }),
  roomMap: byId({ $ref: '#/definitions/room' }),
};

/** The keyword of JSON Schema; a property of this name in a literal would look like a promise. */
const THEN = 'then';

/** The fields of something, or its one text: a map whose keys are all languages, and no fields, is a text. */
function fieldsOrText(table: Fields): Schema {
  const languageKey = { pattern: LANGUAGE_TAG, not: { enum: Object.keys(table) } };
  return {
    if: { not: { type: 'object', minProperties: 1, propertyNames: languageKey } },
    [THEN]: { anyOf: [fields(table), { ...SCALAR, minLength: 1 }] },
    else: TEXT.anyOf[1],
  };
}

/** What an editor says beside each word that it proposes. */
const CHOICES: Readonly<Record<SessionType | SessionStatus | AgendaStatus, string>> = {
  session: 'An ordinary session.',
  plenary: 'For everyone: nothing takes place beside it.',
  opening: 'The opening, for everyone.',
  closing: 'The closing, for everyone.',
  keynote: 'A keynote, for everyone.',
  panel: 'A panel; often a part of a session.',
  workshop: 'A workshop.',
  'side-event': 'Beside the programme; during a break by design.',
  social: 'A reception, a dinner; during a break by design.',
  break: 'A break: what takes place during it is worth a look.',
  registration: 'Registration, which may go on beside sessions.',
  confirmed: 'It takes place.',
  tentative: 'It is not certain yet.',
  draft: 'The agenda may still change.',
  final: 'The agenda is published.',
  cancelled: 'It does not take place.',
};

/** What an editor offers to type. */
const SNIPPETS: Readonly<Record<'session' | 'person' | 'appearance', readonly object[]>> = {
  session: [
    {
      label: 'session',
      description: 'A session with speakers',
      body: {
        id: slot(1, 'id'),
        time: slot(2, '10:00-11:00'),
        title: slot(3, 'Title'),
        speakers: [{ name: slot(4, 'Name'), title: slot(5, 'Function'), org: slot(6, 'Organisation') }],
      },
    },
    {
      label: 'break',
      description: 'A break',
      body: { id: slot(1, 'lunch'), time: slot(2, '13:00-15:00'), type: 'break', title: slot(3, 'Lunch') },
    },
  ],
  person: [
    {
      label: 'person',
      description: 'Someone with a function',
      body: { name: slot(1, 'Name'), title: slot(2, 'Function'), org: slot(3, 'Organisation') },
    },
  ],
  appearance: [
    {
      label: 'speaker',
      description: 'Someone who appears only here',
      body: { name: slot(1, 'Name'), title: slot(2, 'Function'), org: slot(3, 'Organisation') },
    },
  ],
};

/** The JSON Schema (draft-07) of the agenda format, made of the same table that the reader reads by. */
export function agendaSchema(): Schema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: SCHEMA_ID,
    title: 'Agenda',
    description: 'A conference agenda for idm, format version 1.1.',
    ...fields(FIELDS.agenda),
    definitions: {
      text: {
        title: 'Text',
        description: 'A string in the agenda’s language, or a map of language tags to strings.',
        ...TEXT,
      },
      name: {
        title: 'Name',
        description: 'A name that is the same in every language, or a map of language tags to its forms.',
        ...TEXT,
      },
      room: {
        title: 'Room',
        description: 'The name of the room, or a map with its name and more.',
        ...fieldsOrText(FIELDS.room),
      },
      person: {
        title: 'Person',
        description: 'Someone who moderates or speaks.',
        ...fields(FIELDS.person),
        defaultSnippets: SNIPPETS.person,
      },
      day: { title: 'Day', description: 'One day of the conference.', ...fields(FIELDS.day) },
      session: {
        title: 'Session',
        description: 'A session, or a part of one.',
        ...fields(FIELDS.session),
        defaultSnippets: SNIPPETS.session,
      },
      item: {
        title: 'Item',
        description: 'A paper or a statement: its title, or a map with its title and more.',
        ...fieldsOrText(FIELDS.item),
      },
      link: { title: 'Link', description: 'A document, slides, a stream.', ...fields(FIELDS.link) },
      appearance: {
        title: 'Appearance',
        description: 'The id of a person; or person with what is particular here; or a person described here.',
        anyOf: [
          fields(FIELDS.appearance),
          { ...fields(FIELDS.inlinePerson), defaultSnippets: SNIPPETS.appearance },
          { ...SCALAR, minLength: 1 },
        ],
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
  const value = of ? choice(of) : KINDS[kind];
  const head = { title: name, description: about };
  if (!required) return { ...head, anyOf: [value, EMPTY] };
  // An editor that completes the field looks for a type here.
  const filled = { minLength: 1, ...message(required) };
  return '$ref' in value
    ? { ...head, type: ['string', 'number', 'boolean', 'object'], ...filled, allOf: [value] }
    : { ...head, ...filled, ...value };
}

/** A place in a snippet to fill in, in this order; the text is a proposal. */
function slot(order: number, text: string): string {
  return `\${${order}:${text}}`;
}

function choice(of: readonly string[]): Schema {
  return { enum: of, enumDescriptions: of.map(word => CHOICES[word as keyof typeof CHOICES]) };
}

/** What an editor says of a value that does not fit, in place of a pattern: keywords of VS Code's and Red Hat's servers. */
function message(wanted: string): Schema {
  return { errorMessage: `write ${wanted}`, patternErrorMessage: `write ${wanted}` };
}

function byId(value: Schema): Schema {
  return {
    type: 'object',
    propertyNames: { pattern: ID.source, ...message('an id: small letters a-z, digits, - and _') },
    additionalProperties: value,
  };
}

/** The source of a pattern that ignores case, for a dialect without flags. */
function anyCase({ source }: RegExp): string {
  return source.replace(/\\.|[a-z]/g, part => (part.startsWith('\\') ? part : `[${part}${part.toUpperCase()}]`));
}

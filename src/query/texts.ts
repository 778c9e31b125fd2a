import type { Agenda } from '../model/agenda.js';
import type { Path } from '../model/diagnostic.js';
import type { Text } from '../model/localized.js';
import { type Located, personPaths } from './described.js';
import { sessions } from './walk.js';

/** A text of an agenda, and where it stands. The path is made when it is asked for: only a finding needs one. */
export class TextAt {
  readonly text: Text;
  /** The name of its field. */
  readonly what: string;
  private readonly holder: Located;

  constructor(text: Text, what: string, holder: Located) {
    this.text = text;
    this.what = what;
    this.holder = holder;
  }

  get path(): Path {
    return [...this.holder.path, this.what];
  }
}

/** A string of an agenda, and where it stands. */
export interface StringAt {
  readonly text: string;
  readonly path: Path;
  /** The name of its field. */
  readonly what: string;
}

/** Every text, in all its languages: those of the agenda, the rooms, the people, then day by day. */
export function texts(agenda: Agenda): readonly TextAt[] {
  const found: TextAt[] = [];
  visit(agenda, (text, what, holder) => found.push(new TextAt(text, what, holder)));
  return found;
}

/**
 * Every string that people read and that is wanted: each text in each language, the names and countries of people, the
 * tags.
 */
export function strings(agenda: Agenda, wanted: (string: string) => boolean = () => true): readonly StringAt[] {
  const found: StringAt[] = [];
  const look = (text: string | undefined, what: string, holder: Located, field: string, key?: string | number) => {
    if (text === undefined || !wanted(text)) return;
    found.push({ text, what, path: [...holder.path, field, ...(key === undefined ? [] : [key])] });
  };
  visit(agenda, (text, what, holder) => {
    for (const tag in text) look(text[tag], what, holder, what, tag);
  });
  const places = personPaths(agenda);
  for (const person of agenda.people) {
    const holder = places.get(person.id) ?? { path: ['people', person.id] };
    look(person.name, 'name', holder, 'name');
    look(person.country, 'country', holder, 'country');
  }
  for (const stood of sessions(agenda))
    for (let i = 0; i < stood.session.tags.length; i++) look(stood.session.tags[i], 'tag', stood, 'tags', i);
  return found;
}

const IN_AGENDA = ['title', 'subtitle', 'description', 'venue', 'organizer'] as const;
const IN_ROOM = ['name', 'floor'] as const;
const IN_PERSON = ['honorific', 'title', 'org', 'bio'] as const;
const IN_DAY = ['title'] as const;
const IN_SESSION = ['title', 'subtitle', 'description', 'track'] as const;
const IN_APPEARANCE = ['role', 'note', 'title', 'org'] as const;

type Visit = (text: Text, what: string, holder: Located) => void;

/** Called for every text rather than a list of them: an agenda has many, and most rules want none. */
function visit(agenda: Agenda, call: Visit): void {
  under(agenda, IN_AGENDA, { path: [] }, call);
  for (const room of agenda.rooms) under(room, IN_ROOM, { path: ['rooms', room.id] }, call);
  const places = personPaths(agenda);
  for (const person of agenda.people)
    under(person, IN_PERSON, places.get(person.id) ?? { path: ['people', person.id] }, call);
  for (const [i, day] of agenda.days.entries()) under(day, IN_DAY, { path: ['days', i] }, call);
  for (const stood of sessions(agenda)) {
    under(stood.session, IN_SESSION, stood, call);
    for (const one of stood.cast) under(one.appearance, IN_APPEARANCE, one, call);
  }
}

/** The named fields of what stands somewhere, those that are there. */
function under<K extends string>(
  holder: { readonly [field in K]?: Text },
  fields: readonly K[],
  at: Located,
  call: Visit,
): void {
  for (const what of fields) {
    const text = holder[what];
    if (text !== undefined) call(text, what, at);
  }
}

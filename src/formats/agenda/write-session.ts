import type { Appearance, Person, Session } from '../../model/agenda.js';
import { FIELDS } from '../../model/fields.js';
import { formatInterval } from '../../model/time.js';
import type { Yaml } from './layout.js';
import { fields, record, roomIds, string, strings, type Texts } from './write-values.js';

/** What the parts of an agenda are written with. */
export interface Hand {
  readonly texts: Texts;
  /** The people who stand where they speak. */
  readonly inline: ReadonlyMap<string, Person>;
}

/** Sessions with an empty line between them. */
export function sessionList(sessions: readonly Session[], hand: Hand): Yaml {
  return { kind: 'list', items: sessions.map(session => sessionOf(session, hand)), apart: true };
}

function sessionOf(session: Session, hand: Hand): Yaml {
  const { time, type, rooms, sessions } = session;
  const { texts } = hand;
  return fields(FIELDS.session, {
    id: string(session.id),
    time: time && string(formatInterval(time)),
    type: type === 'session' ? undefined : string(type),
    title: texts(session.title),
    subtitle: texts(session.subtitle),
    description: texts(session.description),
    room: rooms && roomIds(rooms),
    moderators: cast(session.moderators, hand),
    speakers: cast(session.speakers, hand),
    track: texts(session.track),
    tags: strings(session.tags),
    languages: strings(session.languages),
    status: string(session.status),
    url: string(session.url),
    sessions: sessions.length === 0 ? undefined : sessionList(sessions, hand),
  });
}

function cast(appearances: readonly Appearance[], hand: Hand): Yaml | undefined {
  if (appearances.length === 0) return undefined;
  return { kind: 'list', items: appearances.map(appearance => appearanceOf(appearance, hand)) };
}

function appearanceOf(appearance: Appearance, { texts, inline }: Hand): Yaml {
  const { person: id, title, org } = appearance;
  const said = { role: texts(appearance.role), note: texts(appearance.note) };
  const person = inline.get(id);
  if (person !== undefined) {
    const here = { ...person, ...(title && { title }), ...(org && { org }) };
    return fields(FIELDS.inlinePerson, { ...personFields(here, texts), ...said });
  }
  const pairs = record(FIELDS.appearance, {
    person: { kind: 'text', text: id },
    ...said,
    title: texts(title),
    org: texts(org),
  });
  return pairs.length === 1 ? { kind: 'text', text: id } : { kind: 'map', pairs };
}

/** What is known of a person, by field. */
export function personFields({ name, honorific, title, org, country, url, bio }: Person, texts: Texts) {
  return {
    name: string(name),
    honorific: texts(honorific),
    title: texts(title),
    org: texts(org),
    country: string(country),
    url: string(url),
    bio: texts(bio),
  };
}

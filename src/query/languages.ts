import type { Agenda } from '../model/agenda.js';
import { base, type Text } from '../model/text.js';
import { cast, sessions } from './walk.js';

/** Every text of an agenda. */
export function* texts(agenda: Agenda): Generator<Text> {
  yield* present(agenda.title, agenda.subtitle, agenda.description, agenda.venue, agenda.organizer);
  for (const { name, floor } of agenda.rooms) yield* present(name, floor);
  for (const { honorific, title, org, bio } of agenda.people) yield* present(honorific, title, org, bio);
  for (const day of agenda.days) yield* present(day.title);
  for (const { session, path } of sessions(agenda)) {
    yield* present(session.title, session.subtitle, session.description, session.track);
    for (const { appearance } of cast(session, path))
      yield* present(appearance.role, appearance.note, appearance.title, appearance.org);
  }
}

/** The languages that texts stand in, in order of first use. */
export function languages(agenda: Agenda): readonly string[] {
  return [...new Set([...texts(agenda)].flatMap(text => Object.keys(text)))];
}

/** True when some text is in the language asked for, or in another variety of it. */
export function speaks(agenda: Agenda, tag: string): boolean {
  return languages(agenda).some(known => base(known) === base(tag));
}

function* present(...texts: readonly (Text | undefined)[]): Generator<Text> {
  for (const text of texts) if (text !== undefined) yield text;
}

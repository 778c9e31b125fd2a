import type { SessionStatus } from '../../model/agenda.js';
import { statusOf, statusOfTitle } from '../import/statuses.js';
import { LONGEST_TITLE } from './drafts.js';
import type { Line } from './line.js';
import { castInTitle, castInWords, type NamedCast } from './words/casts.js';
import { isRoom, type Label, labelOf, typeOfTitle } from './words/labels.js';
import { beginsLower } from './words/letters.js';
import { peopleIn, personIn } from './words/people.js';

/** What the line of a title says: the title, and what stands behind it. */
export interface TitleParts {
  readonly title: string;
  readonly rooms: readonly string[];
  readonly status?: SessionStatus;
  readonly cast: readonly NamedCast[];
  /** Labels of people behind a dash or in brackets, each with its text. */
  readonly labels: readonly { readonly label: Label; readonly text: string }[];
}

/** Parts a title from the people, the rooms and the status behind it; a room behind a dash only where `hasRoom` is false. */
export function partsOfTitle(text: string, hasRoom: boolean): TitleParts {
  const whole = text.replace(/^[\s"]*(?=\S)|(?<=[^\s*])\*{1,3}$/g, '').trim();
  const marked = whole.length > LONGEST_TITLE ? null : /^(\S.*?)\s+\/\/\s+(\S.*)$/su.exec(whole);
  const cast = marked === null ? undefined : (castInWords(marked[2] ?? '') ?? listed(marked[2] ?? ''));
  if (cast !== undefined) {
    const parts = partsOfTitle(marked?.[1] ?? '', hasRoom);
    return { ...parts, cast: [...parts.cast, ...cast] };
  }
  const [, before = '', said = ''] =
    whole.length > LONGEST_TITLE ? [] : (/^(\S.*?[^.])[.;,]\s+(\S{3,12}\s?[:：]\s\S.*)$/su.exec(whole) ?? []);
  const place = before === '' ? undefined : labelOf(said);
  if (place?.kind === 'room') {
    const parts = partsOfTitle(before, true);
    return { ...parts, rooms: [...parts.rooms, said.slice(place.rest).replace(/\.$/, '')] };
  }
  const named = whole.length > 2 * LONGEST_TITLE ? undefined : castInTitle(whole);
  const people = peopleBehind(named?.title ?? whole);
  const rooms: string[] = [];
  let { title } = people;
  let status: SessionStatus | undefined;
  for (let i = 0; i < 2 && title.length <= LONGEST_TITLE; i++) {
    const [, before = '', inside = ''] = /^(.*\S)\s*[([（]([^()[\]（）]+)[)\]）]$/su.exec(title) ?? [];
    if (before === '') break;
    const said = statusOf(inside);
    if (isRoom(inside)) rooms.push(inside);
    else if (said !== undefined && said !== 'confirmed') status = said;
    else break;
    title = before;
  }
  const room = hasRoom || rooms.length > 0 ? undefined : roomBehind(title);
  if (room !== undefined) rooms.push(room.name);
  title = room?.title ?? title;
  status = statusOfTitle(title) ?? status;
  return {
    title,
    rooms,
    ...(status !== undefined && { status }),
    cast: [...(named?.cast ?? []), ...people.cast],
    labels: people.labels,
  };
}

/** Who is named in a text that says nothing else. */
function listed(text: string): readonly NamedCast[] | undefined {
  const people = peopleIn(text, false);
  return people && [{ as: 'speakers', people }];
}

/** A title, and the people behind a dash or in brackets at its end: `Tides – Moderator: Ana Reis`, `Tides (Dr. Ana Reis)`. */
function peopleBehind(text: string): Pick<TitleParts, 'title' | 'cast' | 'labels'> {
  const alone = { title: text, cast: [], labels: [] };
  if (text.length > LONGEST_TITLE) return alone;
  const inSentence = behindSentence(text);
  if (inSentence !== undefined) return inSentence;
  const [, before = '', behind = ''] =
    /^(\S.*\S)\s+[–—]\s+(\S.*)$/su.exec(text) ?? /^(\S.*\S)\s+[(（]([^()（）]+)[)）]$/su.exec(text) ?? [];
  if (before === '') return alone;
  const labels = behind.split(/\s*;\s*/).map(part => ({ label: labelOf(part), text: part }));
  const ofPeople = labels.flatMap(({ label, text }) =>
    (label?.kind === 'moderators' || label?.kind === 'speakers') && label.rest < behind.length ? { label, text } : [],
  );
  if (ofPeople.length === labels.length) return { title: before, cast: [], labels: ofPeople };
  const person = personIn(behind, 'anywhere');
  const isDescribed = person?.title !== undefined || (person?.org !== undefined && behind.endsWith(')'));
  if (person === undefined || (person.honorific === undefined && !isDescribed)) return alone;
  return { title: before, cast: [{ as: 'speakers', people: [person] }], labels: [] };
}

/** `What is new? Dr. Ana Reis (Delta Bank)`: a title that ends as a sentence, and somebody with a form of address. */
function behindSentence(text: string): Pick<TitleParts, 'title' | 'cast' | 'labels'> | undefined {
  const [, title = '', who = ''] = /^(\S.{4,}?[.?!…])\s+(\S[^.?!]*(?:\.\s\S[^.?!]*)?)$/su.exec(text) ?? [];
  const person = title === '' ? undefined : personIn(who, 'anywhere');
  if (person?.honorific === undefined) return undefined;
  return {
    title: title.replace(/[^.]\.$/, end => end.slice(0, -1)),
    cast: [{ as: 'speakers', people: [person] }],
    labels: [],
  };
}

/** A title, and the room behind a dash or a comma at its end. */
function roomBehind(text: string): { readonly title: string; readonly name: string } | undefined {
  if (text.length > LONGEST_TITLE) return undefined;
  const [, before = '', place = ''] = /^(.*\S)\s+@\s+(\S.{1,60})$/su.exec(text) ?? [];
  if (before !== '' && !/[.@/]/.test(place)) return { title: before, name: place };
  const [, pause = '', where = ''] = /^(\S.*\S)[.,]\s+([^.,]{3,60})$/su.exec(text) ?? [];
  const type = pause === '' || !isRoom(where) ? undefined : typeOfTitle(pause);
  if (type === 'break' || type === 'registration' || type === 'social') return { title: pause, name: where };
  const [, title = '', mark, name = ''] = /^(.*\S)\s*([–—|·]|\s-\s|,)\s*([^,–—|·]+)$/su.exec(text) ?? [];
  if (title === '' || !isRoom(name)) return undefined;
  return mark === '·' || /(?:room|salle|sala|зал|قاعة|会议室|hall)\s*\S{1,12}$/iu.test(name)
    ? { title, name }
    : undefined;
}

/** True where a title breaks off, or a line goes on in small letters: the line is more of it. */
export function titleGoesOn(title: string, { text, isApart }: Line): boolean {
  return (
    /[:,–—-]$|\s(?:and|of|the|for|et|de|du|des|la|le|les|pour|y|en|и|на|для)$/i.test(title) ||
    (beginsLower().test(text) && !/[.!?]$/.test(text) && isApart !== true && text.length < 120)
  );
}

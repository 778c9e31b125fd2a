// Agendas as the model has them, for functions that ask for no text.
import type { Agenda, Session } from '../src/model/agenda.js';

const HEAD = {
  id: 'bench',
  title: { en: 'Bench' },
  language: 'en',
  timezone: 'Europe/Paris',
  links: [],
  room: [],
  lint: {},
};
const LISTS: Omit<Session, 'id' | 'time' | 'title'> = {
  type: 'session',
  rooms: [],
  moderators: [],
  speakers: [],
  items: [],
  links: [],
  tags: [],
  languages: [],
  sessions: [],
};

/** `count` sessions over days of `aDay`; `session` makes one from its number and its place in the day. */
function agenda(
  count: number,
  aDay: number,
  session: (number: number, i: number) => Session,
  more: Partial<Agenda> = {},
): Agenda {
  const days = Array.from({ length: Math.ceil(count / aDay) }, (_, day) => ({
    date: new Date(Date.UTC(2030, 0, 1 + day)).toISOString().slice(0, 10),
    sessions: Array.from({ length: Math.min(aDay, count - day * aDay) }, (_, i) => session(day * aDay + i, i)),
  }));
  return { ...HEAD, rooms: [], people: [], ...more, days };
}

/** Sessions of an hour in rooms of their own, twenty a room and day; every hundredth overlaps the one before in its room. */
export function crowded(count: number): Agenda {
  return agenda(count, 1000, (number, i) => {
    const start = (i % 20) * 60;
    const early = number % 100 === 1 ? 30 : 0;
    return {
      ...LISTS,
      id: `s${number}`,
      time: { start: start - early, end: start + 60 },
      title: { en: 'S' },
      rooms: [`r${Math.floor(i / 20)}`],
      speakers: [{ person: `p${number}` }],
    };
  });
}

const TEXT = 'Œuvrer de concert pour rendre les migrations bénéfiques à tous, ici et ailleurs ; '.repeat(6);

/** Sessions with long texts in one room. */
export function large(count: number): Agenda {
  const session = (number: number, i: number): Session => ({
    ...LISTS,
    id: `s${number}`,
    time: { start: 480 + (i % 40) * 15, end: 540 + (i % 40) * 15 },
    title: { fr: `Session ${i} : ${TEXT.slice(0, 80)}` },
    description: { fr: TEXT },
    rooms: ['hall'],
  });
  return agenda(count, 1000, session, {
    language: 'fr',
    rooms: [{ id: 'hall', name: { fr: 'Salle de conférence 2' } }],
  });
}

const WORDS =
  'harbour night freight quiet street water tide archive bridge ferry market garden signal school river'.split(' ');
const words = (seed: number, count: number) =>
  Array.from({ length: count }, (_, i) => WORDS[(seed * 7 + i * i * 3) % WORDS.length]).join(' ');

const SYLLABLES = 'ba den fri go hul jak lem mor nu pas rit sol tav win zek'.split(' ');

/** A name like nobody else's: a schedule without problems is what most have. */
function name(number: number): string {
  const syllable = (i: number) =>
    SYLLABLES[Math.floor((number * 7919) / SYLLABLES.length ** i + number * i) % SYLLABLES.length];
  return [0, 1, 2, 3, 4, 5, 6].map(i => (i === 3 ? ' ' : '') + syllable(i)).join('');
}

/** Talks of an hour in ten rooms, each with two speakers and a text. */
export function talks(count: number): Agenda {
  const session = (number: number, i: number): Session => ({
    ...LISTS,
    id: `talk-${number}`,
    time: { start: 540 + Math.floor(i / 10) * 60, end: 600 + Math.floor(i / 10) * 60 },
    title: { en: words(number, 6) },
    subtitle: { en: words(number + 1, 8) },
    description: { en: words(number + 2, 160) },
    rooms: [`r${number % 10}`],
    speakers: [{ person: `p${number}` }, { person: `q${number}` }],
    track: { en: words(number % 5, 1) },
    languages: ['en'],
  });
  const names = (prefix: string, from: number) =>
    Array.from({ length: count }, (_, i) => ({ id: `${prefix}${i}`, name: name(from + i), org: { en: 'Org' } }));
  const rooms = Array.from({ length: 10 }, (_, i) => ({ id: `r${i}`, name: { en: `Room ${i}` } }));
  return agenda(count, 80, session, { rooms, people: [...names('p', 0), ...names('q', count)] });
}

import type { Session } from '../../model/agenda.js';
import type { IsoDate } from '../../model/date.js';
import { UNDETERMINED } from '../../model/localized.js';
import { timeZones } from '../../model/zone.js';
import { quote } from '../../text/quote.js';
import type { ReadOptions } from '../format.js';
import { type Aids, aidsFor } from '../import/aids.js';
import { readableId, readableName, stableIds, startName } from '../import/ids.js';
import { type NameRegistry, nameRegistry } from '../import/registry.js';
import { buildAgenda, type ImportedSession, titleOfFile } from '../import/sessions.js';
import type { Issues } from '../source/issues.js';
import type { Guess, Reading } from '../source/read-result.js';
import { sourceMap } from '../source/source-map.js';
import type { BlockDocument } from './blocks/block.js';
import { Cast } from './cast.js';
import { datesOfDays, dayTitles } from './days.js';
import type { Draft, Programme } from './drafts.js';
import type { Head } from './head.js';
import { languageOf } from './words/language.js';

/** Builds the agenda of what was found in a document. Guesses are told, and listed for who writes the agenda. */
export async function agendaOf(
  document: BlockDocument,
  head: Head,
  programme: Programme,
  options: ReadOptions,
  issues: Issues,
): Promise<Reading> {
  const guesses: Guess[] = [];
  const dates = datesOfDays(document, head, programme, options, issues, guesses);
  const sessions = programme.sessions.filter(
    ({ start, word, day }) => (start !== undefined || word !== undefined) && dates[day] !== undefined,
  );
  const language = languageFor(document, issues, guesses);
  const tag = language ?? UNDETERMINED;
  const aids = await aidsFor(namesIn(sessions, head), []);
  const names = nameRegistry(aids);
  const zone = zoneFor(head, options, issues, guesses);
  const usual = (head.room === undefined ? [] : (head.rooms ?? [head.room.name])).map(name =>
    names.room(name, head.room?.span ?? [0, 0], { tag }),
  );
  const people = new Cast(names, tag, issues);
  const imported = importedSessions(sessions, dates, { names, tag, aids, people, usual }, guesses);
  const roomsOfDays = new Map(
    programme.days.flatMap(({ rooms, line }, i) =>
      rooms === undefined
        ? []
        : [[dates[i], rooms.map(name => names.room(name, line?.span ?? [0, 0], { tag }))] as const],
    ),
  );
  const places = sourceMap(document.text);
  const title = head.titleText ?? titleOfFile(options.file, 'agenda');
  if (head.titleText === undefined) guesses.push({ of: 'agenda', id: '', field: 'title', why: 'the name of the file' });
  const built = buildAgenda(
    {
      id: readableId(aids.transliterate(titleOfFile(options.file, '') || title), 'agenda'),
      title: { [tag]: title },
      ...(head.subtitle !== undefined && { subtitle: { [tag]: head.subtitle } }),
      ...(head.description !== undefined && { description: { [tag]: head.description } }),
      ...(language !== undefined && { language }),
      timezone: zone,
      ...(head.venue !== undefined && { venue: { [tag]: head.venue } }),
      ...(head.organizer !== undefined && { organizer: { [tag]: head.organizer } }),
      ...(head.status && { status: head.status }),
      ...(head.interpretation && { interpretation: head.interpretation }),
      ...(head.url !== undefined && { url: head.url }),
      ...(head.updated !== undefined && { updated: head.updated }),
      ...(head.revision !== undefined && { revision: head.revision }),
      links: (head.links ?? []).map(link => ({ ...link, title: { [tag]: Object.values(link.title)[0] ?? '' } })),
    },
    imported,
    names,
    places,
    issues,
  );
  const titles = dayTitles(programme.days, dates);
  const agenda = {
    ...built,
    room: usual,
    people: people.described(built.people),
    days: built.days.map(day => {
      const called = titles.get(day.date ?? '');
      const rooms = roomsOfDays.get(day.date);
      return {
        ...day,
        ...(called !== undefined && { title: { [tag]: called } }),
        ...(rooms && { rooms }),
      };
    }),
  };
  return { agenda, faults: [], source: places.source, foreign: true, guesses };
}

function namesIn(sessions: readonly Draft[], head: Head): readonly string[] {
  return sessions
    .flatMap(({ title, room, moderators, speakers }) => [
      title,
      room?.name ?? '',
      ...[...moderators, ...speakers].map(({ person }) => person.name),
    ])
    .concat(head.titleText ?? '', head.room?.name ?? '');
}

function languageFor(document: BlockDocument, issues: Issues, guesses: Guess[]): string | undefined {
  if (document.language !== undefined) return document.language;
  const language = languageOf(document.blocks.map(({ text }) => text).join('\n'));
  if (language === undefined) return undefined;
  guesses.push({ of: 'agenda', id: '', field: 'language', why: 'by the words of the document' });
  issues.add(
    'read-as',
    { span: [0, 0] },
    `the ${document.noun} is taken to be in the language ${language}, by its words`,
  );
  return language;
}

function zoneFor(head: Head, options: ReadOptions, issues: Issues, guesses: Guess[]): string {
  const zones = options.zones ?? timeZones();
  if (options.assumeTz !== undefined) return zones.get(options.assumeTz).name;
  if (head.zone !== undefined) {
    const { name, from, isWritten } = head.zone;
    if (name === from) return zones.get(name).name;
    if (!isWritten) guesses.push({ of: 'agenda', id: '', field: 'timezone', why: `that of ${from}` });
    issues.add(
      'read-as',
      { span: [0, 0] },
      `the times are taken to be those of ${name}, by ${quote(from)}: --assume-tz says another`,
    );
    return zones.get(name).name;
  }
  issues.add(
    'bad-timezone',
    { span: [0, 0] },
    'nothing says in which time zone the times of this document are',
    'say it: --assume-tz Europe/Paris',
  );
  return 'UTC';
}

interface Import {
  readonly names: NameRegistry;
  readonly tag: string;
  readonly aids: Aids;
  readonly people: Cast;
  /** The ids of the rooms of what names none. */
  readonly usual: readonly string[];
}

function importedSessions(
  sessions: readonly Draft[],
  dates: readonly (IsoDate | undefined)[],
  { names, tag, aids, people, usual }: Import,
  guesses: Guess[],
): readonly ImportedSession[] {
  const places = new Map(sessions.map((session, i) => [session, i]));
  const imported = sessions.map((draft): ImportedSession & { session: { id: string } } => {
    const {
      line,
      title,
      titleLine,
      type,
      status,
      room,
      rooms,
      description,
      organizer,
      track,
      languages,
      interpretation,
      start,
      end,
      word,
      last,
    } = draft;
    const date = dates[draft.day] ?? '';
    const cast = { moderators: people.appearances(draft.moderators), speakers: people.appearances(draft.speakers) };
    const roomIds = [...(room === undefined ? [] : [room]), ...rooms].map(one =>
      names.room(one.name, one.line.span, { tag }),
    );
    const parent = draft.parent === undefined ? undefined : places.get(draft.parent);
    // The rooms that have an address are known where all have one.
    const joined = roomIds.length > 0 ? roomIds : usual;
    const isTold = joined.length === draft.joins.length;
    if (isTold) for (const [i, id] of joined.entries()) names.setUrl(id, draft.joins[i] ?? '');
    const text = (value: string) => ({ [tag]: value });
    const session: Omit<Session, 'time' | 'sessions'> & { id: string } = {
      id: '',
      type: type ?? 'session',
      title: text(title || line.text),
      ...(draft.subtitle !== undefined && { subtitle: text(draft.subtitle) }),
      ...(description.length > 0 && { description: text(description.join('\n\n')) }),
      ...(roomIds.length > 0 && { rooms: [...new Set(roomIds)] }),
      ...cast,
      items: draft.items.map(({ title: named, people: cast, note, url }) => ({
        title: text(named),
        speakers: people.appearances(cast),
        ...(note !== undefined && { note: text(note) }),
        ...(url !== undefined && { url }),
      })),
      links: [
        ...draft.links.map(link => ({ ...link, title: text(Object.values(link.title)[0] ?? '') })),
        ...(isTold ? [] : draft.joins.map(url => ({ title: text(url), url }))),
      ],
      tags: [],
      ...(draft.url !== undefined && { url: draft.url }),
      languages: languages ?? [],
      ...(organizer !== undefined && { organizer: text(organizer) }),
      ...(track !== undefined && { track: text(track) }),
      ...(interpretation && { interpretation }),
      ...(status && { status }),
    };
    const time = word ?? (start === undefined ? undefined : { start, ...(end !== undefined && { end }) });
    return {
      session,
      date,
      ...(time !== undefined && { time }),
      ...(parent !== undefined && { parent }),
      span: line.span,
      extent: [line.span[0], Math.max(line.span[1], last.span[1])],
      fieldSpans: [
        ...(titleLine === undefined ? [] : [[['title'], titleLine.span] as const]),
        ...draft.moderators.map(({ line: at }, i) => [['moderators', i], at.span] as const),
        ...draft.speakers.map(({ line: at }, i) => [['speakers', i], at.span] as const),
      ],
    };
  });
  const ids = stableIds(
    imported.map(({ session, date, time }) => ({
      name: readableName('', Object.values(session.title)[0] ?? '', 'session', aids.transliterate),
      date,
      start: startName(time),
      rooms: session.rooms ?? [],
      content: () => JSON.stringify(session),
    })),
  );
  for (const [i, one] of imported.entries()) {
    one.session.id = ids[i] ?? '';
    for (const guess of sessions[i]?.guesses ?? []) guesses.push({ of: 'session', id: one.session.id, ...guess });
  }
  return imported;
}

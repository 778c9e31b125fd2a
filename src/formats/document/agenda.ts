import type { Appearance, Person, Session } from '../../model/agenda.js';
import { type IsoDate, longDate } from '../../model/date.js';
import { UNDETERMINED } from '../../model/localized.js';
import { timeZones } from '../../model/zone.js';
import { fold } from '../../text/fold.js';
import { distance } from '../../text/nearest.js';
import { quote } from '../../text/quote.js';
import type { ReadOptions } from '../format.js';
import { type Aids, aidsFor } from '../import/aids.js';
import { readableId, readableName, stableIds, startName } from '../import/ids.js';
import { type NameRegistry, nameRegistry } from '../import/registry.js';
import { buildAgenda, type ImportedSession, titleOfFile } from '../import/sessions.js';
import type { Issues } from '../source/issues.js';
import type { Guess, Reading } from '../source/read-result.js';
import { sourceMap } from '../source/source-map.js';
import type { BlockDocument } from './blocks.js';
import { daysAfter, isoDate, weekdayOf, yearsIn } from './dates.js';
import type { Draft, DraftDay, DraftPerson, Programme } from './drafts.js';
import type { Head } from './head.js';
import { languageOf } from './language.js';
import type { NamedPerson } from './people.js';

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

/** The dates of the days, by their headings: with the year and the dates of the head, where they name none. */
function datesOfDays(
  document: BlockDocument,
  head: Head,
  { days, sessions }: Programme,
  options: ReadOptions,
  issues: Issues,
  guesses: Guess[],
): readonly (IsoDate | undefined)[] {
  const year = yearOf(document, head, days, options);
  const range = head.dates.find(({ last }) => last !== undefined) ?? head.dates[0];
  const first =
    range === undefined
      ? undefined
      : isoDate(
          {
            ...range.first,
            ...(range.first.year === undefined && range.last?.year !== undefined && { year: range.last.year }),
          },
          year?.value,
        );
  const last = range?.last === undefined ? first : isoDate(range.last, year?.value);
  let isYearTold = false;
  let before: IsoDate | undefined;
  const lines = new Map(sessions.toReversed().map(one => [one.day, one.line]));
  return days.map(({ heading, line }, i) => {
    const isUsed = lines.has(i);
    let date: IsoDate | undefined;
    let why = '';
    if (heading?.date !== undefined) {
      date = isoDate(heading.date, year?.value);
      if (heading.date.year === undefined && date !== undefined)
        why = `the year ${year?.value} comes from ${year?.from}`;
    } else if (heading?.ordinal !== undefined && first !== undefined) {
      date = daysAfter(first, heading.ordinal - 1);
      why = `the dates come from the head of the document`;
    } else if (heading?.weekday !== undefined && (before !== undefined || first !== undefined)) {
      const from = before === undefined ? (first as IsoDate) : daysAfter(before, 1);
      date = daysAfter(from, (heading.weekday - weekdayOf(from) + 7) % 7);
      why = 'the dates come from the head of the document';
    } else if (heading === undefined && first !== undefined) {
      date = first;
      why = 'the date comes from the head of the document';
    }
    if (date === undefined) {
      if (isUsed && heading !== undefined && line !== undefined)
        issues.add(
          'bad-date',
          { span: line.span },
          `${line.where}: nothing says the ${heading.date === undefined ? 'date' : 'year'} of ${quote(line.text)}`,
          `write it there or in the title: ${heading.date === undefined ? '26 March 2018' : `${line.text.slice(0, 40)} 2018`}`,
        );
      else if (isUsed) {
        const at = lines.get(i);
        issues.add(
          'bad-date',
          { span: at?.span ?? [0, 0] },
          'nothing says on which day this takes place',
          'write the date above the first time: 26 March 2018',
        );
      }
      return undefined;
    }
    before = date;
    if (
      heading?.weekday !== undefined &&
      heading.date !== undefined &&
      line !== undefined &&
      weekdayOf(date) !== heading.weekday
    )
      issues.add(
        'contradiction',
        { span: line.span },
        `${line.where}: ${quote(line.text)} is a ${longDate(date).split(' ')[0]}: the date counts`,
        { severity: 'warning', hint: 'write the weekday of the date' },
      );
    if (
      last !== undefined &&
      first !== undefined &&
      why !== '' &&
      (date < first || date > last) &&
      heading?.date === undefined &&
      line !== undefined
    )
      issues.add(
        'contradiction',
        { span: line.span },
        `${line.where}: ${quote(line.text)} would be ${date}, after the dates of the head`,
        { severity: 'warning', hint: 'write its date' },
      );
    if (why !== '' && isUsed) {
      guesses.push({ of: 'day', id: date, field: 'date', why });
      if (!isYearTold)
        issues.add(
          'read-as',
          { span: line?.span ?? [0, 0] },
          `${line === undefined ? 'the day' : `${line.where}: ${quote(line.text)}`} is taken to be ${date}: ${why}`,
        );
      isYearTold = true;
    }
    return date;
  });
}

/** The year of dates that name none: that of the head, of another day, of the title, of the name of the file. */
function yearOf(
  document: BlockDocument,
  head: Head,
  days: readonly DraftDay[],
  { file = '' }: ReadOptions,
): { readonly value: number; readonly from: string } | undefined {
  const inHead = head.dates.flatMap(({ first, last }) => first.year ?? last?.year ?? [])[0];
  if (inHead !== undefined) return { value: inHead, from: 'the dates of the head' };
  const inDay = days.flatMap(({ heading }) => heading?.date?.year ?? [])[0];
  if (inDay !== undefined) return { value: inDay, from: 'another day' };
  const inTitle = yearsIn(`${head.titleText ?? ''} ${head.subtitle ?? ''} ${document.title ?? ''}`)[0];
  if (inTitle !== undefined) return { value: inTitle, from: 'the title' };
  const inFile = yearsIn(file.replace(/^.*[/\\]/, ''))[0];
  return inFile === undefined ? undefined : { value: inFile, from: 'the name of the file' };
}

function dayTitles(days: readonly DraftDay[], dates: readonly (IsoDate | undefined)[]): ReadonlyMap<string, string> {
  const titles = new Map<string, string>();
  for (const [i, { heading, line }] of days.entries()) {
    const date = dates[i];
    if (date === undefined || heading === undefined) continue;
    // « Première journée » is what the day is called; a date alone is none.
    const called =
      heading.title !== ''
        ? heading.title
        : heading.date === undefined && heading.ordinal !== undefined
          ? (line?.text ?? '')
          : '';
    const before = titles.get(date);
    if (called !== '' && before !== called) titles.set(date, before === undefined ? called : `${before} – ${called}`);
  }
  return titles;
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

/** Letters by which two functions of one person may differ and be the same with a slip in one, and the longest that may. */
const SLIP = 2;
const LONGEST_WITH_SLIP = 200;

/** The people of a document: one entry for each name, described by the first line that does. */
class Cast {
  private readonly names: NameRegistry;
  private readonly tag: string;
  private readonly issues: Issues;
  private readonly known = new Map<string, NamedPerson>();

  constructor(names: NameRegistry, tag: string, issues: Issues) {
    this.names = names;
    this.tag = tag;
    this.issues = issues;
  }

  appearances(people: readonly DraftPerson[]): readonly Appearance[] {
    const seen = new Set<string>();
    return people.flatMap(({ person, role, line }) => {
      const id = this.names.person(person.name, line.span);
      const before = this.known.get(id);
      this.known.set(id, { ...person, ...before });
      const text = (value: string) => ({ [this.tag]: value });
      const differs = (field: 'title' | 'org') => {
        const value = person[field];
        const other = before?.[field];
        return before !== undefined && value !== undefined && other !== undefined && !this.isSlip(value, other, line);
      };
      if (seen.has(id)) return [];
      seen.add(id);
      return [
        {
          person: id,
          ...(role !== undefined && { role: text(role) }),
          ...(person.note !== undefined && { note: text(person.note) }),
          ...(person.remote && { remote: true }),
          ...(differs('title') && person.title !== undefined && { title: text(person.title) }),
          ...(differs('org') && person.org !== undefined && { org: text(person.org) }),
        },
      ];
    });
  }

  /** True for a function that is equal to another but for a slip, which is told. */
  private isSlip(value: string, other: string, line: DraftPerson['line']): boolean {
    const [a, b] = [fold(value), fold(other)];
    if (a === b) return true;
    if (Math.abs(a.length - b.length) > SLIP || a.length < 8 || a.length > LONGEST_WITH_SLIP) return false;
    // Two numbers are two things.
    if (a.replace(/\D/g, '') !== b.replace(/\D/g, '') || distance(a, b) > SLIP) return false;
    this.issues.add(
      'read-as',
      { span: line.span },
      `${line.where}: ${quote(value)} and ${quote(other)} are taken to be one function with a slip`,
    );
    return true;
  }

  /** The people of an agenda with what their lines say of them. */
  described(people: readonly Person[]): readonly Person[] {
    return people.map(person => {
      const { honorific, title, org } = this.known.get(person.id) ?? {};
      const text = (value: string) => ({ [this.tag]: value });
      return {
        ...person,
        ...(honorific !== undefined && { honorific: text(honorific) }),
        ...(title !== undefined && { title: text(title) }),
        ...(org !== undefined && { org: text(org) }),
      };
    });
  }
}

import type { Day } from '../../model/agenda.js';
import { UNDETERMINED } from '../../model/localized.js';
import { directionOf } from '../../model/scripts.js';
import { clock, isClock } from '../../model/time.js';
import { TYPE_WORDS } from '../../model/type-words.js';
import { capital, dateIn, datesIn, languageNameIn, punctuationIn } from '../../model/words.js';
import { titleOf } from '../../query/agenda-index.js';
import { joiningLinks } from '../../query/naming.js';
import { type Presentation, presentation } from '../../query/presentation.js';
import { interpretation, type ScheduledSession } from '../../query/scheduled-sessions.js';
import { readLanguages } from '../../query/texts.js';
import type { ExportRequest } from '../export-request.js';
import { exportedSessions } from '../selection.js';
import type { DayTable, DocumentContent, Paragraph, Piece, Row, Section } from './content.js';
import { kindInTitle } from './kinds.js';
import { inBrackets, item, link, people } from './people.js';
import { joined, plain, type Speaker, speaker } from './say.js';
import type { ParagraphStyle } from './styles.js';
import { usualInterpretation, usualRooms } from './usual.js';

/** What a document says of an export: in one language, or in all languages of the agenda, each in a section of its own. */
export function documentContent(request: ExportRequest): DocumentContent {
  const { presentation: shown, options } = request;
  const { agenda, zones } = shown;
  const own = agenda.language ?? UNDETERMINED;
  // Texts without a language are read by everyone.
  const tags = [...new Set([own, ...readLanguages(agenda)])].filter(
    (tag, _, all) => all.length === 1 || tag !== UNDETERMINED,
  );
  const presented = options.everyLanguage ? tags.map(lang => presentation(agenda, { lang, zones })) : [shown];
  const sections = presented.map(one => section({ ...request, presentation: one }));
  const [first = shown] = presented;
  return {
    title: plain(first.text(agenda.title)) || agenda.id,
    organizer: plain(first.text(agenda.organizer)),
    language: languageOf(first),
    sections,
  };
}

function languageOf({ lang, agenda }: Presentation): string {
  return lang ?? agenda.language ?? UNDETERMINED;
}

function section(request: ExportRequest): Section {
  const say = speaker(request.presentation);
  const language = languageOf(request.presentation);
  const [before, between, behind] = say.words.page;
  const piece = (text: string): Piece => ({ text, language: say.labels });
  return {
    language,
    isRightToLeft: directionOf(language) === 'rtl',
    head: head(request, say),
    days: days(request, say),
    footer: footer(say),
    page: [piece(before), piece(between), piece(behind)],
  };
}

/** A paragraph, where it says something. */
function paragraph(style: ParagraphStyle, pieces: readonly Piece[]): readonly Paragraph[] {
  return pieces.length === 0 ? [] : [{ style, pieces }];
}

/** A label, and what it labels. */
function labelled(style: ParagraphStyle, label: string, pieces: readonly Piece[], say: Speaker): readonly Paragraph[] {
  return pieces.length === 0 ? [] : [{ style, pieces: [...say.label(label + say.words.colon, 'label'), ...pieces] }];
}

function head({ selection }: ExportRequest, say: Speaker): readonly Paragraph[] {
  const { presentation: shown, words } = say;
  const { agenda } = shown;
  const [first, last] = [selection[0]?.date, selection.at(-1)?.date];
  const dates = first === undefined || last === undefined ? '' : datesIn(first, last, shown);
  const title = say.text(agenda.title);
  return [
    ...paragraph('organizer', say.text(agenda.organizer)),
    ...paragraph('title', title.length === 0 ? [{ text: agenda.id }] : title),
    ...paragraph('subtitle', say.text(agenda.subtitle)),
    ...paragraph('dates', say.label(dates)),
    ...paragraph('room', roomsOf(agenda.room, say)),
    ...paragraph('venue', say.text(agenda.venue)),
    ...paragraph('status', say.label(statusLine(say))),
    ...say.paragraphs(agenda.description).flatMap(pieces => paragraph('text', pieces)),
    ...labelled('fact', words.interpretation, spoken(agenda.interpretation ?? [], say), say),
    ...labelled('fact', words.times, [{ text: agenda.timezone }], say),
    ...paragraph('fact', agenda.url === undefined ? [] : link(agenda.url, [])),
    ...agenda.links.flatMap(({ title, url }) => paragraph('link', link(url, say.text(title)))),
  ];
}

function statusLine({ presentation: shown, words }: Speaker): string {
  const { status } = shown.agenda;
  if (status === undefined) return words.agenda;
  return status === 'cancelled' ? `${words.agenda} (${words.cancelled})` : words[status];
}

function roomsOf(ids: readonly string[], say: Speaker): readonly Piece[] {
  const names = ids.map(id => say.text(say.presentation.room(id).name, 'room'));
  return joined(names, say.label(punctuationIn(say.presentation).list));
}

function spoken(tags: readonly string[], say: Speaker): readonly Piece[] {
  return say.label(tags.map(tag => languageNameIn(tag, say.labels)).join(punctuationIn(say.presentation).list));
}

function footer(say: Speaker): readonly Piece[] {
  const { words, presentation: shown } = say;
  const { revision, updated } = shown.agenda;
  const day = updated?.slice(0, 10);
  const facts = [
    say.text(shown.agenda.title),
    say.label(revision === undefined ? '' : `${words.revision} ${revision}`),
    say.label(day === undefined ? '' : words.updated + words.colon + datesIn(day, day, shown)),
  ];
  return joined(facts, say.label(' · '));
}

/** What the rows of a document are made with. */
interface Context {
  readonly say: Speaker;
  readonly present: ReadonlySet<ScheduledSession>;
}

function days(request: ExportRequest, say: Speaker): readonly DayTable[] {
  const { agenda } = say.presentation;
  const entries = exportedSessions(request);
  const context: Context = { say, present: new Set(entries) };
  const dates = [...new Set(entries.map(({ date }) => date))];
  const columns = [say.words.time, say.words.session].map(
    (text): Paragraph => ({ style: 'head', pieces: say.label(text) }),
  );
  const [time, what] = columns as [Paragraph, Paragraph];
  return dates.map(date => ({
    heading: heading(date, agenda.days, say),
    columns: [time, what],
    rows: entries
      .filter(entry => entry.date === date && parentIn(entry, context) === undefined)
      .flatMap(entry => rows(entry, 0, context)),
  }));
}

/** The session that one is a part of, where the document has it. */
function parentIn({ parent }: ScheduledSession, { present }: Context): ScheduledSession | undefined {
  return parent !== undefined && present.has(parent) ? parent : undefined;
}

function heading(date: string, all: readonly Day[], say: Speaker): readonly Paragraph[] {
  const shown = say.presentation;
  const days = all.filter(day => day.date === date);
  const titles = days.map(({ title }) => say.text(title, 'dayTitle'));
  const rooms = days.flatMap(({ rooms }) => rooms ?? []);
  return [
    { style: 'day', pieces: joined([say.label(capital(dateIn(date, shown), shown)), ...titles], say.label(' – ')) },
    ...paragraph('dayRoom', roomsOf([...new Set(rooms)], say)),
  ];
}

const TITLES = ['session', 'part', 'partOfPart', 'partOfThat', 'deepPart'] as const;

/** Lines of the highest row that a session has for itself alone: a row is not split, and leaves a gap where it does not fit. */
const MOST_LINES = 14;
/** Letters on a line of the second column, about. */
const LINE = 80;

/** About how many lines some paragraphs take. */
function linesOf(paragraphs: readonly Paragraph[]): number {
  return paragraphs.reduce((sum, { pieces }) => {
    const length = pieces.reduce((letters, { text }) => letters + text.length, 0);
    return sum + Math.max(1, Math.ceil(length / LINE));
  }, 0);
}

/** The rows of a session: what it is, and where that is much to read, who in a row of its own; then those of its parts. */
function rows(entry: ScheduledSession, depth: number, context: Context): readonly Row[] {
  const { say, present } = context;
  const { session, parts } = entry;
  const isPause = depth === 0 && (session.type === 'break' || session.type === 'registration');
  const style = isPause ? (session.type as 'break' | 'registration') : (TITLES[depth] ?? 'deepPart');
  const text = say.paragraphs(session.description).flatMap(pieces => paragraph('sessionText', pieces));
  const what = [...title(entry, style, context), ...facts(entry, isPause, context), ...text];
  const who = [...people(entry, say), ...session.items.map(one => item(one, say)), ...links(entry, say)];
  const isLong = text.length > 0 && who.length > 0 && linesOf([...what, ...who]) > MOST_LINES;
  const time: Paragraph = { style: depth === 0 ? 'time' : 'partTime', pieces: say.label(timeIn(entry, say)) };
  return [
    { time, what: isLong ? what : [...what, ...who], isPause, ...(isLong && { goesOn: true as const }) },
    ...(isLong ? [{ what: who, isPause }] : []),
    ...parts.filter(part => present.has(part)).flatMap(part => rows(part, depth + 1, context)),
  ];
}

function timeIn({ time }: ScheduledSession, { words, presentation: shown }: Speaker): string {
  if (!isClock(time)) return capital(words[time], shown);
  return `${clock(time.start)}–${time.end === undefined ? '' : clock(time.end, 'end')}`;
}

/** The title with the status behind it; of a break with its room, in one line. */
function title(entry: ScheduledSession, style: ParagraphStyle, context: Context): readonly Paragraph[] {
  const { say } = context;
  const { session, status } = entry;
  const named = say.text(titleOf(session));
  const remark = status === 'confirmed' ? [] : inBrackets(say.label(say.words[status], 'status'), say);
  const isPause = style === 'break' || style === 'registration';
  const where = isPause ? ownRooms(entry, context) : [];
  const line = [...joined([named.length === 0 ? [{ text: session.id }] : named, where], say.label(' – ')), ...remark];
  return [{ style, pieces: line }, ...paragraph('sessionSubtitle', say.text(session.subtitle))];
}

/** The rooms of a session where they are not the usual ones, or those of the session that it is a part of. */
function ownRooms(entry: ScheduledSession, context: Context): readonly Piece[] {
  const { say } = context;
  const usual = usualRooms(entry, parentIn(entry, context), say.presentation);
  return String(entry.rooms) === String(usual) ? [] : roomsOf(entry.rooms, say);
}

function facts(entry: ScheduledSession, isPause: boolean, context: Context): readonly Paragraph[] {
  const { say } = context;
  const { words, presentation: shown } = say;
  const { type, organizer, track, languages, title } = entry.session;
  const isSaid = isPause || kindInTitle(shown.text(title), say.labels) === type;
  const kind = isSaid ? [] : say.label(capital(TYPE_WORDS[say.labels][type], shown), 'kind');
  const interpreted = interpretation(entry, shown);
  const isUsual = String(interpreted) === String(usualInterpretation(entry, parentIn(entry, context), shown));
  return [
    ...paragraph('sessionFact', joined([kind, isPause ? [] : ownRooms(entry, context)], say.label(' – '))),
    ...labelled('sessionFact', words.organizer, say.text(organizer), say),
    ...labelled('sessionFact', words.track, say.text(track), say),
    ...labelled('sessionFact', words.languages, spoken(languages, say), say),
    ...labelled('sessionFact', words.interpretation, isUsual ? [] : spoken(interpreted, say), say),
  ];
}

function links({ session, rooms }: ScheduledSession, say: Speaker): readonly Paragraph[] {
  const { words, presentation: shown } = say;
  return [
    ...paragraph('sessionLink', session.url === undefined ? [] : link(session.url, [])),
    ...joiningLinks(rooms, shown).flatMap(url => labelled('sessionLink', words.join, link(url, []), say)),
    ...session.links.flatMap(({ title, url }) => paragraph('sessionLink', link(url, say.text(title)))),
  ];
}

import { SESSION_TYPES, type SessionType } from '../../model/agenda.js';
import { languageNamed } from '../../model/language-names.js';
import { timeWordIn } from '../../model/likely-time.js';
import { TYPE_WORDS } from '../../model/type-words.js';
import { LABEL_LANGUAGES, type LabelLanguage, labelLanguage, wordsIn } from '../../model/words.js';
import { isUnparsed, parseTime } from '../../model/written-time.js';
import { fold } from '../../text/fold.js';
import { kindInTitle } from '../docx/kinds.js';
import type { CharacterStyle, ParagraphStyle } from '../docx/styles.js';
import { DOCUMENT_WORDS } from '../docx/words.js';
import { statusOf } from '../import/statuses.js';
import type { Issues } from '../source/issues.js';
import type { Block, BlockDocument, BlockPiece } from './blocks/block.js';
import { type Draft, type DraftDay, type DraftPerson, draft, type Programme } from './drafts.js';
import { type Head, languagesIn, statusIn, zoneIn } from './head.js';
import type { Ledger } from './ledger.js';
import { type Line, lineOf } from './line.js';
import { timeAtStart } from './words/clocks.js';
import { datesIn, dayHeading } from './words/dates.js';
import { labelOf } from './words/labels.js';
import type { NamedPerson } from './words/people.js';

/** The titles of sessions by how deep they lie; breaks and registrations lie on top. */
const DEPTHS: Readonly<Partial<Record<ParagraphStyle, number>>> = {
  session: 0,
  break: 0,
  registration: 0,
  part: 1,
  partOfPart: 2,
  partOfThat: 3,
  deepPart: 4,
};

/** True for a document whose paragraphs have the styles that idm writes. */
export function isOwn({ blocks }: BlockDocument): boolean {
  return blocks.some(({ style }) => style === 'time' || style === 'partTime');
}

/**
 * What a Word document says that idm wrote, by the styles of its paragraphs, whoever went on writing it: a paragraph in
 * another style goes to what it stands in.
 */
export function readOwn(
  { blocks, language = 'en' }: BlockDocument,
  ledger: Ledger,
  issues: Issues,
): { readonly head: Head; readonly programme: Programme } {
  const reader = new OwnReader(labelLanguage({ agenda: { language } }), ledger);
  const [again] = secondLanguages(blocks);
  for (const [i, block] of blocks.entries()) {
    if (i === again) break;
    reader.take(block, lineOf(block, i));
  }
  tellLanguages(blocks, ledger, issues);
  return reader.result();
}

/** Where the agenda begins again in a further language, as `idm export --docx --lang all` writes it: the indices of blocks. */
function secondLanguages(blocks: readonly Block[]): readonly number[] {
  const lastDay = blocks.findLastIndex(({ style }) => style === 'day');
  let hasDay = false;
  return blocks.flatMap(({ style }, i) => {
    if (style === 'day') hasDay = true;
    if (style !== 'title' || !hasDay || i > lastDay) return [];
    hasDay = false;
    return [blocks[i - 1]?.style === 'organizer' ? i - 1 : i];
  });
}

function tellLanguages(blocks: readonly Block[], ledger: Ledger, issues: Issues): void {
  const again = secondLanguages(blocks);
  const first = blocks[again[0] ?? blocks.length];
  if (first === undefined) return;
  for (let i = again[0] ?? 0; i < blocks.length; i++) ledger.ignore({ blocks: [i] });
  const more = again.length === 1 ? 'one more language' : `${again.length} more languages`;
  const message = `${first.where}: the agenda stands here again, in ${more}: it is read in the first`;
  issues.add('not-read', { span: first.span }, message, 'to read another, delete what stands before it');
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

class OwnReader {
  private readonly head: Mutable<Head> = { dates: [] };
  private readonly days: DraftDay[] = [];
  private readonly sessions: Draft[] = [];
  private readonly labels: LabelLanguage;
  private readonly ledger: Ledger;
  /** A row whose time is read and whose title is to come. */
  private time: Line | undefined;
  private readonly texts: string[] = [];

  constructor(labels: LabelLanguage, ledger: Ledger) {
    this.labels = labels;
    this.ledger = ledger;
  }

  result(): { readonly head: Head; readonly programme: Programme } {
    const { head, texts, days, sessions } = this;
    return {
      head: { ...head, ...(texts.length > 0 && { description: texts.join('\n\n') }) },
      programme: { days, sessions },
    };
  }

  take(block: Block, line: Line): void {
    const { style, text } = block;
    if (block.isNote === true) {
      this.ledger.lose(line);
      return;
    }
    this.ledger.use(line);
    if (style === 'head' || style === 'footer') return;
    if (style === 'time' || style === 'partTime') this.time = line;
    else if (style === 'day') {
      const title = of(block, 'dayTitle').join(' – ');
      const heading = dayHeading(
        title === '' ? text : text.slice(0, text.length - title.length).replace(/[\s–]+$/, ''),
        true,
      );
      if (heading === undefined) this.ledger.lose(line);
      else this.days.push({ heading: { ...heading, title }, line });
    } else if (style === 'dayRoom') {
      const day = this.days.pop();
      if (day !== undefined) this.days.push({ ...day, rooms: of(block, 'room') });
    } else if (this.days.length === 0) this.takeHead(block, line);
    else if (this.time !== undefined || (style !== undefined && style in DEPTHS)) this.begin(block, line);
    else this.takeSession(block, line);
  }

  private takeHead(block: Block, line: Line): void {
    const { head } = this;
    const { style, text } = block;
    const [link] = linksOf(block);
    if (style === 'title') {
      head.title = line;
      head.titleText = text;
    } else if (style === 'subtitle') head.subtitle = text;
    else if (style === 'organizer') head.organizer = text;
    else if (style === 'venue') head.venue = text;
    else if (style === 'dates') head.dates = datesIn(text);
    else if (style === 'room') {
      head.room = { ...line, name: text };
      head.rooms = of(block, 'room');
    } else if (style === 'status') {
      const words = DOCUMENT_WORDS[this.labels];
      const inBrackets = /\(([^()]*)\)/.exec(text)?.[1] ?? '';
      const own = (['draft', 'final'] as const).find(one => words[one] === text);
      const settled = own ?? (statusOf(inBrackets) === 'cancelled' ? 'cancelled' : statusIn(text));
      if (settled !== undefined) head.status = settled;
    } else if ((style === 'fact' || style === 'link') && link !== undefined) {
      if (style === 'fact') head.url = link.url;
      else head.links = [...(head.links ?? []), titled(link)];
    } else if (style === 'fact') {
      const [label = ''] = of(block, 'label');
      const value = text.slice(label.trim().length).trim();
      const zone = zoneIn(value);
      if (zone !== undefined) head.zone = { name: zone, from: value, isWritten: true };
      else head.interpretation = this.tagsIn(value) ?? head.interpretation ?? [];
    } else this.texts.push(text);
  }

  /** A row with a time: a session, whose depth its title tells. */
  private begin(block: Block, line: Line): void {
    const { style = 'session' } = block;
    const time = this.time;
    this.time = undefined;
    const status = of(block, 'status')[0];
    const rooms = of(block, 'room');
    const ends = [...rooms, ...(status === undefined ? [] : [`(${status})`])].join('');
    const title = ends === '' ? block.text : withoutEnd(block.pieces ?? []);
    const depth = DEPTHS[style] ?? 0;
    const above = depth === 0 ? undefined : this.last[depth - 1];
    const session: Draft = {
      ...draft(time ?? line, this.days.length - 1),
      title,
      titleLine: line,
      type: style === 'break' || style === 'registration' ? style : kindInTitle(title, this.labels),
      rooms: rooms.slice(1).map(name => ({ name, line })),
      ...(rooms[0] !== undefined && { room: { name: rooms[0], line } }),
      last: line,
      ...(above && { parent: above }),
      ...when(time?.text ?? ''),
    };
    const called = status === undefined ? undefined : statusOf(status);
    if (called !== undefined && called !== 'confirmed') session.status = called;
    this.last[depth] = session;
    this.sessions.push(session);
  }

  /** The last session at each depth. */
  private readonly last: Draft[] = [];

  private takeSession(block: Block, line: Line): void {
    const session = this.sessions.at(-1);
    if (session === undefined) {
      this.ledger.lose(line);
      return;
    }
    const { style, text, pieces = [] } = block;
    session.last = line;
    if (style === 'sessionSubtitle') session.subtitle = text;
    else if (style === 'sessionFact') this.takeFact(block, line, session);
    else if (style === 'sessionLink') takeLink(block, session);
    else if (style === 'item') session.items.push(itemOf(pieces, text, line));
    else if (style === 'moderators' || style === 'speakers') session[style].push(...peopleOf(pieces, line));
    else if (style === 'moderator') session.moderators.push(...peopleOf(pieces, line));
    else if (style === 'speaker') session.speakers.push(...peopleOf(pieces, line));
    else session.description.push(text);
  }

  private takeFact(block: Block, line: Line, session: Draft): void {
    const [label] = of(block, 'label');
    if (label === undefined) {
      const [kind] = of(block, 'kind');
      const type = kind === undefined ? undefined : typeNamed(kind, this.labels);
      if (type !== undefined) session.type = type;
      for (const name of of(block, 'room')) {
        if (session.room === undefined) session.room = { name, line };
        else session.rooms.push({ name, line });
      }
      if (type === undefined && of(block, 'room').length === 0) session.description.push(block.text);
      return;
    }
    const value = block.text.slice(label.trim().length).trim();
    const kind = labelOf(block.text)?.kind;
    if (kind === 'organizer') session.organizer = value;
    else if (kind === 'languages') session.languages = this.tagsIn(value) ?? [];
    else if (kind === 'interpretation') session.interpretation = this.tagsIn(value) ?? [];
    else if (kind === 'track') session.track = value;
    else session.description.push(block.text);
  }

  private tagsIn(text: string): readonly string[] | undefined {
    const names = text.split(/\s*[,،、]\s*/);
    const tags = names.map(name => languageNamed(name, this.labels));
    return tags.every(tag => tag !== undefined) ? tags.flatMap(tag => tag ?? []) : languagesIn(text);
  }
}

/** When a session is, as its first column says. */
function when(text: string): Partial<Pick<Draft, 'start' | 'end' | 'word'>> {
  const time = parseTime(text);
  if (typeof time === 'object' && isUnparsed(time)) {
    const written = timeAtStart(text, true);
    if (written !== undefined) return { start: written.start, ...(written.end !== undefined && { end: written.end }) };
    const word = timeWordIn(text) ?? wordNamed(text);
    return word === undefined ? {} : { word };
  }
  return typeof time === 'string' ? { word: time } : time;
}

function wordNamed(text: string): Draft['word'] {
  const key = fold(text);
  return (['morning', 'afternoon', 'evening', 'tbc'] as const).find(word =>
    LABEL_LANGUAGES.some(language => fold(wordsIn(language)[word]) === key),
  );
}

function typeNamed(text: string, language: LabelLanguage): SessionType | undefined {
  return SESSION_TYPES.find(type => fold(TYPE_WORDS[language][type]) === fold(text));
}

/** The texts of the pieces in a style. */
function of({ pieces = [] }: Block, style: CharacterStyle): readonly string[] {
  return pieces.flatMap(piece => (piece.style === style ? [piece.text.trim()] : []));
}

/** A title without the rooms and the status behind it. */
function withoutEnd(pieces: readonly BlockPiece[]): string {
  const first = pieces.findIndex(({ style }) => style === 'room' || style === 'status');
  return pieces
    .slice(0, first)
    .map(({ text }) => text)
    .join('')
    .replace(/\s*(?:–|\()\s*$/, '')
    .trim();
}

function linksOf({ pieces = [] }: Block): readonly { readonly text: string; readonly url: string }[] {
  return pieces.flatMap(({ text, url }) => (url === undefined ? [] : [{ text: text.trim(), url }]));
}

function titled({ text, url }: { readonly text: string; readonly url: string }): {
  title: Readonly<Record<string, string>>;
  url: string;
} {
  return { title: { und: text }, url };
}

function takeLink(block: Block, session: Draft): void {
  for (const link of linksOf(block)) {
    // The link to join by video is that of the room.
    if (of(block, 'label').length > 0) session.joins.push(link.url);
    else if (link.text === link.url || link.text === decoded(link.url)) session.url = link.url;
    else session.links.push(titled(link));
  }
}

function decoded(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}

/** The people in some pieces: a name begins one, or the honorific before it. */
function peopleOf(pieces: readonly BlockPiece[], line: Line): readonly DraftPerson[] {
  const people: { person: Mutable<NamedPerson>; role?: string; line: Line }[] = [];
  let honorific: string | undefined;
  for (const { style, text: written } of pieces) {
    const text = written.trim();
    if (style === 'honorific') honorific = text;
    if (style === 'name') {
      people.push({ person: { name: text, ...(honorific !== undefined && { honorific }) }, line });
      honorific = undefined;
    }
    const last = people.at(-1);
    if (last === undefined) continue;
    if (style === 'function') last.person.title = text;
    if (style === 'organisation') last.person.org = text;
    if (style === 'note') last.person.note = text;
    if (style === 'remote') last.person.remote = true;
    if (style === 'role') last.role = text;
  }
  return people;
}

function itemOf(pieces: readonly BlockPiece[], text: string, line: Line): Draft['items'][number] {
  const title = pieces.find(({ style }) => style === 'itemTitle');
  const note = pieces.find(({ style }) => style === 'itemNote')?.text.trim();
  const url = title?.url;
  return {
    title: title?.text.trim() ?? text,
    people: peopleOf(pieces, line),
    ...(note !== undefined && { note }),
    ...(url !== undefined && { url }),
  };
}

import { timeWordIn } from '../../model/likely-time.js';
import { lazyRegExp } from '../../text/lazy.js';
import { SessionContent } from './content.js';
import { type Draft, type DraftDay, draft, LONGEST_TITLE, type Programme } from './drafts.js';
import { isShortRoom, isTimeAlone, type Layout, layoutOf } from './layout.js';
import type { Ledger } from './ledger.js';
import type { Line } from './line.js';
import { takeRoomsByPlace, takeRoomsInBrackets } from './rooms.js';
import { type TimedTitle, timedTitle } from './timed-title.js';
import { timeAtStart, type WrittenTime } from './words/clocks.js';
import { type DayHeading, dayHeading } from './words/dates.js';
import { isEnd, isIgnorable, isLeftOver, isRoom, labelOf, oneOfSome, typeOfTitle } from './words/labels.js';
import { beginsLower } from './words/letters.js';
import { personIn } from './words/people.js';

/** Headings of numbered sessions: what follows them with times of its own are their parts. */
const NUMBERED = lazyRegExp(
  '^(?:session|segment|part|block|séance|sesión|сессия|блок|الجلسة|جلسة|sitzung)\\s*(?:n[o°.º]\\s*)?(?:\\d{1,2}|[ivx]{1,5})(?![\\p{L}\\d])',
  'iu',
);

/**
 * Puts the lines behind the head of a document together as days and sessions. Each line goes to the session that it stands
 * in: as its title, a room, people, or a paragraph of its description; what stands in none is for the ledger.
 */
export function programmeOf(lines: readonly Line[], ledger: Ledger): Programme {
  const assembler = new Assembler(lines, ledger);
  for (let at = 0; at < lines.length; at++) at += assembler.take(at) - 1;
  return assembler.programme();
}

/** `(a) `: one of the sessions that stand below a title of parallel ones. */
const LETTERED = /^\(?[a-h]\)\s+(?=\S)/;

/** A title of sessions at the same time. */
const PARALLEL = /parallel|parallèle|paralel|simultan|concurrent|breakout|параллель|متوازي|متزامن|平行|分组/iu;

/** Characters by which the times of parts are indented at least; right-aligned hours differ by one. */
const LEAST_INDENT = 3;

/** `From 15:35 to 16:20 three workshops run side by side:` is no session itself. */
function isAnnouncement(title: string): boolean {
  return /[:：]$/.test(title) && title.split(/\s+/).length >= 5;
}

type Hours = Pick<Draft, 'start' | 'end' | 'hasHalf'>;

/** When a session takes place, of a time as it is written or of another session. */
function hoursOf({ start, end, hasHalf }: Hours): Hours {
  return { ...(start !== undefined && { start }), ...(end !== undefined && { end }), hasHalf };
}

/** In a row without a time, one of several of a kind is a part of the session of another kind whose time it is at. */
function partOfRowAbove(session: Draft, before: readonly Draft[]): void {
  const kind = session.line.isAgain === true ? oneOfSome(session.title)?.kind : undefined;
  const above = kind === undefined ? undefined : before.findLast(({ line }) => line.isAgain !== true);
  if (above === undefined || above.day !== session.day || above.start !== session.start) return;
  if (oneOfSome(above.title)?.kind !== kind) session.parent ??= above;
}

/** The session that others at the same time are parts of: that of one of them, else itself. */
function partedFrom(session: Draft | undefined): Draft | undefined {
  return session?.isAlike === true ? session.parent : session;
}

class Assembler {
  private readonly days: DraftDay[] = [];
  private readonly sessions: Draft[] = [];
  private readonly lines: readonly Line[];
  private readonly ledger: Ledger;
  private readonly content: SessionContent;
  /** The heading without a time that the sessions below it are parts of. */
  private group: Draft | undefined;
  private track: string | undefined;
  /** The heading of a track, until a session stands in it. */
  private trackLines: readonly Line[] = [];
  /** The room that a heading without a time names, for what follows it. */
  private room: Draft['room'];
  private readonly layout: Layout;
  /** The level of headings that are rooms. */
  private roomLevel: number | undefined;
  private day = -1;
  /** Headings of days that stand directly before that of the day, and the number of sessions before them. */
  private waiting = 0;
  private stretch = -1;
  /** Within these, where a time went back to the next day: the number of sessions before each turn. */
  private turns: number[] = [];
  private readonly daysByName = new Map<string, number>();
  /** The room that stands below the heading of a day. */
  private roomBelow: (Line & { readonly name: string }) | undefined;
  /** True where rooms stand in the column of times, of sessions at one time. */
  private hasRoomsForTimes = false;
  /** Sentences with a time that say what takes place at once below them. */
  private readonly announcements = new Set<Draft>();
  /** The last session whose time is not indented, and how far others are. */
  private outer: { readonly session: Draft; readonly indent: number; hasParts: boolean } | undefined;
  /** The index of the line that is taken. */
  private at = 0;
  /** True where titles stand before times, as a heading. */
  private pending: Draft | undefined;

  constructor(lines: readonly Line[], ledger: Ledger) {
    this.lines = lines;
    this.ledger = ledger;
    this.content = new SessionContent(lines, ledger);
    this.layout = layoutOf(lines);
    this.roomLevel = this.layout.roomLevel;
  }

  programme(): Programme {
    this.endPending();
    this.endStretch();
    for (const one of this.announcements) this.sessions.splice(this.sessions.indexOf(one), 1);
    // A day without a session is none; what it is called is lost with it.
    const used = new Set(this.sessions.map(({ day }) => day));
    for (const [i, { heading, line }] of this.days.entries()) {
      if (line === undefined) continue;
      if (used.has(i)) this.ledger.use(line);
      else if (heading?.title === '') this.ledger.ignore(line);
      else this.ledger.lose(line);
    }
    for (const [i, session] of this.sessions.entries())
      partOfRowAbove(session, this.sessions.slice(Math.max(0, i - 20), i));
    takeRoomsInBrackets(this.sessions);
    takeRoomsByPlace(this.sessions);
    for (const session of this.sessions)
      if (session.room === undefined && session.usualRoom !== undefined) session.room = session.usualRoom;
    // What stands below the only day says where all takes place.
    const [only, ...others] = this.days;
    if (only === undefined || others.length > 0 || this.roomBelow === undefined)
      return { days: this.days, sessions: this.sessions };
    const { rooms: _, ...day } = only;
    return { days: [day], sessions: this.sessions, room: this.roomBelow };
  }

  /** Takes the line at an index, and those that belong to it; how many. */
  take(at: number): number {
    this.at = at;
    const line = this.lines[at] as Line;
    const { text } = line;
    if (line.isNote === true) {
      this.ledger.lose(line);
      return 1;
    }
    // The end of a day says something behind a time.
    const isAwaited = this.content.session?.title === '' && isEnd(text);
    const isNothing = (line.column === undefined ? isIgnorable(text) : /^[-–—…._*]+$/.test(text)) && !isAwaited;
    if (text === '' || isNothing || isLeftOver(text)) {
      if (text === '') this.ledger.use(line);
      else this.ledger.ignore(line);
      return 1;
    }
    const isHeading = line.kind === 'heading' || line.isStrong === true || line.column === 'date';
    const heading = line.column === undefined || line.column === 'date' ? dayHeading(text, isHeading) : undefined;
    if (heading !== undefined && this.takeDay(heading, line)) return 1;
    if (this.layout.hasTitlesAbove && line.isApart === true && isTimeAlone(this.lines[at + 1])) {
      const below = this.lines[at + 1] as Line;
      const time = timeAtStart(below.text, true) as WrittenTime & { readonly rest: number };
      this.startSession(below, hoursOf(time));
      this.ledger.use(line);
      this.content.setTitle(text, line);
      if (time.rest < below.text.trimEnd().length) this.content.setRoom(below.text.slice(time.rest).trim(), below);
      return 2;
    }
    const time = this.timeOf(line);
    if (time !== undefined) {
      this.begin(line, time);
      return 1;
    }
    if (line.column === 'time') {
      const word = timeWordIn(text);
      const parallel = partedFrom(this.sessions.at(-1));
      if (word !== undefined) this.startSession(line, { word });
      else if (
        (isRoom(text) || this.hasRoomsForTimes) &&
        parallel?.start !== undefined &&
        PARALLEL.test(parallel.title)
      ) {
        // In place of a time, the room of one of several at the same time.
        this.hasRoomsForTimes = true;
        this.startAlike(line, parallel, parallel);
        this.content.setRoom(text, line);
      } else {
        // What stands in place of a time, and beside it, belongs to no session.
        this.endPending();
        this.content.end();
        this.ledger.lose(line);
      }
      return 1;
    }
    const isUntimed = line.kind === 'heading' && !isTimeAlone(this.lines[at + 1]);
    if (isUntimed && this.takeParallel(line)) return 1;
    if (this.takeGroup(line, at)) return 1;
    if (this.takeParallel(line)) return 1;
    if (this.content.session === undefined && this.pending === undefined) {
      if (!this.takeRoomOfDay(line)) this.ledger.lose(line);
      return 1;
    }
    return this.content.take(line, at);
  }

  private takeDay(heading: DayHeading, line: Line): boolean {
    // In a column of dates, each day stands again and again.
    const name = [heading.date?.day, heading.date?.month, heading.weekday].join();
    const known = line.column === 'date' ? this.daysByName.get(name) : undefined;
    const time = heading.title === '' ? undefined : timeAtStart(heading.title);
    this.endPending();
    if (known !== undefined) this.ledger.use(line);
    const place = heading.title.replace(/,?\s+(?:unless|except|sauf|salvo)\s.*$/iu, '');
    const isOfRoom = isRoom(place);
    if (known === undefined) {
      const isUntitled = time !== undefined || isOfRoom;
      this.days.push({
        heading: isUntitled ? { ...heading, title: '' } : heading,
        line,
        ...(isOfRoom && { rooms: [place] }),
      });
      this.day = this.days.length - 1;
      if (!this.daysByName.has(name)) this.daysByName.set(name, this.day);
    } else this.day = known;
    // Headings of days one after the other, as a grid gives them that was taken apart.
    const isTogether = known === undefined && this.day > 0 && this.sessions.length === this.stretch;
    this.waiting = isTogether ? this.waiting + 1 : 0;
    this.endStretch();
    this.content.end();
    this.group = undefined;
    // The heading above a table is that of all days in it.
    if (line.isInTable !== true) {
      this.room = undefined;
      this.track = undefined;
    }
    if (time?.end !== undefined || (time !== undefined && heading.title.length > time.rest)) {
      if (time.rest < heading.title.length)
        this.begin({ ...line, text: heading.title }, { ...time, title: heading.title.slice(time.rest) });
    }
    return true;
  }

  /** A room below the heading of a day, above its sessions: where they are. */
  private takeRoomOfDay(line: Line): boolean {
    const day = this.days[this.day];
    const label = labelOf(line.text);
    const name = label?.kind === 'room' ? line.text.slice(label.rest) : line.text;
    const isAbove = line.isInTable !== true && this.sessions.length === this.stretch;
    if (day === undefined || !isAbove || !isRoom(name) || beginsLower().test(name)) return false;
    this.days[this.day] = { ...day, rooms: [name] };
    this.roomBelow = { ...line, name };
    this.ledger.use(line);
    return true;
  }

  private timeOf(line: Line): TimedTitle | undefined {
    return timedTitle(line, this.content.isInSpeakers);
  }

  private begin(line: Line, time: TimedTitle): void {
    this.skipToNextDay(time);
    const slashed = /^\/\s/.test(time.title);
    // `14:30–16:30 (two workshops at the same time)`
    const note = /^[(（][^()（）]*[)）]$/.test(time.title) ? time.title : undefined;
    const title = note === undefined ? time.title : '';
    const parts = title.split(slashed ? /(?:^|\s+)\/\s+/ : /\t+|\s{3,}|\u3000+|\s+\|\s+/).filter(part => part !== '');
    const level = this.pending?.line.level;
    const isTitleAbove = level !== undefined && this.layout.titleLevels.has(level) && isTimeAlone(line);
    const alone = parts.length === 0 || (parts.length === 1 && (isRoom(title) || isTitleAbove));
    const before = alone && !this.layout.hasHeadingsBelow ? this.pending : undefined;
    if (before !== undefined && before.titleLine !== undefined && (isTitleAbove || this.nextIsNoTitle())) {
      // A heading that was no group: the title of the session whose time stands below it.
      this.pending = undefined;
      this.group = undefined;
      this.sessions.splice(this.sessions.lastIndexOf(before), 1);
      const session = this.startSession(line, hoursOf(time));
      this.ledger.use(before.titleLine);
      session.lines.push(...before.lines);
      session.moderators.push(...before.moderators);
      session.speakers.push(...before.speakers);
      session.description.push(...before.description);
      this.content.setTitle(before.title, before.titleLine);
      if (title !== '') this.content.setRoom(title, line);
      return;
    }
    this.endPending();
    this.placeByIndent(this.startSession(line, hoursOf(time)), line);
    if (note !== undefined) this.content.addText(line, note.slice(1, -1));
    const isBeside =
      this.layout.hasRoomsBeside &&
      this.lines[this.at + 1]?.isApart !== true &&
      title.length <= 40 &&
      !/[.:?!]\s/.test(title);
    if (parts.length === 1 && (isRoom(title) || isBeside) && line.column === undefined && !this.nextIsNoTitle()) {
      // `9:00 | Main hall`, above the title.
      this.content.setRoom(title, line);
      return;
    }
    for (const [i, part] of parts.entries()) {
      if (i === 0) this.content.takeTitle(part, line);
      else this.content.takeBeside(part, line);
    }
    const { beside = '', behind = '' } = time;
    const [room = '', ...notes] = beside.split(/\s*[;；]\s*/);
    if (room !== '') this.content.setRoom(room, line);
    for (const note of notes) this.content.addText(line, note);
    if (behind !== '') this.content.takeRest(behind, line);
  }

  /** A session whose time is indented is a part of the one above whose time is less so, where it begins within it. */
  private placeByIndent(session: Draft, { indent }: Line): void {
    const { outer } = this;
    if (indent === undefined) return;
    const isIn = outer !== undefined && indent >= outer.indent + LEAST_INDENT && outer.session.day === session.day;
    const { start = 0, end, title = '' } = outer?.session ?? {};
    const at = session.start ?? 0;
    const isWithin =
      end === undefined ? at === start || (outer?.hasParts === true && at > start) : at >= start && at < end;
    if (!isIn || !isWithin || typeOfTitle(title) === 'break') this.outer = { session, indent, hasParts: false };
    else {
      session.parent = outer.session;
      outer.hasParts = true;
    }
  }

  /** True where what follows a time is no title: a label, a long paragraph, a person, another time, or nothing. */
  private nextIsNoTitle(): boolean {
    const next = this.lines[this.at + 1];
    if (next === undefined || next.kind !== 'paragraph')
      return next === undefined || next.kind === 'item' || next.kind === 'heading';
    return (
      next.text.length > 100 ||
      labelOf(next.text) !== undefined ||
      timeAtStart(next.text) !== undefined ||
      isRoom(next.text) ||
      personIn(next.text, 'anywhere') !== undefined ||
      /[.!?]$/.test(next.text)
    );
  }

  /** Of days whose headings stand together, a time that goes back begins the next: what stands before it is of the day before. */
  private skipToNextDay({ start }: WrittenTime): void {
    const last = this.sessions.at(-1);
    if (this.waiting === 0 || last?.day !== this.day || last.start === undefined || start >= last.start) return;
    this.waiting--;
    this.turns.push(this.sessions.length);
  }

  /** Puts the sessions since the headings of days on the days that they belong to, and begins anew. */
  private endStretch(): void {
    const { sessions, turns } = this;
    for (let i = this.stretch, turn = 0; turn < turns.length; i++) {
      if (i === turns[turn]) turn++;
      const session = sessions[i];
      if (session !== undefined) session.day -= turns.length - turn;
      else break;
    }
    this.turns = [];
    this.stretch = sessions.length;
  }

  private startSession(line: Line, when: Partial<Pick<Draft, 'start' | 'end' | 'word' | 'hasHalf'>>): Draft {
    this.ledger.use(line);
    this.endPending();
    const session: Draft = {
      ...draft(line, Math.max(0, this.day)),
      ...when,
      ...(this.track !== undefined && { track: this.track }),
      ...(this.room && { usualRoom: this.room }),
      ...(this.group && { parent: this.group }),
    };
    if (this.days.length === 0) {
      this.days.push({ heading: undefined, line: undefined });
      this.day = 0;
      session.day = 0;
    }
    for (const one of this.trackLines) this.ledger.use(one);
    this.trackLines = [];
    this.sessions.push(session);
    this.content.begin(session, 'title');
    return session;
  }

  /** A heading without a time above sessions with times: a numbered session that they are parts of, else their track. */
  private takeGroup(line: Line, at: number): boolean {
    const { text } = line;
    const isHeading = line.kind === 'heading' || line.isStrong === true || line.isApart === true;
    const isNumbered = NUMBERED().test(text);
    if (text.length > LONGEST_TITLE || line.column !== undefined || line.isInProgramme === true || line.kind === 'item')
      return false;
    // Below the heading of a day, a line before the first time: `MORNING Plenary (Chamber)`.
    const isFirst =
      this.content.session === undefined &&
      line.isInTable !== true &&
      text.length <= 100 &&
      !/[.!?]$/.test(text) &&
      this.lines[at + 1] !== undefined &&
      this.timeOf(this.lines[at + 1] as Line) !== undefined;
    if (!(line.kind === 'heading' || (isNumbered && isHeading) || isFirst)) return false;
    if (
      this.content.session !== undefined &&
      this.content.session.title === '' &&
      this.content.session.isGroup !== true
    )
      return false;
    // Below a title that is a heading, another is more about it.
    const titleLevel = this.content.session?.titleLine?.level;
    if (this.layout.hasHeadingsBelow && titleLevel !== undefined && (line.level ?? 0) > titleLevel) return false;
    const label = line.level !== undefined && this.layout.titleLevels.has(line.level) ? undefined : labelOf(text);
    if (label !== undefined && label.rest !== text.length) return false;
    const next = this.nextTime(at);
    if (next === undefined) return false;
    this.endPending();
    this.content.end();
    this.group = undefined;
    this.ledger.use(line);
    const group: Draft = { ...draft(line, Math.max(0, this.day)), isGroup: true };
    this.sessions.push(group);
    this.pending = group;
    this.content.begin(group, 'body');
    this.content.setTitle(text, line);
    return true;
  }

  /** `Workshop B: …` below `Workshop A: …`, or below a heading of parallel sessions with a time: another at the same time. */
  private takeParallel(line: Line): boolean {
    const { session } = this.content;
    if (line.column !== undefined || line.text.length > LONGEST_TITLE) return false;
    const [letter = ''] = LETTERED.exec(line.text) ?? [];
    const own = oneOfSome(line.text) ?? (letter === '' ? undefined : { kind: letter, number: '' });
    if (session?.start === undefined || session.title === '' || own === undefined) return false;
    const first = oneOfSome(session.title);
    const isNext = first?.kind === own.kind && first.number !== own.number;
    const above = partedFrom(session);
    const isOfMany = above?.title.toLowerCase().startsWith(`${own.kind}s`) === true;
    const isPart = above !== undefined && (PARALLEL.test(above.title) || isOfMany) && session.titleLine !== line;
    if (!isNext && !isPart) return false;
    const isAnnounced = isPart && isAnnouncement(above.title);
    if (isAnnounced) this.announcements.add(above);
    this.startAlike(line, session, !isPart ? session.parent : isAnnounced ? above.parent : above);
    this.content.takeTitle(line.text.slice(letter.length), line);
    return true;
  }

  /** Starts one of several sessions at the same time; `parent` is what they are parts of. */
  private startAlike(line: Line, other: Hours, parent: Draft | undefined): void {
    const session = this.startSession(line, hoursOf(other));
    if (parent !== undefined) session.parent = parent;
    session.isAlike = true;
  }

  /** The next line with a time, before another day or heading. */
  private nextTime(at: number): Line | undefined {
    const level = this.lines[at]?.level ?? Infinity;
    for (const line of this.lines.slice(at + 1, at + 12)) {
      if (this.timeOf(line) !== undefined) return line;
      if (line.isInTable === true) continue;
      if (dayHeading(line.text, line.kind === 'heading' || line.isStrong) !== undefined) return undefined;
      if (line.kind === 'heading' && (line.level ?? 0) <= level) return undefined;
    }
    return undefined;
  }

  /** What a heading without a time is for the sessions that follow it: their parent, or their track. */
  private endPending(): void {
    const { pending } = this;
    this.pending = undefined;
    if (pending === undefined) return;
    if (
      NUMBERED().test(pending.title) ||
      pending.moderators.length + pending.speakers.length + pending.description.length > 0
    )
      this.group = pending;
    else {
      this.sessions.splice(this.sessions.lastIndexOf(pending), 1);
      const { level } = pending.line;
      const isOfRoom =
        pending.room === undefined && (isShortRoom(pending.title) || (level !== undefined && level === this.roomLevel));
      if (isOfRoom) this.roomLevel = level;
      this.track = isOfRoom ? undefined : pending.title;
      this.trackLines = pending.lines;
      for (const line of pending.lines) this.ledger.drop(line);
      this.room = isOfRoom ? { name: pending.title, line: pending.line } : pending.room;
    }
  }
}

import { timeWordIn } from '../../model/time.js';
import { lazyRegExp } from '../../text/lazy.js';
import { statusOf, statusOfTitle } from '../import/statuses.js';
import { rangeAtEnd, timeAtStart, type WrittenTime } from './clocks.js';
import { type DayHeading, dayHeading } from './dates.js';
import { type Draft, type DraftDay, type DraftPerson, draft, type Programme } from './drafts.js';
import { languagesIn } from './head.js';
import { isIgnorable, isLeftOver, isRoom, type Label, labelOf, typeAlone, typeOfTitle } from './labels.js';
import type { Ledger } from './ledger.js';
import type { Line } from './line.js';
import { giverIn, isFunction, isName, peopleIn, personIn } from './people.js';

const beginsLower = lazyRegExp('^\\p{Ll}', 'u');
const acronym = lazyRegExp('^[\\p{Lu}\\d/&\\s-]{2,20}$', 'u');
const shortCode = lazyRegExp('^[\\p{L}\\d]{1,4}$', 'u');

/** Headings of numbered sessions: what follows them with times of its own are their parts. */
const NUMBERED = lazyRegExp(
  '^(?:session|segment|part|block|séance|sesión|сессия|блок|الجلسة|جلسة|sitzung)\\s*(?:n[o°.º]\\s*)?(?:\\d{1,2}|[ivx]{1,5})(?![\\p{L}\\d])',
  'iu',
);

/** UTF-16 code units of a line that may be a title, or a heading without a time. */
const LONGEST_TITLE = 300;

/**
 * Puts the lines behind the head of a document together as days and sessions. Each line goes to the session that it stands
 * in: as its title, a room, people, or a paragraph of its description; what stands in none is for the ledger.
 */
export function programmeOf(lines: readonly Line[], ledger: Ledger): Programme {
  const assembler = new Assembler(lines, ledger);
  for (let at = 0; at < lines.length; at++) at += assembler.take(at) - 1;
  return assembler.programme();
}

type Section = 'title' | 'body' | 'moderators' | 'speakers';

class Assembler {
  private readonly days: DraftDay[] = [];
  private readonly sessions: Draft[] = [];
  private readonly lines: readonly Line[];
  private readonly ledger: Ledger;
  private current: Draft | undefined;
  private section: Section = 'body';
  private role: Label | undefined;
  /** The heading without a time that the sessions below it are parts of. */
  private group: Draft | undefined;
  private track: string | undefined;
  /** The heading of a track, until a session stands in it. */
  private trackLines: readonly Line[] = [];
  /** The room that a heading without a time names, for what follows it. */
  private room: Draft['room'];
  private day = -1;
  /** Headings of days that stand directly before that of the day, and the number of sessions before them. */
  private waiting = 0;
  private stretch = -1;
  /** Within these, where a time went back to the next day: the number of sessions before each turn. */
  private turns: number[] = [];
  private readonly daysByName = new Map<string, number>();
  /** The index of the line that is taken. */
  private at = 0;
  /** True where titles stand before times, as a heading. */
  private pending: Draft | undefined;

  constructor(lines: readonly Line[], ledger: Ledger) {
    this.lines = lines;
    this.ledger = ledger;
  }

  programme(): Programme {
    this.endPending();
    this.endStretch();
    // A day without a session is none; what it is called is lost with it.
    const used = new Set(this.sessions.map(({ day }) => day));
    for (const [i, { heading, line }] of this.days.entries()) {
      if (line === undefined) continue;
      if (used.has(i)) this.ledger.use(line);
      else if (heading?.title === '') this.ledger.ignore(line);
      else this.ledger.lose(line);
    }
    return { days: this.days, sessions: this.sessions };
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
    if (text === '' || (line.column === undefined && isIgnorable(text)) || isLeftOver(text)) {
      if (text === '') this.ledger.use(line);
      else this.ledger.ignore(line);
      return 1;
    }
    const isHeading = line.kind === 'heading' || line.isStrong === true || line.column === 'date';
    const heading = line.column === undefined || line.column === 'date' ? dayHeading(text, isHeading) : undefined;
    if (heading !== undefined && this.takeDay(heading, line)) return 1;
    const time = this.timeOf(line);
    if (time !== undefined) {
      this.begin(line, time);
      return 1;
    }
    if (line.column === 'time') {
      const word = timeWordIn(text);
      if (word !== undefined) this.startSession(line, { word });
      else {
        // What stands in place of a time, and beside it, belongs to no session.
        this.endPending();
        this.current = undefined;
        this.ledger.lose(line);
      }
      return 1;
    }
    if (this.takeGroup(line, at)) return 1;
    if (this.current === undefined && this.pending === undefined) {
      this.ledger.lose(line);
      return 1;
    }
    return this.takeContent(line, at);
  }

  private takeDay(heading: DayHeading, line: Line): boolean {
    // In a column of dates, each day stands again and again.
    const name = [heading.date?.day, heading.date?.month, heading.weekday].join();
    const known = line.column === 'date' ? this.daysByName.get(name) : undefined;
    const time = heading.title === '' ? undefined : timeAtStart(heading.title);
    this.endPending();
    if (known !== undefined) this.ledger.use(line);
    if (known === undefined) {
      this.days.push({ heading: time === undefined ? heading : { ...heading, title: '' }, line });
      this.day = this.days.length - 1;
      if (!this.daysByName.has(name)) this.daysByName.set(name, this.day);
    } else this.day = known;
    // Headings of days one after the other, as a grid gives them that was taken apart.
    const isTogether = known === undefined && this.day > 0 && this.sessions.length === this.stretch;
    this.waiting = isTogether ? this.waiting + 1 : 0;
    this.endStretch();
    this.room = undefined;
    this.current = undefined;
    this.group = undefined;
    this.track = undefined;
    if (time?.end !== undefined || (time !== undefined && heading.title.length > time.rest)) {
      if (time.rest < heading.title.length)
        this.begin({ ...line, text: heading.title }, { ...time, title: heading.title.slice(time.rest) });
    }
    return true;
  }

  /** The time of a line, with the title that stands before or behind it on the same line. */
  private timeOf(line: Line): (WrittenTime & { readonly title: string; readonly room?: string }) | undefined {
    const { text, column } = line;
    if (column !== undefined && column !== 'time' && column !== 'title') return undefined;
    const start = timeAtStart(text, column === 'time');
    if (start !== undefined) {
      const title = text.slice(start.rest).trim();
      // A sentence that begins with a time of day, and a time in a cell of what takes place, are no start of a session.
      if (start.end === undefined && !start.isOpen && line.isInProgramme === true && column !== 'time' && title === '')
        return undefined;
      return { ...start, title };
    }
    const label = labelOf(text);
    if (label?.kind === 'time' && label.rest < text.length) {
      const time = timeAtStart(text.slice(label.rest), true);
      if (time !== undefined) return { ...time, title: text.slice(label.rest).slice(time.rest).trim() };
    }
    const end = line.isInProgramme === true || this.section === 'speakers' ? undefined : rangeAtEnd(text);
    if (end === undefined || /[.!?]\s/.test(text.slice(0, end.from))) return undefined;
    const title = text
      .slice(0, end.from)
      .replace(/[\s,;|:([–—-]+$/, '')
      .trim();
    return title === '' || title.length > 150 ? undefined : { ...end, title };
  }

  private begin(line: Line, time: WrittenTime & { readonly title: string }): void {
    this.skipToNextDay(time);
    const { start, end, hasHalf } = time;
    const alone = time.title === '' || isRoom(time.title);
    const before = alone ? this.pending : undefined;
    if (before !== undefined && before.titleLine !== undefined && this.nextIsNoTitle()) {
      // A heading that was no group: the title of the session whose time stands below it.
      this.pending = undefined;
      this.group = undefined;
      this.sessions.splice(this.sessions.lastIndexOf(before), 1);
      const session = this.startSession(line, { start, ...(end !== undefined && { end }), hasHalf });
      this.ledger.use(before.titleLine);
      session.lines.push(...before.lines);
      session.moderators.push(...before.moderators);
      session.speakers.push(...before.speakers);
      session.description.push(...before.description);
      this.setTitle(before.title, before.titleLine);
      if (time.title !== '') this.setRoom(time.title, line);
      return;
    }
    this.endPending();
    this.startSession(line, { start, ...(end !== undefined && { end }), hasHalf });
    const parts = time.title.split(/\t+|\s{3,}|\s+\|\s+/).filter(part => part !== '');
    for (const [i, part] of parts.entries()) {
      if (i === 0) this.takeTitle(part, line);
      else if (isRoom(part)) this.setRoom(part, line);
      else this.addText(line, part);
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
      ...(this.room && { room: this.room }),
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
    this.current = session;
    this.section = 'title';
    this.role = undefined;
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
      this.current === undefined &&
      line.isInTable !== true &&
      text.length <= 100 &&
      this.lines[at + 1] !== undefined &&
      this.timeOf(this.lines[at + 1] as Line) !== undefined;
    if (!(line.kind === 'heading' || (isNumbered && isHeading) || isFirst)) return false;
    if (this.current !== undefined && this.current.title === '' && this.current.isGroup !== true) return false;
    if (labelOf(text) !== undefined && labelOf(text)?.rest !== text.length) return false;
    const next = this.nextTime(at);
    if (next === undefined) return false;
    this.endPending();
    this.current = undefined;
    this.group = undefined;
    this.ledger.use(line);
    const group: Draft = { ...draft(line, Math.max(0, this.day)), isGroup: true };
    this.sessions.push(group);
    this.pending = group;
    this.current = group;
    this.setTitle(text, line);
    this.section = 'body';
    return true;
  }

  /** The next line with a time, before another day or heading. */
  private nextTime(at: number): Line | undefined {
    for (const line of this.lines.slice(at + 1, at + 12)) {
      if (this.timeOf(line) !== undefined) return line;
      if (line.kind === 'heading' || dayHeading(line.text, line.isStrong) !== undefined) return undefined;
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
      this.track = pending.title;
      this.trackLines = pending.lines;
      for (const line of pending.lines) this.ledger.drop(line);
      this.room = pending.room;
    }
  }

  /** A line within a session: its title, a label, a person, a room, a paragraph. */
  private takeContent(line: Line, at: number): number {
    const session = this.current as Draft;
    const { text, column } = line;
    this.ledger.use(line);
    session.lines.push(line);
    session.last = line;
    if (column !== undefined && this.takeColumn(line)) return 1;
    // `(Chair: Ana Reis)` says as much as without its brackets.
    const inner = /^\(([^()]{3,200})\)$/.exec(text)?.[1] ?? '';
    const said = labelOf(inner) === undefined ? line : { ...line, text: inner };
    const label = labelOf(said.text);
    if (label !== undefined && this.takeLabel(label, said)) return 1;
    if (this.takeLanguages(line)) return 1;
    if (session.title === '' && line.isAside !== true) {
      this.takeTitle(text, line);
      return 1;
    }
    if (this.section === 'title' && line.isAside !== true && this.continuesTitle(line)) return 1;
    if (isRoom(text) && session.room === undefined && line.kind !== 'item') {
      this.setRoom(text, line);
      return 1;
    }
    return this.takePerson(line, at);
  }

  /** `Langue Traduction simultanée (ANGL/ESP/FR)`: the word for languages, and some. */
  private takeLanguages({ text }: Line): boolean {
    const [, rest = ''] = /^(?:languages?|langues?|idiomas?|язык[и]?|اللغة|语言)[\s:：]+(.{2,120})$/iu.exec(text) ?? [];
    const tags = rest === '' ? undefined : (languagesIn(/\(([^()]+)\)\s*$/.exec(rest)?.[1] ?? '') ?? languagesIn(rest));
    if (tags === undefined) return false;
    const session = this.current as Draft;
    if (/tradu|interpr|перевод|ترجم|译/i.test(rest)) session.interpretation = tags;
    else session.languages = tags;
    return true;
  }

  /** A title that goes on: behind a colon or a comma, or behind the word for a type. */
  private continuesTitle(line: Line): boolean {
    const session = this.current as Draft;
    const { text } = line;
    this.section = 'body';
    if (
      session.title.length > LONGEST_TITLE ||
      line.kind === 'item' ||
      text.length > 200 ||
      personIn(text, 'anywhere') !== undefined
    )
      return false;
    const isCut =
      /[:,–—-]$|\s(?:and|of|the|for|et|de|du|des|la|le|les|pour|y|en|и|на|для)$/i.test(session.title) ||
      (beginsLower().test(text) && !/[.!?]$/.test(text) && line.isApart !== true && text.length < 120);
    if (isCut) {
      this.setTitle(`${session.title} ${text}`, session.titleLine ?? line);
      this.section = 'title';
      return true;
    }
    const type = typeAlone(session.title);
    const isTitle = type !== undefined && !/[.!?]$/.test(text) && text.length <= 200 && !isRoom(text);
    if (isTitle) {
      this.setTitle(text, line);
      session.type = type;
    }
    return isTitle;
  }

  private takeTitle(text: string, line: Line): void {
    const session = this.current as Draft;
    const label = labelOf(text);
    const isTitle = label?.kind === 'title' && label.rest < text.length && !/\d/.test(label.word);
    if (
      !isTitle &&
      label !== undefined &&
      label.kind !== 'title' &&
      label.rest < text.length &&
      this.takeLabel(label, line)
    )
      return;
    this.setTitle(isTitle ? text.slice(label.rest) : text, line);
    const person = giverIn(session.title);
    if (person !== undefined) session.speakers.push({ person, line });
  }

  /** Sets the title, without the room, the status or the room in brackets at its end. */
  private setTitle(text: string, line: Line): void {
    const session = this.current as Draft;
    let title = text.replace(/^[\s"]*(?=\S)/, '').trim();
    for (let i = 0; i < 2 && title.length <= LONGEST_TITLE; i++) {
      const match = /^(.*\S)\s*[([（]([^()[\]（）]+)[)\]）]$/su.exec(title);
      if (match === null) break;
      const [, before = '', inside = ''] = match;
      const status = statusOf(inside);
      if (isRoom(inside)) this.setRoom(inside, line);
      else if (status !== undefined && status !== 'confirmed') session.status = status;
      else break;
      title = before;
    }
    const room = title.length > LONGEST_TITLE ? null : /^(.*\S)\s*(?:[–—|]|\s-\s|,)\s*([^,–—|]+)$/su.exec(title);
    if (
      room !== null &&
      isRoom(room[2] ?? '') &&
      /(?:room|salle|sala|зал|قاعة|会议室|hall)\s*\S{1,12}$/iu.test(room[2] ?? '') &&
      session.room === undefined
    ) {
      this.setRoom(room[2] ?? '', line);
      title = room[1] ?? title;
    }
    session.title = title;
    session.titleLine = line;
    const type = typeOfTitle(title);
    if (type === undefined) delete session.type;
    else session.type = type;
    const status = statusOfTitle(title);
    if (status !== undefined) session.status = status;
  }

  private setRoom(text: string, line: Line): void {
    const session = this.current as Draft;
    const name = text
      .replace(/^(?:in (?:the )?|en (?:la )?|dans la )/i, '')
      .replace(/[.;]$/, '')
      .trim();
    const [first = '', ...more] = name.split(/\s*[,،，]\s*/);
    // « Salle 7, Siège des Nations Unies »: the building is where all takes place.
    const shown = isRoom(first) && more.length > 0 && !more.some(isRoom) ? first : name;
    if (session.room === undefined) session.room = { name: shown, line };
    else session.rooms.push({ name: shown, line });
  }

  /** A cell of a column that has a header. False where the text is to be read like any other. */
  private takeColumn(line: Line): boolean {
    const session = this.current as Draft;
    const { text, column } = line;
    switch (column) {
      case 'room':
        this.setRoom(text, line);
        return true;
      case 'moderators':
      case 'speakers': {
        if (labelOf(text) !== undefined) return false;
        const people = peopleIn(text, true);
        if (people !== undefined) for (const person of people) session[column].push({ person, line });
        else if (acronym().test(text))
          session.organizer = session.organizer === undefined ? text : `${session.organizer}, ${text}`;
        else this.addText(line, text);
        return true;
      }
      case 'organizer':
        session.organizer = text;
        return true;
      case 'track':
        session.track = text;
        return true;
      case 'description':
        this.addText(line, text);
        return true;
      case 'type': {
        const type = typeAlone(text) ?? typeOfTitle(text);
        if (type === undefined) this.addText(line, text);
        else session.type = type;
        return true;
      }
      case 'languages':
      case 'interpretation': {
        const tags = languagesIn(text);
        if (tags === undefined) this.addText(line, text);
        else session[column] = tags;
        return true;
      }
      case 'status': {
        const status = statusOf(text);
        if (status === undefined) this.addText(line, text);
        else if (status !== 'confirmed') session.status = status;
        return true;
      }
      case 'title':
        return false;
      default:
        if (column === undefined || column === 'time') return false;
        this.addText(line, text);
        return true;
    }
  }

  /** A label and what stands behind it. False for a label that says nothing here: the text is read like any other. */
  private takeLabel(label: Label, line: Line): boolean {
    const session = this.current as Draft;
    const rest = line.text.slice(label.rest).trim();
    const isAlone = rest === '';
    switch (label.kind) {
      case 'moderators':
      case 'speakers': {
        const people = isAlone ? undefined : peopleIn(rest, label.isPlural);
        // `Keynote: Salt and silt` is a title, and so is `Closing remarks` where there is none yet.
        const isTitle = isAlone ? label.role !== undefined && !/[:：]\s*$/.test(line.text) : people === undefined;
        if (session.title === '' && isTitle) return false;
        this.section = label.kind;
        this.role = label;
        if (isAlone) return true;
        if (people === undefined) this.addText(line, line.text);
        else for (const person of people) this.addPerson(person, line);
        return true;
      }
      case 'room':
        if (isAlone) return false;
        this.setRoom(
          /^(?:room|salle|sala|hall|зал|قاعة|espace|saal|raum)$/i.test(label.word) && shortCode().test(rest)
            ? line.text
            : rest,
          line,
        );
        return true;
      case 'organizer':
        if (isAlone) return false;
        session.organizer = rest;
        return true;
      case 'languages':
      case 'interpretation': {
        const tags = isAlone ? undefined : languagesIn(rest);
        if (tags === undefined) return false;
        session[label.kind] = tags;
        return true;
      }
      case 'track':
        if (isAlone) return false;
        session.track = rest;
        return true;
      default:
        return false;
    }
  }

  /** Someone on a line of their own, or a paragraph of the description. */
  private takePerson(line: Line, at: number): number {
    const session = this.current as Draft;
    const { text } = line;
    const list = this.section === 'moderators' || this.section === 'speakers' ? session[this.section] : undefined;
    const setting = list !== undefined ? 'listed' : line.kind === 'item' ? 'item' : 'anywhere';
    const before = (list ?? session.speakers).at(-1);
    if (
      before !== undefined &&
      before.line === this.lines[at - 1] &&
      before.person.title === undefined &&
      isFunction(text) &&
      line.kind !== 'item' &&
      personIn(text, 'anywhere') === undefined
    ) {
      before.person = withFunction(before.person, text);
      return 1;
    }
    const isSentence = setting !== 'item' && text.length > 300;
    const people = isSentence
      ? undefined
      : list !== undefined && line.kind !== 'item'
        ? peopleIn(text, this.role?.isPlural === true)
        : personIn(text, setting);
    const found = people === undefined ? [] : 'length' in people ? people : [people];
    if (found.length > 0) {
      for (const person of found) this.addPerson(person, line);
      return 1;
    }
    const next = this.lines[at + 1];
    if (
      list === undefined &&
      isName(text) &&
      next !== undefined &&
      isFunction(next.text) &&
      personIn(next.text, 'anywhere') === undefined &&
      next.isApart !== true
    ) {
      this.addPerson(withFunction({ name: text }, next.text), line);
      this.ledger.use(next);
      session.lines.push(next);
      session.last = next;
      return 2;
    }
    if (list !== undefined && line.kind === 'paragraph') this.section = 'body';
    this.addText(line, text);
    return 1;
  }

  private addPerson(person: DraftPerson['person'], line: Line): void {
    const session = this.current as Draft;
    const role = this.section === 'moderators' || this.section === 'speakers' ? this.role?.role : undefined;
    const as = this.section === 'moderators' ? 'moderators' : 'speakers';
    session[as].push({ person, line, ...(role !== undefined && { role }) });
    // One name behind « Modérateur : » does not make the next paragraph one.
    if (this.section === 'moderators' && this.role?.isPlural === false && line.kind !== 'item') this.section = 'body';
  }

  /** A paragraph of the description, or more of the one before that breaks off. */
  private addText(line: Line, text: string): void {
    const session = this.current as Draft;
    const before = session.description.at(-1);
    const shown = line.kind === 'item' ? `- ${text}` : text;
    const breaksOff =
      before !== undefined && line.kind !== 'item' && !/[.!?:;»”"')\]…]$/.test(before) && before.length > 60;
    if (breaksOff) session.description[session.description.length - 1] = `${before} ${text}`;
    else session.description.push(shown);
    if (this.section === 'title') this.section = 'body';
  }
}

function withFunction(person: DraftPerson['person'], text: string): DraftPerson['person'] {
  return { ...person, title: text };
}

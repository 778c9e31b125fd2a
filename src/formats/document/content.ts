import { lazyRegExp } from '../../text/lazy.js';
import { statusOf } from '../import/statuses.js';
import { type Draft, LONGEST_TITLE } from './drafts.js';
import { languagesIn } from './head.js';
import type { Ledger } from './ledger.js';
import type { Line } from './line.js';
import { Participants } from './participants.js';
import { partsOfTitle, titleGoesOn } from './title-parts.js';
import { castInWords, paperIn } from './words/casts.js';
import { isRoom, type Label, labelOf, typeAlone, typeOfTitle } from './words/labels.js';
import { acronym } from './words/letters.js';
import { giverIn, peopleIn, personIn } from './words/people.js';

const shortCode = lazyRegExp('^[\\p{L}\\d]{1,4}$', 'u');

/** What the lines within a session say of it: its title, rooms, people, and the paragraphs of its description. */
export class SessionContent {
  private readonly lines: readonly Line[];
  private readonly ledger: Ledger;
  private readonly people: Participants;
  private current: Draft | undefined;
  /** True while the next line may be more of the title. */
  private isInTitle = false;

  constructor(lines: readonly Line[], ledger: Ledger) {
    this.lines = lines;
    this.ledger = ledger;
    this.people = new Participants(lines);
  }

  /** The session that lines belong to; undefined between two. */
  get session(): Draft | undefined {
    return this.current;
  }

  /** True where those who speak are listed. */
  get isInSpeakers(): boolean {
    return this.people.listed === 'speakers';
  }

  /** Begins a session, with its title to come or with its body. */
  begin(session: Draft, section: 'title' | 'body'): void {
    this.current = session;
    this.isInTitle = section === 'title';
    this.people.begin(session);
  }

  end(): void {
    this.current = undefined;
  }

  /** A line within a session: its title, a label, a person, a room, a paragraph. */
  take(line: Line, at: number): number {
    const session = this.current as Draft;
    const { text, column } = line;
    this.use(line);
    if (column !== undefined && this.takeColumn(line, at)) return 1;
    // `(Chair: Ana Reis)` says as much as without its brackets.
    const inner = /^(?:\(([^()]{3,200})\)|\[([^[\]]{3,200})\])$/.exec(text)?.slice(1).join('') ?? '';
    if (session.title !== '' && this.takeCast(line)) return 1;
    const said = labelOf(inner) === undefined ? line : { ...line, text: inner };
    const label = labelOf(said.text);
    if (label !== undefined && this.takeLabel(label, said)) return 1;
    if (this.takeLanguages(line)) return 1;
    if (session.title === '' && line.isAside !== true) {
      this.takeTitle(text, line);
      return 1;
    }
    if (this.isInTitle && line.isAside !== true && this.continuesTitle(line)) return 1;
    if (session.room === undefined && PIN.test(text)) {
      this.setRoom(text.replace(PIN, ''), line);
      return 1;
    }
    if (session.room === undefined && line.kind !== 'item') {
      if (this.takeRoomAndPeople(line)) return 1;
      if (isRoom(inner)) {
        this.setRoom(inner, line);
        return 1;
      }
      if (isRoom(text)) {
        this.setRoom(text, line);
        return 1;
      }
    }
    const paper = line.kind === 'item' ? paperIn(text) : undefined;
    if (paper !== undefined) {
      session.items.push({ title: paper.title, people: paper.people.map(person => ({ person, line })) });
      return 1;
    }
    const taken = this.people.take(line, at);
    for (const more of this.lines.slice(at + 1, at + taken)) this.use(more);
    if (taken === 0) this.addText(line, text);
    return Math.max(taken, 1);
  }

  private use(line: Line): void {
    const session = this.current as Draft;
    this.ledger.use(line);
    session.lines.push(line);
    session.last = line;
  }

  /** What stands behind the title and its time on one line: who takes part, in words, or more about it. */
  takeRest(text: string, line: Line): void {
    const rest = { ...line, text };
    const label = labelOf(text);
    if (this.takeCast(rest) || (label !== undefined && this.takeLabel(label, rest))) return;
    this.addText(line, text);
  }

  /** A line of who takes part, in words. */
  private takeCast(line: Line): boolean {
    const cast = line.column === undefined ? castInWords(line.text) : undefined;
    if (cast === undefined) return false;
    this.people.addAll(cast, line);
    return true;
  }

  /** « Salle 204 — Présidence : Ana Reis »: a room, and a label behind a dash. */
  private takeRoomAndPeople(line: Line): boolean {
    if (line.text.length > LONGEST_TITLE) return false;
    const [, room = '', behind = ''] = /^(\S.*?)\s+[–—|·]\s+(\S.*)$/su.exec(line.text) ?? [];
    const label = room === '' ? undefined : labelOf(behind);
    if ((label?.kind !== 'moderators' && label?.kind !== 'speakers') || label.rest >= behind.length || !isRoom(room))
      return false;
    this.setRoom(room, line);
    return this.takeLabel(label, { ...line, text: behind });
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
    this.isInTitle = false;
    if (
      session.title.length > LONGEST_TITLE ||
      line.kind === 'item' ||
      text.length > 200 ||
      personIn(text, 'anywhere') !== undefined
    )
      return false;
    if (titleGoesOn(session.title, line)) {
      this.setTitle(`${session.title} ${text}`, session.titleLine ?? line);
      this.isInTitle = true;
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

  /** The title of the session, or a label that stands in its place. */
  takeTitle(text: string, line: Line): void {
    const session = this.current as Draft;
    const [first = '', ...more] = text.split(/\s{3,}|\u3000+/);
    if (first !== '' && more.length > 0) {
      this.takeTitle(first, line);
      for (const part of more) this.takeBeside(part, line);
      return;
    }
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
    if (person !== undefined) this.people.addAll([{ as: 'speakers', people: [person] }], line);
  }

  /** What stands beside the title, on its line. */
  takeBeside(text: string, line: Line): void {
    const label = labelOf(text);
    if (label !== undefined && this.takeLabel(label, { ...line, text })) return;
    if (isRoom(text)) this.setRoom(text, line);
    else this.addText(line, text);
  }

  /** Sets the title, and what is said behind it of people, rooms and the status. */
  setTitle(text: string, line: Line): void {
    const session = this.current as Draft;
    const { title, rooms, status, cast, labels } = partsOfTitle(text, session.room !== undefined);
    session.title = title;
    session.titleLine = line;
    this.people.addAll(cast, line);
    for (const { label, text: words } of labels) this.takeLabel(label, { ...line, text: words });
    if (labels.length > 0) {
      this.people.close();
      this.isInTitle = true;
    }
    for (const room of rooms) this.setRoom(room, line);
    const type = typeOfTitle(title);
    if (type === undefined) delete session.type;
    else session.type = type;
    if (status !== undefined) session.status = status;
  }

  /** A room of the session, without the words before it. */
  setRoom(text: string, line: Line): void {
    const session = this.current as Draft;
    const name = text
      .replace(/^(?:in (?:the )?|en (?:la )?|dans la )/i, '')
      .replace(/[.;]$/, '')
      .trim();
    const [first = '', ...more] = name.split(/\s*[,،，]\s*/);
    // « Salle 7, Siège des Nations Unies »: the building is where all takes place.
    const isPart = (part: string) => isRoom(part) || FLOOR.test(part);
    const shown = isRoom(first) && !RESTAURANT.test(first) && more.length > 0 && !more.some(isPart) ? first : name;
    if (session.room === undefined) session.room = { name: shown, line };
    else session.rooms.push({ name: shown, line });
  }

  /** A cell of a column that has a header. False where the text is to be read like any other. */
  private takeColumn(line: Line, at: number): boolean {
    const session = this.current as Draft;
    const { text, column } = line;
    switch (column) {
      case 'room':
      case 'venue': {
        if (/^track\s[^()]*$/iu.test(text)) {
          session.track = text;
          return true;
        }
        const [, track = '', inside = ''] = /^(track\s.*\S)\s*\(([^()]+)\)$/iu.exec(text) ?? [];
        if (track !== '') session.track = track;
        this.setRoom(inside === '' ? text : inside, line);
        return true;
      }
      case 'moderators':
      case 'speakers': {
        const cast = castInWords(text);
        if (cast !== undefined) {
          this.people.addAll(cast, line);
          return true;
        }
        if (labelOf(text) !== undefined) return false;
        if (this.people.takeCell(column, line, at)) return true;
        if (!acronym().test(text)) this.addText(line, text);
        else session.organizer = session.organizer === undefined ? text : `${session.organizer}, ${text}`;
        return true;
      }
      case 'affiliation':
      case 'function':
        if (!this.people.takeCell(column, line, at)) this.addText(line, text);
        return true;
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
        this.isInTitle = false;
        this.people.open({ ...label, kind: label.kind });
        if (isAlone) return true;
        if (people === undefined) this.addText(line, line.text);
        else this.people.add(people, line, rest);
        // Of who is named behind « Animation : », the list goes on with others.
        if (people !== undefined && label.kind === 'moderators' && !label.isPlural) this.people.close();
        return true;
      }
      case 'room':
      case 'venue':
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
        // What else it says, such as where the headsets are.
        if (/[.!?]\s+\S/.test(rest)) this.addText(line, line.text);
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

  /** A paragraph of the description, or more of the one before that breaks off. */
  addText(line: Line, text: string): void {
    const session = this.current as Draft;
    const before = session.description.at(-1);
    const shown = line.kind === 'item' ? `- ${text}` : text;
    const breaksOff =
      before !== undefined && line.kind !== 'item' && !/[.!?:;»”"')\]…]$/.test(before) && before.length > 60;
    if (breaksOff) session.description[session.description.length - 1] = `${before} ${text}`;
    else session.description.push(shown);
    this.isInTitle = false;
  }
}

/** What tells a room apart in one building: « 2e étage », `Level 1`. */
const FLOOR =
  /\b(?:level|floor|building|bâtiment|edificio|gebäude|étage|niveau|nivel|piso|planta|andar|stock|этаж)\b|^(?:wing|aile|ala)\b|этаж|الطابق|楼/iu;

/** What has an address of its own. */
const RESTAURANT = /^(?:restaurante?|ristorante|ресторан)(?=\s|$)/iu;

/** The picture that stands for a place. */
const PIN = /^[📍🏛🚪]\uFE0F?\s*(?=\S)/u;

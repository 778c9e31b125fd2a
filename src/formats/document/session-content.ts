import { lazyRegExp } from '../../text/lazy.js';
import { statusOf, statusOfTitle } from '../import/statuses.js';
import { type Draft, type DraftPerson, LONGEST_TITLE } from './drafts.js';
import { languagesIn } from './head.js';
import { isRoom, type Label, labelOf, typeAlone, typeOfTitle } from './labels.js';
import type { Ledger } from './ledger.js';
import { acronym, beginsLower, type Line } from './line.js';
import { castInTitle, castInWords, giverIn, isFunction, isName, type NamedCast, peopleIn, personIn } from './people.js';

const shortCode = lazyRegExp('^[\\p{L}\\d]{1,4}$', 'u');

type Section = 'title' | 'body' | 'moderators' | 'speakers';

/** What the lines within a session say of it: its title, rooms, people, and the paragraphs of its description. */
export class SessionContent {
  private readonly lines: readonly Line[];
  private readonly ledger: Ledger;
  private current: Draft | undefined;
  private section: Section = 'body';
  private role: Label | undefined;
  /** The people of the session in the order in which they were named; of how many the organisation stood in its column. */
  private people: DraftPerson[] = [];
  private affiliated = 0;
  /** Whose function stood on a line of its own. */
  private described: { readonly who: DraftPerson; readonly line: Line } | undefined;
  /** Who was named last, alone on a line, and the words. */
  private named: { readonly who: DraftPerson; readonly text: string } | undefined;

  constructor(lines: readonly Line[], ledger: Ledger) {
    this.lines = lines;
    this.ledger = ledger;
  }

  /** The session that lines belong to; undefined between two. */
  get session(): Draft | undefined {
    return this.current;
  }

  /** True where those who speak are listed. */
  get isInSpeakers(): boolean {
    return this.section === 'speakers';
  }

  /** Begins a session, with its title to come or with its body. */
  begin(session: Draft, section: 'title' | 'body'): void {
    this.current = session;
    this.section = section;
    this.role = undefined;
    this.people = [];
    this.affiliated = 0;
  }

  end(): void {
    this.current = undefined;
  }

  /** A line within a session: its title, a label, a person, a room, a paragraph. */
  take(line: Line, at: number): number {
    const session = this.current as Draft;
    const { text, column } = line;
    this.ledger.use(line);
    session.lines.push(line);
    session.last = line;
    if (column !== undefined && this.takeColumn(line)) return 1;
    // `(Chair: Ana Reis)` says as much as without its brackets.
    const inner = /^\(([^()]{3,200})\)$/.exec(text)?.[1] ?? '';
    if (session.title !== '' && this.takeCast(line)) return 1;
    const said = labelOf(inner) === undefined ? line : { ...line, text: inner };
    const label = labelOf(said.text);
    if (label !== undefined && this.takeLabel(label, said)) return 1;
    if (this.takeLanguages(line)) return 1;
    if (session.title === '' && line.isAside !== true) {
      this.takeTitle(text, line);
      return 1;
    }
    if (this.section === 'title' && line.isAside !== true && this.continuesTitle(line)) return 1;
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
    return this.takePerson(line, at);
  }

  /** A line of who takes part, in words. */
  private takeCast(line: Line): boolean {
    const cast = line.column === undefined ? castInWords(line.text) : undefined;
    if (cast === undefined) return false;
    this.takeAll(cast, line);
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

  /** The title of the session, or a label that stands in its place. */
  takeTitle(text: string, line: Line): void {
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
  setTitle(text: string, line: Line): void {
    const session = this.current as Draft;
    let title = this.withoutPeople(
      this.withoutCast(text.replace(/^[\s"]*(?=\S)|(?<=[^\s*])\*{1,3}$/g, '').trim(), line),
      line,
    );
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
    const room = title.length > LONGEST_TITLE ? null : /^(.*\S)\s*([–—|·]|\s-\s|,)\s*([^,–—|·]+)$/su.exec(title);
    if (
      room !== null &&
      isRoom(room[3] ?? '') &&
      (room[2] === '·' || /(?:room|salle|sala|зал|قاعة|会议室|hall)\s*\S{1,12}$/iu.test(room[3] ?? '')) &&
      session.room === undefined
    ) {
      this.setRoom(room[3] ?? '', line);
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

  /** A title without who is named at its end. */
  private withoutCast(text: string, line: Line): string {
    const found = text.length > 2 * LONGEST_TITLE ? undefined : castInTitle(text);
    if (found === undefined) return text;
    this.takeAll(found.cast, line);
    return found.title;
  }

  private takeAll(cast: readonly NamedCast[], line: Line): void {
    for (const { as, people } of cast) for (const person of people) this.push(as, { person, line });
  }

  /** A title without the people behind a dash or in brackets at its end: `Tides – Moderator: Ana Reis`, `Tides (Dr. Ana Reis)`. */
  private withoutPeople(text: string, line: Line): string {
    if (text.length > LONGEST_TITLE) return text;
    const session = this.current as Draft;
    const [, before = '', behind = ''] =
      /^(\S.*\S)\s+[–—]\s+(\S.*)$/su.exec(text) ?? /^(\S.*\S)\s+[(（]([^()（）]+)[)）]$/su.exec(text) ?? [];
    if (before === '') return text;
    const parts = behind.split(/\s*;\s*/);
    const labels = parts.map(part => labelOf(part));
    if (labels.every(one => (one?.kind === 'moderators' || one?.kind === 'speakers') && one.rest < behind.length)) {
      session.title = before;
      for (const [i, part] of parts.entries()) this.takeLabel(labels[i] as Label, { ...line, text: part });
      this.section = 'title';
      return before;
    }
    const person = personIn(behind, 'anywhere');
    const isDescribed = person?.title !== undefined || (person?.org !== undefined && behind.endsWith(')'));
    if (person === undefined || (person.honorific === undefined && !isDescribed)) return text;
    session.speakers.push({ person, line });
    return before;
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
    const shown = isRoom(first) && more.length > 0 && !more.some(isPart) ? first : name;
    if (session.room === undefined) session.room = { name: shown, line };
    else session.rooms.push({ name: shown, line });
  }

  /** A cell of a column that has a header. False where the text is to be read like any other. */
  private takeColumn(line: Line): boolean {
    const session = this.current as Draft;
    const { text, column } = line;
    switch (column) {
      case 'room':
      case 'venue': {
        const [, track = '', inside = ''] = /^(track\s.*\S)\s*\(([^()]+)\)$/iu.exec(text) ?? [];
        if (track !== '') session.track = track;
        this.setRoom(inside === '' ? text : inside, line);
        return true;
      }
      case 'moderators':
      case 'speakers': {
        if (labelOf(text) !== undefined) return false;
        const last = session[column].at(-1);
        if (last !== undefined && last.line === session.lines.at(-2) && describes(text, last.person)) {
          last.person = withFunction(last.person, text);
          return true;
        }
        const people = peopleIn(text, true);
        if (people !== undefined) for (const person of people) this.push(column, { person, line });
        else if (acronym().test(text))
          session.organizer = session.organizer === undefined ? text : `${session.organizer}, ${text}`;
        else this.addText(line, text);
        return true;
      }
      case 'affiliation': {
        // One line for each of them, in their order.
        const named = this.people[this.affiliated];
        if (named === undefined) this.addText(line, text);
        else {
          named.person = { ...named.person, org: text };
          this.affiliated++;
        }
        return true;
      }
      case 'function': {
        const named = this.people.at(-1);
        if (named === undefined || named.person.title !== undefined) this.addText(line, text);
        else named.person = withFunction(named.person, text);
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
        if (people?.length === 1) this.remember(rest);
        // Of who is named behind « Animation : », the list goes on with others.
        if (people !== undefined && label.kind === 'moderators' && !label.isPlural) this.section = 'body';
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

  /** Someone on a line of their own, or a paragraph of the description. */
  private takePerson(line: Line, at: number): number {
    const session = this.current as Draft;
    const { text } = line;
    if (this.continuesPerson(line, at) || this.takeOrganisation(line, at)) return 1;
    const list = this.section === 'moderators' || this.section === 'speakers' ? session[this.section] : undefined;
    const setting = list !== undefined ? 'listed' : line.kind === 'item' ? 'item' : 'anywhere';
    const before = (list ?? session.speakers).at(-1);
    if (
      before !== undefined &&
      before.line === this.lines[at - 1] &&
      line.kind !== 'item' &&
      describes(text, before.person)
    ) {
      before.person = withFunction(before.person, text);
      this.described = { who: before, line };
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
      if (found.length === 1) this.remember(text);
      // One name below « Modérateur : » does not make the next paragraph one.
      if (this.section === 'moderators' && this.role?.isPlural === false && line.kind !== 'item') this.section = 'body';
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
      const who = this.people.at(-1);
      this.described = who && { who, line: next };
      this.ledger.use(next);
      session.lines.push(next);
      session.last = next;
      return 2;
    }
    if (list !== undefined && line.kind === 'paragraph') this.section = 'body';
    this.addText(line, text);
    return 1;
  }

  /** The organisation on a line below a name and a function: three lines that stand together. */
  private takeOrganisation(line: Line, at: number): boolean {
    const { described } = this;
    const { text } = line;
    if (described === undefined || described.line !== this.lines[at - 1] || line.isApart === true) return false;
    if (text.length > 80 || /[.!?:;]$/.test(text) || beginsLower().test(text)) return false;
    const next = this.lines[at + 1];
    const isNext = isName(text) && next !== undefined && isFunction(next.text);
    if (isNext || isRoom(text) || personIn(text, 'anywhere') !== undefined) return false;
    described.who.person = { ...described.who.person, org: text };
    this.described = undefined;
    return true;
  }

  private remember(text: string): void {
    const session = this.current as Draft;
    const who = [session.moderators.at(-1), session.speakers.at(-1)].find(one => one?.line === session.last);
    this.named = who && { who, text };
  }

  /** The rest of who is named on the line before, whose words break off. */
  private continuesPerson(line: Line, at: number): boolean {
    const { named } = this;
    const before = this.lines[at - 1];
    if (named === undefined || before === undefined || named.who.line !== before) return false;
    const { text } = line;
    const goesOn =
      line.kind !== 'item' &&
      line.isApart !== true &&
      line.column === undefined &&
      (BREAKS_OFF.test(named.text) ||
        /^\([^()]{2,60}\)[.;]?$/.test(text) ||
        (beginsLower().test(text) && text.length < 80));
    const isOther = goesOn && personIn(text, 'anywhere') !== undefined;
    const whole = goesOn && !isOther ? personIn(`${named.text} ${text}`, 'listed') : undefined;
    if (whole === undefined || whole.name !== named.who.person.name) return false;
    named.who.person = whole;
    this.named = { who: { ...named.who, line }, text: `${named.text} ${text}` };
    return true;
  }

  private push(as: 'moderators' | 'speakers', one: DraftPerson): void {
    this.current?.[as].push(one);
    this.people.push(one);
  }

  private addPerson(person: DraftPerson['person'], line: Line): void {
    const role = this.section === 'moderators' || this.section === 'speakers' ? this.role?.role : undefined;
    const as = this.section === 'moderators' ? 'moderators' : 'speakers';
    this.push(as, { person, line, ...(role !== undefined && { role }) });
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
    if (this.section === 'title') this.section = 'body';
  }
}

/** What tells a room apart in one building: « 2e étage », `Level 1`. */
const FLOOR =
  /\b(?:level|floor|building|bâtiment|edificio|gebäude|étage|niveau|nivel|piso|planta|andar|stock|этаж)\b|^(?:wing|aile|ala)\b|этаж|الطابق|楼/iu;

/** The picture that stands for a place. */
const PIN = /^[📍🏛🚪]\uFE0F?\s*(?=\S)/u;

/** How a line ends that goes on in the next. */
const BREAKS_OFF =
  /(?:[,،]|\s(?:of|the|and|for|in|at|de|du|des|la|le|les|d['’]|et|à|au|aux|pour|en|del|los|las|y|e|da|do|dos|das|para|der|die|des|und|für|von))$/iu;

/** True for a line that may be the function of who is named without one on the line before. */
function describes(text: string, { title }: DraftPerson['person']): boolean {
  return title === undefined && isFunction(text) && personIn(text, 'anywhere') === undefined;
}

function withFunction(person: DraftPerson['person'], text: string): DraftPerson['person'] {
  return { ...person, title: text };
}

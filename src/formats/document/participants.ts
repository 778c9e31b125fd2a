import type { Draft, DraftPerson } from './drafts.js';
import type { Line } from './line.js';
import type { NamedCast } from './words/casts.js';
import { isRoom, type Label, labelOf } from './words/labels.js';
import { beginsLower } from './words/letters.js';
import { isFunction, isName, type NamedPerson, peopleIn, personIn } from './words/people.js';

/** How people take part. */
type As = 'moderators' | 'speakers';

/** Who takes part in a session: named on a line each or several, with functions and organisations on lines or in columns. */
export class Participants {
  private readonly lines: readonly Line[];
  private session: Draft | undefined;
  /** The label that the lines stand under. */
  private label: (Label & { readonly kind: As }) | undefined;
  /** In the order in which they were named; of how many the organisation stood in its column. */
  private readonly named: DraftPerson[] = [];
  private affiliated = 0;
  /** Paragraphs of a name and a function, each on a line: what stands below another name may be an organisation. */
  private pairs = 0;
  /** Whose function stood on a line of its own. */
  private described: { readonly who: DraftPerson; readonly line: Line } | undefined;
  /** Who was named last, alone on a line, and the words. */
  private last: { readonly who: DraftPerson; readonly text: string } | undefined;

  constructor(lines: readonly Line[]) {
    this.lines = lines;
  }

  begin(session: Draft): void {
    this.session = session;
    this.label = undefined;
    this.named.length = 0;
    this.affiliated = 0;
  }

  /** As what those are listed who stand on the next lines; undefined where none are. */
  get listed(): As | undefined {
    return this.label?.kind;
  }

  /** Begins a list below a label. */
  open(label: Label & { readonly kind: As }): void {
    this.label = label;
  }

  close(): void {
    this.label = undefined;
  }

  /** Adds who is named at once in a line. */
  addAll(cast: readonly NamedCast[], line: Line): void {
    for (const { as, role, people } of cast)
      for (const person of people) this.push(as, { person, line, ...(role !== undefined && { role }) });
  }

  /** Adds who stands behind or below the label at hand. One who was named alone by these words may have more on the next line. */
  add(people: readonly NamedPerson[], line: Line, words: string): void {
    const role = this.label?.role;
    for (const person of people)
      this.push(this.label?.kind ?? 'speakers', { person, line, ...(role !== undefined && { role }) });
    const who = this.named.at(-1);
    if (people.length === 1 && who !== undefined) this.last = { who, text: words };
  }

  private push(as: As, one: DraftPerson): void {
    const { note, ...person } = one.person;
    // `Ana Reis, Delta Bank (moderator)`, among those who speak.
    const moderates = as === 'speakers' && note !== undefined && labelOf(note)?.kind === 'moderators';
    const said = moderates ? { ...one, person } : one;
    this.session?.[moderates ? 'moderators' : as].push(said);
    this.named.push(said);
  }

  /** A cell of a column of people, or of what they are. False where it names nobody, or belongs to nobody. */
  takeCell(column: As | 'affiliation' | 'function', line: Line, at: number): boolean {
    const { text } = line;
    if (column === 'affiliation') {
      // One line for each of them, in their order.
      const who = this.named[this.affiliated];
      if (who === undefined) return false;
      who.person = { ...who.person, org: text };
      this.affiliated++;
      return true;
    }
    if (column === 'function') {
      const who = this.named.at(-1);
      if (who === undefined || who.person.title !== undefined) return false;
      describe(who, text);
      return true;
    }
    if (this.takeOrganisation(line, at)) return true;
    const before = this.named.at(-1);
    const isBelow = before !== undefined && before.line === this.lines[at - 1];
    if (isBelow && mayDescribe(text, before.person)) {
      describe(before, text);
      this.described = { who: before, line };
      return true;
    }
    const people = peopleIn(text, true);
    for (const person of people ?? []) this.push(column, { person, line });
    // What stands below a name in its cell and is none itself says who it is.
    if (people === undefined && isBelow && line.isApart === false && before.person.title === undefined) {
      describe(before, text);
      return true;
    }
    return people !== undefined;
  }

  /** Who is named on a line of their own, or what it says of who is named above. Gives of how many lines; 0 of none. */
  take(line: Line, at: number): number {
    if (this.continues(line, at) || this.takeOrganisation(line, at)) return 1;
    const { text, kind } = line;
    const isItem = kind === 'item' && line.isApart !== false;
    const { listed } = this;
    const before = this.named.at(-1);
    if (before !== undefined && before.line === this.lines[at - 1] && !isItem && mayDescribe(text, before.person)) {
      describe(before, text);
      this.described = { who: before, line };
      return 1;
    }
    const isBelow =
      before !== undefined &&
      before.line === this.lines[at - 1] &&
      (line.isApart !== true || line.isInProgramme === true);
    const people = this.peopleOn(line, isBelow);
    if (people.length > 0) {
      this.add(people, line, text);
      // One name below « Modérateur : » does not make the next paragraph one.
      if (listed === 'moderators' && this.label?.isPlural === false && !isItem) this.close();
      return 1;
    }
    if (listed === undefined) return this.takeNameAndFunction(line, at);
    if (kind === 'paragraph') this.close();
    return 0;
  }

  /** Who is named on a line; one more behind another needs no function: `Ana Reis, Delta Bank`. */
  private peopleOn({ text, kind }: Line, isBelow: boolean): readonly NamedPerson[] {
    if (kind !== 'item' && text.length > 300) return [];
    if (this.label !== undefined && kind !== 'item') return peopleIn(text, this.label.isPlural === true) ?? [];
    if (isBelow && kind !== 'item' && text.length <= 100 && !/[.!?:]$/.test(text)) {
      const next = personIn(text, 'listed');
      if (next?.org !== undefined && text.startsWith(`${next.name},`)) return [next];
    }
    const several = this.label === undefined && /[(;]/.test(text) ? peopleIn(text, false) : undefined;
    if (several !== undefined && several.length > 1 && several.every(({ org, title }) => org ?? title)) return several;
    const person = personIn(text, this.label !== undefined ? 'listed' : kind === 'item' ? 'item' : 'anywhere');
    return person === undefined ? [] : [person];
  }

  /** A name, and a function on the line below. */
  private takeNameAndFunction(line: Line, at: number): number {
    const next = this.lines[at + 1];
    if (next === undefined || next.isApart === true || !isName(line.text)) return 0;
    const isPair = line.isApart === true && next.isApart === false && this.lines[at + 2]?.isApart !== false;
    if (isPair && this.pairs > 0 && next.text.length <= 60 && !/[.!?:;,]$/.test(next.text) && !isFunction(next.text)) {
      this.push('speakers', { person: { name: line.text, org: next.text }, line });
      return 2;
    }
    if (!isFunction(next.text) || personIn(next.text, 'anywhere') !== undefined) return 0;
    const who = { person: { name: line.text, title: next.text }, line };
    if (isPair) this.pairs++;
    this.push('speakers', who);
    this.described = { who, line: next };
    return 2;
  }

  /** The organisation on a line below a name and a function: three lines that stand together. */
  private takeOrganisation({ text, isApart }: Line, at: number): boolean {
    const { described } = this;
    if (described === undefined || described.line !== this.lines[at - 1] || isApart === true) return false;
    if (text.length > 80 || /[.!?:;]$/.test(text) || beginsLower().test(text)) return false;
    const next = this.lines[at + 1];
    const isNext = isName(text) && next !== undefined && isFunction(next.text);
    if (isNext || isRoom(text) || personIn(text, 'anywhere') !== undefined) return false;
    described.who.person = { ...described.who.person, org: text };
    this.described = undefined;
    return true;
  }

  /** The rest of who is named on the line before, whose words break off. */
  private continues(line: Line, at: number): boolean {
    const { last } = this;
    const before = this.lines[at - 1];
    if (last === undefined || before === undefined || last.who.line !== before) return false;
    const { text } = line;
    const goesOn =
      line.kind !== 'item' &&
      line.isApart !== true &&
      line.column === undefined &&
      (BREAKS_OFF.test(last.text) ||
        /^\([^()]{2,60}\)[.;]?$/.test(text) ||
        (beginsLower().test(text) && text.length < 80));
    const isOther = goesOn && personIn(text, 'anywhere') !== undefined;
    const whole = goesOn && !isOther ? personIn(`${last.text} ${text}`, 'listed') : undefined;
    if (whole === undefined || whole.name !== last.who.person.name) return false;
    last.who.person = whole;
    this.last = { who: { ...last.who, line }, text: `${last.text} ${text}` };
    return true;
  }
}

/** How a line ends that goes on in the next. */
const BREAKS_OFF =
  /(?:[,،]|\s(?:of|the|and|for|in|at|de|du|des|la|le|les|d['’]|et|à|au|aux|pour|en|del|los|las|y|e|da|do|dos|das|para|der|die|des|und|für|von))$/iu;

/** True for a line that may be the function of who is named without one on the line before. */
function mayDescribe(text: string, { title }: NamedPerson): boolean {
  return (
    title === undefined &&
    isFunction(text) &&
    !/^[^,،:：]{2,25}[:：]\s/u.test(text) &&
    personIn(text, 'anywhere') === undefined
  );
}

function describe(who: DraftPerson, text: string): void {
  who.person = { ...who.person, title: text };
}

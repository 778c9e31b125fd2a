import { type Link, SESSION_TYPES, type SessionStatus } from '../../model/agenda.js';
import { FIELDS, ID } from '../../model/fields.js';
import { languageByName } from '../../model/language-names.js';
import { languageTag, UNDETERMINED } from '../../model/localized.js';
import { slug } from '../../text/fold.js';
import { letterPattern } from '../../text/letters.js';
import type { Aids } from '../import/aids.js';
import { readableName } from '../import/ids.js';
import { linkTitle } from '../import/links.js';
import type { NameRegistry } from '../import/registry.js';
import { appearancesOf, type ImportedSession } from '../import/sessions.js';
import { readStatus, statusOfTitle, yesOrNo } from '../import/statuses.js';
import type { Accounts } from '../source/accounts.js';
import { decodeForeignValue } from '../source/decode-values.js';
import { badLanguage } from '../source/faults.js';
import type { Issues, Span } from '../source/issues.js';
import { LIMITS, tooMany } from '../source/limits.js';
import type { Column } from './columns.js';
import type { Header } from './header.js';
import { LIST_SEPARATOR, unescapeFormula } from './own-cells.js';
import type { TableContext } from './row-time.js';
import type { Cell, Row } from './table.js';

/** A text of white space, control and format characters (Unicode Zs, Zl, Zp, Cc, Cf) alone. */
const INVISIBLE = letterPattern('^[\\p{Z}\\p{Cc}\\p{Cf}]*$', 'u');

/** What the rows of a table are read with, besides what their times need. */
export interface RowContext extends TableContext {
  readonly names: NameRegistry;
  /** The names of rooms by their ids, as far as a row of an own table names one alone. */
  readonly roomNames: ReadonlyMap<string, string>;
  readonly aids: Aids;
}

/** A session of a table, whose id is empty until all are read, and its places. */
export type RowSession = Omit<ImportedSession, 'date' | 'time' | 'session'> & {
  readonly session: Omit<ImportedSession['session'], 'id'> & { id: string };
};

/** Reads one session of a table, and records the span of the cell that each value comes from. */
export class RowReader {
  private readonly fieldSpans: ImportedSession['fieldSpans'][number][] = [];
  private readonly row: Row;
  /** All rows of the session: where a table has one for each speaker, these differ in the people alone. */
  private readonly rows: readonly Row[];
  private readonly header: Header;
  private readonly names: NameRegistry;
  private readonly roomNames: ReadonlyMap<string, string>;
  private readonly aids: Aids;
  private readonly issues: Issues;
  private readonly accounts: Accounts;

  constructor(rows: readonly [Row, ...Row[]], { header, issues, accounts, names, roomNames, aids }: RowContext) {
    [this.row] = rows;
    this.rows = rows;
    this.header = header;
    this.names = names;
    this.roomNames = roomNames;
    this.aids = aids;
    this.issues = issues;
    this.accounts = accounts;
  }

  /**
   * A cell with a visible character. A cell that idm wrote is as it was before {@link escapeFormula}; another is trimmed.
   */
  text(column: Column): Cell | undefined {
    return this.visible(this.header.cell(this.row, column));
  }

  private visible(cell: Cell | undefined): Cell | undefined {
    if (cell === undefined || INVISIBLE(cell.text).test(cell.text)) return undefined;
    return { text: this.header.writtenByIdm ? unescapeFormula(cell.text) : cell.text.trim(), span: cell.span };
  }

  /** A text for people to read, in which HTML of other programs became plain text. */
  private plain(column: Column): Cell | undefined {
    const cell = this.text(column);
    if (cell === undefined || this.header.writtenByIdm) return cell;
    const text = this.aids.plain(cell.text);
    return text === cell.text ? cell : { ...cell, text };
  }

  /** What the id of the session is made of: that of the table where people can read it, else the title. */
  idName(key: string): string {
    if (ID.test(key) && this.header.writtenByIdm) return key;
    return readableName(key, this.text('title')?.text ?? '', 'session', this.aids.transliterate);
  }

  /** All that the row says of its session but when it is, and its id. */
  session(): RowSession {
    const extent: Span = [this.row[0]?.span[0] ?? 0, this.row.at(-1)?.span[1] ?? 0];
    for (const column of ['start', 'time', 'end'] as const) this.record('time', this.header.cell(this.row, column));
    this.record('id', this.text('id'));
    const title = this.localized('title');
    if (title === undefined)
      this.issues.add(
        'missing-field',
        { span: extent },
        'this row has no title',
        `write ${FIELDS.session.title.required}`,
      );
    const subtitle = this.localized('subtitle');
    const description = this.description();
    const organizer = this.localized('organizer');
    const track = this.localized('track');
    const url = this.url();
    const { type, kept } = this.type();
    const status = this.status(title?.[UNDETERMINED] ?? '');
    const [moderators, speakers] = (['moderators', 'speakers'] as const).map(field => {
      const { appearances, fieldSpans } = appearancesOf(field, this.people(field), this.names);
      this.fieldSpans.push(...fieldSpans);
      return appearances;
    });
    return {
      session: {
        id: '',
        title: title ?? {},
        type,
        ...(subtitle && { subtitle }),
        ...(description && { description }),
        rooms: this.rooms(),
        moderators: moderators ?? [],
        speakers: speakers ?? [],
        items: this.items().map(title => ({ title: { [UNDETERMINED]: title }, speakers: [] })),
        ...(organizer && { organizer }),
        links: this.links(),
        ...(track && { track }),
        tags: [...new Set([...kept, ...this.list('tags', /[;,]/)])],
        languages: this.languages('languages'),
        ...(this.text('interpretation') && { interpretation: this.languages('interpretation') }),
        ...(status && { status }),
        ...(url !== undefined && { url }),
      },
      span: this.text('title')?.span ?? extent,
      extent,
      fieldSpans: this.fieldSpans,
    };
  }

  private record(field: string, cell: Cell | undefined): void {
    if (cell !== undefined) this.fieldSpans.push([[field], cell.span]);
  }

  private localized(
    column: 'title' | 'subtitle' | 'organizer' | 'track',
  ): { readonly [UNDETERMINED]: string } | undefined {
    const cell = this.plain(column);
    this.record(column, cell);
    return cell && cell.text !== '' ? { [UNDETERMINED]: cell.text } : undefined;
  }

  private description() {
    const parts = (['abstract', 'description'] as const).flatMap(column => this.plain(column) ?? []);
    this.record('description', parts[0]);
    const texts = [...new Set(parts.map(({ text }) => text))];
    return texts.length === 0 ? undefined : { [UNDETERMINED]: texts.join('\n\n') };
  }

  private type() {
    const cell = this.text('type');
    this.record('type', cell);
    const type = cell && SESSION_TYPES.find(known => known === slug(cell.text));
    return { type: type ?? ('session' as const), kept: cell !== undefined && type === undefined ? [cell.text] : [] };
  }

  private status(title: string): SessionStatus | undefined {
    const [word, flag] = [this.text('status'), this.text('cancelled')];
    this.record('status', word ?? flag);
    const isCalledOff = flag && (yesOrNo(flag.text) ?? readStatus(flag.text, flag.span, this.accounts) === 'cancelled');
    if (isCalledOff) return 'cancelled';
    const said = word && readStatus(word.text, word.span, this.accounts);
    const inTitle = this.header.writtenByIdm ? undefined : statusOfTitle(title);
    return inTitle ?? (said === 'confirmed' ? undefined : said);
  }

  private rooms(): readonly string[] {
    const cell = this.text('rooms');
    const ids = this.list('room_ids', /; /);
    const at = cell ?? this.text('room_ids');
    if (at === undefined) return [];
    this.record('room', at);
    const texts = this.list('rooms', /[;\n]/);
    if (ids.length === 0) return [...new Set(texts.map(name => this.names.room(name, at.span)))];
    // A name with a semicolon in it can't be told from two: then only what a row names alone is known.
    const named = ids.length === 1 ? [cell?.text] : texts.length === ids.length ? texts : [];
    return ids.map((id, i) => this.names.room(this.roomNames.get(id) ?? named[i] ?? id, at.span, { id }));
  }

  private people(column: 'moderators' | 'speakers'): readonly (readonly [string, Span])[] {
    if (this.header.writtenByIdm) return this.peopleIn(this.row, column);
    if (this.rows.length === 1 && this.header.places(column).length <= 1 && !this.header.has('last_name'))
      return this.peopleIn(this.row, column);
    const found = new Map<string, Span>();
    for (const row of this.rows) {
      for (const [name, span] of this.peopleIn(row, column)) if (!found.has(name)) found.set(name, span);
    }
    return this.atMost([...found], { span: this.text(column)?.span ?? [...found.values()][0] ?? [0, 0] });
  }

  private peopleIn(row: Row, column: 'moderators' | 'speakers'): readonly (readonly [string, Span])[] {
    const cells = this.header.cells(row, column).flatMap(cell => this.visible(cell) ?? []);
    if (cells.length === 0 && !this.header.has('last_name') && !this.header.has('first_name')) return [];
    const named = cells.flatMap(cell => this.namesIn(cell).map(name => [name, cell.span] as const));
    return column === 'speakers' ? [...named, ...this.firstAndLastNames(row)] : named;
  }

  /** The names of people whose first and last names have cells of their own. */
  private firstAndLastNames(row: Row): readonly (readonly [string, Span])[] {
    return this.header.nameCells(row).flatMap(([first, last]) => {
      const parts = [first, last].flatMap(cell => this.visible(cell) ?? []);
      const [cell] = parts;
      return cell === undefined ? [] : [[parts.map(({ text }) => text).join(' '), cell.span] as const];
    });
  }

  private namesIn(cell: Cell): readonly string[] {
    if (this.header.writtenByIdm) return this.atMost(cell.text.split(LIST_SEPARATOR), cell);
    const lines = cell.text.split(/[;\n|]/);
    const pieces = cell.text.split(',').map(piece => piece.trim());
    // A comma stands between two names, or before a first name or an organisation.
    const names = lines.length === 1 && pieces.every(piece => /\S\s+\S/.test(piece)) ? pieces : lines;
    const plain = names.map(name => name.trim().replace(/^\d+:\s*/, '')).filter(name => name !== '');
    return this.atMost([...new Set(plain)], cell);
  }

  private list(column: Column, between: RegExp): readonly string[] {
    if (this.header.writtenByIdm) {
      const cell = this.text(column);
      return cell === undefined ? [] : this.atMost(cell.text.split(LIST_SEPARATOR), cell);
    }
    const cells = this.header.places(column);
    if (cells.length > 1) return this.header.cells(this.row, column).flatMap(cell => this.pieces(cell, between));
    return this.pieces(this.header.cell(this.row, column), between);
  }

  private pieces(found: Cell | undefined, between: RegExp): readonly string[] {
    const cell = this.visible(found);
    if (cell === undefined) return [];
    const items = cell.text.split(between).map(item => item.trim());
    return this.atMost(
      items.filter(item => item !== ''),
      cell,
    );
  }

  /** The first items of a cell, as many as are read of one; reports what is past them. */
  private atMost<Item>(items: readonly Item[], { span }: Pick<Cell, 'span'>): readonly Item[] {
    if (items.length > LIMITS.values) tooMany(this.issues, 'this cell', LIMITS.values, 'values', span);
    return items.slice(0, LIMITS.values);
  }

  private languages(column: 'languages' | 'interpretation'): readonly string[] {
    const cell = this.text(column);
    this.record(column, cell);
    return this.list(column, /[;,/]/).flatMap(written => {
      const tag = languageTag(written.replace(/_/g, '-')) ?? languageByName(written);
      if (tag === undefined && cell !== undefined) badLanguage(written, { span: cell.span }, this.issues);
      return tag ?? [];
    });
  }

  /** Titles of papers and statements: a line each, or in others' tables with semicolons between. */
  private items(): readonly string[] {
    const cell = this.text('items');
    this.record('items', cell);
    return this.pieces(this.header.cell(this.row, 'items'), this.header.writtenByIdm ? /\n/ : /[;\n]/);
  }

  /** A line each, or in others' tables with a comma or semicolon before the next address: the title, then the address. */
  private links(): readonly Link[] {
    const cell = this.text('links');
    if (cell === undefined) return [];
    this.record('links', cell);
    const lines = cell.text.split(this.header.writtenByIdm ? '\n' : /\n|[;,]\s*(?=https?:)/).map(line => line.trim());
    return this.atMost(lines, cell).flatMap(line => {
      const at = line.lastIndexOf(' ');
      const [title, address] = [line.slice(0, Math.max(0, at)).trim(), line.slice(at + 1)];
      if (address === '') return [];
      const url = decodeForeignValue('url', address, cell.span, this.issues);
      return url === undefined ? [] : [{ title: { [UNDETERMINED]: title === '' ? linkTitle(url) : title }, url }];
    });
  }

  private url(): string | undefined {
    const cell = this.text('url');
    this.record('url', cell);
    return cell && decodeForeignValue('url', cell.text, cell.span, this.issues, true);
  }
}

import { SESSION_TYPES, type SessionStatus } from '../../model/agenda.js';
import { FIELDS, ID } from '../../model/fields.js';
import { UNDETERMINED } from '../../model/localized.js';
import { slug } from '../../text/fold.js';
import { lazyRegExp } from '../../text/lazy.js';
import { quote } from '../../text/quote.js';
import { appearing, type Draft } from '../import/drafts.js';
import { takenAt } from '../import/field-value.js';
import { isReadable, readableId } from '../import/ids.js';
import type { Roster } from '../import/roster.js';
import type { Issues, Span } from '../source/issues.js';
import { MOST_VALUES, tooMany } from '../source/limits.js';
import type { Column } from './columns.js';
import { unguard } from './formula.js';
import type { Header } from './header.js';
import { spoken } from './language-names.js';
import type { Calendar } from './row-time.js';
import type { Cell, Row } from './table.js';

/** What is said of what may not take place, as slugs; anything else takes place. */
const STATUSES: readonly (readonly [SessionStatus, string])[] = [
  ['tentative', 'tentative draft provisional vorlaufig provisorisch provisoire pendiente'],
  ['cancelled', 'cancelled canceled abgesagt storniert annule annulee cancelado cancelada anulado anulada'],
];

/** Blanks, control characters and such as only change how others look. */
const INVISIBLE = lazyRegExp('^[\\p{Z}\\p{Cc}\\p{Cf}]*$', 'u');

/** The life of one row: what is read of it is placed by its cells. */
export class RowReader {
  private readonly fields: Draft['fields'][number][] = [];
  private readonly row: Row;
  private readonly header: Header;
  private readonly names: Roster;
  private readonly alone: ReadonlyMap<string, string>;
  private readonly issues: Issues;

  constructor(row: Row, { header, issues }: Calendar, names: Roster, alone: ReadonlyMap<string, string>) {
    this.row = row;
    this.header = header;
    this.names = names;
    this.alone = alone;
    this.issues = issues;
  }

  /**
   * A cell in which something can be seen. Our own cells are what they were before they were guarded; others lose the
   * blanks around.
   */
  text(column: Column): Cell | undefined {
    const cell = this.header.cell(this.row, column);
    if (cell === undefined || INVISIBLE().test(cell.text)) return undefined;
    return { text: this.header.own ? unguard(cell.text) : cell.text.trim(), span: cell.span };
  }

  id(key: string): string {
    if (ID.test(key) && (this.header.own || isReadable(key))) return key;
    return (isReadable(key) && readableId(key, '')) || readableId(this.text('title')?.text ?? '', 'session');
  }

  session(id: string): Omit<Draft, 'date' | 'time'> {
    const whole: Span = [this.row[0]?.span[0] ?? 0, this.row.at(-1)?.span[1] ?? 0];
    for (const column of ['start', 'time', 'end'] as const) this.note('time', this.header.cell(this.row, column));
    this.note('id', this.text('id'));
    const title = this.local('title');
    if (title === undefined)
      this.issues.add(
        'missing-field',
        { span: whole },
        'this row has no title',
        `write ${FIELDS.session.title.required}`,
      );
    const subtitle = this.local('subtitle');
    const description = this.description();
    const track = this.local('track');
    const url = this.url();
    const { type, kept } = this.type();
    const status = this.status();
    const [moderators, speakers] = (['moderators', 'speakers'] as const).map(field => {
      const { list, fields } = appearing(field, this.people(field), this.names);
      for (const field of fields) this.fields.push(field);
      return list;
    });
    return {
      session: {
        id,
        title: title ?? {},
        type,
        ...(subtitle && { subtitle }),
        ...(description && { description }),
        rooms: this.rooms(),
        moderators: moderators ?? [],
        speakers: speakers ?? [],
        ...(track && { track }),
        tags: [...kept, ...this.list('tags', /[;,]/)],
        languages: this.languages(),
        ...(status && { status }),
        ...(url !== undefined && { url }),
      },
      span: this.text('title')?.span ?? whole,
      whole,
      fields: this.fields,
    };
  }

  private note(field: string, cell: Cell | undefined): void {
    if (cell !== undefined) this.fields.push([[field], cell.span]);
  }

  private local(column: 'title' | 'subtitle' | 'track'): { readonly [UNDETERMINED]: string } | undefined {
    const cell = this.text(column);
    this.note(column, cell);
    return cell && { [UNDETERMINED]: cell.text };
  }

  private description() {
    const parts = (['abstract', 'description'] as const).flatMap(column => this.text(column) ?? []);
    this.note('description', parts[0]);
    const texts = [...new Set(parts.map(({ text }) => text))];
    return texts.length === 0 ? undefined : { [UNDETERMINED]: texts.join('\n\n') };
  }

  private type() {
    const cell = this.text('type');
    this.note('type', cell);
    const type = cell && SESSION_TYPES.find(known => known === slug(cell.text));
    return { type: type ?? ('session' as const), kept: cell !== undefined && type === undefined ? [cell.text] : [] };
  }

  private status() {
    const cell = this.text('status');
    const word = slug(cell?.text ?? '');
    return STATUSES.find(([, words]) => words.split(' ').includes(word))?.[0];
  }

  private rooms(): readonly string[] {
    const cell = this.text('rooms');
    const ids = this.list('room_ids', /; /);
    const at = cell ?? this.text('room_ids');
    if (at === undefined) return [];
    this.note('room', at);
    const texts = this.list('rooms', /[;\n]/);
    if (ids.length === 0) return [...new Set(texts.map(name => this.names.room(name, at.span)))];
    // A name with a semicolon in it can't be told from two: then only what a row names alone is known.
    const named = ids.length === 1 ? [cell?.text] : texts.length === ids.length ? texts : [];
    return ids.map((id, i) => this.names.room(this.alone.get(id) ?? named[i] ?? id, at.span, { id }));
  }

  private people(column: 'moderators' | 'speakers'): readonly (readonly [string, Span])[] {
    const cell = this.text(column);
    if (cell === undefined) return [];
    if (this.header.own) return this.some(cell.text.split('; '), cell).map(name => [name, cell.span] as const);
    const lines = cell.text.split(/[;\n|]/);
    const pieces = cell.text.split(',').map(piece => piece.trim());
    // A comma stands between two names, or before a first name or an organisation.
    const names = lines.length === 1 && pieces.every(piece => /\S\s+\S/.test(piece)) ? pieces : lines;
    const plain = names.map(name => name.trim().replace(/^\d+:\s*/, '')).filter(name => name !== '');
    return this.some([...new Set(plain)], cell).map(name => [name, cell.span] as const);
  }

  private list(column: Column, between: RegExp): readonly string[] {
    const cell = this.text(column);
    if (cell === undefined) return [];
    if (this.header.own) return this.some(cell.text.split('; '), cell);
    const items = cell.text.split(between).map(item => item.trim());
    return this.some(
      items.filter(item => item !== ''),
      cell,
    );
  }

  /** The items of a cell, as many as a session can have. */
  private some(items: readonly string[], { span }: Cell): readonly string[] {
    if (items.length > MOST_VALUES) tooMany(this.issues, 'this cell', MOST_VALUES, 'values', span);
    return items.slice(0, MOST_VALUES);
  }

  private languages(): readonly string[] {
    const cell = this.text('languages');
    this.note('languages', cell);
    return this.list('languages', /[;,/]/).flatMap(written => {
      const tag = spoken(written);
      if (tag === undefined && cell !== undefined) {
        const message = `${quote(written)} is not a language tag`;
        this.issues.add('bad-language', { span: cell.span }, message, 'write a BCP 47 tag such as fr, en or pt-BR');
      }
      return tag ?? [];
    });
  }

  private url(): string | undefined {
    const cell = this.text('url');
    this.note('url', cell);
    return cell && takenAt('url', cell.text, cell.span, this.issues, true);
  }
}

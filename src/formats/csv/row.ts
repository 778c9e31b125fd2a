import { SESSION_TYPES, type SessionStatus } from '../../model/agenda.js';
import { FIELDS, ID } from '../../model/fields.js';
import { languageByName } from '../../model/language-names.js';
import { languageTag, UNDETERMINED } from '../../model/localized.js';
import { slug } from '../../text/fold.js';
import { lazyRegExp } from '../../text/lazy.js';
import { isReadable, readableId } from '../import/ids.js';
import type { NameRegistry } from '../import/registry.js';
import { appearancesOf, type ImportedSession } from '../import/sessions.js';
import { decodeForeignValue } from '../source/decode-values.js';
import { badLanguage } from '../source/faults.js';
import type { Issues, Span } from '../source/issues.js';
import { LIMITS, tooMany } from '../source/limits.js';
import type { Column } from './columns.js';
import type { Header } from './header.js';
import { LIST_SEPARATOR, unescapeFormula } from './own-cells.js';
import type { TableContext } from './row-time.js';
import type { Cell, Row } from './table.js';

/** Words for tentative and cancelled, as slugs; all others mean confirmed. */
const STATUSES: readonly (readonly [SessionStatus, string])[] = [
  ['tentative', 'tentative draft provisional vorlaufig provisorisch provisoire pendiente'],
  ['cancelled', 'cancelled canceled abgesagt storniert annule annulee cancelado cancelada anulado anulada'],
];

/** A text of white space, control and format characters (Unicode Zs, Zl, Zp, Cc, Cf) alone. */
const INVISIBLE = lazyRegExp('^[\\p{Z}\\p{Cc}\\p{Cf}]*$', 'u');

/** Reads one row as a session, and records the span of the cell that each value comes from. */
export class RowReader {
  private readonly fieldSpans: ImportedSession['fieldSpans'][number][] = [];
  private readonly row: Row;
  private readonly header: Header;
  private readonly names: NameRegistry;
  private readonly roomNames: ReadonlyMap<string, string>;
  private readonly issues: Issues;

  constructor(row: Row, { header, issues }: TableContext, names: NameRegistry, roomNames: ReadonlyMap<string, string>) {
    this.row = row;
    this.header = header;
    this.names = names;
    this.roomNames = roomNames;
    this.issues = issues;
  }

  /**
   * A cell with a visible character. A cell that idm wrote is as it was before {@link escapeFormula}; another is trimmed.
   */
  text(column: Column): Cell | undefined {
    const cell = this.header.cell(this.row, column);
    if (cell === undefined || INVISIBLE().test(cell.text)) return undefined;
    return { text: this.header.writtenByIdm ? unescapeFormula(cell.text) : cell.text.trim(), span: cell.span };
  }

  id(key: string): string {
    if (ID.test(key) && (this.header.writtenByIdm || isReadable(key))) return key;
    return (isReadable(key) && readableId(key, '')) || readableId(this.text('title')?.text ?? '', 'session');
  }

  session(id: string): Omit<ImportedSession, 'date' | 'time'> {
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
    const track = this.localized('track');
    const url = this.url();
    const { type, kept } = this.type();
    const status = this.status();
    const [moderators, speakers] = (['moderators', 'speakers'] as const).map(field => {
      const { appearances, fieldSpans } = appearancesOf(field, this.people(field), this.names);
      this.fieldSpans.push(...fieldSpans);
      return appearances;
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
      span: this.text('title')?.span ?? extent,
      extent,
      fieldSpans: this.fieldSpans,
    };
  }

  private record(field: string, cell: Cell | undefined): void {
    if (cell !== undefined) this.fieldSpans.push([[field], cell.span]);
  }

  private localized(column: 'title' | 'subtitle' | 'track'): { readonly [UNDETERMINED]: string } | undefined {
    const cell = this.text(column);
    this.record(column, cell);
    return cell && { [UNDETERMINED]: cell.text };
  }

  private description() {
    const parts = (['abstract', 'description'] as const).flatMap(column => this.text(column) ?? []);
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
    this.record('room', at);
    const texts = this.list('rooms', /[;\n]/);
    if (ids.length === 0) return [...new Set(texts.map(name => this.names.room(name, at.span)))];
    // A name with a semicolon in it can't be told from two: then only what a row names alone is known.
    const named = ids.length === 1 ? [cell?.text] : texts.length === ids.length ? texts : [];
    return ids.map((id, i) => this.names.room(this.roomNames.get(id) ?? named[i] ?? id, at.span, { id }));
  }

  private people(column: 'moderators' | 'speakers'): readonly (readonly [string, Span])[] {
    const cell = this.text(column);
    if (cell === undefined) return [];
    if (this.header.writtenByIdm)
      return this.atMost(cell.text.split(LIST_SEPARATOR), cell).map(name => [name, cell.span] as const);
    const lines = cell.text.split(/[;\n|]/);
    const pieces = cell.text.split(',').map(piece => piece.trim());
    // A comma stands between two names, or before a first name or an organisation.
    const names = lines.length === 1 && pieces.every(piece => /\S\s+\S/.test(piece)) ? pieces : lines;
    const plain = names.map(name => name.trim().replace(/^\d+:\s*/, '')).filter(name => name !== '');
    return this.atMost([...new Set(plain)], cell).map(name => [name, cell.span] as const);
  }

  private list(column: Column, between: RegExp): readonly string[] {
    const cell = this.text(column);
    if (cell === undefined) return [];
    if (this.header.writtenByIdm) return this.atMost(cell.text.split(LIST_SEPARATOR), cell);
    const items = cell.text.split(between).map(item => item.trim());
    return this.atMost(
      items.filter(item => item !== ''),
      cell,
    );
  }

  /** The first items of a cell, as many as are read of one; reports what is past them. */
  private atMost(items: readonly string[], { span }: Cell): readonly string[] {
    if (items.length > LIMITS.values) tooMany(this.issues, 'this cell', LIMITS.values, 'values', span);
    return items.slice(0, LIMITS.values);
  }

  private languages(): readonly string[] {
    const cell = this.text('languages');
    this.record('languages', cell);
    return this.list('languages', /[;,/]/).flatMap(written => {
      const tag = languageTag(written.replace(/_/g, '-')) ?? languageByName(written);
      if (tag === undefined && cell !== undefined) badLanguage(written, { span: cell.span }, this.issues);
      return tag ?? [];
    });
  }

  private url(): string | undefined {
    const cell = this.text('url');
    this.record('url', cell);
    return cell && decodeForeignValue('url', cell.text, cell.span, this.issues, true);
  }
}

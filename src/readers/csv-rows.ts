import { SESSION_STATUSES, SESSION_TYPES } from '../model/agenda.js';
import type { IsoDate } from '../model/date.js';
import { FIELDS, type Field, ID } from '../model/fields.js';
import { fold, slug } from '../model/fold.js';
import { languageTag, UNDETERMINED } from '../model/text.js';
import type { Cell, Row } from './csv-cells.js';
import type { Column } from './csv-columns.js';
import type { Header } from './csv-header.js';
import { type Calendar, when } from './csv-when.js';
import { quote } from './faults.js';
import { appearing, type Draft } from './ics-drafts.js';
import { freeIds, type Roster, readableId } from './ics-roster.js';
import type { Fault, Span } from './reading.js';
import { take } from './values.js';

/** Reads the rows below the header as sessions. A row without a date that can be read is none: its fault says so. */
export function sessionsOf(rows: readonly Row[], calendar: Calendar, names: Roster): readonly Draft[] {
  const { header, faults } = calendar;
  const free = freeIds();
  const ids = new Map<string, string>();
  const found: { readonly draft: Draft; readonly key: string; readonly parent: Cell | undefined }[] = [];
  let before: IsoDate | undefined;
  for (const row of rows) {
    const { date, time } = when(row, calendar, before);
    before = date ?? before;
    if (date === undefined) continue;
    const reader = new RowReader(row, header, names, faults);
    const key = reader.text('id')?.text ?? '';
    const id = ids.get(key) ?? free(reader.id(key));
    if (key !== '') ids.set(key, id);
    const parent = reader.text('parent');
    found.push({ draft: { date, ...(time && { time }), ...reader.session(id) }, key, parent });
  }
  const byKey = new Map<string, number>();
  for (const [i, { key }] of found.entries()) if (key !== '' && !byKey.has(key)) byKey.set(key, i);
  return found.map(({ draft, parent }) => {
    if (parent === undefined) return draft;
    const index = byKey.get(parent.text);
    if (index !== undefined) return { ...draft, parent: index };
    const message = `no row has the id ${quote(parent.text)}`;
    faults.push({
      rule: 'wrong-type',
      at: parent.span,
      on: 'span',
      message,
      hint: 'write the id of the session it is a part of',
    });
    return draft;
  });
}

/** The life of one row: what is read of it is placed by its cells. */
class RowReader {
  private readonly fields: Draft['fields'][number][] = [];
  private readonly row: Row;
  private readonly header: Header;
  private readonly names: Roster;
  private readonly faults: Fault[];

  constructor(row: Row, header: Header, names: Roster, faults: Fault[]) {
    this.row = row;
    this.header = header;
    this.names = names;
    this.faults = faults;
  }

  /** A cell with text in it. Our own cells are what they were before they were guarded; others lose the blanks around. */
  text(column: Column): Cell | undefined {
    const cell = this.header.cell(this.row, column);
    if (cell === undefined) return undefined;
    const text = this.header.own ? cell.text.replace(/^'(?='*[=+\-@\t\r])/, '') : cell.text.trim();
    return text === '' ? undefined : { text, span: cell.span };
  }

  id(key: string): string {
    if (ID.test(key)) return key;
    return readableId(key, '') || readableId(this.text('title')?.text ?? '', 'session');
  }

  session(id: string): Omit<Draft, 'date' | 'time'> {
    const whole: Span = [this.row[0]?.span[0] ?? 0, this.row.at(-1)?.span[1] ?? 0];
    for (const column of ['start', 'time', 'end'] as const) this.note('time', this.header.cell(this.row, column));
    this.note('id', this.text('id'));
    const title = this.local('title');
    if (title === undefined)
      this.faults.push({
        rule: 'missing-field',
        at: whole,
        on: 'span',
        message: 'this row has no title',
        hint: FIELDS.session.title.about,
      });
    const subtitle = this.local('subtitle');
    const description = this.description();
    const track = this.local('track');
    const url = this.taken('url');
    const { type, kept } = this.type();
    const status = this.status();
    const [moderators, speakers] = (['moderators', 'speakers'] as const).map(field => {
      const { list, fields } = appearing(field, this.people(field), this.names);
      this.fields.push(...fields);
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
    const word = fold(cell?.text ?? '').replace(/^canceled$/, 'cancelled');
    const status = SESSION_STATUSES.find(known => known === word);
    return status === 'confirmed' ? undefined : status;
  }

  private rooms(): readonly string[] {
    const cell = this.text('rooms');
    const ids = this.text('room_ids')?.text.split('; ') ?? [];
    const at = cell ?? this.text('room_ids');
    if (at === undefined) return [];
    this.note('room', at);
    const texts = this.list('rooms', /[;\n]/);
    if (ids.length === 0) return [...new Set(texts.map(name => this.names.room(name, at.span)))];
    const named = ids.length === 1 ? [cell?.text ?? ids[0] ?? ''] : texts.length === ids.length ? texts : ids;
    return ids.map((id, i) => this.names.room(named[i] ?? id, at.span, { id }));
  }

  private people(column: 'moderators' | 'speakers'): readonly (readonly [string, Span])[] {
    const cell = this.text(column);
    if (cell === undefined) return [];
    if (this.header.own) return cell.text.split('; ').map(name => [name, cell.span] as const);
    const lines = cell.text.split(/\s*[;\n|]\s*/);
    const pieces = cell.text.split(/\s*,\s*/);
    // A comma stands between two names, or before a first name or an organisation.
    const names = lines.length === 1 && pieces.every(piece => /\S\s+\S/.test(piece)) ? pieces : lines;
    const plain = names.map(name => name.replace(/^\d+:\s*/, '').trim()).filter(name => name !== '');
    return [...new Set(plain)].map(name => [name, cell.span] as const);
  }

  private list(column: Column, between: RegExp): readonly string[] {
    const text = this.text(column)?.text;
    if (text === undefined) return [];
    if (this.header.own) return text.split('; ');
    return text
      .split(between)
      .map(item => item.trim())
      .filter(item => item !== '');
  }

  private languages(): readonly string[] {
    const cell = this.text('languages');
    this.note('languages', cell);
    return this.list('languages', /[;,/]/).flatMap(written => {
      const tag = languageTag(written.replace(/_/g, '-')) ?? languageTag(LANGUAGES[slug(written)] ?? '');
      if (tag === undefined && cell !== undefined) {
        const message = `${quote(written)} is not a language tag`;
        this.faults.push({
          rule: 'bad-language',
          at: cell.span,
          on: 'span',
          message,
          hint: 'write a BCP 47 tag such as fr, en or pt-BR',
        });
      }
      return tag ?? [];
    });
  }

  private taken(column: 'url'): string | undefined {
    const cell = this.text(column);
    if (cell === undefined) return undefined;
    this.note(column, cell);
    return takenAt(column, cell, FIELDS.session.url, this.faults);
  }
}

/** A value of a cell as the format reads it, its faults at the cell. */
export function takenAt(kind: 'url' | 'timezone', cell: Cell, field: Field, faults: Fault[]): string | undefined {
  const own: Fault[] = [];
  const value = take[kind](cell.text, [kind], { faults: own, language: UNDETERMINED }, field);
  faults.push(...own.map(fault => ({ ...fault, at: cell.span, on: 'span' as const })));
  return value;
}

/** Languages by their names in English, French, German and Spanish, as slugs. */
const LANGUAGES: Readonly<Record<string, string>> = {
  english: 'en',
  anglais: 'en',
  englisch: 'en',
  ingles: 'en',
  french: 'fr',
  francais: 'fr',
  franzosisch: 'fr',
  frances: 'fr',
  german: 'de',
  allemand: 'de',
  deutsch: 'de',
  aleman: 'de',
  spanish: 'es',
  espagnol: 'es',
  spanisch: 'es',
  espanol: 'es',
};

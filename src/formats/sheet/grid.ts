import { Parser } from 'htmlparser2';
import { clock, DAY } from '../../model/time.js';
import { LIMITS, limitText, Stopped } from '../source/limits.js';

/** A sheet of a workbook: its name, and the texts of its cells, row by row, without what is empty at the ends. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  /** True of one that is not shown: read where it is named. */
  readonly isHidden?: boolean;
}

/** Rows and columns of a sheet that are read; a cell further down or to the right ends the reading. */
const MOST_COLUMNS = LIMITS.tableCells;

/** Collects the cells of a sheet. Throws {@link Stopped} for more cells than a programme has. */
export class Grid {
  private readonly rows: string[][] = [];
  private cells = 0;

  set(row: number, column: number, text: string): void {
    if (text.trim() === '' || column >= MOST_COLUMNS) return;
    if (row > LIMITS.sheetRows || ++this.cells > LIMITS.sheetCells)
      throw new Stopped(
        `a sheet has more than ${limitText(row > LIMITS.sheetRows ? LIMITS.sheetRows : LIMITS.sheetCells)} ${row > LIMITS.sheetRows ? 'rows' : 'cells'}`,
        0,
      );
    const cells = this.rows[row] ?? [];
    this.rows[row] = cells;
    cells[column] = text;
  }

  /** The rows, each from its first column on; rows without a cell are empty. */
  get content(): Sheet['rows'] {
    return Array.from(this.rows, row => Array.from(row ?? [], text => text ?? ''));
  }
}

/** What is done at the tags and the texts of XML, whose prefixes stay. */
export interface XmlHandler {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** The adapter of htmlparser2 for the XML in workbooks: tag by tag, so that no tree of a large sheet is held. */
export function walkXml(bytes: Uint8Array | undefined, handler: XmlHandler): void {
  if (bytes === undefined) return;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => handler.open?.(name, attributes),
      ontext: text => handler.text?.(text),
      onclosetag: name => handler.close?.(name),
    },
    { xmlMode: true },
  );
  parser.write(new TextDecoder().decode(bytes));
  parser.end();
}

/** A time of day as tables have it, of a part of a day: `09:30`. */
export function clockOf(part: number): string {
  return clock(Math.round((part % 1) * DAY) % DAY);
}

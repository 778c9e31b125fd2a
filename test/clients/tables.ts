import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { output, type Program, PYTHON } from './programs.js';

/** Rows of cells. */
export type Table = readonly (readonly string[])[];

export const python: Program = {
  name: 'Python’s csv',
  install: 'apt-get install python3',
  version: [PYTHON, '--version'],
};
const SCRIPT = fileURLToPath(new URL('readers/cells.py', import.meta.url));

/** The cells of a CSV file, as Python reads them. */
export function readByPython(file: string, delimiter: string, folder: string): Table {
  return JSON.parse(output(PYTHON, ['-I', SCRIPT, file, delimiter], folder));
}

export const libreOffice: Program = {
  name: 'LibreOffice',
  install: 'apt-get install libreoffice-calc-nogui',
  version: ['soffice', '--version'],
};

/** How LibreOffice is to open a CSV file, and what it is to save it as before it makes CSV of that. */
export interface Opening {
  readonly delimiter: string;
  /** Each column as text, as its dialogue offers; else every cell is what LibreOffice takes it for. */
  readonly asText: boolean;
  readonly through: 'ods' | 'xlsx';
}

/** Opens table.csv in a folder, saves it as a spreadsheet, opens that, and saves it as CSV, whose cells it gives. */
export function throughLibreOffice(folder: string, { delimiter, asText, through }: Opening): Table {
  const convert = (...args: readonly string[]) =>
    output('soffice', [`-env:UserInstallation=file://${folder}/profile`, '--headless', ...args], folder);
  convert('--convert-to', through, `--infilter=CSV:${format(delimiter)},${asText ? TEXT : ''}`, 'table.csv');
  convert('--convert-to', `csv:Text - txt - csv (StarCalc):${format(',')}`, '--outdir', 'again', `table.${through}`);
  return readByPython(join(folder, 'again', 'table.csv'), ',', folder);
}

/**
 * Delimiter, double quote, UTF-8, from line 1:
 * https://wiki.openoffice.org/wiki/Documentation/DevGuide/Spreadsheets/Filter_Options
 */
function format(delimiter: string): string {
  return `${delimiter.charCodeAt(0)},34,76,1`;
}

/** As many columns as there may be, each as text. */
const TEXT = Array.from({ length: 40 }, (_, i) => `${i + 1}/2`).join('/');

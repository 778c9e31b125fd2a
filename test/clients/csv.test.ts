import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { unescapeFormula } from '../../src/formats/csv/own-cells.js';
import { parse } from '../support/rfc4180.js';
import { AGENDAS, sessions, write } from './agendas.js';
import { inFolder, withProgram } from './programs.js';
import { AGENDA_NAMES } from './survey.js';
import { libreOffice, python, readByPython, type Table, throughLibreOffice } from './tables.js';

const NASTY = AGENDAS['a nasty agenda'];

/** The options of `idm export` for tables, with the delimiter that they ask for. */
const TABLES = [
  [['--csv'], ','],
  [['--csv', '--bom', '--delimiter', ';'], ';'],
  [['--csv', '--delimiter', 'tab'], '\t'],
  [['--csv', '--people'], ','],
] as const satisfies readonly (readonly [options: readonly string[], delimiter: string])[];

/** An export of an agenda as it is written, and as a program reads it from table.csv. */
async function opened(agenda: string, options: readonly string[], delimiter: string, read: (folder: string) => Table) {
  return inFolder(async folder => {
    await write(agenda, options, join(folder, 'table.csv'));
    const written = parse(readFileSync(join(folder, 'table.csv'), 'utf8').replace(/^\uFEFF/, ''), delimiter);
    expect(written[0]?.length).toBeGreaterThan(5);
    return { written, read: read(folder) };
  });
}

const everyCell = (table: Table, change: (cell: string) => string) => table.map(row => row.map(change));
const oneBreak = (cell: string) => cell.replace(/\r\n?/g, '\n');

withProgram(python, () => {
  const byPython = (delimiter: string) => (folder: string) =>
    readByPython(join(folder, 'table.csv'), delimiter, folder);

  test.each(AGENDA_NAMES)('reads every cell of %s as it is written', async name => {
    const { written, read } = await opened(AGENDAS[name], ['--csv'], ',', byPython(','));
    expect(read).toEqual(written);
  });

  test.each(TABLES)('reads every cell of a nasty agenda as %j writes it', async (options, delimiter) => {
    const { written, read } = await opened(NASTY, options, delimiter, byPython(delimiter));
    expect(read).toEqual(written);
  });

  test.each(['id', 'date', 'type', 'title', 'subtitle', 'description', 'track', 'status', 'url'])(
    'reads what the agenda says for %s, the escapeFormula taken off and control characters apart',
    async column => {
      const { read } = await opened(NASTY, ['--csv'], ',', byPython(','));
      const [head = [], ...rows] = everyCell(everyCell(read, unescapeFormula), oneBreak);
      const said = (await sessions(NASTY)).map(session => oneBreak(String(session[column] ?? '')));
      expect(rows.map(row => row[head.indexOf(column)])).toEqual(
        said.map(text => text.replace(/(?![\t\n])\p{Cc}/gu, '')),
      );
    },
  );
});

withProgram(libreOffice, () => {
  test.each(AGENDA_NAMES)('gives back every cell of %s by way of xlsx, line breaks made one', async name => {
    const { written, read } = await opened(AGENDAS[name], ['--csv'], ',', folder =>
      throughLibreOffice(folder, { delimiter: ',', asText: true, through: 'xlsx' }),
    );
    expect(read).toEqual(everyCell(written, oneBreak));
  });

  test.each(TABLES.slice(1))(
    'gives back every cell of a nasty agenda as %j writes it',

    async (options, delimiter) => {
      const { written, read } = await opened(NASTY, options, delimiter, folder =>
        throughLibreOffice(folder, { delimiter, asText: true, through: 'xlsx' }),
      );
      expect(read).toEqual(everyCell(written, oneBreak));
    },
  );

  test('gives back every cell of a nasty agenda by way of ods, tabs apart', async () => {
    const { written, read } = await opened(NASTY, ['--csv'], ',', folder =>
      throughLibreOffice(folder, { delimiter: ',', asText: true, through: 'ods' }),
    );
    const untabbed = (cell: string) => oneBreak(cell).replaceAll('\t', '');
    expect(everyCell(read, untabbed)).toEqual(everyCell(written, untabbed));
  });

  test('changes only numbers, dates and clocks where it may guess, and computes nothing', async () => {
    const { written, read } = await opened(NASTY, ['--csv'], ',', folder =>
      throughLibreOffice(folder, { delimiter: ',', asText: false, through: 'xlsx' }),
    );
    const changed = everyCell(written, oneBreak).flatMap((row, i) => row.filter((cell, j) => cell !== read[i]?.[j]));
    expect(changed.filter(cell => !/^\d+(?:[:/.,e-]\d+)*$/.test(cell))).toEqual([]);
    expect(changed).toEqual(expect.arrayContaining(['007', '1e5', '3/4', '09:00']));
    expect(read.flat()).toEqual(expect.arrayContaining(["'=1+1", "'+33 1 23 45 67 89", "'-2", "'@SUM(A1)"]));
  });
});

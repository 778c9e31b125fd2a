import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { idm, ROOT } from '../support/run.js';
import { inFolder, type Program, run, withProgram } from './programs.js';

const FRIBIDI: Program = {
  name: 'fribidi',
  install: 'apt-get install libfribidi-bin',
  version: ['fribidi', '--version'],
};

withProgram(FRIBIDI, () => {
  test.each(['list', 'timetable'])('a terminal that orders lines keeps the columns of idm %s', async command => {
    const { out } = await idm([command, '-f', `${ROOT}test/given/six-languages.yaml`, '--lang', 'ar'], {
      terminal: true,
      columns: 100,
      env: { NO_COLOR: '1' },
    });
    const tables = out.split('\n').filter(line => /[│┤]/.test(line));
    const ordered = await inFolder(folder => {
      writeFileSync(join(folder, 'table'), `${tables.join('\n')}\n`);
      return run('fribidi', ['--ltr', '--nopad', '--nobreak', '--clean', 'table'], folder).out;
    });
    const lines = ordered.trimEnd().split('\n');
    expect(lines).toHaveLength(tables.length);
    const cells = (line: string) =>
      line
        .replace(/[\u2066-\u2069]/g, '')
        .split('│')
        .map(cell => cell.trim());
    for (const [i, line] of lines.entries()) {
      const [shown, logical] = [cells(line), cells(tables[i] ?? '')];
      expect(shown).toHaveLength(logical.length);
      // Each cell has the letters that it had, in whatever order; fribidi writes them in their joined forms.
      const sorted = (cell: string) => Array.from(cell.normalize('NFKC')).sort().join('');
      expect(shown.map(sorted)).toEqual(logical.map(sorted));
    }
  });
});

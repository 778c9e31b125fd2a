import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../support/run.js';
import { type Program, run, withProgram } from './programs.js';

// No option of mandoc prints its version.
const MANDOC: Program = {
  name: 'mandoc',
  install: 'apt-get install mandoc',
  version: ['dpkg-query', '--show', 'mandoc'],
};
const FOLDER = join(ROOT, 'dist/man');

withProgram(MANDOC, () => {
  test.each(readdirSync(FOLDER))('mandoc finds no fault in %s, and shows it', file => {
    expect(run('mandoc', ['-T', 'lint', '-W', 'warning', file], FOLDER)).toEqual({ code: 0, out: '', err: '' });
    const { out } = run('mandoc', ['-T', 'utf8', file], FOLDER);
    const shown = out.replace(/.\u0008/g, '');
    const command = file.replace(/-|\.1$/g, ' ').trim();
    expect(shown).toMatch(new RegExp(`^SYNOPSIS\\n +${command} \\[options\\]`, 'm'));
    expect(shown).toMatch(/^ +\$ (?:COLUMNS=200 )?idm /m);
  });
});

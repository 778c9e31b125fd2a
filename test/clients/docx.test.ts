import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { ROOT } from '../support/run.js';
import { AGENDAS, sessions, write } from './agendas.js';
import { inFolder, output, type Program, PYTHON, withProgram } from './programs.js';

const SIX = fileURLToPath(new URL('../given/six-languages.yaml', import.meta.url));
const SCRIPT = fileURLToPath(new URL('readers/document.py', import.meta.url));

/** Writer is a package of its own: the program that all of LibreOffice shares does not say whether it is there. */
const writer: Program = {
  name: 'LibreOffice Writer',
  install: 'apt-get install libreoffice-writer-nogui',
  version: [
    'sh',
    '-c',
    'test -e "$(dirname "$(readlink -f "$(command -v soffice)")")/libswlo.so" && soffice --version',
  ],
};

const pythonDocx: Program = {
  name: 'python-docx',
  install: 'apt-get install python3-docx',
  version: [PYTHON, '-c', 'import docx; print(docx.__version__)'],
};

const VALIDATE = `${ROOT}.ci/tools/node_modules/.bin/ooxml-validate`;

/** The Open XML SDK, which has the schemas of ISO/IEC 29500, as its own program for Node. */
const schemas: Program = {
  name: 'ooxml-validate',
  install: 'npm ci --prefix .ci/tools',
  version: [VALIDATE, '--version'],
};

/** What LibreOffice makes of a document, as a file of another kind. */
function converted(folder: string, kind: string, filter = kind): string {
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  output('soffice', [profile, '--headless', '--convert-to', filter, 'agenda.docx'], folder);
  return join(folder, `agenda.${kind}`);
}

/** The text of a document, as LibreOffice reads it. */
function readText(folder: string): string {
  return readFileSync(converted(folder, 'txt', 'txt:Text (encoded):UTF8'), 'utf8');
}

/** The titles of sessions, as a program may show them: without blanks, controls and marks of direction. */
const bare = (text: string) => text.normalize('NFKC').replace(/[\s\p{Cc}\p{Cf}\uFFFD]/gu, '');

async function titles(agenda: string): Promise<readonly string[]> {
  return (await sessions(agenda)).map(({ title }) => bare(title));
}

withProgram(writer, () => {
  // The text of a PDF is what fonts have: letters of Arabic out of their order, and no signs without a font.
  test.each(['the shipped agenda', 'an agenda of one session', 'an agenda without sessions'] as const)(
    'prints every session of %s on pages, which are numbered',
    name =>
      inFolder(async folder => {
        await write(AGENDAS[name], ['--docx', '--force'], join(folder, 'agenda.docx'));
        const pages = output('pdftotext', [converted(folder, 'pdf'), '-'], folder)
          .split('\f')
          .slice(0, -1);
        const text = bare(pages.join(''));
        expect((await titles(AGENDAS[name])).filter(title => !text.includes(title))).toEqual([]);
        expect(pages.length).toBeGreaterThan(0);
        for (const [i, page] of pages.entries()) expect(bare(page)).toMatch(new RegExp(`${i + 1}\\D+${pages.length}`));
      }),
  );

  test('reads every session of a nasty agenda', () =>
    inFolder(async folder => {
      await write(AGENDAS['a nasty agenda'], ['--docx', '--force'], join(folder, 'agenda.docx'));
      const text = bare(readText(folder));
      expect((await titles(AGENDAS['a nasty agenda'])).filter(title => !text.includes(title))).toEqual([]);
    }));

  test('reads every language of an agenda', () =>
    inFolder(async folder => {
      await write(SIX, ['--docx', '--lang', 'all'], join(folder, 'agenda.docx'));
      const text = bare(readText(folder));
      for (const line of [
        'Rivers that cross borders: who decides?',
        'أنهار تعبر الحدود: من يقرر؟',
        '跨界河流：由谁决定？',
        'Draft agenda',
        'Projet d’ordre du jour',
        'Proyecto de orden del día',
        'مشروع جدول الأعمال',
        '议程草案',
        'Проект повестки дня',
      ])
        expect(text).toContain(bare(line));
    }));
});

withProgram(schemas, () => {
  test.each<[string, string, readonly string[]]>([
    ['the shipped agenda', AGENDAS['the shipped agenda'], []],
    ['a nasty agenda', AGENDAS['a nasty agenda'], []],
    ['an agenda without sessions', AGENDAS['an agenda without sessions'], []],
    ['an agenda in Arabic', SIX, ['--lang', 'ar']],
    ['an agenda in six languages', SIX, ['--lang', 'all']],
  ])('finds nothing in %s that the schemas of Word do not have', (_, agenda, options) =>
    inFolder(async folder => {
      await write(agenda, ['--docx', '--force', ...options], join(folder, 'agenda.docx'));
      const found = output(VALIDATE, ['--output-format', 'json', 'agenda.docx'], folder);
      expect(JSON.parse(found)).toEqual([]);
    }),
  );
});

withProgram(pythonDocx, () => {
  test.each(['the shipped agenda', 'a nasty agenda'] as const)('reads %s as it is laid out', name =>
    inFolder(async folder => {
      await write(AGENDAS[name], ['--docx', '--force'], join(folder, 'agenda.docx'));
      const read = JSON.parse(output(PYTHON, ['-I', SCRIPT, 'agenda.docx'], folder));
      const shown = read.titles.map(bare);
      expect((await titles(AGENDAS[name])).filter(title => !shown.some((one: string) => one.includes(title)))).toEqual(
        [],
      );
      expect(read).toMatchObject({ sections: 1, columns: [2], unstyled: 0 });
      if (name === 'the shipped agenda')
        expect(read).toMatchObject({
          title: 'Dialogue international sur la migration 2018',
          author: 'Organisation internationale pour les migrations (OIM)',
          language: 'fr',
          modified: '2018-03-20T00:00:00',
          days: ['Lundi 26 mars 2018 – Première journée', 'Mardi 27 mars 2018 – Seconde journée'],
        });
    }),
  );
});

import { describe, expect, test } from 'vitest';
import { compare } from '../../../src/diff/compare.js';
import { readYaml } from '../../../src/formats/agenda/full-read.js';
import type { Agenda } from '../../../src/model/agenda.js';
import { LABEL_LANGUAGES } from '../../../src/model/words.js';
import { PLAIN } from '../../../src/paint.js';
import { presentation } from '../../../src/query/presentation.js';
import { corrigendum, notes } from '../../../src/views/changes/markdown.js';
import { changesPage } from '../../../src/views/changes/page.js';
import { shownComparison } from '../../../src/views/changes/shown.js';
import { AFTER, BEFORE } from '../../given/changes/pair.js';

const read = (yaml: string): Agenda => {
  const { agenda, faults } = readYaml(yaml);
  expect(faults).toEqual([]);
  return agenda as Agenda;
};

const [old, now] = [read(BEFORE), read(AFTER)];
const shown = (lang: string | undefined, [before, after] = [old, now]) => {
  const options = lang === undefined ? {} : { lang };
  return shownComparison(compare(before, after), presentation(before, options), presentation(after, options));
};
const NO_CLASHES = { came: [], gone: [] };

describe.each(LABEL_LANGUAGES)('in %s', lang => {
  test('notes tell every field', async () => {
    await expect(notes([shown(lang)])).toMatchFileSnapshot(`../../given/changes/notes.${lang}.md`);
  });
  test('a corrigendum says what to read for what', async () => {
    await expect(corrigendum([shown(lang)])).toMatchFileSnapshot(`../../given/changes/corrigendum.${lang}.md`);
  });
});

test('a page tells every field and language', async () => {
  const page = changesPage(shown(undefined), NO_CLASHES, { width: 80, colors: PLAIN });
  await expect(page).toMatchFileSnapshot('../../given/changes/page.txt');
});

test('what changed in another language alone is in no notes', () => {
  const edited = read(BEFORE.replace('"Ouverture"', '"Cérémonie d’ouverture"'));
  expect(notes([shown('en', [old, edited])])).toBe('# What changed: Forum\n\nNothing changed.\n');
  expect(notes([shown('fr', [old, edited])])).toContain('Cérémonie');
});

test('no text becomes markup', () => {
  const edited = read(BEFORE.replace('title: Panel', 'title: "**x** <b> [a](b) | _y_ ~~z~~"'));
  const text = notes([shown('en', [old, edited])]) + corrigendum([shown('en', [old, edited])]);
  expect(text).toContain('\\*\\*x\\*\\* &lt;b&gt; \\[a\\](b) \\| \\_y\\_ \\~\\~z\\~\\~');
  expect(text).not.toMatch(/<b>|\[a\]\(/);
});

import { describe, expect, test } from 'vitest';
import { SESSION_CHANGES } from '../../src/diff/compare.js';
import { changeWordsIn } from '../../src/model/change-words.js';
import { TYPE_WORDS } from '../../src/model/type-words.js';
import { LABEL_LANGUAGES } from '../../src/model/words.js';
import { documentText, rowsUnder } from '../support/readme.js';
import { idm } from '../support/run.js';

const PAGE = 'docs/changes.md';
const page = documentText(PAGE);

test('every change has a row', () => {
  expect(rowsUnder(page, '| change | of a session |').map(([name]) => name)).toEqual(
    SESSION_CHANGES.map(name => `\`${name}\``),
  );
});

test('every option is told', async () => {
  const { out } = await idm(['diff', '--help']);
  const own = ['speaker', 'room', 'day', 'markdown', 'corrigendum', 'exit-code', 'require-revision', 'json'];
  for (const option of own) {
    expect(out).toContain(`--${option}`);
    expect(page).toContain(`\`--${option}\``);
  }
});

describe.each(LABEL_LANGUAGES)('the labels of changes in %s', language => {
  const { quotes: _, replace, fields, statuses, ...labels } = changeWordsIn(language);
  const types = TYPE_WORDS[language];
  const script = { ar: /\p{Script=Arabic}/u, zh: /\p{Script=Han}/u, ru: /\p{Script=Cyrillic}/u };
  const letters = Object.entries(script).find(([tag]) => tag === language)?.[1] ?? /\p{Script=Latin}/u;

  test.each(Object.entries({ ...labels, ...fields, ...types, ...statuses, for: replace.join(' ') }))(
    '%s: %s',
    (_, label) => {
      expect(label.replace(/[\s'’:-]/g, '')).toMatch(new RegExp(`^(?:${letters.source})+$`, 'u'));
    },
  );
});

import { expect, test } from 'vitest';
import { idm } from '../support/run.js';

const id = async (...words: readonly string[]) => {
  const { code, out } = await idm(['show', ...words, '--json']);
  return [code, JSON.parse(out).id];
};

test.each([
  ['an id', ['panel-1'], 'panel-1'],
  ['words of a title', ['panel', '1'], 'panel-1'],
  ['in another language', ['forced', 'labour'], 'panel-2'],
  ['the beginnings of words, without accents', ['realisation', 'odd'], 'panel-1'],
  ['in one argument', ['forced lab'], 'panel-2'],
  ['one word that only one title has', ['esclavage'], 'panel-2'],
])('show takes %s', async (_, words, expected) => {
  expect(await id(...words)).toEqual([0, expected]);
});

test('several sessions with the words are listed on standard error', async () => {
  const listed = 'panel-1 panel-2';
  const { code, out, err } = await idm(['show', 'panel']);
  expect([code, out]).toEqual([1, '']);
  const [head, ...lines] = err.trimEnd().split('\n');
  expect(head).toBe('several sessions have "panel" in their title:');
  expect(lines.map(line => line.split('\t')[3]).join(' ')).toBe(listed);
  expect(await idm(['show', 'panel', '--json'])).toMatchObject({ code: 1, out: '[]\n', err });
});

test.each([
  ['nothing like it', ['xyzzy'], 'idm: no session "xyzzy"; idm list shows the ids\n'],
  ['an id with a slip', ['panel-11'], 'idm: no session "panel-11"; did you mean panel-1?\n'],
  [
    'a word that no title has with the others',
    ['panel', 'xyzzy'],
    'idm: no session "panel xyzzy"; idm list shows the ids\n',
  ],
  ['marks alone', ['--', '...'], 'idm: no session "..."; idm list shows the ids\n'],
])('of %s it says so', async (_, words, err) => {
  expect(await idm(['show', ...words])).toEqual({ code: 1, out: '', err });
});

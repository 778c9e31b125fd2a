import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { readYaml as read } from '../../src/formats/agenda/full-read.js';
import { ignores } from '../../src/lint/ignores.js';
import { lint } from '../../src/lint/lint.js';
import { complete } from '../support/example.js';
import { MAY_IMPORT } from '../support/house.js';
import { anchors, blocks, DOCUMENTS, desk, documentText, links, rowsUnder } from '../support/readme.js';
import { ROOT } from '../support/run.js';

const examples = DOCUMENTS.flatMap(document =>
  blocks(documentText(document))
    .filter(({ language, body }) => language === 'yaml' && !body.some(line => /^(?:repos:|- uses: )/.test(line)))
    .map(({ line, body }) => ({ document, line, text: `${body.join('\n')}\n` })),
);

test.each(examples)('$document, line $line, is an agenda without a problem, or a piece of one', ({ text }) => {
  const whole = /^days:/m.test(text);
  const reading = read(complete(whole ? text : `${text}days: []\n`));
  const problems = lint(reading).filter(({ severity }) => severity === 'error' || (whole && severity === 'warning'));
  expect(problems).toEqual([]);
  expect(ignores(reading.source).filter(({ issue }) => issue)).toEqual([]);
});

test('the line for editors is the one that idm init writes', async () => {
  const place = desk('');
  await place.run('idm init new.yaml');
  const [line] = await place.run('head -1 new.yaml');
  place.remove();
  const shown = examples.flatMap(({ text }) => text.split('\n').filter(one => one.includes('$schema=')));
  expect(new Set(shown)).toEqual(new Set([line]));
});

test.each(DOCUMENTS)('the links of %s lead somewhere', document => {
  const local = links(documentText(document)).filter(target => !/^[a-z]+:/.test(target));
  const broken = local.filter(target => {
    const [file = '', anchor] = target.split('#');
    const path = file === '' ? document : join(dirname(document), file);
    return !existsSync(`${ROOT}${path}`) || (anchor !== undefined && !anchors(documentText(path)).has(anchor));
  });
  expect(broken).toEqual([]);
});

test('who may import whom is what the test of the architecture says', () => {
  const names = (text: string) => [...text.matchAll(/`([\w/-]+?)(?:\/|\.ts)?`/g)].map(([, name = '']) => name);
  const rows = rowsUnder(
    documentText('CONTRIBUTING.md'),
    '| in `src/` | holds | one file is | may import, besides itself |',
  );
  const listed = rows.flatMap(([homes = '', , , may = '']) => names(homes).map(home => [home, names(may).sort()]));
  const enforced = Object.entries(MAY_IMPORT).map(([home, may]) => [home, [...may].sort()]);
  expect(Object.fromEntries(listed)).toEqual(Object.fromEntries(enforced));
});

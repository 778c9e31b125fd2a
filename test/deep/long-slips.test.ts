import { expect, test } from 'vitest';
import { read } from '../../src/formats/agenda/read.js';
import { parseYaml } from '../../src/formats/agenda/yaml/parse.js';
import { lint } from '../../src/lint/lint.js';

/** An agenda of ten thousand sessions, with slips in some of its lines. */
function agenda(slips: readonly [line: string, by: string][]): string {
  const session = (i: number) =>
    `      - id: s${i}\n        time: 10:00-11:00\n        title: { en: Session ${i}, fr: Séance ${i} }\n        room: r${i}\n        description: What is said in session ${i}, in some words\n`;
  const rooms = Array.from({ length: 10_000 }, (_, i) => `  r${i}: Room ${i}\n`).join('');
  const sessions = Array.from({ length: 10_000 }, (_, i) => session(i)).join('');
  const text = `id: x\ntitle: X\ntimezone: Europe/Paris\nrooms:\n${rooms}days:\n  - date: 2018-03-26\n    sessions:\n${sessions}`;
  return slips.reduce((all, [line, by]) => all.replace(`${line}\n`, `${by}\n`), text);
}

const SLIPS: readonly [line: string, by: string][] = [
  ['      - id: s1000', '      -id: s1000'],
  [
    '        description: What is said in session 4000, in some words',
    '       description: What is said in session 4000, in some words',
  ],
  ['        title: { en: Session 8000, fr: Séance 8000 }', '        title: { en: Session 8000, fr: Séance 8000'],
];

/** The processor time that a work takes, in microseconds. */
async function cost(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

test('three slips among ten thousand sessions are three errors, in the time of three parses at most', async () => {
  const text = agenda(SLIPS);
  const errors = lint(await read(text), { least: 'error' });
  expect(errors.map(({ message, suggestion }) => [message, suggestion !== null])).toEqual([
    ['a dash without a space after it', true],
    ['this line begins one space left of its neighbours', true],
    ['this { is never closed', true],
  ]);
  let ratio = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < 3 && ratio > 3; attempt++) {
    const parse = await cost(() => parseYaml(text));
    ratio = Math.min(ratio, (await cost(() => read(text))) / parse);
  }
  expect(ratio).toBeLessThanOrEqual(3);
});

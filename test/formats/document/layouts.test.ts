import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readAny } from '../../../src/formats/detect.js';
import { printed } from '../../support/programme.js';
import { documentText, generated, table, UPDATING, update, withGenerated } from '../../support/readme.js';
import { ROOT } from '../../support/run.js';

const FOLDER = `${ROOT}test/given/documents/layouts/`;
const PAGE = 'docs/documents.md';
/** What a careful reader makes of each document is in a file beside it: sessions, an empty line, people. */
const documents = readdirSync(FOLDER).filter(name => !name.endsWith('.expected'));

async function result(name: string) {
  const { agenda, faults } = await readAny(readFileSync(FOLDER + name), { file: name, assumeTz: 'UTC' });
  const { sessions, people } = printed(agenda);
  if (process.env.UPDATE_LAYOUTS !== undefined)
    writeFileSync(`${FOLDER}${name}.expected`, `${[...sessions, '', ...people].join('\n')}\n`);
  const lines = readFileSync(`${FOLDER}${name}.expected`, 'utf8').replace(/\n+$/, '').split('\n');
  const gap = lines.indexOf('');
  const [wanted, named] = gap === -1 ? [lines, []] : [lines.slice(0, gap), lines.slice(gap + 1)];
  const found = (these: readonly string[], among: readonly string[]) => these.filter(one => among.includes(one)).length;
  return {
    name,
    sessions: found(wanted, sessions),
    ofSessions: wanted.length,
    people: found(named, people),
    ofPeople: named.length,
    invented: sessions.length - found(sessions, wanted) + people.length - found(people, named),
    lost: faults.filter(({ message }) => /not understood/.test(message)).length,
  };
}

const results = await Promise.all(documents.map(result));
type Result = (typeof results)[number];
const sum = (of: (one: Result) => number, all: readonly Result[] = results) =>
  all.reduce((count, one) => count + of(one), 0);
const KINDS = { txt: 'plain text', md: 'Markdown', html: 'web pages', docx: 'Word files' };
const share = (part: number, all: number) => `${Math.round((part / all) * 100)} % of ${all.toLocaleString('en')}`;
const row = (name: string, all: readonly Result[]) => [
  name,
  String(all.length),
  share(
    sum(one => one.sessions, all),
    sum(one => one.ofSessions, all),
  ),
  share(
    sum(one => one.people, all),
    sum(one => one.ofPeople, all),
  ),
  String(sum(one => one.lost, all)),
  String(sum(one => one.invented, all)),
];
const rows = [
  ...Object.entries(KINDS).map(([extension, name]) =>
    row(
      name,
      results.filter(one => one.name.endsWith(`.${extension}`)),
    ),
  ),
  row('all', results),
];
const content = table(['', 'documents', 'sessions', 'people', 'lines not understood', 'wrong'], rows);

if (UPDATING) await update(PAGE, page => withGenerated(page, 'layouts', content));

test('signs of emphasis and cells without number on one line are read as what they are', async () => {
  const text = `12 May 2031\n10:00-11:00 Opening\n${'**'.repeat(100_000)}\n${'x | '.repeat(50_000)}\n`;
  const { agenda } = await readAny(text, { file: 'x.txt', assumeTz: 'UTC' });
  expect(printed(agenda).sessions).toHaveLength(1);
});

describe('documents laid out in many ways', () => {
  test('give 91 % of their sessions and 87 % of their people at least, and are understood but for a line or less of each', () => {
    expect(sum(one => one.sessions) / sum(one => one.ofSessions)).toBeGreaterThanOrEqual(0.91);
    expect(sum(one => one.people) / sum(one => one.ofPeople)).toBeGreaterThanOrEqual(0.87);
    // Notes at the foot, and lines of the head that are no part of an agenda.
    expect(sum(one => one.lost) / results.length).toBeLessThan(0.6);
  });

  test('the table in docs/documents.md is what was measured', () => {
    expect(generated(documentText(PAGE), 'layouts'), 'UPDATE_README=1 npx vitest run test/formats/document').toBe(
      content,
    );
  });
});

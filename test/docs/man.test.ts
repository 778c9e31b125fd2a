import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { manPages, roff } from '../../build/man.js';
import { COMMANDS } from '../../src/commands/index.js';
import { help } from '../../src/program.js';
import { ROOT } from '../support/run.js';

const { man, version } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8'));
const changelog = readFileSync(`${ROOT}CHANGELOG.md`, 'utf8');
const FILES = ['idm.1', ...COMMANDS.map(({ name }) => `idm-${name}.1`)];

let pages: ReadonlyMap<string, string>;
beforeAll(async () => {
  pages = await manPages(help, version, changelog);
});

/** What a page says, without what it is written in: requests, fonts, escapes. */
const plain = (page = '') =>
  page
    .replace(/\\f[BIR]/g, '')
    .replace(/\\\[u([\dA-F]+)\]/g, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/\\\((..)/g, (_, name) => ({ aq: "'", dq: '"', ga: '`', ha: '^', ti: '~' })[name as string] ?? '?')
    .replace(/\\&/g, '')
    .replace(/\\([-e])/g, (_, char) => (char === 'e' ? '\\' : char));

/** Headings that are sections of a page, in other words. */
const HEADINGS = ['Options:', 'Commands:', 'Examples:', 'Environment:', 'Exit codes:'];

/** The summary of a help, as it stands behind a name. */
const summary = (text: string) => ` - ${text.replace(/^./, first => first.toLowerCase()).replace(/\.$/, '')}`;

test('the whole and every command have a page, and package.json lists them', () => {
  expect([...pages.keys()].sort()).toEqual([...FILES].sort());
  expect([...man].sort()).toEqual(FILES.map(file => `dist/man/${file}`).sort());
});

test('the pages are the same bytes at every run, with the date of the newest version', async () => {
  expect(await manPages(help, version, changelog)).toEqual(pages);
  const dated = await manPages(help, '2.0.0', '## Unreleased\n\n## 1.1.0 - 2031-02-03\n\n## 1.0.0 - 2030-01-01\n');
  expect(dated.get('idm.1')).toMatch(/^\.TH IDM 1 2031-02-03 "idm 2\.0\.0" "idm manual"\n/);
});

describe.each(FILES)('%s', file => {
  const command = /-(\w+)\./.exec(file)?.[1];
  const lines = () => (pages.get(file) ?? '').trimEnd().split('\n');

  test('it has its sections in their order', () => {
    expect(lines().filter(line => line.startsWith('.SH'))).toEqual(
      ['NAME', 'SYNOPSIS', 'DESCRIPTION', 'OPTIONS', ...(command ? [] : ['COMMANDS'])]
        .concat('EXAMPLES', 'ENVIRONMENT', 'EXIT STATUS', 'SEE ALSO')
        .map(title => `.SH ${title}`),
    );
  });

  test('every option, example and note of the help stands in it', async () => {
    const page = plain(pages.get(file)).split('\n');
    const notes = (await help(command))
      .split('\n')
      .filter(line => line !== '' && !/^Usage: |^Global options: /.test(line));
    expect(notes.length).toBeGreaterThan(5);
    for (const note of notes) {
      const text = note.replace(/^ {2}/, '').replace(/^[^$]*?<([^>]+)>/, option => option.replace(/[<>]/g, ''));
      const [term, meaning] = text.split(/ {2,}/);
      const heading = `.SS ${text.replace(/:$/, '')}`;
      const isTold = page.some(
        (line, i) => line === text || line === heading || (line === term && page[i + 1] === meaning),
      );
      expect(isTold || HEADINGS.includes(text) || page[2]?.endsWith(summary(text)), note).toBe(true);
    }
  });

  test('no line begins as a request that it is not, none is empty, all is ASCII', () => {
    for (const line of lines()) {
      expect(line).toMatch(/^(?:[^.']|\.(?:TH|SH|SS|BR) [^ ]|\.(?:PP|TP|nf|fi|RE)$|\.RS 4$)/);
      expect(line).toMatch(/^[ -~]+$/);
      // But for the title, which takes no escapes, a hyphen is one that can be copied.
      if (!line.startsWith('.TH')) expect(line).not.toMatch(/(?<!\\)-/);
    }
  });
});

test.each([
  ['.SH of a text', '\\&.SH of a text'],
  ["'quoted'", '\\(aqquoted\\(aq'],
  ['C:\\new', 'C:\\enew'],
  ['--no-pager', '\\-\\-no\\-pager'],
  ['"~" ^ `', '\\(dq\\(ti\\(dq \\(ha \\(ga'],
  ['… é 😀', '\\[u2026] \\[u00E9] \\[u1F600]'],
])('%s is written so that it is a text', (text, written) => expect(roff(text)).toBe(written));

import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { COMMANDS } from '../../src/commands/index.js';
import { REPORTS } from '../../src/reports/index.js';
import { blocks, DOCUMENTS, documentText, rowsUnder } from '../support/readme.js';
import { idm, ROOT } from '../support/run.js';

const { exports: exported, repository, version } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8'));

describe('docs/commands.md', () => {
  const page = documentText('docs/commands.md');

  test('every command has a section', () => {
    const sections = [...page.matchAll(/^## idm (\w+)$/gm)].map(([, name]) => name);
    expect(sections.sort()).toEqual(COMMANDS.map(({ name }) => name).sort());
  });

  const pages = page + documentText('docs/terminals.md') + documentText('docs/changes.md');
  test.each(COMMANDS.map(({ name }) => name))('every option of idm %s is mentioned', async name => {
    const { out } = await idm([name, '--help']);
    const options = [...out.matchAll(/^ {2}(?:-\w, )?(--[\w-]+)/gm)].map(([, option = '']) => option);
    expect(options.length).toBeGreaterThan(0);
    for (const option of options) expect(pages).toMatch(new RegExp(`${option}(?![\\w-])`));
  });

  test('the reports of validate', () => {
    expect(rowsUnder(page, '| `--format` | is for |').map(([name]) => name)).toEqual(
      Object.keys(REPORTS).map(name => `\`${name}\``),
    );
  });
});

test('docs/terminals.md: the fields of every --json', async () => {
  let above: string[] = [];
  const rows = rowsUnder(documentText('docs/terminals.md'), '| command | gives |');
  expect(rows.length).toBeGreaterThan(5);
  for (const [command = '', gives = ''] of rows) {
    const args = command.replaceAll('`', '').replace('draft.yaml', 'examples/draft.yaml').split(' ').slice(1);
    const value = JSON.parse((await idm(args)).out);
    const named = [...gives.matchAll(/`(\w+)`/g)].map(([, field = '']) => field);
    const fields = gives.includes('the same fields') ? [...above, ...named] : named;
    expect(Object.keys(Array.isArray(value) ? value[0] : value)).toEqual(fields);
    above = fields;
  }
});

test('docs/library.md: what the package exports', () => {
  const page = documentText('docs/library.md');
  for (const [name, target] of Object.entries<string | { default: string }>(exported)) {
    const file = typeof target === 'string' ? target : target.default;
    expect(existsSync(`${ROOT}${file}`), file).toBe(true);
    if (file.includes('schema/')) expect(page).toContain(`\`idm-agenda/${name.slice(2)}\``);
  }
});

describe('docs/continuous-integration.md', () => {
  const page = documentText('docs/continuous-integration.md');

  test('the hook of pre-commit is one that there is', () => {
    const [block] = blocks(page).filter(({ body }) => body.includes('repos:'));
    const { repos } = parse(block?.body.join('\n') ?? '');
    const hooks: { id: string }[] = parse(readFileSync(`${ROOT}.pre-commit-hooks.yaml`, 'utf8'));
    expect(repos).toMatchObject([{ rev: `v${version}`, hooks: hooks.map(({ id }) => ({ id })) }]);
  });

  test('the inputs of the action are told', () => {
    const { inputs } = parse(readFileSync(`${ROOT}action.yml`, 'utf8'));
    expect(rowsUnder(page, '| input | is |').map(([name]) => name)).toEqual(
      Object.keys(inputs).map(name => `\`${name}\``),
    );
  });
});

const OWNER = /github\.com\/([\w-]+)\/idm-agenda\.git$/.exec(repository.url)?.[1];

test.each([...DOCUMENTS, 'examples/workflow.yml', 'schema/agenda.schema.json'])(
  '%s names the repository and the version of package.json',
  file => {
    const text = documentText(file);
    for (const [, owner] of text.matchAll(/([\w-]+)\/idm-agenda(?:[@/).]|$)/gm))
      if (owner !== 'to' && owner !== 'node_modules') expect(owner).toBe(OWNER);
    for (const [, named] of text.matchAll(/idm-agenda(?:@v|-)(\d+\.\d+\.\d+)/g)) expect(named).toBe(version);
  },
);

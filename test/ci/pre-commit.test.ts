import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { ROOT, spawnIdm } from '../support/run.js';

const hooks = parse(readFileSync(`${ROOT}.pre-commit-hooks.yaml`, 'utf8'));
const { bin, scripts } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8'));

describe('the pre-commit hook', () => {
  test('it has what pre-commit asks for', () => {
    expect(hooks).toEqual([
      {
        id: 'idm-validate',
        name: 'idm validate',
        description: 'Check conference agendas',
        entry: 'idm validate',
        language: 'node',
        files: expect.any(String),
      },
    ]);
  });

  test('it calls a program of the package', () => {
    const [program, ...args] = hooks[0].entry.split(' ');
    expect(Object.keys(bin)).toContain(program);
    expect(spawnIdm([...args, 'no.yaml'])).toMatchObject({ code: 2, err: 'idm: no.yaml: no such file\n' });
  });

  test('npm builds the program when it installs the repository, and can do so without development packages', () => {
    expect(scripts.prepare).toMatch(
      /^node build\/build\.mjs \|\| \(npm install --global=false --include=dev .* && npm run build\)$/,
    );
  });

  test.each([
    ['agenda.yaml', true],
    ['agenda.yml', true],
    ['2018/agenda.yaml', true],
    ['a b/agenda.yml', true],
    ['my-agenda.yaml', false],
    ['agenda.yaml.orig', false],
    ['agendaXyaml', false],
    ['agenda/other.yaml', false],
  ])('%s: %s', (file, wanted) => {
    expect(new RegExp(hooks[0].files).test(file)).toBe(wanted);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { ROOT } from '../support/run.js';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Workflow {
  readonly permissions: object;
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly strategy?: { readonly matrix: Readonly<Record<string, readonly string[]>> };
        readonly permissions?: object;
        readonly steps: readonly Step[];
      }
    >
  >;
}

const FOLDER = `${ROOT}.github/workflows/`;
const WORKFLOWS = readdirSync(FOLDER).map(name => {
  const workflow: Workflow = parse(readFileSync(FOLDER + name, 'utf8'));
  return [name, workflow] as const;
});
const script = readFileSync(`${ROOT}.ci/run`, 'utf8');
const parts = /^PARTS=\((.*)\)$/m.exec(script)?.[1]?.split(' ') ?? [];
const { engines, scripts } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8'));

/** The scripts of a workflow's jobs, with each value of a matrix where it names one. */
function runs({ jobs }: Workflow): string[] {
  return Object.values(jobs).flatMap(({ strategy, steps }) =>
    steps.flatMap(({ run = '' }) => {
      const [place, name = ''] = /\$\{\{ matrix\.(\w+) \}\}/.exec(run) ?? [];
      return place === undefined ? [run] : (strategy?.matrix[name] ?? []).map(value => run.replace(place, value));
    }),
  );
}

describe.each(WORKFLOWS)('%s', (_, workflow) => {
  test('it may only read, but for a job that says otherwise', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
  });

  test('its actions have a version', () => {
    for (const { steps } of Object.values(workflow.jobs))
      for (const { uses } of steps) if (uses !== undefined) expect(uses).toMatch(/^actions\/[\w-]+@v\d+$/);
  });

  test('the parts of .ci/run that it names are there', () => {
    const named = runs(workflow).flatMap(run => /^\.ci\/run (.+)$/m.exec(run)?.[1]?.split(' ') ?? []);
    expect(named.length).toBeGreaterThan(0);
    expect(parts).toEqual(expect.arrayContaining(named));
  });
});

test('every part of .ci/run is a function of it', () => {
  expect(parts.length).toBeGreaterThan(5);
  for (const part of parts) expect(script).toContain(`\n${part}() {\n`);
});

test('continuous integration runs what does not depend on the speed of the machine, from the oldest Node on', () => {
  const [[, ci] = []] = WORKFLOWS.filter(([name]) => name === 'ci.yml');
  if (ci === undefined) throw new Error('no ci.yml');
  const named = runs(ci).flatMap(run => /^\.ci\/run (.+)$/.exec(run)?.[1]?.split(' ') ?? []);
  // Other releases of Node are a matrix there, and no part.
  expect([...named, 'speed', 'next'].sort()).toEqual([...parts].sort());
  expect(`>=${ci.jobs.tests?.strategy?.matrix.node?.[0]}`).toBe(engines.node);
});

test('what is packed is without scripts, and the package.json of the repository is put back', () => {
  expect(scripts.prepack).toMatch(/&& node build\/manifest\.mjs pack$/);
  expect(scripts.postpack).toBe('node build/manifest.mjs restore');
});

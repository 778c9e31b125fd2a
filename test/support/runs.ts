import fc from 'fast-check';

/** True in `npm run test:deep`, where properties are tried more often. */
export const DEEP = process.env.IDM_DEEP === '1';

/** How often a property is tried: half of all its runs in `npm run test:deep`, a twentieth in `npm test`; `IDM_RUNS=1` tries all. */
export function runs(all: number): number {
  return Math.ceil(all * Number(process.env.IDM_RUNS ?? (DEEP ? 1 / 2 : 1 / 20)));
}

/** What the sizes are divided by whose costs are compared: a third of each in `npm run test:deep`, a tenth in `npm test`. */
export const SAMPLE = DEEP ? 3 : 10;

/** The same values at every run; with another seed, `IDM_SEED=1`, it is a search for what fails. */
fc.configureGlobal({ seed: Number(process.env.IDM_SEED ?? 2018) });

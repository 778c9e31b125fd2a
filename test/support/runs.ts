import fc from 'fast-check';

/** True in `npm run test:deep`, where properties are tried with all their runs. */
export const DEEP = process.env.IDM_DEEP === '1';

/** How often a property is tried: all its runs in `npm run test:deep`, a tenth of them in `npm test`. */
export function runs(all: number): number {
  return DEEP ? all : Math.ceil(all / 10);
}

/** The same values at every run; with another seed, `IDM_SEED=1`, it is a search for what fails. */
fc.configureGlobal({ seed: Number(process.env.IDM_SEED ?? 2018) });

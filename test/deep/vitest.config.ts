import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { PLUGINS, SETTINGS } from '../../vitest.config.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The tests of `npm test` that try a sample there: of the runs of a property, or of the sizes whose costs are compared. */
const sampled = readdirSync(`${root}test`, { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.test.ts'))
  .map(name => `test/${name}`)
  .filter(name => /\/support\/(?:growth|runs)\.js'/.test(readFileSync(`${root}${name}`, 'utf8')));

/** What `npm run test:deep` runs: what takes long by itself, and all of what `npm test` tries a sample of. */
export default defineConfig({
  plugins: PLUGINS,
  test: { ...SETTINGS, root, include: ['test/deep/**/*.test.ts', ...sampled], env: { ...SETTINGS.env, IDM_DEEP: '1' } },
});

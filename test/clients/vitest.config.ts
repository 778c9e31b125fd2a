import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { PLUGINS, SETTINGS } from '../../vitest.config.js';

/** The tests that need other programs; `.ci/clients` installs them. */
export default defineConfig({
  plugins: PLUGINS,
  test: { ...SETTINGS, root: fileURLToPath(new URL('../..', import.meta.url)), include: ['test/clients/**/*.test.ts'] },
});

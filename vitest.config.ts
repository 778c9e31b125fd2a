import { defineConfig, type ViteUserConfig } from 'vitest/config';
import { bundledText } from './build/bundled-text.js';

/** What all runs have in common: `npm test`, `npm run test:deep` and `.ci/clients`. */
export const SETTINGS = {
  setupFiles: ['test/support/runs.ts'],
  // For what hangs only: no test has to be quick.
  testTimeout: 600_000,
  hookTimeout: 600_000,
  // Modules keep no state, so that a worker loads them once for all its files.
  isolate: false,
  maxWorkers: '100%',
  // Certificates that a machine adds are read at each start of Node, for half as long again; no test needs any.
  env: { TZ: 'Asia/Tokyo', NO_COLOR: '', FORCE_COLOR: '', NODE_EXTRA_CA_CERTS: '' },
} satisfies ViteUserConfig['test'];

/** What the sources need to be imported as they are. */
export const PLUGINS = [bundledText()];

export default defineConfig({
  plugins: PLUGINS,
  test: { ...SETTINGS, include: ['test/**/*.test.ts'], exclude: ['test/deep/**', 'test/clients/**'] },
});

import { defineConfig } from 'vitest/config';

/** The tests that take long: differential, random, at scale. With fixed seeds; `npm run test:deep` runs them. */
export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['test/deep/**/*.test.ts'],
    testTimeout: 600_000,
    // Modules keep no state, so that a worker loads them once for all its files.
    isolate: false,
    env: { TZ: 'Asia/Tokyo', NO_COLOR: '', FORCE_COLOR: '' },
  },
});

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/deep/**', 'node_modules/**'],
    testTimeout: 600_000,
    // Modules keep no state, so that a worker loads them once for all its files.
    isolate: false,
    env: { TZ: 'Asia/Tokyo', NO_COLOR: '', FORCE_COLOR: '' },
  },
});

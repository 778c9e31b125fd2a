import { basename, dirname } from 'node:path';
import { defineConfig, type RolldownOptions } from 'rolldown';
import { leftOut } from './build/left-out.js';
import { notices } from './build/notices.js';
import { pure } from './build/pure.js';

/**
 * The files of the program, beside the one of each format that is read or written, each report and each page. A file has what
 * its doors import, however deep, but for what an earlier one has.
 *
 * What nearly every command runs is one file, since each file more takes its time at every start.
 */
const GROUPS: readonly (readonly [name: string, doors: RegExp])[] = [
  ['program', /\/src\/program\.ts$/],
  ['agenda', /\/src\/(?:commands\/(?:conflicts|list|show|speaker|validate)|formats\/agenda\/read|reports\/text)\.ts$/],
  ['export', /\/src\/commands\/export\.ts$/],
  ['width', /\/node_modules\/string-width\//],
  ['pages', /\/src\/views\//],
];

const shared: RolldownOptions = {
  platform: 'node',
  // The UMD that some packages have as their main file asks for its parts in a way that cannot be bundled.
  resolve: { mainFields: ['module', 'main'] },
  plugins: [leftOut(), pure(/\/(?:js-yaml|luxon)\.mjs$/), notices('THIRD-PARTY-NOTICES')],
};

export default defineConfig([
  // What bin/idm.js runs: CommonJS, since Node is sooner ready for it, and takes it from a file faster.
  {
    ...shared,
    input: { program: 'src/program.ts' },
    preserveEntrySignatures: 'allow-extension',
    output: {
      dir: 'dist',
      format: 'cjs',
      charset: 'ascii',
      comments: false,
      minify: true,
      entryFileNames: '[name].cjs',
      // src/formats/ics/write.ts becomes ics-write.cjs.
      chunkFileNames: ({ facadeModuleId: id, name }) =>
        `${id?.includes('/src/') ? `${basename(dirname(id))}-${basename(id, '.ts')}` : name}.cjs`,
      codeSplitting: {
        groups: [
          ...GROUPS.map(([name, test], i) => ({ name, test, priority: GROUPS.length - i })),
          { name: 'shared', test: /\/src\/(?!formats\/schedule\/)/, minShareCount: 2, priority: 0 },
        ],
      },
    },
  },
  // The library, for who imports it.
  {
    ...shared,
    input: { index: 'src/index.ts' },
    output: { dir: 'dist/library', format: 'esm', comments: false, chunkFileNames: '[name].js' },
  },
]);

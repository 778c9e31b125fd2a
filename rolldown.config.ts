import { basename, dirname } from 'node:path';
import { defineConfig, type RolldownOptions } from 'rolldown';
import { leftOut } from './build/left-out.js';
import { notices } from './build/notices.js';
import { pure } from './build/pure.js';
import { quicker } from './build/quicker.js';

/**
 * What nearly every command runs is one file, since each file more takes its time at every start: the modules that every
 * agenda goes through, and the packages that these cannot do without. What the program has before any command stays with it.
 */
const AGENDA = [
  /\/src\/commands\/(?:conflicts|list|show|speaker|validate)\.ts$/,
  /\/src\/cli\/(?:open-agenda|find-files|filters|output|page|progress)\.ts$/,
  /\/src\/(?:model\/|query\/|rules\/|lint\/|text\/(?:fold|json|lazy|nearest)|paint\.ts|views\/tsv\.ts|reports\/(?:index|text)\.ts)/,
  /\/src\/formats\/(?:(?:detect|registry)\.ts|source\/|import\/ids\.ts|csv\/(?:columns|formula|sniff)\.ts)/,
  /\/src\/formats\/agenda\/(?:read|fast-[\w-]+|positions|text|quoting|yaml11|decode-[\w-]+)\.ts$/,
  /\/node_modules\/(?:js-yaml|luxon)\//,
];

/** What every format that is written has in common. */
const EXPORT = [
  /\/src\/commands\/export\.ts$/,
  /\/src\/cli\/(?:format-options|save)\.ts$/,
  /\/src\/formats\/(?:selection|options)\.ts$/,
  /\/src\/text\/(?:controls|uri)\.ts$/,
];

/** What is drawn for a terminal, and what measures it, which the report of `validate` needs by itself. */
const PAGES = [/\/src\/(?:views\/(?!tsv)|text\/wrap)/, /\/node_modules\/(?:@colors|cli-table3)\//];
const WIDTH = [/\/node_modules\/(?:string-width|strip-ansi|ansi-regex|emoji-regex|is-fullwidth-code-point)\//];

const among = (patterns: readonly RegExp[]) => (id: string) => patterns.some(pattern => pattern.test(id));

const shared: RolldownOptions = {
  platform: 'node',
  // The UMD that some packages have as their main file asks for its parts in a way that cannot be bundled.
  resolve: { mainFields: ['module', 'main'] },
  plugins: [leftOut(), pure(/\/(?:js-yaml|luxon)\.mjs$/), quicker(), notices('THIRD-PARTY-NOTICES')],
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
        includeDependenciesRecursively: false,
        groups: [
          { name: 'agenda', test: among(AGENDA) },
          { name: 'export', test: among(EXPORT) },
          { name: 'pages', test: among(PAGES) },
          { name: 'width', test: among(WIDTH) },
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

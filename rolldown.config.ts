import { type CodeSplittingGroup, defineConfig, type RolldownOptions } from 'rolldown';
import { bundledText } from './build/bundled-text.js';
import { leftOut } from './build/left-out.js';
import { manual } from './build/man.js';
import { notices } from './build/notices.js';
import { pure } from './build/pure.js';
import { sooner } from './build/sooner.js';
import { unpacked } from './build/unpacked.js';

/**
 * Files that are loaded by the first call that needs them. Each has these modules of `src/` and packages, but not what they
 * import.
 */
const LATE = {
  // What labels are called in six languages, which a listing in columns does without.
  labels: ['model/words'],
  // What was meant by a word that is none, and times and dates as people say them.
  seldom: [
    ...['formats/source/synonyms', 'lint/chosen', 'luxon', 'model/likely-time', 'model/person-in-words'],
    ...['model/references', 'model/spoken-date', 'model/spoken-time', 'query/day-words', 'text/nearest'],
  ],
  // What zones are called by other programs.
  zones: ['model/likely-zone', 'model/windows-zones'],
  // What columns are called, which a table shows that it is one by.
  columns: ['formats/csv/columns'],
  // Where in a text a value stands, which only a finding asks.
  positions: ['formats/agenda/fast/positions', 'formats/agenda/yaml/positions'],
  // What `validate` and `conflicts` need alone, with the rules of overlaps and of care.
  validate: [
    ...['cli/find-files', 'commands/conflicts', 'commands/validate', 'lint/hotspots', 'query/leaves', 'query/names'],
    ...['query/overlaps', 'query/placeholder', 'query/texts', 'reports/index', 'reports/summary', 'reports/text'],
    ...['rules/index', 'rules/overlap'],
  ],
};

/** The name of the late file that a module stands in. */
function lateFileOf(id: string, code: string): string | undefined {
  const [, module = '', name = ''] = /\/(?:src\/(.+)\.ts|node_modules\/([^/]+)\/[^?]*)$/.exec(id) ?? [];
  // Readers report quote-this, also to commands that ask for no rule of care.
  if (/^rules\/(?!quote-this)/.test(module) && /\bkind: ['"](?:overlap|care)['"]/.test(code)) return 'validate';
  return Object.entries(LATE).find(([, modules]) => modules.includes(module || name))?.[0];
}

/**
 * The files that the program is divided into, beside one for each door that is left: those of the formats, the reports, the
 * rarer commands. Each has the modules that `test` names and all that these import, but for what an earlier one has; so no
 * module need be named for being imported. What every command runs that reads an agenda is one file, and what reads one in
 * idm's own format another: each file more takes its time at every start.
 */
const FILES: readonly Omit<CodeSplittingGroup, 'priority'>[] = [
  {
    name: (id, context) => lateFileOf(id, context.getModuleInfo(id)?.code ?? '') ?? null,
    debugName: 'late',
    includeDependenciesRecursively: false,
  },
  { name: 'program', test: /\/src\/program\.ts$/ },
  {
    name: 'agenda',
    test: /\/src\/(?:commands\/list|formats\/(?:csv\/own-cells|import\/ids|source\/(?:decode-values|limits))|lint\/lint)\.ts$|\/src\/cli\/save\.ts$/,
  },
  { name: 'agenda-read', test: /\/src\/formats\/agenda\/read\.ts$/ },
  { name: 'export', test: /\/src\/commands\/export\.ts$/ },
  // What measures columns, which the report of `validate` needs without the pages.
  { name: 'width', test: /\/node_modules\/string-width\// },
  // What fields, types and changes are called in six languages.
  { name: 'words', test: /\/src\/model\/(?:change|type)-words\.ts$/ },
  { name: 'diff', test: /\/src\/commands\/(?:diff|log)\.ts$/ },
  { name: 'pages', test: /\/src\/views\/(?!changes\/)/ },
  // Loads zlib, for documents and sheets alone.
  { name: 'zip', test: /\/src\/formats\/source\/zip\.ts$/ },
  // What the readers of other formats share, which no writer needs.
  { name: 'import', test: /\/src\/(?:formats\/(?:import|source)\/|model\/zone-by-name)/, minShareCount: 2 },
  // What makes blocks of HTML, and of Word by way of it: parse5, which nothing else needs.
  { name: 'document-html', test: /\/src\/formats\/document\/blocks\/html\.ts$/ },
  { name: 'outlook', test: /\/src\/cli\/outlook\.ts$/ },
  { name: 'schema', test: /\/src\/schema\/agenda\.ts$/ },
  // What several formats need, or both doors of one. Documents have much in common, and so have schedules, and tables and
  // sheets, which nothing else needs.
  {
    name: 'shared',
    test: /\/src\/(?!formats\/(?:csv\/|document\/|docx\/|schedule\/|ics\/(?:content-lines|ics-library|vevent|vtimezone|write)))/,
    minShareCount: 2,
  },
  // The writer of calendars, which pages have in them.
  { name: 'ics-write', test: /\/src\/formats\/ics\/write\.ts$/ },
];

const shared: RolldownOptions = {
  platform: 'node',
  // The UMD that some packages have as their main file asks for its parts in a way that cannot be bundled.
  resolve: { mainFields: ['module', 'main'] },
  plugins: [
    bundledText(),
    leftOut(),
    pure(/\/(?:js-yaml|luxon)\.mjs$/),
    // What HTML calls characters.
    unpacked(/\/htmlparser2\/.+\/decode-data-\w+\.js$/),
    notices('THIRD-PARTY-NOTICES'),
  ],
};

export default defineConfig([
  // What bin/idm.js runs: CommonJS, since Node is sooner ready for it, and takes it from a file faster.
  {
    ...shared,
    plugins: [shared.plugins, sooner(Object.keys(LATE)), manual('dist/man')],
    input: { program: 'src/program.ts', 'code-cache': 'src/node/code-cache.ts' },
    // Its table is half a megabyte, which the library has already.
    external: /\/latin\.js$/,
    preserveEntrySignatures: 'allow-extension',
    output: {
      dir: 'dist',
      format: 'cjs',
      charset: 'ascii',
      comments: false,
      minify: true,
      entryFileNames: '[name].cjs',
      // src/formats/schedule/xml/write.ts becomes schedule-xml-write.cjs.
      paths: id => id.replace(/^.*\/latin\.js$/, './library/latin.js'),
      chunkFileNames: ({ facadeModuleId: id, name }) =>
        `${/\/src\/(?:formats\/)?(.+)\.ts$/.exec(id ?? '')?.[1]?.replaceAll('/', '-') ?? name}.cjs`,
      codeSplitting: {
        groups: FILES.map((file, i) => ({ ...file, priority: FILES.length - i })),
      },
    },
  },
  // The library, for who imports it.
  {
    ...shared,
    input: { index: 'src/index.ts' },
    output: { dir: 'dist/library', format: 'esm', comments: false, minify: true, chunkFileNames: '[name].js' },
  },
]);

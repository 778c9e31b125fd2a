import { type CodeSplittingGroup, defineConfig, type RolldownOptions } from 'rolldown';
import { bundledText } from './build/bundled-text.js';
import { leftOut } from './build/left-out.js';
import { manual } from './build/man.js';
import { notices } from './build/notices.js';
import { pure } from './build/pure.js';
import { sooner } from './build/sooner.js';

/** What only `validate` and `conflicts` need beside the rules. */
const VALIDATE =
  /\/src\/(?:cli\/find-files|commands\/(?:conflicts|validate)|lint\/hotspots|query\/(?:leaves|names|overlaps|placeholder|texts)|reports\/(?:index|summary|text)|rules\/(?:index|overlap))\.ts$/;

/** True for a rule that other commands don't ask for; its reader reports `quote-this`. */
function isRule(id: string, code: string): boolean {
  return /\/src\/rules\/(?!quote-this)/.test(id) && /\bkind: ['"](?:overlap|care)['"]/.test(code);
}

/**
 * The files that the program is divided into, beside one for each door that is left: those of the formats, the reports, the
 * rarer commands. Each has the modules that `test` names and all that these import, but for what an earlier one has; so no
 * module need be named for being imported. What every command runs that reads an agenda is one file, since each file more
 * takes its time at every start.
 */
const FILES: readonly Omit<CodeSplittingGroup, 'priority'>[] = [
  { name: 'program', test: /\/src\/program\.ts$/ },
  // What labels are called in six languages, which a listing in columns does without.
  { name: 'labels', includeDependenciesRecursively: false, test: /\/src\/model\/words\.ts$/ },
  // What was meant by a word that is none, and times and dates as people say them.
  {
    name: 'seldom',
    includeDependenciesRecursively: false,
    test: /\/src\/(?:formats\/source\/synonyms|lint\/chosen|model\/(?:likely-time|person-in-words|references|spoken-(?:date|time))|query\/day-words|text\/nearest)\.ts$|\/luxon\//,
  },
  // What zones are called by other programs.
  { name: 'zones', includeDependenciesRecursively: false, test: /\/src\/model\/(?:likely-zone|windows-zones)\.ts$/ },
  // What columns are called, which a table shows that it is one by.
  { name: 'columns', includeDependenciesRecursively: false, test: /\/src\/formats\/csv\/columns\.ts$/ },
  // Where in a text a value stands, which only a finding asks.
  {
    name: 'positions',
    includeDependenciesRecursively: false,
    test: /\/src\/formats\/agenda\/(?:fast|yaml)\/positions\.ts$/,
  },
  {
    name: (id, context) => (VALIDATE.test(id) || isRule(id, context.getModuleInfo(id)?.code ?? '') ? 'validate' : null),
    debugName: 'validate',
    includeDependenciesRecursively: false,
  },
  {
    name: 'agenda',
    test: /\/src\/(?:commands\/list|formats\/(?:import\/ids|source\/(?:decode-values|limits))|lint\/lint)\.ts$|\/src\/cli\/save\.ts$/,
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
  { name: 'import', test: /\/src\/formats\/(?:import|source)\//, minShareCount: 2 },
  // What makes blocks of HTML, and of Word by way of it: parse5, which nothing else needs.
  { name: 'document-html', test: /\/src\/formats\/document\/html\.ts$/ },
  { name: 'outlook', test: /\/src\/cli\/outlook\.ts$/ },
  { name: 'schema', test: /\/src\/schema\/agenda\.ts$/ },
  // What several formats need, or both doors of one. Documents have much in common, and so have schedules, and tables and
  // sheets, which nothing else needs.
  {
    name: 'shared',
    test: /\/src\/(?!formats\/(?:csv\/(?!own-cells)|document\/|docx\/|schedule\/|ics\/(?:content-lines|ics-library|vevent|vtimezone|write)))/,
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
    notices('THIRD-PARTY-NOTICES'),
    sooner(['columns', 'labels', 'positions', 'seldom', 'validate', 'zones']),
  ],
};

export default defineConfig([
  // What bin/idm.js runs: CommonJS, since Node is sooner ready for it, and takes it from a file faster.
  {
    ...shared,
    plugins: [shared.plugins, manual('dist/man')],
    input: { program: 'src/program.ts' },
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

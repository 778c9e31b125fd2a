/** What a subcommand may import, and what subcommands share. */
const SHELL = [
  ...[
    'text',
    'model',
    'query',
    'diff',
    'schema',
    'formats',
    'formats/source',
    'formats/import',
    'formats/agenda',
    'formats/csv',
  ],
  ...['formats/ics', 'rules', 'lint', 'reports', 'views', 'views/changes', 'io', 'paint'],
];

/** What every folder of a format may import. */
const FORMAT = ['formats', 'formats/source', 'formats/import', 'model', 'query', 'schema', 'text'];

/** Who may import whom, as in CONTRIBUTING.md: a folder or a file of src, and what it may import besides itself. */
export const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  text: [],
  model: ['text'],
  query: ['model', 'text'],
  diff: ['model', 'query', 'text'],
  schema: ['model', 'query', 'diff'],
  formats: ['model', 'query', 'text', 'schema', 'formats/source'],
  'formats/source': ['model', 'text'],
  'formats/import': ['formats/source', 'model', 'text'],
  'formats/agenda': [
    ...FORMAT,
    'formats/agenda/decode',
    'formats/agenda/fast',
    'formats/agenda/slips',
    'formats/agenda/yaml',
  ],
  'formats/agenda/decode': FORMAT,
  'formats/agenda/fast': ['formats/agenda/yaml', ...FORMAT],
  'formats/agenda/slips': ['formats/agenda/decode', 'formats/agenda/fast', 'formats/agenda/yaml', ...FORMAT],
  'formats/agenda/yaml': FORMAT,
  'formats/csv': FORMAT,
  'formats/document': ['formats/docx', ...FORMAT],
  'formats/docx': FORMAT,
  'formats/html': [...FORMAT, 'formats/ics', 'formats/html/browser'],
  'formats/html/browser': ['text'],
  'formats/ics': FORMAT,
  'formats/json': FORMAT,
  'formats/markdown': FORMAT,
  'formats/schedule': FORMAT,
  'formats/schedule/json': ['formats/schedule', ...FORMAT],
  'formats/schedule/xml': ['formats/schedule', ...FORMAT],
  rules: ['model', 'query', 'text'],
  lint: ['formats/source', 'rules', 'query', 'model', 'text'],
  reports: ['model', 'text', 'paint'],
  views: ['model', 'query', 'text', 'paint'],
  'views/changes': ['views', 'diff', 'model', 'query', 'text', 'paint'],
  cli: SHELL,
  commands: ['cli', ...SHELL],
  node: ['io', 'paint', 'text'],
  paint: [],
  io: ['model', 'paint'],
  main: ['commands', 'cli', 'io', 'model', 'text'],
  program: ['main', 'node'],
  library: ['text', 'model', 'query', 'diff', 'schema', 'formats', 'formats/source', 'lint'],
  index: [
    'library',
    'model',
    'query',
    'diff',
    'schema',
    'formats',
    'formats/source',
    'formats/agenda',
    'rules',
    'lint',
  ],
};

/** The required packages, and the one file of each that imports it and says what it does. */
export const ADAPTERS: Readonly<Record<string, string>> = {
  chalk: 'node/colors',
  'cli-table3': 'views/table',
  commander: 'cli/commander',
  ics: 'formats/ics/ics-library',
  luxon: 'model/zone',
  uqr: 'formats/html/qr-library',
  yaml: 'formats/agenda/yaml/library',
};

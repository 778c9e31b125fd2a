import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { report } from '../../src/reports/sarif.js';
import { context, found, NASTY } from '../given/diagnostics.js';
import { idm, ROOT } from '../support/run.js';

/** The schema of OASIS, in the package of its editors. */
const SCHEMA = `${ROOT}node_modules/@microsoft/sarif-multitool-ts/assets/sarif-2.1.0.schema.json`;
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
const fits = ajv.compile(JSON.parse(readFileSync(SCHEMA, 'utf8')));

function valid(text: string): unknown {
  const log: unknown = JSON.parse(text);
  fits(log);
  expect(fits.errors).toBeNull();
  return log;
}

test('a run with its rules and results', () => {
  expect(valid(report([found({ hint: 'add it to rooms' })], context()))).toEqual({
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'idm',
            version: '1.2.3',
            informationUri: 'https://example.org/idm',
            rules: [
              {
                id: 'bad-date',
                shortDescription: { text: 'A date.' },
                fullDescription: { text: 'Because.' },
                help: { text: 'A date. Because.\n\nAn example: idm explain bad-date' },
                helpUri: 'https://example.org/idm/blob/HEAD/docs/rules.md',
                defaultConfiguration: { level: 'warning' },
              },
              {
                id: 'unknown-room',
                shortDescription: { text: 'A room.' },
                fullDescription: { text: 'Why not.' },
                help: { text: 'A room. Why not.\n\nAn example: idm explain unknown-room' },
                helpUri: 'https://example.org/idm/blob/HEAD/docs/rules.md',
                defaultConfiguration: { level: 'error' },
              },
            ],
          },
        },
        columnKind: 'utf16CodeUnits',
        results: [
          {
            ruleId: 'unknown-room',
            ruleIndex: 1,
            level: 'error',
            message: { text: '"hall" is not in rooms\nadd it to rooms' },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: 'agenda.yaml' },
                  region: { startLine: 3, startColumn: 5, endLine: 3, endColumn: 9 },
                },
              },
            ],
          },
        ],
      },
    ],
  });
});

test('the other places of a result, and the edit that mends it', () => {
  const region = { line: 3, column: 7, endLine: 3, endColumn: 11 };
  const related = [{ file: 'agenda.yaml', line: 1, column: 1, endLine: 1, endColumn: 4, message: 'another' }];
  const all = [found({ hint: 'did you mean halls?', related, suggestion: { ...region, text: 'halls' } })];
  expect(valid(report(all, context({ path: file => `talks/${file}` })))).toMatchObject({
    runs: [
      {
        results: [
          {
            relatedLocations: [
              {
                id: 0,
                physicalLocation: {
                  artifactLocation: { uri: 'talks/agenda.yaml' },
                  region: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 4 },
                },
                message: { text: 'another' },
              },
            ],
            fixes: [
              {
                description: { text: 'did you mean halls?' },
                artifactChanges: [
                  {
                    artifactLocation: { uri: 'talks/agenda.yaml' },
                    replacements: [
                      {
                        deletedRegion: { startLine: 3, startColumn: 7, endLine: 3, endColumn: 11 },
                        insertedContent: { text: 'halls' },
                      },
                    ],
                  },
                ],
              },
            ],
          },
        ],
      },
    ],
  });
});

test.each([
  ['agenda.yaml', 'agenda.yaml'],
  ['talks/day 1/ordre du jour é.yaml', 'talks/day%201/ordre%20du%20jour%20%C3%A9.yaml'],
  ['c:agenda?#%.yaml', 'c%3Aagenda%3F%23%25.yaml'],
  ['<stdin>', '%3Cstdin%3E'],
  ['/srv/agenda 1.yaml', 'file:///srv/agenda%201.yaml'],
])('the file %s is the URI %s', (file, uri) => {
  const log = valid(report([found({ file })], context()));
  expect(log).toMatchObject({
    runs: [{ results: [{ locations: [{ physicalLocation: { artifactLocation: { uri } } }] }] }],
  });
});

test.each([
  ['error', 'error'],
  ['warning', 'warning'],
  ['info', 'note'],
] as const)('the severity %s is the level %s', (severity, level) => {
  expect(valid(report([found({ severity })], context()))).toMatchObject({ runs: [{ results: [{ level }] }] });
});

describe('it fits the schema', () => {
  test.each([
    ['nothing found', []],
    ['a rule that is not known', [found({ rule: 'other' })]],
    ['no width', [found({ endColumn: 5 })]],
    ['several lines', [found({ endLine: 9, endColumn: 1 })]],
    ['controls and bidi characters', [found({ message: NASTY, file: NASTY, hint: NASTY })]],
  ])('%s', (_, problems) => {
    const text = report(problems, context());
    valid(text);
    expect(text).toMatch(/^[\n\x20-\x7E]*$/);
  });

  test('with all rules, from the command', async () => {
    const { out, code } = await idm(['validate', '-', '--format', 'sarif'], { stdin: 'id: x\ntitle: é\nroom: hall\n' });
    expect(code).toBe(1);
    expect(valid(out)).toMatchObject({
      runs: [{ tool: { driver: { version: expect.stringMatching(/^\d+\.\d+\.\d+/) } } }],
    });
  });
});

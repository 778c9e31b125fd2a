import { expect, test } from 'vitest';
import { report } from '../../src/reports/json.js';
import { context, found } from '../given/diagnostics.js';

test('every field of every problem, what is missing as null or an empty list', () => {
  const region = { line: 3, column: 5, endLine: 3, endColumn: 9 };
  const related = [{ file: 'agenda.yaml', line: 1, column: 1, endLine: 1, endColumn: 4, message: 'another' }];
  const all = [found(), found({ related, suggestion: { ...region, text: 'halls' } })];
  expect(report(all, context())).toBe(`[
  {
    "file": "agenda.yaml",
    "line": 3,
    "column": 5,
    "endLine": 3,
    "endColumn": 9,
    "severity": "error",
    "rule": "unknown-room",
    "message": "\\"hall\\" is not in rooms",
    "hint": null,
    "related": [],
    "suggestion": null
  },
  {
    "file": "agenda.yaml",
    "line": 3,
    "column": 5,
    "endLine": 3,
    "endColumn": 9,
    "severity": "error",
    "rule": "unknown-room",
    "message": "\\"hall\\" is not in rooms",
    "hint": null,
    "related": [
      {
        "file": "agenda.yaml",
        "line": 1,
        "column": 1,
        "endLine": 1,
        "endColumn": 4,
        "message": "another"
      }
    ],
    "suggestion": {
      "line": 3,
      "column": 5,
      "endLine": 3,
      "endColumn": 9,
      "text": "halls"
    }
  }
]
`);
  expect(report([], context())).toBe('[]\n');
});

test('controls and bidi characters are escaped, and the same when read', () => {
  const message = 'a\u001Bb\u202Ec\u0085d\u2028';
  const text = report([found({ message })], context());
  expect(text).toContain('"a\\u001bb\\u202ec\\u0085d\\u2028"');
  expect(JSON.parse(text)).toMatchObject([{ message }]);
});

import { expect, test } from 'vitest';
import { report } from '../../src/reports/json.js';
import { context, found } from '../given/diagnostics.js';

test('every field of every problem, a missing hint as null', () => {
  expect(report([found()], context())).toBe(`[
  {
    "file": "agenda.yaml",
    "line": 3,
    "column": 5,
    "endLine": 3,
    "endColumn": 9,
    "severity": "error",
    "rule": "unknown-room",
    "message": "\\"hall\\" is not in rooms",
    "hint": null
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

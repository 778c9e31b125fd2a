import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compare } from '../../src/diff/compare.js';
import { agendaOf, anyData, anyEdits, type Data, EDITED, edits, expectNamed, sessionsOf } from '../diff/edits.js';

test.each(EDITED)('an edit of %s %s is named, and nothing else', (table, name, values) => {
  let changes = 0;
  fc.assert(
    fc.property(anyData, edits(table, name, values), (data, edit) => {
      if (expectNamed(data, edit)) changes++;
    }),
    { numRuns: table === 'day' ? 40 : 12 },
  );
  const unseen = table === 'agenda' && ['updated', 'revision', 'room'].includes(name);
  if (!unseen) expect(changes).toBeGreaterThan(0);
});

test('a session under another id is found or told as removed and new, and never taken for another', () => {
  const counts = { renamed: 0, found: 0, wrong: 0 };
  fc.assert(
    fc.property(anyData, anyEdits, fc.nat(), (data, edit, which) => {
      const other: Data = structuredClone(data);
      edit(other);
      const all = sessionsOf(other);
      const renamed = all.filter((_, i) => (which >> (i % 30)) & 1);
      for (const session of renamed) session.id = `new-${session.id}`;
      const { sessions } = compare(agendaOf(data), agendaOf(other)).renames;
      counts.renamed += renamed.length;
      for (const [now, before] of sessions) {
        if (now === `new-${before}`) counts.found++;
        else counts.wrong++;
      }
    }),
    { numRuns: 100 },
  );
  expect(counts.wrong).toBe(0);
  expect(counts.found / counts.renamed).toBeGreaterThan(0.9);
});

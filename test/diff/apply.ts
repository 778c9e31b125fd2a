import { type Cells, keyOf } from '../../src/diff/cells.js';
import type { Comparison, FieldChange } from '../../src/diff/compare.js';

/** What a reader sees of the new agenda, made of the old one and of what a comparison says. */
export interface Applied {
  readonly agenda: Cells;
  /** By the keys of new, each with the key of the session that it is a part of. */
  readonly sessions: ReadonlyMap<string, { readonly parent: string | undefined; readonly cells: Cells }>;
}

/** Applies what a comparison says to its old side. */
export function apply({ old, renames, agenda, sessions }: Comparison): Applied {
  const newKeys = new Map([...renames.sessions].map(([now, before]) => [before, now]));
  const keyNow = (key: string | undefined) => (key === undefined ? undefined : (newKeys.get(key) ?? key));
  const found = new Map<string, { parent: string | undefined; cells: Cells }>();
  for (const state of old.sessions.values())
    found.set(keyNow(state.key) ?? '', { parent: keyNow(state.parent), cells: state.cells });
  for (const { change, before, after, fields } of sessions) {
    const key = after?.key ?? keyNow(before?.key) ?? '';
    if (change === 'removed') found.delete(key);
    else {
      const parent = fields.find(({ field }) => field === 'parent');
      const known = found.get(key);
      found.set(key, {
        parent: parent === undefined ? known?.parent : (parent.after?.toString() ?? undefined),
        cells: changed(known?.cells ?? new Map(), fields),
      });
    }
  }
  return { agenda: changed(old.cells, agenda), sessions: found };
}

function changed(cells: Cells, fields: readonly FieldChange[]): Cells {
  const found: Cells = new Map(cells);
  for (const { field, lang, after } of fields) {
    if (field === 'parent') continue;
    if (after === null) found.delete(keyOf(field, lang));
    else found.set(keyOf(field, lang), { field, lang, value: after });
  }
  return found;
}

import type { Text } from '../../model/localized.js';
import type { Draft } from '../import/drafts.js';
import { all, parameter, textOf } from './components.js';
import { withoutPartOf } from './own-calendar.js';
import type { Event } from './series.js';

/** A session of an occurrence, with what tells its parent. */
export interface Placed {
  readonly draft: Draft;
  readonly event: Event;
  readonly startMs: number;
  readonly endMs: number;
}

/** The parts of events (RELATED-TO, RFC 5545 §3.8.4.5) that lie in their time; of ours, all. */
export function withParents(occurrences: readonly Placed[], own: boolean): readonly Draft[] {
  const byUid = new Map<string, number[]>();
  for (const [i, { event }] of occurrences.entries()) {
    const list = byUid.get(event.uid);
    if (list === undefined) byUid.set(event.uid, [i]);
    else list.push(i);
  }
  return occurrences.map(({ draft, event, startMs, endMs }, i) => {
    const relation = all(event.component, 'related-to').find(property =>
      /^parent$/i.test(parameter(property, 'reltype') ?? 'parent'),
    );
    const candidates = byUid.get(textOf(relation) ?? '\0') ?? [];
    const holds = (at: number) => {
      const other = occurrences[at];
      return other !== undefined && at !== i && other.startMs <= startMs && endMs <= other.endMs;
    };
    const parent = candidates.find(holds) ?? (own ? candidates.find(at => at !== i) : undefined);
    const of = parent === undefined ? undefined : occurrences[parent]?.draft;
    return parent === undefined || of === undefined
      ? draft
      : { ...draft, session: own ? withoutParent(draft.session, of.session.title) : draft.session, parent };
  });
}

function withoutParent({ description, ...session }: Draft['session'], title: Text): Draft['session'] {
  const rest = withoutPartOf(description ?? {}, title);
  return Object.keys(rest).length === 0 ? session : { ...session, description: rest };
}

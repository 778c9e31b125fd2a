/**
 * How many events of a calendar that idm wrote have another time or status while their SEQUENCE and LAST-MODIFIED
 * are as before, so that whoever subscribes to it may keep the old ones (RFC 5546 §2.1.4).
 */
export function unnoticedChanges(before: string, after: string): number {
  const old = eventsOf(before);
  return [...eventsOf(after)].filter(([uid, { revision, facts }]) => {
    const other = old.get(uid);
    return other !== undefined && other.revision === revision && other.facts !== facts;
  }).length;
}

interface EventFacts {
  /** The lines of SEQUENCE and LAST-MODIFIED. */
  readonly revision: string;
  /** The lines of times and STATUS, of which none may change without these; a text may be in another language. */
  readonly facts: string;
}

/** The events of a calendar by UID. */
function eventsOf(calendar: string): ReadonlyMap<string, EventFacts> {
  const events = calendar.replace(/\r?\n[ \t]/g, '').matchAll(/^BEGIN:VEVENT\r?\n([\s\S]*?)^END:VEVENT\r?$/gm);
  const lines = (content: string, name: RegExp) => (content.match(name) ?? []).join('\n');
  return new Map(
    [...events].map(([, content = '']) => [
      lines(content, /^UID:.*$/gm),
      {
        revision: lines(content, /^(?:SEQUENCE|LAST-MODIFIED):.*$/gm),
        facts: lines(content, /^(?:DTSTART|DTEND|STATUS)[:;].*$/gm),
      },
    ]),
  );
}

import { FIELDS } from '../../model/fields.js';
import { UNDETERMINED } from '../../model/localized.js';
import { take } from '../source/decode-values.js';
import type { Fault, Span } from '../source/read-result.js';

const OF = { url: FIELDS.session.url, timezone: FIELDS.agenda.timezone } as const;

/** A value of a foreign text as the format reads it, its faults at a span. */
export function takenAt(kind: keyof typeof OF, text: string, span: Span, faults: Fault[]): string | undefined {
  const own: Fault[] = [];
  const value = take[kind](text, [kind], { faults: own, language: UNDETERMINED }, OF[kind]);
  faults.push(...own.map(fault => ({ ...fault, at: span, on: 'span' as const })));
  return value;
}

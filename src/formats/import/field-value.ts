import { FIELDS } from '../../model/fields.js';
import { UNDETERMINED } from '../../model/localized.js';
import { take } from '../source/decode-values.js';
import { type Issues, placedAt, type Span } from '../source/issues.js';

const OF = { url: FIELDS.session.url, timezone: FIELDS.agenda.timezone } as const;

/** Decodes a value of a foreign text by our own rules; issues point to `span`, which `isValue` where nothing else is in it. */
export function takenAt(
  kind: keyof typeof OF,
  text: string,
  span: Span,
  issues: Issues,
  isValue = false,
): string | undefined {
  const context = { issues: placedAt({ span }, issues, isValue), language: UNDETERMINED };
  return take[kind](text, [kind], context, OF[kind]);
}

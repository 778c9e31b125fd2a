import { createEvents, type EventAttributes } from 'ics';
import { foldLine } from '../../text/content-line.js';

/**
 * What the library `ics` does for us: the calendar around the events, the properties of each event and their order, checked
 * against its schema. Values come from us, behind {@link placeholders}. Its types know neither `timestamp` nor an event
 * without end; its schema knows both.
 */
export function buildCalendar(
  events: readonly object[],
  head: { readonly productId: string; readonly calName: string },
): string {
  const { error, value } = createEvents(events as EventAttributes[], { ...head, method: '' });
  if (error !== null || value === null) throw new Error('ics refused the calendar', { cause: error });
  return value;
}

/** Finished values that `ics` does not see while it builds a calendar. */
export interface Placeholders {
  /**
   * Keeps a finished value, and gives the placeholder to hand to `ics` in its place: short, plain, and a URL in its eyes.
   * `parameters` (`;LANGUAGE=fr`) and the lines `after` are those that `ics` has no attribute for.
   */
  mark(value: string, more?: { readonly parameters?: string; readonly after?: readonly string[] }): string;
  /** Puts the values back where their placeholders are, and folds. */
  restore(calendar: string): string;
}

/**
 * `ics` 3.12 folds by characters instead of octets (in more than half of its time), leaves CATEGORIES, X-WR-CALNAME and
 * lone CRs unescaped, and refuses mailto: as a URL. So it is given placeholders, and never sees a text.
 */
export function placeholders(): Placeholders {
  const values: { readonly value: string; readonly after: readonly string[] }[] = [];
  return {
    mark: (value, { parameters = '', after = [] } = {}) =>
      `aside://${values.push({ value: `${parameters}:${value}`, after }) - 1}`,
    restore: calendar =>
      calendar.replace(/^([A-Z-]+):aside:\/\/(\d+)$/gm, (line, name: string, number: string) => {
        const aside = values[Number(number)];
        return aside === undefined ? line : [name + aside.value, ...aside.after].map(foldLine).join('\r\n');
      }),
  };
}

import { dayIn, zoneIn } from '../model/words.js';
import type { Presentation } from '../query/presentation.js';
import type { ScheduledSession } from '../query/scheduled-sessions.js';
import { block, type Canvas } from './canvas.js';
import { statusIn } from './labels.js';

/** The chosen sessions of one day. */
export interface DayGroup {
  /** `Day 1 · Monday 26 March 2018` in the language that is shown, and the day's own title if it has one. */
  readonly heading: string;
  readonly rows: readonly DayRow[];
}

/** A session in a listing. */
export interface DayRow {
  readonly entry: ScheduledSession;
  /** Levels below the first of its ancestors that is chosen, all between chosen too. */
  readonly depth: number;
}

/** Groups sessions by day, in their order. */
export function byDay(entries: readonly ScheduledSession[], presentation: Presentation): DayGroup[] {
  const titles = new Map<string, string[]>();
  for (const { date, title } of presentation.agenda.days) {
    const text = presentation.text(title);
    if (date !== undefined && text !== '') titles.set(date, [...(titles.get(date) ?? []), text]);
  }
  const groups = new Map<string, { readonly heading: string; readonly rows: DayRow[] }>();
  const depths = new Map<ScheduledSession, number>();
  for (const entry of entries) {
    const { date, day, parent } = entry;
    const above = parent === undefined ? undefined : depths.get(parent);
    const depth = above === undefined ? 0 : above + 1;
    depths.set(entry, depth);
    const group = groups.get(date);
    if (group !== undefined) group.rows.push({ entry, depth });
    else {
      const heading = [dayIn(day, date, presentation), ...(titles.get(date) ?? [])].join(' · ');
      groups.set(date, { heading, rows: [{ entry, depth }] });
    }
  }
  return [...groups.values()];
}

/** Lists days under the agenda's title and the zone of the clocks; an empty text without days. */
export function dayListing(
  days: readonly (readonly [heading: string, lines: readonly string[]])[],
  presentation: Presentation,
  { width, colors }: Canvas,
): string {
  if (days.length === 0) return '';
  const { title, subtitle, status } = presentation.agenda;
  const unsettled = status === undefined || status === 'final' ? [] : [statusIn(status, presentation)];
  const head = [
    ...block(presentation.text(title), width, colors.bold),
    ...(subtitle === undefined ? [] : block(presentation.text(subtitle), width)),
    ...block(
      [...unsettled, zoneIn(presentation.zone, presentation)].join(' · '),
      width,
      unsettled.length > 0 ? colors.warning : colors.dim,
    ),
  ];
  const parts = days.map(([heading, lines]) => [...block(heading, width, colors.bold), ...lines]);
  return [head, ...parts].map(lines => `${lines.join('\n')}\n`).join('\n');
}

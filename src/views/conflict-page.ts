import { longDate } from '../model/date.js';
import type { Clash, Severity } from '../model/diagnostic.js';
import { inertLine } from '../model/inert.js';
import { clock, formatInterval, type Minutes } from '../model/time.js';
import { minutesIn } from '../model/zone.js';
import { type Entry, entries } from '../query/entries.js';
import type { Lens } from '../query/lens.js';
import { titleOf } from '../query/lookup.js';
import { hang, measured, type Page } from './page.js';
import { tsv } from './tsv.js';

/** Two sessions that overlap, and the rule that says what it means. */
export interface Conflict {
  readonly rule: string;
  readonly severity: Severity;
  readonly clash: Clash;
  readonly message: string;
}

/** `idm conflicts` on a terminal: a block for each, with both sessions, their times, and what they both want. */
export function conflictPage(conflicts: readonly Conflict[], lens: Lens, page: Page): string {
  const { paint } = page;
  const width = measured(page);
  const byId = index(lens);
  const blocks = conflicts.map(({ rule, severity, clash }) => {
    const both = clash.sessions.map(id => byId.get(id));
    const day = both[1];
    const what = [
      ...clash.rooms.map(id => lens.text(lens.room(id).name)),
      ...clash.people.map(id => lens.person(id).name),
    ];
    const heading = [
      `${paint[severity](severity)} ${paint.bold(rule)}`,
      ...(day === undefined ? [] : [`Day ${day.day} · ${longDate(day.date)}`]),
      `${time(clash, day, lens)} (${clash.minutes} min)`,
    ].join('  ');
    const sessions = both.flatMap((entry, i) => {
      const lead = `  ${entry === undefined ? '' : shown(entry, lens)}  `;
      const title = entry === undefined ? '' : `${lens.text(titleOf(entry.session))} `;
      return hang(lead, `${title}(${clash.sessions[i]})`, width, paint.mark);
    });
    return [heading, ...sessions, ...(what.length === 0 ? [] : hang('  both: ', what.join(', '), width, paint.dim))];
  });
  const zone = lens.zone === lens.agenda.timezone ? [] : [paint.dim(`Times in ${lens.zone}`), ''];
  return conflicts.length === 0 ? '' : `${[...zone, blocks.map(block => block.join('\n')).join('\n\n')].join('\n')}\n`;
}

/** Lines of severity, rule, date, start, end, minutes, both ids, room ids, person ids, message; tabs between. */
export function conflictTsv(conflicts: readonly Conflict[], lens: Lens): Iterable<string> {
  const byId = index(lens);
  return tsv(conflicts, ({ rule, severity, clash, message }) => {
    const day = byId.get(clash.sessions[1]);
    const [start, end] = moments(clash, day, lens);
    const lists = [clash.rooms, clash.people].map(ids => ids.join(','));
    return [severity, rule, day?.date ?? '', start, end, String(clash.minutes), ...clash.sessions, ...lists, message];
  });
}

function index(lens: Lens): ReadonlyMap<string, Entry> {
  return new Map(entries(lens.agenda).map(entry => [entry.session.id, entry]));
}

function shown(entry: Entry, lens: Lens): string {
  return formatInterval(lens.clocks(entry));
}

function time(clash: Clash, day: Entry | undefined, lens: Lens): string {
  return moments(clash, day, lens).join('-');
}

function moments({ start, end }: Clash, day: Entry | undefined, lens: Lens): [string, string] {
  const minutes = (iso: string): Minutes => minutesIn(Date.parse(iso), day?.date ?? iso.slice(0, 10), lens.zone);
  return [clock(minutes(start)), clock(minutes(end), 'end')].map(inertLine) as [string, string];
}

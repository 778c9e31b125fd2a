import { readFileSync } from 'node:fs';
import { readYaml as read } from '../../src/formats/agenda/full-read.js';
import type { Agenda } from '../../src/model/agenda.js';
import { type Colors, PLAIN } from '../../src/paint.js';
import { appearances, findPeople } from '../../src/query/people.js';
import { type Presentation, presentation } from '../../src/query/presentation.js';
import { type ScheduledSession, scheduledSessions } from '../../src/query/scheduled-sessions.js';
import { measure } from '../../src/text/wrap.js';
import type { Canvas } from '../../src/views/canvas.js';
import type { Found } from '../../src/views/tsv.js';

export const shipped = agendaOf(readFileSync(new URL('../../data/idm-2018.yaml', import.meta.url), 'utf8'));

/** A small agenda of one day: its sessions as YAML, without indentation. */
export function day(sessions: string, head = ''): Agenda {
  const list = sessions.trim().replace(/^/gm, '      ');
  return agendaOf(
    `id: x\ntitle: Small\ntimezone: UTC\nlanguage: en\n${head}\ndays:\n  - date: 2020-02-29\n    sessions:\n${list}\n`,
  );
}

function agendaOf(yaml: string): Agenda {
  const { agenda, faults } = read(yaml);
  if (agenda === undefined || faults.length > 0) throw new Error(JSON.stringify(faults));
  return agenda;
}

/** One session with this title; the other sessions of the day are given as in {@link day}. */
export function titled(title: string): Agenda {
  const agenda = day('- {id: one, time: 09:00-10:00, title: T}');
  const days = agenda.days.map(({ sessions, ...rest }) => {
    return { ...rest, sessions: sessions.map(session => ({ ...session, title: { en: title } })) };
  });
  return { ...agenda, days };
}

/** So many sessions, an hour each. */
export function many(count: number): Agenda {
  const agenda = day('- {id: one, time: 09:00-10:00, title: Ähnliche Titel}');
  const [only] = agenda.days;
  const [session] = only?.sessions ?? [];
  if (only === undefined || session === undefined) throw new Error('no session');
  const sessions = Array.from({ length: count }, (_, i) => ({ ...session, id: `s-${i}` }));
  return { ...agenda, days: [{ ...only, sessions }] };
}

export function everything(
  agenda: Agenda,
  options: { lang?: string; tz?: string } = {},
): [readonly ScheduledSession[], Presentation] {
  return [scheduledSessions(agenda), presentation(agenda, options)];
}

export function one(
  agenda: Agenda,
  id: string,
  options: { lang?: string; tz?: string } = {},
): [ScheduledSession, Presentation] {
  const entry = scheduledSessions(agenda).find(({ session }) => session.id === id);
  if (entry === undefined) throw new Error(id);
  return [entry, presentation(agenda, options)];
}

export function people(agenda: Agenda, query = ''): Found[] {
  const where = appearances(agenda);
  const chosen = query === '' ? agenda.people : findPeople(agenda, query);
  return chosen.map(person => ({ person, appearances: where.get(person.id) ?? [] }));
}

export function page(width: number, colors: Colors = PLAIN): Canvas {
  return { width, colors };
}

const sgr = (on: number, off: number) => (text: string) => `\u001b[${on}m${text}\u001b[${off}m`;

export const COLOUR: Colors = {
  bold: sgr(1, 22),
  dim: sgr(2, 22),
  error: sgr(31, 39),
  warning: sgr(33, 39),
  info: sgr(36, 39),
  mark: sgr(35, 39),
};

export function widest(text: string): number {
  return Math.max(...text.split('\n').map(measure));
}

/** What is drawn in one column of the tables, counted from 0, with borders and white space removed. */
export function column(text: string, i: number): string {
  const rows = text.split('\n').filter(line => line.startsWith('│'));
  return rows
    .map(line => line.split('│')[i + 1] ?? '')
    .join('')
    .replace(/[\s\u2068\u2069]/gu, '');
}

export function solid(text: string): string {
  return text.replace(/[\s\u2068\u2069]/gu, '');
}

import { join } from 'node:path';
import { AGENDAS, type AgendaName, type Event, events, write } from './agendas.js';
import { inFolder } from './programs.js';
import type { Client } from './readers/client.js';

/** The ways to write a calendar, by the options of `idm export`. */
export const FORMS = {
  '`--ics`': ['--ics'],
  '`--ics --tzid`': ['--ics', '--tzid'],
  '`--ics --tzid --alarm 10m`': ['--ics', '--tzid', '--alarm', '10m'],
} as const satisfies Record<string, readonly string[]>;
export type Form = keyof typeof FORMS;

export const FORM_NAMES = Object.keys(FORMS) as Form[];
export const AGENDA_NAMES = Object.keys(AGENDAS) as AgendaName[];

/** What an agenda says, and what a client shows of its export. */
export interface Taken {
  readonly said: readonly Event[];
  readonly shown: readonly Event[];
}

/** Has a client read the export of an agenda. */
export async function take(client: Client, form: Form, agenda: AgendaName): Promise<Taken> {
  const said = [...(await events(AGENDAS[agenda])).values()];
  const shown = await inFolder(async folder => {
    const file = join(folder, 'agenda.ics');
    await write(AGENDAS[agenda], FORMS[form], file);
    return client.read(file, folder);
  });
  return { said, shown };
}

/** An event's time: `2018-03-26T14:00:00Z/2018-03-26T14:30:00Z`, nothing after the slash where no end is announced. */
export function times({ start, end }: Event): string {
  return `${iso(start)}/${end === null ? '' : iso(end)}`;
}

/** Events as lines that can be read in a difference, in the order of time. */
export function lines(events: readonly (Event | undefined)[]): string[] {
  const there = events.flatMap(event => event ?? []);
  return there.map(event => [times(event), event.title, event.place, event.status].join(' | ')).sort();
}

function iso(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace('.000', '');
}

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ICAL from 'ical.js';
import type { Event } from './agendas.js';
import type { Program } from './programs.js';
import { icalEvents } from './readers/ical-js.js';
import { importTo, khal, listed, stored } from './readers/khal.js';
import { radicale, serving } from './readers/radicale.js';

/** What keeps calendars, and is given one again when it has changed. */
export interface Store {
  readonly name: string;
  readonly program: Program;
  /** Gives it calendars one after the other, from empty; it may leave files in the folder. */
  keep(calendars: readonly string[], folder: string): Promise<Kept>;
}

/** What a store has in the end. */
export interface Kept {
  /** As it shows them. */
  readonly events: readonly Event[];
  /** The calendar objects in it. */
  readonly objects: readonly string[];
}

export const STORES: readonly Store[] = [
  {
    name: 'khal, that imports the calendar',
    program: khal,
    keep: async (calendars, folder) => {
      for (const calendar of calendars) {
        writeFileSync(join(folder, 'agenda.ics'), calendar);
        importTo(folder, 'agenda.ics');
      }
      return { events: listed(folder), objects: stored(folder) };
    },
  },
  {
    name: 'Radicale, that gets every event under its UID',
    program: radicale,
    keep: (calendars, folder) =>
      serving(folder, async served => {
        await served.put('', EMPTY);
        for (const calendar of calendars)
          for (const { uid, object } of split(calendar)) await served.put(`${uid}.ics`, object);
        const all = await served.get();
        return { events: icalEvents(all), objects: [all] };
      }),
  },
  {
    name: 'Radicale, that gets the whole calendar',
    program: radicale,
    keep: (calendars, folder) =>
      serving(folder, async served => {
        for (const calendar of calendars) await served.put('', calendar);
        const all = await served.get();
        return { events: icalEvents(all), objects: [all] };
      }),
  },
];

const EMPTY = 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\nEND:VCALENDAR\r\n';

/** The SEQUENCE of every event in calendar objects, by UID; a UID that stands twice has several. */
export function sequences(objects: readonly string[]): Record<string, number[]> {
  const found: Record<string, number[]> = {};
  for (const component of objects.flatMap(object => vevents(object))) {
    const uid = String(component.getFirstPropertyValue('uid'));
    found[uid] = [...(found[uid] ?? []), Number(component.getFirstPropertyValue('sequence'))];
  }
  return found;
}

/** One calendar object an event, as CalDAV wants it (RFC 4791 §4.1). */
function split(calendar: string): { readonly uid: string; readonly object: string }[] {
  const head = calendar.slice(0, calendar.indexOf('BEGIN:VEVENT'));
  return vevents(calendar).map(event => ({
    uid: String(event.getFirstPropertyValue('uid')),
    object: `${head}${event.toString()}\r\nEND:VCALENDAR\r\n`,
  }));
}

function vevents(calendar: string): ICAL.Component[] {
  return new ICAL.Component(ICAL.parse(calendar)).getAllSubcomponents('vevent');
}

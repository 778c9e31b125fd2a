import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';
import type { Event } from '../agendas.js';
import type { Client } from './client.js';

/** The library of Thunderbird and Nextcloud. */
export const icalJs: Client = {
  name: 'ical.js',
  install: 'npm ci',
  version: [
    process.execPath,
    '-p',
    `require(${JSON.stringify(new URL('../../../node_modules/ical.js/package.json', import.meta.url).pathname)}).version`,
  ],
  notes: [],
  read: file => icalEvents(readFileSync(file, 'utf8')),
};

/** The events of a calendar, as ical.js reads it. */
export function icalEvents(calendar: string): Event[] {
  return new ICAL.Component(ICAL.parse(calendar)).getAllSubcomponents('vevent').map(component => {
    const text = (name: string) => String(component.getFirstPropertyValue(name));
    const time = (name: string) => {
      const value = component.getFirstPropertyValue(name);
      return value instanceof ICAL.Time ? value.toUnixTime() : null;
    };
    return {
      start: time('dtstart') ?? Number.NaN,
      end: time('dtend'),
      title: text('summary'),
      place: text('location'),
      status: text('status').toLowerCase(),
    };
  });
}

import { calcurse } from './readers/calcurse.js';
import type { Client } from './readers/client.js';
import { icalJs } from './readers/ical-js.js';
import { icalendar } from './readers/icalendar.js';
import { khal } from './readers/khal.js';
import { radicale } from './readers/radicale.js';
import { sabre } from './readers/sabre.js';

/** Every client that is tried, in the order of docs/clients.md. */
export const CLIENTS: readonly Client[] = [icalJs, khal, calcurse, icalendar, sabre, radicale];

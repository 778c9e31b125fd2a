import { calcurse } from './readers/calcurse.js';
import type { Client } from './readers/client.js';
import { evolution } from './readers/evolution.js';
import { icalJs } from './readers/ical-js.js';
import { icalendar } from './readers/icalendar.js';
import { khal } from './readers/khal.js';
import { libical } from './readers/libical.js';
import { nodeIcal } from './readers/node-ical.js';
import { radicale } from './readers/radicale.js';
import { sabre } from './readers/sabre.js';

/** Every client that is tried, in the order of docs/clients.md. */
export const CLIENTS: readonly Client[] = [
  icalJs,
  khal,
  calcurse,
  icalendar,
  sabre,
  radicale,
  libical,
  evolution,
  nodeIcal,
];

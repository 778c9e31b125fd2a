import { SESSION_TYPES, type SessionStatus, type SessionType } from '../../model/agenda.js';
import { slug } from '../../text/fold.js';

/** What the programs for conferences call the types of idm; each type also goes by its own name. */
const NAMES: Partial<Record<SessionType, string>> = {
  session: 'lecture talk presentation vortrag',
  keynote: 'keynotes keynote-speech',
  panel: 'podium panel-discussion podiumsdiskussion discussion-panel round-table roundtable',
  workshop: 'workshops tutorial training hands-on',
  break: 'breaks pause coffee coffee-break kaffeepause lunch lunch-break mittagspause meal',
  social: 'social-event party reception concert dinner',
  opening: 'opening-ceremony opening-session eroffnung',
  closing: 'closing-ceremony closing-session abschluss',
  registration: 'check-in checkin',
};

const TYPES = new Map<string, SessionType>([
  ...Object.entries(NAMES).flatMap(([type, names]) =>
    names.split(' ').map((name): [string, SessionType] => [name, type as SessionType]),
  ),
  ...SESSION_TYPES.map((type): [string, SessionType] => [type, type]),
]);

/** A length at the end of a type's name: `Workshop (60 min)`. */
const LENGTH = /(?<![ (,-])[ (,-]*\d{1,3} ?(?:m|min|mins|minutes|minuten|h|hours?)\.?\)?$/i;

/** The type that a file means; undefined for one that idm has no word for. */
export function typeOf(name: string): SessionType | undefined {
  return TYPES.get(slug(name.length > 80 ? name : name.replace(LENGTH, '')));
}

const STATES = new Map<string, SessionStatus>(
  Object.entries({
    draft: 'tentative',
    submitted: 'tentative',
    tentative: 'tentative',
    rejected: 'cancelled',
    canceled: 'cancelled',
    cancelled: 'cancelled',
    withdrawn: 'cancelled',
    deleted: 'cancelled',
  }),
);

/** The status of an event by its state, or by a title that begins with `CANCELLED`; undefined for what takes place. */
export function statusOf(state: string | undefined, title: string | undefined): SessionStatus | undefined {
  const stated = state === undefined ? undefined : STATES.get(slug(state));
  return stated ?? (/^[[(]?CANCELL?ED\b/.test(title ?? '') ? 'cancelled' : undefined);
}

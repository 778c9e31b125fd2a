import { slug } from '../../text/fold.js';

/** Gives ids that are not taken, neither by those in use nor by those it gave: `talk`, `talk-2`, `talk-3`. */
export function freeIds(inUse: Iterable<string> = []): (wanted: string) => string {
  const taken = new Set(inUse);
  const counts = new Map<string, number>();
  return wanted => {
    let id = wanted;
    for (let n = (counts.get(wanted) ?? 1) + 1; taken.has(id); n++) {
      id = `${wanted}-${n}`;
      counts.set(wanted, n);
    }
    taken.add(id);
    return id;
  };
}

/** True for a name that a source gives and people can read: with a letter, and no hash or UUID. */
export function isReadable(name: string): boolean {
  return name.length <= 60 && /\p{L}/u.test(name) && !isHash(name);
}

function isHash(name: string): boolean {
  const runs = name.match(/[a-z0-9]{12,}/gi) ?? [];
  return runs.some(run => /\d/.test(run)) || /[0-9a-f]{8}-[0-9a-f]{4}-/i.test(name);
}

/** Letters of an id that is made from words. */
const LONGEST = 48;

/** An id made from a text, cut between words when it is long; `otherwise` where no letter or digit is left. */
export function readableId(text: string, otherwise: string): string {
  const whole = slug(text.slice(0, 500));
  if (whole.length <= LONGEST) return whole || otherwise;
  return whole
    .slice(0, LONGEST + 1)
    .replace(/-[^-]*$/, '')
    .slice(0, LONGEST)
    .replace(/(?<![-_])[-_]+$/, '');
}

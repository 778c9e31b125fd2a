const own = process.env.TZ;

/** What a zone's name looks like. A path, or a rule as POSIX has them, would have the C library open files. */
const NAME = /^[A-Z][\w+-]*(?:\/[A-Z][\w+-]*){0,2}$/;

const DAY = 86_400;

/** From this instant on, all offsets are whole minutes: Monrovia was the last to have seconds. */
const WHOLE = Date.UTC(1972, 0, 8);

/**
 * Minutes east of UTC in an IANA zone, at an instant (epoch milliseconds): by the clock of this process, which is set to the
 * zone for it. V8 has the zones at hand; Intl loads a locale before its first answer, which takes as long as half a start of
 * Node. Of a name that is none the clock would make UTC: the caller has to know that it is one.
 */
export function offsetByClock(zone: string, ms: number): number {
  if (process.env.TZ !== zone) {
    if (!NAME.test(zone)) throw new RangeError(`${JSON.stringify(zone)} is not the name of a time zone`);
    process.env.TZ = zone;
  }
  const date = new Date(ms);
  const whole = -date.getTimezoneOffset();
  if (ms >= WHOLE) return whole;
  const seconds = date.getSeconds() - date.getUTCSeconds();
  if (seconds === 0) return whole;
  // An offset with seconds, of which getTimezoneOffset has the minutes: to the second, by the difference of the clocks.
  const hours = date.getHours() - date.getUTCHours();
  const difference = hours * 3600 + (date.getMinutes() - date.getUTCMinutes()) * 60 + seconds;
  return (difference + DAY * Math.round((whole * 60 - difference) / DAY)) / 60;
}

/**
 * The zone of this machine: what TZ names, with or without a colon or the path of the database before it (POSIX.1 8.3; UTC
 * where it is empty), else what the system is set to. It may be no IANA name; empty where the system does not say.
 */
export function localZone(): string {
  if (own !== undefined) return own.replace(/^:/, '').replace(/^.*\/zoneinfo\//, '') || 'UTC';
  delete process.env.TZ;
  return Intl.DateTimeFormat().resolvedOptions().timeZone ?? '';
}

const own = process.env.TZ;

/**
 * Minutes east of UTC in a zone, at an instant (epoch milliseconds): by the clock of this process, which is set to the zone
 * for it. V8 has the zones at hand; Intl loads a locale before its first answer, which takes as long as half a start of Node.
 */
export function offsetByClock(zone: string, ms: number): number {
  if (process.env.TZ !== zone) process.env.TZ = zone;
  return -new Date(ms).getTimezoneOffset();
}

/** The IANA zone of this machine. */
export function localZone(): string {
  if (own === undefined) delete process.env.TZ;
  else process.env.TZ = own;
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

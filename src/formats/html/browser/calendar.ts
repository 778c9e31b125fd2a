/**
 * The calendar of some sessions, cut from that of all (RFC 5545): the events with these ids, which are not part of one that is
 * left out (RELATED-TO). The same bytes as `idm export --ics` of these sessions.
 */
export function calendarOf(whole: string, ids: ReadonlySet<string>): string {
  const idIn = (lines: string, name: string) =>
    new RegExp(`^${name}:(.*)@`, 'm').exec(lines.replace(/\r\n /g, ''))?.[1]?.replace(/\\(.)/g, '$1');
  return whole.replace(/^BEGIN:VEVENT\r\n[\s\S]*?^END:VEVENT\r\n/gm, event => {
    if (!ids.has(idIn(event, 'UID') ?? '')) return '';
    const parent = idIn(event, 'RELATED-TO');
    return parent === undefined || ids.has(parent) ? event : event.replace(/^RELATED-TO:.*\r\n(?: .*\r\n)*/m, '');
  });
}

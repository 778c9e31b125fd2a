import type { Rule } from './rule.js';

export const noSession: Rule = {
  id: 'no-session',
  severity: 'error',
  kind: 'shape',
  elsewhere: 'ics',
  summary: 'A file in another format that has content, but no session that can be read.',
  why: 'An empty calendar made of it would empty the calendar of everybody who subscribed to it.',
  bad: `BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//example//EN
BEGIN:VTODO
UID:1@example.org
SUMMARY:Opening
END:VTODO
END:VCALENDAR
`,
  good: `BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//example//EN
BEGIN:VEVENT
UID:1@example.org
DTSTART:20180326T080000Z
SUMMARY:Opening
END:VEVENT
END:VCALENDAR
`,
};

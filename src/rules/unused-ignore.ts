import type { Rule } from './rule.js';

export const unusedIgnore: Rule = {
  id: 'unused-ignore',
  severity: 'warning',
  kind: 'care',
  summary: 'An ignore that silences nothing, names no rule, or gives no reason.',
  why: 'It would hide the next problem at its place; without a reason nobody can tell whether it still holds.',
  bad: `days:
  - date: 2018-03-26
    sessions:
      # idm-ignore room-clash: agreed with the chair
      - {id: opening, time: 10:00-10:30, title: Opening}
`,
  good: `rooms:
  hall: Hall
days:
  - date: 2018-03-26
    sessions:
      - {id: one, time: 10:00-11:00, title: One, room: hall}
      # idm-ignore room-clash: agreed with the chair
      - {id: two, time: 10:30-11:30, title: Two, room: hall}
`,
};

/** The rules about what could not be read: always errors, which neither `lint:` nor an ignore makes less. */
export const FIXED_RULES = [
  'syntax',
  'duplicate-key',
  'unknown-field',
  'missing-field',
  'wrong-type',
  'bad-id',
  'bad-date',
  'bad-time',
  'bad-timezone',
  'bad-language',
  'bad-url',
  'unknown-type',
] as const;

/** The rules about files in other formats, which readers report: an agenda of idm's own has no place for them in `lint:`. */
export const FOREIGN_RULES = ['no-session', 'not-read', 'contradiction', 'unknown-status', 'read-as'] as const;

/** Every rule, by its id: what stands in `lint:`, in an ignore and in a report. */
export const RULE_IDS = [
  ...FIXED_RULES,
  ...FOREIGN_RULES,
  'quote-this',
  'duplicate-id',
  'duplicate-date',
  'unknown-person',
  'unknown-room',
  'ends-before-start',
  'nonexistent-time',
  'outside-parent',
  'room-clash',
  'person-clash',
  'ambiguous-time',
  'fixed-offset-zone',
  'over-a-day',
  'plenary-overlap',
  'break-overlap',
  'out-of-order',
  'unused-person',
  'unused-room',
  'same-person-twice',
  'repeated-speaker',
  'missing-translation',
  'placeholder-text',
  'control-character',
  'markup',
  'unused-ignore',
  'during-break',
  'moderator-speaks',
  'no-affiliation',
  'room-change',
  'time-to-come',
  'parallel',
] as const;
export type RuleId = (typeof RULE_IDS)[number];

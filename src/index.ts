export type { ChangeName, ChangeRecord, ClashRecord } from './diff/records.js';
export { readYaml as readAgenda } from './formats/agenda/full-read.js';
export { READERS, readAny } from './formats/detect.js';
export type { ReadOptions } from './formats/format.js';
export type { ReaderName, WriterName } from './formats/registry.js';
export type { Place, ReadIssue, ReadIssue as Fault, ReadRule, Remedy, Span } from './formats/source/issues.js';
export type { Reading, Source } from './formats/source/read-result.js';
export { type DiffOptions, diff } from './library/diff.js';
export { type ReadInputOptions, read } from './library/read.js';
export { type EveryLanguage, people, type ShowOptions, schedule } from './library/schedule.js';
export { schemas } from './library/schemas.js';
export { type WriteOptions, type Written, write } from './library/write.js';
export { type LintOptions, lint } from './lint/lint.js';
export type { Problem } from './lint/problem.js';
export * from './model/agenda.js';
export type {
  Clash,
  Diagnostic,
  Edit,
  Path,
  Region,
  Related,
  RelatedRegion,
  Severity,
  Suggestion,
} from './model/diagnostic.js';
export { languageTag, type Name, type Text } from './model/localized.js';
export {
  formatInterval,
  formatTime,
  type Interval,
  isClock,
  type Minutes,
  type SessionTime,
  type TimeWord,
} from './model/time.js';
export { parseInterval } from './model/written-time.js';
export { type Overlap, type OverlapKind, overlaps } from './query/overlaps.js';
export { appearances, findPeople, nearestPeople, type PersonAppearance } from './query/people.js';
export { type Presentation as Lens, presentation as lens } from './query/presentation.js';
export type { AgendaRecord, FullSessionRecord, PersonRecord, RoomRecord, SessionRecord } from './query/records.js';
export { type ScheduledSession as Entry, scheduledSessions as entries } from './query/scheduled-sessions.js';
export { type Filters, select, type UnknownChoice } from './query/select.js';
export { RULES } from './rules/index.js';
export type { Finding, Rule } from './rules/rule.js';
export type { Schema } from './schema/agenda.js';
export type { ExportRecord } from './schema/export.js';

import type { RuleId } from '../model/rule-ids.js';
import { ambiguousTime } from './ambiguous-time.js';
import { badDate } from './bad-date.js';
import { badId } from './bad-id.js';
import { badLanguage } from './bad-language.js';
import { badTime } from './bad-time.js';
import { badTimezone } from './bad-timezone.js';
import { badUrl } from './bad-url.js';
import { contradiction } from './contradiction.js';
import { duplicateDate } from './duplicate-date.js';
import { duplicateId } from './duplicate-id.js';
import { duplicateKey } from './duplicate-key.js';
import { endsBeforeStart } from './ends-before-start.js';
import { fixedOffsetZone } from './fixed-offset-zone.js';
import { missingField } from './missing-field.js';
import { noSession } from './no-session.js';
import { nonexistentTime } from './nonexistent-time.js';
import { notRead } from './not-read.js';
import { overADay } from './over-a-day.js';
import { quoteThis } from './quote-this.js';
import { readAs } from './read-as.js';
import type { Rule } from './rule.js';
import { syntax } from './syntax.js';
import { unknownField } from './unknown-field.js';
import { unknownPerson } from './unknown-person.js';
import { unknownRoom } from './unknown-room.js';
import { unknownStatus } from './unknown-status.js';
import { unknownType } from './unknown-type.js';
import { wrongType } from './wrong-type.js';

/** What readers report, and the rules of shape and of time, which every command asks for before it answers. */
export const BASIC_RULES = {
  syntax,
  'duplicate-key': duplicateKey,
  'unknown-field': unknownField,
  'missing-field': missingField,
  'wrong-type': wrongType,
  'bad-id': badId,
  'bad-date': badDate,
  'bad-time': badTime,
  'bad-timezone': badTimezone,
  'bad-language': badLanguage,
  'bad-url': badUrl,
  'unknown-type': unknownType,
  'no-session': noSession,
  'not-read': notRead,
  contradiction,
  'unknown-status': unknownStatus,
  'read-as': readAs,
  'quote-this': quoteThis,
  'duplicate-id': duplicateId,
  'duplicate-date': duplicateDate,
  'unknown-person': unknownPerson,
  'unknown-room': unknownRoom,
  'ends-before-start': endsBeforeStart,
  'nonexistent-time': nonexistentTime,
  'ambiguous-time': ambiguousTime,
  'fixed-offset-zone': fixedOffsetZone,
  'over-a-day': overADay,
} satisfies Readonly<Partial<Record<RuleId, Rule>>>;

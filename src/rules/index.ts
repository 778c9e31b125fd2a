import type { RuleId } from '../model/rule-ids.js';
import { ambiguousTime } from './ambiguous-time.js';
import { badDate } from './bad-date.js';
import { badId } from './bad-id.js';
import { badLanguage } from './bad-language.js';
import { badTime } from './bad-time.js';
import { badTimezone } from './bad-timezone.js';
import { badUrl } from './bad-url.js';
import { breakOverlap } from './break-overlap.js';
import { contradiction } from './contradiction.js';
import { controlCharacter } from './control-character.js';
import { duplicateDate } from './duplicate-date.js';
import { duplicateId } from './duplicate-id.js';
import { duplicateKey } from './duplicate-key.js';
import { duringBreak } from './during-break.js';
import { endsBeforeStart } from './ends-before-start.js';
import { fixedOffsetZone } from './fixed-offset-zone.js';
import { markup } from './markup.js';
import { missingField } from './missing-field.js';
import { missingTranslation } from './missing-translation.js';
import { moderatorSpeaks } from './moderator-speaks.js';
import { noAffiliation } from './no-affiliation.js';
import { noSession } from './no-session.js';
import { nonexistentTime } from './nonexistent-time.js';
import { notRead } from './not-read.js';
import { outOfOrder } from './out-of-order.js';
import { outsideParent } from './outside-parent.js';
import { overADay } from './over-a-day.js';
import { parallel } from './parallel.js';
import { personClash } from './person-clash.js';
import { placeholderText } from './placeholder-text.js';
import { plenaryOverlap } from './plenary-overlap.js';
import { quoteThis } from './quote-this.js';
import { readAs } from './read-as.js';
import { repeatedSpeaker } from './repeated-speaker.js';
import { roomChange } from './room-change.js';
import { roomClash } from './room-clash.js';
import type { Rule } from './rule.js';
import { samePersonTwice } from './same-person-twice.js';
import { syntax } from './syntax.js';
import { timeToCome } from './time-to-come.js';
import { unknownField } from './unknown-field.js';
import { unknownPerson } from './unknown-person.js';
import { unknownRoom } from './unknown-room.js';
import { unknownStatus } from './unknown-status.js';
import { unknownType } from './unknown-type.js';
import { unusedIgnore } from './unused-ignore.js';
import { unusedPerson } from './unused-person.js';
import { unusedRoom } from './unused-room.js';
import { wrongType } from './wrong-type.js';

/** Every rule by its id. A new rule is a file and a line here; the compiler asks for both. */
export const RULES = {
  syntax: syntax,
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
  contradiction: contradiction,
  'unknown-status': unknownStatus,
  'read-as': readAs,
  'quote-this': quoteThis,
  'duplicate-id': duplicateId,
  'duplicate-date': duplicateDate,
  'unknown-person': unknownPerson,
  'unknown-room': unknownRoom,
  'ends-before-start': endsBeforeStart,
  'nonexistent-time': nonexistentTime,
  'outside-parent': outsideParent,
  'room-clash': roomClash,
  'person-clash': personClash,
  'ambiguous-time': ambiguousTime,
  'fixed-offset-zone': fixedOffsetZone,
  'over-a-day': overADay,
  'plenary-overlap': plenaryOverlap,
  'break-overlap': breakOverlap,
  'out-of-order': outOfOrder,
  'unused-person': unusedPerson,
  'unused-room': unusedRoom,
  'same-person-twice': samePersonTwice,
  'repeated-speaker': repeatedSpeaker,
  'missing-translation': missingTranslation,
  'placeholder-text': placeholderText,
  'control-character': controlCharacter,
  markup,
  'unused-ignore': unusedIgnore,
  'during-break': duringBreak,
  'moderator-speaks': moderatorSpeaks,
  'no-affiliation': noAffiliation,
  'room-change': roomChange,
  'time-to-come': timeToCome,
  parallel: parallel,
} satisfies Record<RuleId, Rule>;

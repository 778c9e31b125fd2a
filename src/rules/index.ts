import { RULE_IDS, type RuleId } from '../model/rule-ids.js';
import { BASIC_RULES } from './basic.js';
import { breakOverlap } from './break-overlap.js';
import { controlCharacter } from './control-character.js';
import { duringBreak } from './during-break.js';
import { markup } from './markup.js';
import { missingTranslation } from './missing-translation.js';
import { moderatorSpeaks } from './moderator-speaks.js';
import { noAffiliation } from './no-affiliation.js';
import { outOfOrder } from './out-of-order.js';
import { outsideParent } from './outside-parent.js';
import { parallel } from './parallel.js';
import { personClash } from './person-clash.js';
import { placeholderText } from './placeholder-text.js';
import { plenaryOverlap } from './plenary-overlap.js';
import { repeatedSpeaker } from './repeated-speaker.js';
import { roomChange } from './room-change.js';
import { roomClash } from './room-clash.js';
import type { Rule } from './rule.js';
import { samePersonTwice } from './same-person-twice.js';
import { timeToCome } from './time-to-come.js';
import { unusedIgnore } from './unused-ignore.js';
import { unusedPerson } from './unused-person.js';
import { unusedRoom } from './unused-room.js';

/** A new rule is a file and a line: here, or in `basic.ts`. The compiler asks for both. */
const ALL: Readonly<Record<RuleId, Rule>> = {
  ...BASIC_RULES,
  'outside-parent': outsideParent,
  'room-clash': roomClash,
  'person-clash': personClash,
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
  parallel,
};

/** Every rule by its id, in the order of {@link RULE_IDS}. */
export const RULES = Object.fromEntries(RULE_IDS.map(id => [id, ALL[id]])) as Readonly<Record<RuleId, Rule>>;

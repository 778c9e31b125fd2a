import type { Aids } from '../import/aids.js';
import type { NameRegistry } from '../import/registry.js';
import type { Accounts } from '../source/accounts.js';
import type { Issues } from '../source/issues.js';
import type { Locations } from './own-calendar.js';

/** What reading events needs of the calendar they are in. */
export interface Calendar {
  /** True of a calendar that idm wrote. */
  readonly own: boolean;
  /** True when its name says that all of it is cancelled, so that no session has to. */
  readonly isCancelled: boolean;
  readonly locations: Locations;
  /** The language of texts that name none. */
  readonly tag: string;
  readonly names: NameRegistry;
  readonly issues: Issues;
  readonly accounts: Accounts;
  readonly aids: Aids;
}

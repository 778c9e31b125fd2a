import { readYaml } from '../../src/formats/agenda/full-read.js';
import { readPlain as readTable } from '../../src/formats/csv/read.js';
import { readPlain as readCalendar } from '../../src/formats/ics/read.js';
import type { Reading } from '../../src/formats/source/read-result.js';
import type { Rule } from '../../src/rules/rule.js';

/** The head that an example of a rule leaves out where it doesn't matter. */
const HEAD = { id: 'example', title: 'Example', timezone: 'Europe/Paris' };

/** An example of a rule as its reader reads it: of one about files in other formats, a whole file. */
export function readExample({ elsewhere }: Rule, example: string): Reading {
  if (elsewhere === undefined) return readYaml(complete(example));
  return (elsewhere === 'ics' ? readCalendar : readTable)(example, {});
}

/** An example of a rule as a whole file. */
export function whole({ elsewhere }: Rule, example: string): string {
  return elsewhere === undefined ? complete(example) : example;
}

/** An example of a rule as a whole agenda. */
export function complete(example: string): string {
  const missing = Object.entries(HEAD).filter(([field]) => !new RegExp(`^${field}:`, 'm').test(example));
  return missing.map(([field, value]) => `${field}: ${value}\n`).join('') + example;
}

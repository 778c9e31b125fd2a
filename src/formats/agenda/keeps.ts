import { FIELDS, type Fields } from '../../model/fields.js';
import type { KeepsBothWays, Kept } from '../keeps.js';

/** The YAML has every field: its writer goes through the table of fields. */
export const keeps = Object.fromEntries(
  Object.entries<Fields>(FIELDS).map(([table, fields]) => [table, all(fields)]),
) as KeepsBothWays;

function all(fields: Fields): Readonly<Record<string, Kept<unknown>>> {
  return Object.fromEntries(Object.keys(fields).map(name => [name, { in: `\`${name}\``, back: 'same' }]));
}

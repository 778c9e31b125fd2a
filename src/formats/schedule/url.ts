import { URL_FORM } from '../../model/fields.js';
import { quote } from '../../text/quote.js';

import type { Issues } from '../source/issues.js';
import type { Said } from './source.js';

/**
 * A web or mail address, made whole with the conference's own where it is a path. A name that is no address
 * (`urn:uuid:…`, which the schema of schedule.json makes programs write) is none; anything else is reported.
 */
export function webUrl(said: Said | undefined, base: string | undefined, issues: Issues): string | undefined {
  if (said === undefined || /^urn:/i.test(said.value)) return undefined;
  if (URL_FORM.test(said.value)) return said.value;
  const path = /^\.{0,2}\/(?!\/)\S*$/.test(said.value);
  if (path && base !== undefined && URL.canParse(said.value, base)) return new URL(said.value, base).href;
  if (!path) issues.add('bad-url', { span: said.at }, `${quote(said.value)} is not a web or mail address`);
  return undefined;
}

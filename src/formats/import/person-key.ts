import { withoutHonorific } from '../../model/honorifics.js';
import { nameKey } from '../../text/fold.js';

/**
 * What tells people apart in a file of another program, equal for one person: the name, whatever its case, accents,
 * punctuation, order of words and honorifics; with the id, where the source gives one, since it has its reasons to give two.
 */
export function personKey(name: string, id = ''): string {
  const bare = withoutHonorific(name);
  return `${id}\0${nameKey(bare) || bare}`;
}

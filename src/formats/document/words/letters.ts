import { lazyRegExp } from '../../../text/lazy.js';

/** A text that begins with a small letter. */
export const beginsLower = lazyRegExp('^\\p{Ll}', 'u');

/** A text of capitals and digits alone: `UNHCR`, `G20/OECD`. */
export const acronym = lazyRegExp('^[\\p{Lu}\\d/&\\s-]{2,20}$', 'u');

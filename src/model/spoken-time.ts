import { lazy, lazyRegExp } from '../text/lazy.js';
import { letterPattern } from '../text/letters.js';

/** The sides of a time in words, in lower case with ASCII digits, and the minutes that it lasts, where it says so. */
export interface SpokenTime {
  /** One side where there is no end, two for a range, more for several. */
  readonly sides: readonly string[];
  readonly lasts?: number;
}

/** What stands before a range, and between its sides, in the languages of the UN, German, Italian and Portuguese. */
const BEFORE = 'from|between|at|de|du|del|das|da|dalle|entre|desde|von|zwischen|um|с|от|между';
const BETWEEN =
  "to|till|til|until|thru|through|and|à|a|á|au|às|até|alle|jusqu'à|jusqu'au|jusque|et|bis|und|hasta|y|до|по|и|through to|up to";
const NOON =
  '12 noon|noon|midday|midi|mediod[ií]a|mittag|mittags|mezzogiorno|meio-dia|полдень|полудня|الظهر|ظهرا|中午|正午';
const MIDNIGHT = 'midnight|minuit|medianoche|mitternacht|mezzanotte|meia-noite|полночь|полуночи|منتصف الليل|午夜';
const UNIT = "o'clock|uhr|hrs?\\.?|hours?|heures?|horas?|ore|часов|часа|час|ч\\.?|local time|heure locale|hora local";
const ZONE = 'UTC|GMT|WES?T|CES?T|EES?T|MSK|BST|IST|JST|SGT|HKT|[ACEMP][SD]?T|A[CEW][SD]T|NZ[SD]?T';

const words = lazy(() => ({
  zone: new RegExp(
    `(?<=\\d|[ap]\\.?m\\.?)\\s*\\(?(?:${ZONE})(?:[+-]\\d{1,2}(?::?\\d{2})?)?\\)?(?=\\s*(?:$|[-–—]))`,
    'gi',
  ),
  before: new RegExp(`^\\s*(?:(?:${BEFORE})\\s+|[从從自]\\s*|من\\s+)`),
  between: new RegExp(`\\s+(?:${BETWEEN}|إلى|الى|حتى)\\s+|\\s*(?:[至到~/>→…]|->|\\.{2,})\\s*`, 'g'),
}));

const noon = letterPattern(`(?<![\\p{L}\\d])(?:${NOON})(?![\\p{L}])`, 'gu');
const midnight = letterPattern(`(?<![\\p{L}])(?:${MIDNIGHT})(?![\\p{L}])`, 'gu');
const unit = letterPattern(`(?<=\\d)\\s*(?:${UNIT})(?![\\p{L}\\d])`, 'gu');

/** UTF-16 code units of a text that is looked at. */
const LONGEST = 100;

const arabicDigits = lazyRegExp('[\\u0660-\\u0669\\u06F0-\\u06F9]', 'g');

/** Takes a time in words apart: `de 9h30 à 11h`, `from 9:30 to noon`, `09:30 + 90 min`, `2031-02-11T09:30/11:00`. */
export function spokenTime(written: string): SpokenTime {
  const { zone, before, between } = words();
  const inDigits = written
    .slice(0, LONGEST)
    .normalize('NFKC')
    .slice(0, LONGEST)
    .replace(/[’‘]/g, "'")
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s*\([^)]*\)\s*$/, '')
    .replace(/\d{4}-\d{2}-\d{2}[T ,]+(?=\d)/g, '')
    .replace(zone, '')
    .toLowerCase()
    .replace(arabicDigits(), digit => String((digit.codePointAt(0) ?? 0) & 15));
  const plain = inDigits
    .replace(midnight(inDigits), '24:00')
    .replace(noon(inDigits), '12:00')
    .replace(/(\d{1,2})\s*[时時点點]\s*(?:(\d{2})\s*分?)?/g, (_, hour: string, minute = '00') => `${hour}:${minute}`);
  const [, start, count, hours] =
    /^(.*\d.*?)\s*(?:\+|,|for|pendant|durante|für)\s*(\d{1,3})\s*(?:m|min|mins|minutes|minutos|minuten|(h|hours?|std))\.?\s*$/.exec(
      plain,
    ) ?? [];
  if (start !== undefined && count !== undefined)
    return { sides: [compact(start)], lasts: Number(count) * (hours === undefined ? 1 : 60) };
  const clocks = plain
    .replace(unit(plain), '')
    .replace(/(:\d{2})\s*h(?![a-z])/g, '$1')
    .replace(before, '');
  return { sides: clocks.replace(between, '-').split('-').map(compact) };
}

/** One side without blanks: `9 30` is `9:30`. */
function compact(side: string): string {
  return side
    .trim()
    .replace(/^(\d{1,2}) (\d{2})$/, '$1:$2')
    .replace(/\s+/g, '');
}

import { fold } from '../text/fold.js';
import { lazy } from '../text/lazy.js';
import { railsZone } from './likely-zone.js';
import { isWindowsTarget, windowsZone } from './windows-zones.js';
import { ianaName, ianaNames } from './zone-names.js';

/** How Windows shows a zone before its cities: `(UTC+01:00) `. */
const SHOWN = /^\((?:UTC|GMT)(?:\s?[+-]\d{1,2}(?::?\d{2})?)?\)\s*/i;

/**
 * The IANA name of a zone as programs call it: an IANA name, a name of Windows (`Romance Standard Time`) or as Windows shows
 * it (`(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna`), a name of Ruby on Rails (`Eastern Time (US & Canada)`)
 * or a city of IANA's (`Berlin`). Undefined for everything else: abbreviations mean different zones to different programs.
 */
export function zoneByName(text: string): string | undefined {
  const name = text.trim().slice(0, 200);
  if (name === '') return undefined;
  const exact = ianaName(name) ?? windowsZone(name);
  if (exact !== undefined) return exact;
  if (!SHOWN.test(name)) return placeZone(name);
  const shown = name.replace(SHOWN, '');
  if (/^Coordinated Universal Time$/i.test(shown)) return 'Etc/UTC';
  const whole = windowsZone(shown) ?? placeZone(shown);
  if (whole !== undefined) return whole;
  const places = shown.split(/\s*,\s*/).flatMap(place => placeZone(place) ?? []);
  return places.find(isWindowsTarget) ?? places[0];
}

function placeZone(name: string): string | undefined {
  // An abbreviation, which is a zone of Australia's states by chance: `ACT`.
  if (/^[A-Z]{2,5}$/.test(name)) return undefined;
  return railsZone(name) ?? cities().get(fold(name).replace(/[\s_]+/g, '_'));
}

/** The zones of IANA by their cities, those of Europe first. */
const cities = lazy((): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  for (const name of ianaNames()) {
    const city = fold(name.slice(name.lastIndexOf('/') + 1));
    if (name.includes('/') && !name.startsWith('Etc/') && !found.has(city)) found.set(city, name);
  }
  return found;
});

import { fileURLToPath } from 'node:url';
import type { Plugin } from 'rolldown';

/** The parser of ical.js by itself, which its package has beside the whole. */
const PARSE = fileURLToPath(new URL('../lib/ical/parse.js', import.meta.resolve('ical.js')));

/** Modules that packages load and idm never needs: whose they are, which, what stands in their place. */
const LEFT_OUT: readonly (readonly [importer: RegExp, module: RegExp, code: string])[] = [
  // For commands that are programs of their own.
  [/\/commander\//, /^node:child_process$/, 'export {};'],
  // For events without a UID: ours have one.
  [/\/ics\//, /^nanoid$/, 'export function nanoid() {}'],
  // To look at what an event is made of takes longer than to write it. Here it is what `writers/ics.ts` makes, which the
  // tests run with the whole of ics.
  [
    /\/ics\//,
    /\/schema$/,
    'const valid = value => ({ error: null, value }); export { valid as validateHeader, valid as validateHeaderAndEvent };',
  ],
  // Of ical.js, only its parser: what makes objects of values, and goes through the days of a rule.
  [/\/ics\/components\.ts$/, /^ical\.js$/, `import parse from ${JSON.stringify(PARSE)}; export default { parse };`],
  [
    /\/ical\.js\/lib\//,
    /\/(?:binary|component|module|period|property|recur_iterator|timezone|timezone_service|utc_offset|vcard_time)\.js$/,
    'export default class {}',
  ],
];

/** Leaves out of the bundle what takes long to load and is not needed. */
export function leftOut(): Plugin {
  return {
    name: 'left-out',
    resolveId(id, importer = '') {
      const found = LEFT_OUT.findIndex(([from, module]) => from.test(importer) && module.test(id));
      return found === -1 ? null : `\0left-out-${found}`;
    },
    load(id) {
      const [, index] = /^\0left-out-(\d+)$/.exec(id) ?? [];
      return index === undefined ? null : (LEFT_OUT[Number(index)]?.[2] ?? null);
    },
  };
}

// Whether a ratio has become worse than what is written down.

/** By how much a ratio may exceed what is written down, and how often it is measured before it fails. */
export const SLACK = 1.25;
export const ATTEMPTS = 3;

/**
 * What is to be said of a row after some attempts: that it `holds`, that it is to be measured `again`, that it is `worse`,
 * or that it is `unknown`, since nothing is written down for it. One attempt within the limit is enough: noise makes a ratio
 * worse or better, but three times in turn it does not; a slower program is slower each time.
 */
export function verdict(written, attempts) {
  if (written === undefined) return 'unknown';
  if (attempts.at(-1) <= written * SLACK) return 'holds';
  return attempts.length < ATTEMPTS ? 'again' : 'worse';
}

/** What makes the check fail, a sentence each, when every row was measured: nothing when all is well. */
export function complaints(written, measured) {
  const gone = Object.keys(written).filter(name => !measured.some(row => row.name === name));
  return [
    ...measured.flatMap(({ name, attempts }) => {
      const what = verdict(written[name], attempts);
      if (what === 'unknown') return [`${name}: nothing is written down for it`];
      if (what === 'holds') return [];
      return [`${name}: ${Math.min(...attempts).toFixed(2)} at best, and ${written[name].toFixed(2)} is written down`];
    }),
    ...gone.map(name => `${name}: it is written down, but not measured`),
  ];
}

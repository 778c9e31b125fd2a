// Whether a ratio has become worse than what is written down.

/** The ratios by row. */
export type Written = Readonly<Record<string, number>>;

/** What was measured of a row, in order. */
export interface Attempted {
  readonly name: string;
  readonly attempts: readonly number[];
}

/** By how much a ratio may exceed what is written down, and how often it is measured before it fails. */
export const SLACK = 1.25;
export const ATTEMPTS = 3;

/**
 * What is to be said of a row after some attempts: that it `holds`, that it is to be measured `again`, that it is `worse`,
 * or that it is `unknown`, since nothing is written down for it. One attempt within the limit is enough: noise makes a ratio
 * worse or better, but three times in turn it does not; a slower program is slower each time.
 */
export function verdict(
  written: number | undefined,
  attempts: readonly number[],
): 'holds' | 'again' | 'worse' | 'unknown' {
  if (written === undefined) return 'unknown';
  if ((attempts.at(-1) ?? Number.NaN) <= written * SLACK) return 'holds';
  return attempts.length < ATTEMPTS ? 'again' : 'worse';
}

/** What makes the check fail, a sentence each, when every row was measured: nothing when all is well. */
export function complaints(written: Written, measured: readonly Attempted[]): string[] {
  const gone = Object.keys(written).filter(name => !measured.some(row => row.name === name));
  return [
    ...measured.flatMap(({ name, attempts }) => {
      const before = written[name];
      const what = verdict(before, attempts);
      if (before === undefined || what === 'unknown') return [`${name}: nothing is written down for it`];
      if (what === 'holds') return [];
      return [`${name}: ${Math.min(...attempts).toFixed(2)} at best, and ${before.toFixed(2)} is written down`];
    }),
    ...gone.map(name => `${name}: it is written down, but not measured`),
  ];
}

/** The ratios by row. */
type Written = Readonly<Record<string, number>>;
/** By how much a ratio may exceed what is written down. */
export declare const SLACK: number;
/** How often a row is measured before it fails. */
export declare const ATTEMPTS: number;
/** What is to be said of a row after some attempts. */
export declare function verdict(
  written: number | undefined,
  attempts: readonly number[],
): 'holds' | 'again' | 'worse' | 'unknown';
/** What makes the check fail, a sentence each. */
export declare function complaints(
  written: Written,
  measured: readonly { readonly name: string; readonly attempts: readonly number[] }[],
): string[];

/** What colours are for: a string in, the same string with or without escapes out. */
export interface Colors {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly info: (text: string) => string;
  /** Of times, ids and other marks that the eye looks for. */
  readonly mark: (text: string) => string;
}

const same = (text: string): string => text;

/** No colour at all. */
export const PLAIN: Colors = { bold: same, dim: same, error: same, warning: same, info: same, mark: same };

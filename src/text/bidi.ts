/** First Strong Isolate and Pop Directional Isolate (UAX #9 §2.4): what is between is one thing to what is around. */
const FSI = '\u2068';
const PDI = '\u2069';
const ISOLATES = /[\u2068\u2069]/g;

/** Letters that are written from right to left: Hebrew, Arabic, Syriac, Thaana, N'Ko and those beyond the BMP. */
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFE\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/** A text that a terminal orders by itself, whatever stands beside it; nothing around white space. Takes no column. */
export function isolated(text: string): string {
  return text.trim() === '' ? text : FSI + text + PDI;
}

/** A line without isolates, which change nothing in it, unless some of it is written from right to left. */
export function withNeededIsolates(line: string): string {
  return RIGHT_TO_LEFT.test(line) ? line : line.replace(ISOLATES, '');
}

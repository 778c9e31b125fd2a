/** UTF-16 code units of a quoted text. */
const LONGEST = 60;

/** A text in a message: in quotes, cut where it is long. */
export function quote(text: string): string {
  return `"${shorten(text)}"`;
}

/** A name or value in a message, cut where it is long: `…` stands for the rest. */
export function shorten(text: string): string {
  return cut(text, LONGEST);
}

/** A text of at most `longest` UTF-16 code units: `…` stands for the rest, and no character is cut in two. */
export function cut(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest - 3).replace(/[\uD800-\uDBFF]$/, '')}…` : text;
}

/** True for a text that {@link shorten} leaves as it is: one that a remedy can give to be typed. */
export function isShort(text: string): boolean {
  return text.length <= LONGEST;
}

/** How many texts of a list a message has. */
const MOST_TEXTS = 30;

/** A list of texts in a message, each as `show` gives it; `…` stands for those past the first thirty. */
export function list(texts: readonly string[], show: (text: string) => string = shorten, between = ', '): string {
  return [...texts.slice(0, MOST_TEXTS).map(show), ...(texts.length > MOST_TEXTS ? ['…'] : [])].join(between);
}

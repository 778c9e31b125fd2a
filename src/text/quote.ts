/** UTF-16 code units of a quoted text. */
const LONGEST = 60;

/** A text in a message: in quotes, cut where it is long. */
export function quote(text: string): string {
  return `"${shorten(text)}"`;
}

/** A text in a message, cut where it is long: `…` stands for the rest, and no character is cut in two. `longest` is in UTF-16 code units. */
export function shorten(text: string, longest = LONGEST): string {
  return text.length > longest ? `${text.slice(0, longest - 3).replace(/[\uD800-\uDBFF]$/, '')}…` : text;
}

/** True for a text that {@link shorten} leaves as it is: one that a remedy can give to be typed. */
export function isShort(text: string): boolean {
  return text.length <= LONGEST;
}

/** How many texts of a list a message has. */
const MOST = 30;

/** A list of texts in a message, each as `show` gives it; `…` stands for those past the first thirty. */
export function list(
  texts: readonly string[],
  show: (text: string) => string = text => shorten(text),
  between = ', ',
): string {
  return [...texts.slice(0, MOST).map(show), ...(texts.length > MOST ? ['…'] : [])].join(between);
}

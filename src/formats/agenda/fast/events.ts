import { type EVENT_ID, type Event, SCALAR_STYLE } from 'js-yaml';

export type ScalarEvent = Extract<Event, { readonly type: typeof EVENT_ID.SCALAR }>;

/** True where the value of a scalar stands between quotes. */
export function isQuoted({ style }: ScalarEvent): boolean {
  return style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED;
}

/** The offset behind the bracket that closes, which only blanks, commas and comments come before. */
export function closed(text: string, from: number): number {
  const between = /[^\s,:?]/g;
  between.lastIndex = from;
  for (let found = between.exec(text); found !== null; found = between.exec(text)) {
    if (found[0] !== '#' || !/\s/.test(text[found.index - 1] ?? '')) return found.index + 1;
    const newline = text.indexOf('\n', found.index);
    if (newline === -1) break;
    between.lastIndex = newline;
  }
  return text.length + 1;
}

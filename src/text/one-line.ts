/** A text on one line: line breaks with the blanks around them become one blank, those at its ends nothing. */
export function oneLine(text: string): string {
  const lines = text.split(/[\r\n\u0085\u2028\u2029]+/);
  const between = lines.map((line, i) => {
    const after = i === 0 ? line : line.trimStart();
    return i === lines.length - 1 ? after : after.trimEnd();
  });
  return between.filter(line => line !== '').join(' ');
}

import { isNoText, quotedText } from '../yaml/quoting.js';
import { CLOSERS, openMarks } from './open-marks.js';
import { type SlipEdit, shown } from './slip-edit.js';

/** A text with `: ` in it, or a colon at its end. */
export function quotingEdits(line: string, at: number): SlipEdit[] {
  const [, lead = '', value = '', tail = ''] =
    /^(\s*(?:- +)*(?:[\w-]+: +)?)([^\s"'[{|>#].*?)((?:\s+#.*)?\s*)$/s.exec(line) ?? [];
  const texts = [{ start: lead.length, value, tail }];
  for (const { index, 0: match } of line.matchAll(/(?<=[{,]\s*[\w-]+: +)[^\s,{}[\]"'][^,{}[\]]*(?=\s*[,}\]])/g))
    texts.push({ start: index, value: match.trimEnd(), tail: line.slice(index + match.trimEnd().length) });
  return texts.flatMap(text => {
    const colon = text.value.search(/:(?=\s|$)/);
    if (colon === -1) return [];
    const quoted = JSON.stringify(text.value);
    return {
      line: at,
      lines: [`${line.slice(0, text.start)}${quoted}${text.tail}`],
      column: text.start + colon,
      isMark: true,
      message: 'a text with ": " in it',
      hint: `put the text in quotes: ${shown(quoted)}`,
      rank: 1,
    };
  });
}

/** A text that begins with what YAML keeps for itself, or that goes on behind a closing quote. */
export function wholeTextEdits(line: string, at: number): SlipEdit[] {
  const [, lead = '', value = '', tail = ''] =
    /^(\s*(?:- +)*(?:[\w-]+: +)?)(["'[{|>@`%*&!?,\]}-].*?)((?:\s+#\s.*)?\s*)$/s.exec(line) ?? [];
  if (value === '' || lead.trim() === '' || /^[|>][-+\d]*$/.test(value) || value === '-') return [];
  // Elsewhere what begins so is meant as it is.
  if (isNoText(/([\w-]+): +$/.exec(lead)?.[1] ?? '')) return [];
  const mark = value[0] ?? '';
  const isQuote = mark === '"' || mark === "'";
  // What is open to the end of the line may be closed there instead.
  const { open, quote } = openMarks(line);
  if (isQuote && quote !== undefined && value.indexOf(mark, 1) === -1) return [];
  const isLeftOpen = open.length > 0 || quote !== undefined;
  if (!isQuote && !isLeftOpen && value.trimEnd().endsWith(CLOSERS[mark] ?? ' ')) return [];
  const quoted = isQuote ? requoted(value, mark) : quotedText(value);
  return [
    {
      line: at,
      lines: [`${line.slice(0, lead.length)}${quoted}${tail}`],
      column: lead.length,
      message: isQuote
        ? `the text goes on behind a second ${mark}, which closes it`
        : `a text that begins with ${mark}`,
      hint: `put the text in quotes: ${shown(quoted)}`,
      rank: isLeftOpen && !isQuote ? 3 : 1.15,
    },
  ];
}

/** A text with a quote in it as one text: `"Called "ice" here"` has quotes around it, `"Ice" and more` has none. */
function requoted(value: string, mark: string): string {
  const second = value.indexOf(mark, 1);
  const isClosing = /^(?:\s|[,.;:!?)]|$)/.test(value.slice(second + 1)) && !/\s/.test(value[second - 1] ?? ' ');
  const isAround = value.endsWith(mark) && (second === value.length - 1 || !isClosing);
  return quotedText(isAround ? value.slice(1, -1) : value);
}

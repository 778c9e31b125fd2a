import { indentOf, isBlank } from './lines.js';
import { isFieldOrLanguage, type SlipEdit, shown } from './slip-edit.js';
import { quotingEdits, wholeTextEdits } from './unquoted-texts.js';

/** A key whose colon, or the space after it, is missing. */
export function colonEdits(lines: readonly string[], at: number): SlipEdit[] {
  const line = lines[at] ?? '';
  const edits: SlipEdit[] = [];
  const [, head = '', key = '', value = ''] = /^(\s*(?:- +)?)([\w-]+):(?!\/\/)(\S.*)$/s.exec(line) ?? [];
  if (key !== '')
    edits.push({
      line: at,
      lines: [`${head}${key}: ${value}`],
      column: head.length + key.length,
      message: 'a colon without a space after it',
      hint: `write a space after the colon: ${key}: ${shown(value)}`,
      rank: 1,
    });
  edits.push(...quotingEdits(line, at), ...wholeTextEdits(line, at));
  const inBraces = line.replace(/([{,]\s*[\w-]+):(?=[^\s/:])/g, '$1: ');
  if (inBraces !== line)
    edits.push({
      line: at,
      lines: [inBraces],
      message: 'a colon without a space after it',
      hint: 'write a space after the colon',
      rank: 1.5,
    });
  const [, start = '', word = '', rest = ''] = /^(\s*(?:- +)?)([\w-]+)((?:[ \t].*)?\r?)$/s.exec(line) ?? [];
  if (word !== '' && word !== '-') {
    const known = isFieldOrLanguage(word);
    const next = lines.slice(at + 1).find(other => !isBlank(other)) ?? '';
    const opens = rest.trim() === '' && indentOf(next) >= indentOf(line);
    if (known || opens || /^\s+[{["'&|>]/.test(rest) || rest.trim() !== '')
      edits.push({
        line: at,
        lines: [`${start}${word}:${rest}`],
        column: start.length + word.length,
        message: `${known ? `the field ${word}` : `"${word}"`} without its colon`,
        hint: `write ${shown(`${word}:${rest}`)}`,
        rank: known || opens ? 1.2 : 4,
      });
  }
  const [, before = '', name = '', colon = '', mark = ''] =
    /^(\s*(?:- +)?)([\w-]+)(:?) *([^\w\s:|>#-]{1,2})\s*$/.exec(line) ?? [];
  if (mark !== '')
    edits.push({
      line: at,
      lines: [`${before}${name}:`],
      column: line.indexOf(mark, before.length),
      isMark: true,
      keepsField: true,
      message: colon === '' ? `${shown(mark)} in the place of a colon` : `${shown(mark)} behind the colon of ${name}`,
      hint: `write ${name}:`,
      rank: 1.2,
    });
  for (const [i, found] of [...line.matchAll(/([{,]\s*)([\w-]+) (?=[^\s:])/g)].entries()) {
    if (i >= 4) break;
    const [, lead = '', name = ''] = found;
    if (!isFieldOrLanguage(name)) continue;
    const end = found.index + lead.length + name.length;
    edits.push({
      line: at,
      lines: [`${line.slice(0, end)}:${line.slice(end)}`],
      column: end,
      message: `${name} without its colon`,
      hint: `write ${name}: and its value`,
      rank: 1.3,
    });
  }
  return edits;
}

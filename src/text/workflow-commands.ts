/**
 * Characters that a comparison by culture passes over: the runner compares so. Controls and format characters (a tab and what
 * ends a line apart), variation selectors, fillers, and the halves of tags.
 */
const UNSEEN =
  '\\0-\\x08\\v\\f\\x0E-\\x1F\\x7F-\\x9F\\xAD\\u034F\\u061C\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u200B-\\u200F\\u202A-\\u202E' +
  '\\u2060-\\u206F\\u3164\\uDB40\\uDC00-\\uDFFF\\uFE00-\\uFE0F\\uFEFF\\uFFA0\\uFFF0-\\uFFFB';
/** White space within a line, all of Unicode's. */
const BLANK = '\\t \\x85\\xA0\\u1680\\u2000-\\u200A\\u202F\\u205F\\u3000';

const LINE_COMMAND = new RegExp(`^([${BLANK}${UNSEEN}]*):(?=[${UNSEEN}]*:)`, 'gm');
const BRACKET_COMMAND = new RegExp(`#(?=[${UNSEEN}]*#[${UNSEEN}]*\\[)`, 'g');

/**
 * Escapes what the runner of GitHub Actions takes for a command in the log of a step: `::name …::` where a line begins, after
 * blanks, and `##[name …]` anywhere in one (github.com/actions/runner, ActionCommand.cs). The first character is written as
 * `\u{3a}` or `\u{23}`.
 */
export function escapeWorkflowCommands(text: string): string {
  return escapeBracketCommands(text.replace(LINE_COMMAND, '$1\\u{3a}'), '\\u{23}');
}

/** Writes the first character of each `##[` as `escaped`: of JSON or XML, where no line begins with a text of the data. */
export function escapeBracketCommands(text: string, escaped: string): string {
  return text.replace(BRACKET_COMMAND, escaped);
}

import { punctuationIn, wordsOf } from '../../model/words.js';
import { markdownLine } from '../../text/markdown.js';
import { wordDiff } from '../../text/word-diff.js';
import {
  byDayAndKind,
  dayHeading,
  type ShownComparison,
  type ShownField,
  shownAgenda,
  shownFields,
  timeShown,
  titleShown,
} from './shown.js';

/** The release notes of a comparison, a section for each language that it is shown in (GitHub Flavored Markdown). */
export function notes(sections: readonly ShownComparison[]): string {
  return `${sections.flatMap(shown => section(shown, 'changes', noteLines)).join('\n\n')}\n`;
}

/** The same in the form of a corrigendum of the United Nations: for each field, *for* what was *read* what is. */
export function corrigendum(sections: readonly ShownComparison[]): string {
  return `${sections.flatMap(shown => section(shown, 'corrigendum', corrections)).join('\n\n')}\n`;
}

/** The blocks of one language: a heading, the conference, then a heading a day and a list of its sessions. */
function section(
  shown: ShownComparison,
  form: 'changes' | 'corrigendum',
  lines: (fields: readonly ShownField[], shown: ShownComparison) => readonly string[],
): readonly string[] {
  const { words, now, comparison } = shown;
  const { colon } = wordsOf(now);
  const title = now.text(now.agenda.title) || now.agenda.id;
  const head = shownAgenda(shown, true);
  const days = byDayAndKind(comparison.sessions).flatMap(({ date, kinds }) => {
    const items = kinds.flatMap(([kind, changes]) =>
      changes.flatMap(change => {
        const told = shownFields(change, shown, true);
        // What changed in another language alone is nothing to a reader of this one.
        if (told.length === 0 && change.before !== undefined && change.after !== undefined) return [];
        const time = timeShown(change, shown);
        const name = `${words[kind]}${colon}**${markdownLine(`${time} ${titleShown(change, shown)}`)}**`;
        return [`- ${[name, ...lines(told, shown).map(line => `  - ${line}`)].join('\n')}`];
      }),
    );
    const heading = dayHeading(date, shown);
    return items.length === 0 ? [] : [`## ${markdownLine(heading)}`, items.join('\n')];
  });
  const agenda =
    head.length === 0
      ? []
      : [
          `## ${words.agenda}`,
          lines(head, shown)
            .map(line => `- ${line}`)
            .join('\n'),
        ];
  const all = [...agenda, ...days];
  return [`# ${words[form]}${colon}${markdownLine(title)}`, ...(all.length === 0 ? [`${words.nothing}.`] : all)];
}

/** Characters from which on a text is long: what differs in it is marked. */
const LONG = 40;

function noteLines(fields: readonly ShownField[], { now, words }: ShownComparison): readonly string[] {
  const { colon } = wordsOf(now);
  return fields.map(({ label, before, after, list }) => {
    const lead = `${markdownLine(label)}${colon}`;
    if (list !== undefined) {
      const both = [
        ...list.gone.map(one => `~~${markdownLine(one)}~~`),
        ...list.came.map(one => `**${markdownLine(one)}**`),
      ];
      return (
        lead +
        [...both, ...(list.reordered ? [words.order + colon + markdownLine(after)] : [])].join(punctuationIn(now).list)
      );
    }
    if (before === '') return `${lead}**${markdownLine(after)}**`;
    if (after === '') return `${lead}~~${markdownLine(before)}~~`;
    if (Math.min(before.length, after.length) > LONG) return lead + marked(before, after);
    return `${lead}${markdownLine(before)} → **${markdownLine(after)}**`;
  });
}

/** Two long texts as one, what went struck out and what came in bold. */
function marked(before: string, after: string): string {
  return wordDiff(before, after)
    .map(({ kind, text }) => {
      const line = markdownLine(text);
      return line === '' || kind === 'same' ? line : kind === 'gone' ? `~~${line}~~` : `**${line}**`;
    })
    .join(' ')
    .trim();
}

function corrections(fields: readonly ShownField[], { now, words }: ShownComparison): readonly string[] {
  const { colon } = wordsOf(now);
  const [open, close] = words.quotes;
  const quoted = (text: string) => open + markdownLine(text) + close;
  const said = (word: string) => (word === '' ? [] : [`*${word}*`]);
  return fields.map(({ label, before, after }) => {
    const [first, second, last] = words.replace;
    const parts =
      before === ''
        ? [...said(words.insert), quoted(after)]
        : after === ''
          ? [...said(words.delete), quoted(before)]
          : [...said(first), quoted(before), ...said(second), quoted(after), ...said(last)];
    // What is written without blanks between words has none around these either.
    return `${markdownLine(label)}${colon}${parts.join(/\s$/.test(colon) ? ' ' : '')}`;
  });
}

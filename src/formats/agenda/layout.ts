import { withoutControls } from '../../text/escape.js';
import { oneLine } from '../../text/one-line.js';
import { flowWord, textLines, word } from './scalar.js';

/** A value and how it may be laid out. */
export type Yaml =
  | { readonly kind: 'text'; readonly text: string }
  /** A date, a number, a flag: what stands in the file as it is. */
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly Yaml[]; readonly apart?: boolean }
  /** `braces` for a map that may stand on one line. */
  | { readonly kind: 'map'; readonly pairs: readonly Pair[]; readonly braces?: boolean };

export interface Pair {
  readonly key: string;
  readonly value: Yaml;
  /** True for an empty line before it. */
  readonly apart?: boolean;
  /** Why the value was guessed: a comment `# ?` behind it, or before it where it has several lines. */
  readonly guess?: string;
}

/** Columns of a line with brackets or braces. */
const SHORT = 80;

/** A map as a document, two spaces a level. */
export function layout(pairs: readonly Pair[]): string {
  return `${mapLines(pairs, '').join('\n')}\n`;
}

function mapLines(pairs: readonly Pair[], indent: string): readonly string[] {
  return pairs.flatMap(({ key, value, apart, guess }) => [
    ...(apart ? [''] : []),
    ...guessed(valueLines(`${indent}${word(key)}:`, value, indent), guess, indent),
  ]);
}

/** The lines of a value that was guessed, with the reason as a comment that nothing breaks. */
function guessed(lines: readonly string[], guess: string | undefined, indent: string): readonly string[] {
  if (guess === undefined) return lines;
  const comment = `# ? ${withoutControls(oneLine(guess))}`;
  return lines.length === 1 ? [`${lines[0]} ${comment}`] : [`${indent}${comment}`, ...lines];
}

/** The value after its head, the first line with it. */
function valueLines(head: string, value: Yaml, indent: string): readonly string[] {
  if (value.kind === 'text') return textLines(head, value.text, indent);
  const short = flow(value);
  if (short !== undefined && (head.length + 1 + short.length <= SHORT || value.kind === 'literal'))
    return [`${head} ${short}`];
  const inner = `${indent}  `;
  if (value.kind === 'map') return [head, ...mapLines(value.pairs, inner)];
  return value.kind === 'list' ? [head, ...listLines(value.items, inner, value.apart ?? false)] : [head];
}

function listLines(items: readonly Yaml[], indent: string, apart: boolean): readonly string[] {
  return items.flatMap((item, i) => {
    const lines =
      item.kind === 'map'
        ? dashed(mapLines(item.pairs, `${indent}  `), indent)
        : valueLines(`${indent}-`, item, indent);
    return apart && i > 0 ? ['', ...lines] : lines;
  });
}

function dashed([first = '', ...more]: readonly string[], indent: string): readonly string[] {
  return [`${indent}- ${first.trimStart()}`, ...more];
}

/** A value on one line; undefined where it may not stand so. */
function flow(value: Yaml): string | undefined {
  if (value.kind === 'literal') return value.text;
  if (value.kind === 'list') {
    const words = value.items.map(item => (item.kind === 'text' ? flowWord(item.text) : undefined));
    return words.includes(undefined) ? undefined : `[${words.join(', ')}]`;
  }
  if (value.kind === 'map' && value.pairs.length === 0) return '{}';
  if (value.kind !== 'map' || !value.braces) return undefined;
  const pairs = value.pairs.map(({ key, value: inner }) =>
    inner.kind === 'text' && flowWord(inner.text) === inner.text ? `${flowWord(key)}: ${inner.text}` : undefined,
  );
  return pairs.includes(undefined) ? undefined : `{ ${pairs.join(', ')} }`;
}

import type { Command, Option } from './commander.js';

/** The shells for which there is a script. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const;

/** A word that may stand at the cursor, and what it is. */
export interface Candidate {
  readonly word: string;
  readonly about?: string;
}

/** What stands at the cursor: an option, its value, the name of a command, or what a command takes. */
export type Asked =
  | { readonly what: 'option' }
  | { readonly what: 'value'; readonly option: Option }
  | { readonly what: 'command' }
  | { readonly what: 'argument'; readonly index: number };

/** A command line up to the cursor. */
export interface Typed {
  readonly asked: Asked;
  /** The word at the cursor as far as it is typed; of `--room=cr`, the value. */
  readonly current: string;
  /** What comes before the value in the same word: `--room=`. */
  readonly before: string;
  /** Values by the long name of their option. */
  readonly values: Readonly<Record<string, string>>;
}

/** The first word that is a command, whatever options and values stand before it; undefined where the cursor is before it. */
export function commandIn(words: readonly string[], options: readonly Option[], names: readonly string[]) {
  for (let i = 0; i < words.length - 1; i++) {
    const word = words[i] ?? '';
    if (takesNext(word, options)) i++;
    else if (!word.startsWith('-')) return names.includes(word) ? word : undefined;
  }
  return undefined;
}

/** Reads the words behind `idm`, the last one being at the cursor, by the options that are known. */
export function readTyped(typed: readonly string[], options: readonly Option[]): Typed {
  const words = joinedAtEquals(typed);
  const values: Record<string, string> = {};
  let positions = 0;
  let isOver = false;
  let waiting: Option | undefined;
  for (const word of words.slice(0, -1)) {
    if (waiting !== undefined) {
      values[waiting.name()] = word;
      waiting = undefined;
    } else if (isOver || !word.startsWith('-') || word === '-') positions++;
    else if (word === '--') isOver = true;
    else {
      const { option, value } = optionOf(word, options);
      if (option !== undefined && value !== undefined) values[option.name()] = value;
      else if (option?.required) waiting = option;
    }
  }
  const current = words.at(-1) ?? '';
  if (waiting !== undefined) return { asked: { what: 'value', option: waiting }, current, before: '', values };
  const { option, value } = optionOf(current, options);
  if (!isOver && option !== undefined && value !== undefined)
    return {
      asked: { what: 'value', option },
      current: value,
      before: current.slice(0, -value.length || undefined),
      values,
    };
  if (!isOver && current.startsWith('-')) return { asked: { what: 'option' }, current, before: '', values };
  const asked: Asked = positions === 0 ? { what: 'command' } : { what: 'argument', index: positions - 1 };
  return { asked, current, before: '', values };
}

/** The options of a command line, global ones behind its own. */
export function optionsOf(...commands: readonly Command[]): readonly Option[] {
  return commands.flatMap(({ options }) => options).filter(({ hidden }) => !hidden);
}

/**
 * The candidates that go on from what is typed, in any case. Of a list with commas, those for its last value, behind the
 * others.
 */
export function matching(candidates: readonly Candidate[], current: string, isList: boolean): readonly Candidate[] {
  const first = isList ? current.lastIndexOf(',') + 1 : 0;
  const [done, rest] = [current.slice(0, first), current.slice(first).toLowerCase()];
  return candidates
    .filter(({ word }) => word.toLowerCase().startsWith(rest))
    .map(({ word, ...more }) => ({ word: done + word, ...more }));
}

function takesNext(word: string, options: readonly Option[]): boolean {
  const { option, value } = optionOf(word, options);
  return option?.required === true && value === undefined;
}

function optionOf(word: string, options: readonly Option[]): { option?: Option | undefined; value?: string } {
  const [, name = word, value] = /^(--[^=]+)=(.*)$/s.exec(word) ?? [];
  const option = options.find(({ long, short }) => long === name || short === name);
  return value === undefined ? { option } : { option, value };
}

/** Bash makes three words of `--room=cr`. */
function joinedAtEquals(words: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (const word of words) {
    const last = joined.at(-1);
    if (word === '=' && last?.startsWith('--') && !last.includes('=')) joined[joined.length - 1] = `${last}=`;
    else if (last?.startsWith('--') && last.endsWith('=')) joined[joined.length - 1] = last + word;
    else joined.push(word);
  }
  return joined;
}

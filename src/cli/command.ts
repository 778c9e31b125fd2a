import type { Io } from '../io.js';
import type { Command } from './commander.js';

/** The options that every command takes, before or after its name. */
export interface GlobalOptions {
  readonly file?: string;
  readonly lang?: string;
  readonly tz?: string;
  readonly color: 'auto' | 'always' | 'never';
  readonly debug?: boolean;
  /** False for --no-pager. */
  readonly pager?: boolean;
  /** The format of the source, and what it does not say itself. */
  readonly from?: string;
  readonly assumeTz?: string;
  /** The sheet of a workbook. */
  readonly sheet?: string;
  readonly map?: Readonly<Record<string, string>>;
}

/** One run of a command: streams and files, and what was typed. */
export interface Invocation<Options = Record<string, unknown>> {
  readonly io: Io;
  readonly globals: GlobalOptions;
  readonly args: readonly string[];
  readonly options: Options;
  readonly tool: Tool;
}

/** What idm says of itself, from package.json. */
export interface Tool {
  readonly version: string;
  /** The address of its pages. */
  readonly homepage: string;
}

/**
 * Ends the help of a command with what its options do not say, and with examples (without `$`). Paragraphs are wrapped as the
 * options are; lines keep their breaks.
 */
export function addNotes(command: Command, paragraphs: readonly string[], examples: readonly string[]): void {
  command.addHelpText('after', () => {
    const columns = command.configureOutput().getOutHelpWidth?.() ?? 80;
    const wrapped = paragraphs.map(text => `\n${command.createHelp().boxWrap(text, columns)}\n`);
    return `${wrapped.join('')}\nExamples:\n${examples.map(example => `  $ ${example}\n`).join('')}`;
  });
}

/** What the module of a command exports. */
export interface CommandModule {
  /** Adds its options and the examples of its help. */
  configure(command: Command): void;
  /** Does the work and gives the exit code. */
  run(invocation: Invocation): Promise<number>;
}

/** A command in the registry: enough for the help of the whole. */
export interface CommandEntry {
  readonly name: string;
  readonly args?: string;
  readonly summary: string;
  /** The heading that it stands under in the help of the whole. */
  readonly group: string;
  load(): Promise<CommandModule>;
}

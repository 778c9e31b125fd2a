import type { Command } from 'commander';
import type { Io } from '../io.js';
import { safeJson, safeJsonList } from '../text/json.js';
import { escapeWorkflowCommands } from '../text/workflow-commands.js';
import type { Page } from '../views/page.js';
import type { Call } from './command.js';
import { paint, width } from './page.js';

/** How a result is shown: data, a page for the eye, or lines with tabs. Only what is asked for is made. */
export interface Shapes {
  /** A list may come item by item. */
  json(): unknown;
  page(page: Page): Promise<string>;
  tsv(): Iterable<string>;
}

export interface OutputOptions {
  readonly json?: boolean;
  readonly table?: boolean;
}

/** Adds --json and --table. */
export function outputOptions(command: Command, page = 'a page'): Command {
  return command.option('--json', 'as JSON').option('--table', `as ${page}, also into a pipe`);
}

/** Writes a result: --json is the same everywhere, a terminal gets the page, a pipe the lines. */
export async function present(
  { io, shared, options }: Call<OutputOptions>,
  { json, page, tsv }: Shapes,
): Promise<void> {
  if (options.json) {
    const data = json();
    return io.stdout.write(isIterable(data) ? safeJsonList(data) : safeJson(data));
  }
  if (!io.stdout.isTerminal && !options.table) return print(io, tsv());
  return print(io, await page({ width: width(io), paint: await paint(io, shared) }));
}

/** Writes a page or lines to standard output. In the log of a workflow no text in them is a command to the runner. */
export async function print(io: Io, text: string | Iterable<string>): Promise<void> {
  if (!isWorkflowLog(io)) return io.stdout.write(text);
  return io.stdout.write(typeof text === 'string' ? escapeWorkflowCommands(text) : each(text, escapeWorkflowCommands));
}

/**
 * True where GitHub Actions may read along what is printed: all but what goes to a file. A pipe to another program looks the
 * same from here.
 */
export function isWorkflowLog({ env, stdout }: Io): boolean {
  return env.GITHUB_ACTIONS === 'true' && !stdout.isFile;
}

/** What is made of each item, when it is asked for. */
export function* each<T, R>(items: Iterable<T>, make: (item: T) => R): Generator<R> {
  for (const item of items) yield make(item);
}

function isIterable(data: unknown): data is Iterable<unknown> {
  return typeof data === 'object' && data !== null && Symbol.iterator in data;
}

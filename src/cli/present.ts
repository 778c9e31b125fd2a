import type { Io, Output } from '../io.js';
import { type Colors, PLAIN } from '../paint.js';
import { safeJson, safeJsonList } from '../text/json.js';
import { escapeWorkflowCommands } from '../text/workflow-commands.js';
import type { Canvas } from '../views/canvas.js';
import type { GlobalOptions, Invocation } from './command.js';
import type { Command } from './commander.js';

/** The three forms of a result: data for JSON, a page for a terminal, tab-separated lines for a pipe. Only one is made. */
export interface Shapes {
  /** An iterable becomes an array, written item by item. */
  json(): unknown;
  page(page: Canvas): Promise<string>;
  tsv(): Iterable<string>;
}

export interface OutputOptions {
  readonly json?: boolean;
  readonly table?: boolean;
}

/** Adds --json and --table; `page` says what a terminal gets. */
export function outputOptions(command: Command, page: string): void {
  command.option('--json', 'print JSON').option('--table', `print ${page} even into a pipe`);
}

/** Writes a result: --json is the same everywhere, a terminal gets the page, a pipe the lines. */
export async function present(
  { io, globals, options }: Invocation<OutputOptions>,
  { json, page, tsv }: Shapes,
): Promise<void> {
  if (options.json) {
    const data = json();
    return io.stdout.write(isIterable(data) ? safeJsonList(data) : safeJson(data));
  }
  if (!io.stdout.isTerminal && !options.table) return print(io, tsv());
  return show(io, globals, await page(await canvasOf(io, globals)));
}

/** Writes a page: through a pager where it is longer than the terminal, and one is wanted and there. */
export async function show(io: Io, { pager }: GlobalOptions, text: string): Promise<void> {
  const { isTerminal, rows } = io.stdout;
  const isLong = isTerminal && rows !== undefined && rows > 0 && text.split('\n').length > rows;
  if (isLong && pager !== false && io.page !== undefined && (await io.page(text))) return;
  return print(io, text);
}

/** Writes a page or lines to standard output. In the log of a workflow no text in them is a command to the runner. */
export async function print(io: Io, text: string | Iterable<string>): Promise<void> {
  if (!isWorkflowLog(io)) return io.stdout.write(text);
  return io.stdout.write(
    typeof text === 'string' ? escapeWorkflowCommands(text) : mapLazily(text, escapeWorkflowCommands),
  );
}

/**
 * True where GitHub Actions may read along what is printed: all but what goes to a file. A pipe to another program looks the
 * same from here.
 */
export function isWorkflowLog({ env, stdout }: Io): boolean {
  return env.GITHUB_ACTIONS === 'true' && !stdout.isFile;
}

/** What pages are drawn on: as wide as the terminal, in the colours that are wanted. */
export async function canvasOf(io: Io, globals: GlobalOptions): Promise<Canvas> {
  return { width: width(io), colors: await colorsFor(io, globals) };
}

/** How wide a page is: the terminal, else $COLUMNS, else 80. */
export function width({ stdout, env }: Io): number {
  const told = Number(env.COLUMNS);
  return stdout.columns ?? (Number.isInteger(told) && told > 0 ? told : 80);
}

/** The colours of an output: by --color, else FORCE_COLOR, else NO_COLOR, else whether it is a terminal. */
export async function colorsFor(io: Io, { color }: GlobalOptions, output: Output = io.stdout): Promise<Colors> {
  const { FORCE_COLOR: force, NO_COLOR: none, TERM: term } = io.env;
  const wanted =
    color !== 'auto'
      ? color === 'always'
      : force
        ? force !== '0' && force !== 'false'
        : !none && output.isTerminal && term !== 'dumb';
  return wanted ? io.colors() : PLAIN;
}

/** Maps items one at a time, as they are asked for. */
export function* mapLazily<T, R>(items: Iterable<T>, make: (item: T) => R): Generator<R> {
  for (const item of items) yield make(item);
}

function isIterable(data: unknown): data is Iterable<unknown> {
  return typeof data === 'object' && data !== null && Symbol.iterator in data;
}

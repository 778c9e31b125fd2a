import type { Command } from 'commander';
import { safeJson } from '../model/json.js';
import type { Page } from '../views/page.js';
import type { Call } from './command.js';
import { paint, width } from './page.js';

/** How a result is shown: data, a page for the eye, or lines with tabs. Only what is asked for is made. */
export interface Shapes {
  json(): unknown;
  page(page: Page): Promise<string>;
  tsv(): Promise<string>;
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
  if (options.json) return io.stdout.write(safeJson(json()));
  if (!io.stdout.isTerminal && !options.table) return io.stdout.write(await tsv());
  return io.stdout.write(await page({ width: width(io), paint: await paint(io, shared) }));
}

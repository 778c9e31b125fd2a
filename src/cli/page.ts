import type { Io, Output } from '../io.js';
import { type Paint, PLAIN } from '../paint.js';
import type { Shared } from './command.js';

/** How wide a page is: the terminal, else $COLUMNS, else 80. */
export function width({ stdout, env }: Io): number {
  const told = Number(env.COLUMNS);
  return stdout.columns ?? (Number.isInteger(told) && told > 0 ? told : 80);
}

/** The colours of an output: by --color, else FORCE_COLOR, else NO_COLOR, else whether it is a terminal. */
export async function paint(io: Io, { color }: Shared, output: Output = io.stdout): Promise<Paint> {
  const { FORCE_COLOR: force, NO_COLOR: none, TERM: term } = io.env;
  const wanted =
    color !== 'auto'
      ? color === 'always'
      : force
        ? force !== '0' && force !== 'false'
        : !none && output.isTerminal && term !== 'dumb';
  return wanted ? io.paint() : PLAIN;
}

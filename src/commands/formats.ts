import type { Command } from 'commander';
import { safeJson } from '../model/json.js';
import { READERS } from '../readers/index.js';
import { WRITERS } from '../writers/index.js';
import type { Writer } from '../writers/writer.js';
import type { Call } from './command.js';
import { paint, width } from './page.js';

interface Options {
  readonly json?: boolean;
}

/** One way in or out. */
interface Row {
  readonly name: string;
  readonly direction: 'in' | 'out';
  /** The option of `idm export`; null for what is read. */
  readonly option: string | null;
  /** With their dots; those that `-o` knows the format by. */
  readonly extensions: readonly string[];
  readonly about: string;
}

export function define(command: Command): void {
  command.option('--json', 'as JSON').addHelpText(
    'after',
    `
A terminal gets two lists, a pipe gets lines of name, in or out, option of export, extensions and description with tabs
between. docs/formats.md says what each format keeps of an agenda, and what it loses.

Examples:
  $ idm formats
  $ idm formats --json
`,
  );
}

export async function run({ io, shared, options }: Call<Options>): Promise<number> {
  const rows = formats();
  if (options.json) await io.stdout.write(safeJson(rows));
  else if (io.stdout.isTerminal) {
    const { hang } = await import('../views/page.js');
    const ink = await paint(io, shared);
    const lists = (['in', 'out'] as const).map(direction => {
      const own = rows.filter(row => row.direction === direction);
      const leads = own.map(({ name, option, extensions }) => [option ?? name, extensions.join(' ')] as const);
      const [first, second] = [0, 1].map(i => Math.max(...leads.map(lead => lead[i as 0 | 1].length)));
      const lines = own.flatMap(({ about }, i) => {
        const [head = '', ends = ''] = leads[i] ?? [];
        return hang(`  ${head.padEnd(first ?? 0)}  ${ends.padEnd(second ?? 0)}  `, about, width(io));
      });
      return [ink.bold(HEADINGS[direction]), ...lines].map(line => `${line}\n`).join('');
    });
    await io.stdout.write(lists.join('\n'));
  } else {
    const { tsv } = await import('../views/tsv.js');
    await io.stdout.write(
      tsv(
        rows.map(({ name, direction, option, extensions, about }) => {
          return [name, direction, option ?? '', extensions.join(','), about];
        }),
      ),
    );
  }
  return 0;
}

const HEADINGS = { in: 'Read (-f)', out: 'Written (idm export)' } as const satisfies Record<Row['direction'], string>;

/** Every format that is read, then every one that is written. */
function formats(): readonly Row[] {
  const read = Object.values(READERS).map(({ name, extensions, about }): Row => {
    return { name, direction: 'in', option: null, extensions, about };
  });
  const written = Object.values<Writer>(WRITERS).map(({ name, extensions, about }): Row => {
    return { name, direction: 'out', option: `--${name}`, extensions, about };
  });
  return [...read, ...written];
}

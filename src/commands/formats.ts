import { addNotes, type Invocation } from '../cli/command.js';
import type { Command } from '../cli/commander.js';
import { type OutputOptions, outputOptions, present } from '../cli/present.js';
import { FORMATS, formatByExtension, READER_NAMES, WRITER_NAMES } from '../formats/registry.js';
import type { Canvas } from '../views/canvas.js';
import { tsv } from '../views/tsv.js';

/** One way in or out. */
interface Row {
  readonly name: string;
  readonly direction: 'in' | 'out';
  /** What names it: `--from yaml` anywhere, `--ics` of `idm export`. */
  readonly option: string;
  /** With their dots: those that it is known by where no option names it. */
  readonly extensions: readonly string[];
  readonly about: string;
}

export function configure(command: Command): void {
  outputOptions(command, 'two lists');
  addNotes(
    command,
    [
      'A terminal gets two lists; a pipe gets tab-separated lines: name, direction (in or out), option, extensions, description. docs/formats.md says what each format keeps of an agenda and what it loses.',
    ],
    ['idm formats', 'idm formats --json'],
  );
}

export async function run(invocation: Invocation<OutputOptions>): Promise<number> {
  const rows = formats();
  await present(invocation, {
    json: () => rows,
    page: page => lists(rows, page),
    tsv: () =>
      tsv(rows, ({ name, direction, option, extensions, about }) => {
        return [name, direction, option, extensions.join(','), about];
      }),
  });
  return 0;
}

/** Every format that is read, then every one that is written. */
function formats(): readonly Row[] {
  const read = READER_NAMES.map((name): Row => {
    const { extensions, about } = FORMATS[name];
    return { name, direction: 'in', option: `--from ${name}`, extensions, about };
  });
  const written = WRITER_NAMES.map((name): Row => {
    const { extensions, about } = FORMATS[name];
    const own = extensions.filter(extension => formatByExtension('write', extension) === name);
    return { name, direction: 'out', option: `--${name}`, extensions: own, about };
  });
  return [...read, ...written];
}

const HEADINGS = {
  in: 'Read, by any command',
  out: 'Written, by idm export',
} as const satisfies Record<Row['direction'], string>;

async function lists(rows: readonly Row[], { width, colors }: Canvas): Promise<string> {
  const { hangingIndent } = await import('../views/canvas.js');
  const widest = (texts: readonly string[]) => Math.max(...texts.map(text => text.length));
  const first = widest(rows.map(({ option }) => option));
  const second = widest(rows.map(({ extensions }) => extensions.join(' ')));
  const lines = (direction: Row['direction']) =>
    rows
      .filter(row => row.direction === direction)
      .flatMap(({ option, extensions, about }) =>
        hangingIndent(`  ${option.padEnd(first)}  ${extensions.join(' ').padEnd(second)}  `, about, width),
      );
  return (['in', 'out'] as const)
    .map(direction => [colors.bold(HEADINGS[direction]), ...lines(direction), ''].join('\n'))
    .join('\n');
}

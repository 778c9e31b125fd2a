import { type Command, Option } from 'commander';
import type { Writer } from '../formats/writer.js';
import type { WriterOptions } from '../formats/writer-options.js';
import { isMistake, OPTIONS, type OptionName } from '../formats/writer-options.js';
import { WRITERS, type WriterName } from '../formats/writers.js';
import { Failure } from '../io.js';

/** What was typed for the options of single formats; `true` is a flag. */
export type FormatOptions = Partial<Readonly<Record<OptionName, string | true>>>;

/** Adds the options of single formats, each under the heading of those that have it. */
export function formatOptions(command: Command): void {
  for (const [name, { flags, about }] of entries()) {
    const heading = `Options of ${owners(name).join(' and ')}:`;
    command.addOption(new Option(flags, about).helpGroup(heading));
  }
}

/** What a writer is told. A wrong value, or an option of another format, fails. */
export function writerOptions(format: WriterName, typed: FormatOptions): WriterOptions {
  const { options: own = [] }: Writer = WRITERS[format];
  let told: WriterOptions = {};
  for (const [name, { read }] of entries()) {
    const value = typed[name];
    if (value === undefined) continue;
    if (!own.includes(name))
      throw new Failure(`--${name} belongs to ${owners(name).join(' and ')}, not to --${format}`);
    const found = read(value === true ? '' : value);
    if (isMistake(found)) {
      const meant = found.meant === undefined ? '' : `; did you mean ${found.meant}?`;
      throw new Failure(`--${name} takes ${found.takes}, not ${JSON.stringify(value)}${meant}`);
    }
    told = { ...told, ...found };
  }
  return told;
}

function entries() {
  return Object.entries(OPTIONS) as [OptionName, (typeof OPTIONS)[OptionName]][];
}

function owners(option: OptionName): readonly string[] {
  const writers: readonly Writer[] = Object.values(WRITERS);
  return writers.filter(({ options = [] }) => options.includes(option)).map(({ name }) => `--${name}`);
}

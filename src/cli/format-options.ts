import type { Format } from '../formats/format.js';
import { isInvalid, OPTIONS, type OptionName, type WriterOptions } from '../formats/options.js';
import { FORMATS, WRITER_NAMES, type WriterName } from '../formats/registry.js';
import { Failure } from '../io.js';
import { quote } from '../text/escape.js';
import { suggest } from '../text/nearest.js';
import { type Command, Option } from './commander.js';

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
  const { options: own = [] }: Format = FORMATS[format];
  let told: WriterOptions = {};
  for (const [name, { read }] of entries()) {
    const value = typed[name];
    if (value === undefined) continue;
    if (!own.includes(name))
      throw new Failure(`--${name} belongs to ${owners(name).join(' and ')}, not to --${format}`);
    const text = value === true ? '' : value;
    const found = read(text);
    if (isInvalid(found)) {
      const meant = found.meant === undefined ? '' : `; ${suggest(found.meant)}`;
      throw new Failure(`--${name} takes ${found.takes}, not ${quote(text)}${meant}`);
    }
    told = { ...told, ...found };
  }
  return told;
}

function entries() {
  return Object.entries(OPTIONS) as [OptionName, (typeof OPTIONS)[OptionName]][];
}

function owners(option: OptionName): readonly string[] {
  return WRITER_NAMES.filter(name => (FORMATS[name] as Format).options?.includes(option)).map(name => `--${name}`);
}

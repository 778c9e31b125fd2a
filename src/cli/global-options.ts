import { Failure } from '../io.js';
import { quote } from '../text/escape.js';
import { type Command, Option } from './commander.js';

/** Adds the options that every command takes. */
export function globalOptions(program: Command): void {
  program
    .option('-f, --file <agenda>', 'agenda to read; - is standard input', String)
    .option('--lang <tag>', 'language to show (BCP 47 tag: fr, en, pt-BR)')
    .option('--tz <zone>', 'time zone to show clocks in: an IANA name, or local')
    .option('--from <format>', 'input format (default: detected)')
    .option('--assume-tz <zone>', 'time zone of a source that names none')
    .option('--sheet <name>', 'sheet of a workbook (default: the first with a programme)')
    .option('--map <field=column>', 'CSV column that holds a field (default: detected by its name)', columns)
    .addOption(
      new Option('--color <when>', 'when to colour the output').choices(['auto', 'always', 'never']).default('auto'),
    )
    .option('--no-pager', 'show what is longer than the terminal without $PAGER')
    .option('--debug', 'print the stack trace of an unexpected error');
}

/** Gathers --map title=Titel --map start=Beginn. */
function columns(pair: string, before: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  const [field = '', ...column] = pair.split('=');
  if (field === '' || column.length === 0) throw new Failure(`--map takes field=column, not ${quote(pair)}`);
  return { ...before, [field]: column.join('=') };
}

import { addNotes, type Invocation } from '../cli/command.js';
import type { Command } from '../cli/commander.js';
import { filterOptions, selectedSessions } from '../cli/filters.js';
import { mentionErrors, openAgenda } from '../cli/open-agenda.js';
import { canvasOf, show } from '../cli/present.js';
import type { Filters } from '../query/select.js';
import { timetableRecords } from '../query/timetable.js';
import { safeJsonList } from '../text/json.js';

interface Options extends Filters {
  readonly json?: boolean;
}

export function configure(command: Command): void {
  filterOptions(command);
  command.option('--json', 'print JSON');
  addNotes(
    command,
    [
      'A day is a grid: rooms across, time down, as wide as the terminal, or as $COLUMNS says in a pipe. Rooms that do not fit go on below. What is for everybody, and what has no room, goes across the rooms that are free then. Parts stand in their session. A title that is too long for its cell ends in … and its id. Below 60 columns it is the list.',
      'The sessions are chosen as by idm list.',
    ],
    [
      'idm timetable --day 1',
      'idm timetable --room cr1,cr2 --lang en',
      'COLUMNS=200 idm timetable --day today > board.txt',
      'idm timetable --json',
    ],
  );
}

export async function run({ io, globals, options }: Invocation<Options>): Promise<number> {
  const loaded = await openAgenda(io, globals);
  const { presentation } = loaded;
  const entries = selectedSessions(loaded, options, io);
  if (options.json) await io.stdout.write(safeJsonList(timetableRecords(entries, presentation)));
  else {
    const { timetable } = await import('../views/timetable.js');
    await show(io, globals, timetable(entries, presentation, await canvasOf(io, globals)));
  }
  if (entries.length === 0) await io.stderr.write('no session found\n');
  return (await mentionErrors(io, loaded, ['shape'])) ? 1 : 0;
}

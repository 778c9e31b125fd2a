import { basename, dirname, join } from 'node:path';
import { addNotes, type GlobalOptions, type Invocation } from '../cli/command.js';
import type { Command } from '../cli/commander.js';
import { errors, openAgenda } from '../cli/open-agenda.js';
import { saveNew } from '../cli/save.js';
import { writtenOrFail } from '../cli/written.js';
import { FORMATS } from '../formats/registry.js';
import { Failure, type Io } from '../io.js';
import { scheduledSessions } from '../query/scheduled-sessions.js';
import { agendaSchema } from '../schema/agenda.js';
import { escapeControlsOnLine } from '../text/escape.js';

const SCHEMA = 'agenda.schema.json';

/** The first line of an agenda: by it, editors find the schema. */
const MODELINE = `# yaml-language-server: $schema=${SCHEMA}\n`;

export function configure(command: Command): void {
  addNotes(
    command,
    [
      `Writes agenda.yaml, or the file that is named, and ${SCHEMA} beside it. Overwrites nothing, and asks nothing. With -, prints the agenda instead.`,
      'With -f, the agenda is what that file has, in any format that is read; without, one to start from.',
    ],
    [
      'idm init',
      'idm init agendas/2019.yaml',
      'idm init - > agenda.yaml',
      'idm init -f schedule.xml',
      'idm init -f talks.csv --assume-tz Europe/Lisbon talks.yaml',
    ],
  );
}

export async function run({ io, globals, args }: Invocation): Promise<number> {
  const [file = 'agenda.yaml'] = args;
  if (file === '') throw new Failure('init takes the name of a file, not ""');
  const text = MODELINE + (globals.file === undefined ? TEMPLATE : await yamlOf(io, globals));
  if (file === '-') {
    await io.stdout.write(text);
    return 0;
  }
  if (!(await saveNew(io, file, text)))
    throw new Failure(`${escapeControlsOnLine(file)} is there already; idm init never overwrites`);
  const schema = join(dirname(file), SCHEMA);
  const isNew = await saveNew(io, schema, `${JSON.stringify(agendaSchema(), null, 2)}\n`);
  await report(io, file, isNew ? [file, schema] : [file]);
  return 0;
}

/** The agenda of -f in the format of idm. Fails where it has errors of shape: what could not be read would be missing. */
async function yamlOf(io: Io, globals: GlobalOptions): Promise<string> {
  const loaded = await openAgenda(io, globals);
  const faults = errors(loaded, ['shape', 'time']).length;
  if (faults > 0)
    throw new Failure(
      `${faults} ${faults === 1 ? 'error' : 'errors'}, so nothing was written: run ${loaded.validate}`,
      1,
    );
  const { presentation, agenda, reading } = loaded;
  const request = {
    presentation,
    selection: scheduledSessions(agenda),
    options: { parents: true },
    ...(reading.guesses && { guesses: reading.guesses }),
  };
  return String(await writtenOrFail(await FORMATS.yaml.write(), request));
}

async function report(io: Io, file: string, written: readonly string[]): Promise<void> {
  const next = basename(file).startsWith('agenda.y') ? 'idm validate' : `idm validate ${escapeControlsOnLine(file)}`;
  await io.stderr.write(`wrote ${written.map(escapeControlsOnLine).join(' and ')}; next: edit it, then ${next}\n`);
}

/** A small agenda whose comments teach the format. */
const TEMPLATE = `# One file is one agenda. With the line above, editors complete the fields and check them as you type.
id: my-conference-2030       # names the agenda in calendars; never change it once published
title: {en: My Conference 2030, fr: Ma conférence 2030} # a text, or one for each language
language: en                 # of the texts that are plain strings
timezone: Europe/Paris       # every time in this file is local time there
venue: Palais des congrès
status: draft                # draft, final or cancelled
updated: 2030-01-15          # when the agenda last changed, so that calendars notice
interpretation: [en, fr]     # the languages into which everything is interpreted
links: [{title: Practical information, url: "https://example.org/practical"}]
rooms:
  hall: {name: {en: Great Hall, fr: Grande salle}, capacity: 300, url: "https://example.org/join"}
  foyer: {name: Foyer, shared: true} # never double-booked
people:                      # those who appear more than once; the others may be written where they speak
  amara: {name: {en: Amara Diallo, ar: أمارا ديالو}, honorific: Dr., title: Director, org: Institute of Examples}
days:
  - date: 2030-05-14
    room: hall               # of the sessions of the day that name none
    sessions:
      - {id: registration, time: 08:30-09:00, type: registration, title: Registration, room: foyer}
      - id: opening          # unique in the file; calendars know the session by it
        time: 09:00-09:30
        type: opening        # session, plenary, opening, closing, keynote, panel, workshop, side-event, social, ...
        title: {en: Opening, fr: Ouverture}
        speakers: [{person: amara, note: welcome}]
      - id: session-1
        time: 09:30-11:00
        title: "Session 1: a colon and a space in a text need quotes"
        moderators: [amara]  # ids of people
        sessions:            # parts of a session, each inside its time
          - {id: panel-1, time: 09:30-10:15, type: panel, title: First panel}
          - id: papers
            time: 10:15-11:00
            title: Papers
            items:           # papers and statements, without a time of their own
              - {title: A paper, speakers: [{name: Jo Example, org: Example Ltd, remote: true}]}
      - {id: lunch, time: 11:00-12:30, type: break, title: Lunch}
      # Where no end is announced: 19:00- ; on the next day: 23:00-01:00+1 ; without a clock: evening, tbc.
      - {id: dinner, time: 19:00-, type: social, title: Dinner, room: foyer, status: tentative}
`;

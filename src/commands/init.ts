import { basename, dirname, join } from 'node:path';
import { addNotes, type Invocation } from '../cli/command.js';
import type { Command } from '../cli/commander.js';
import { saveNew } from '../cli/save.js';
import { Failure, type Io } from '../io.js';
import { agendaSchema } from '../schema/agenda.js';
import { escapeControlsOnLine } from '../text/escape.js';

const SCHEMA = 'agenda.schema.json';

export function configure(command: Command): void {
  addNotes(
    command,
    [
      `Writes agenda.yaml, or the file that is named, and ${SCHEMA} beside it. Overwrites nothing. With -, prints the agenda instead.`,
    ],
    ['idm init', 'idm init agendas/2019.yaml', 'idm init - > agenda.yaml'],
  );
}

export async function run({ io, args }: Invocation): Promise<number> {
  const [file = 'agenda.yaml'] = args;
  if (file === '') throw new Failure('init takes the name of a file, not ""');
  if (file === '-') {
    await io.stdout.write(TEMPLATE);
    return 0;
  }
  if (!(await saveNew(io, file, TEMPLATE)))
    throw new Failure(`${escapeControlsOnLine(file)} is there already; idm init never overwrites`);
  const schema = join(dirname(file), SCHEMA);
  const isNew = await saveNew(io, schema, `${JSON.stringify(agendaSchema(), null, 2)}\n`);
  await report(io, file, isNew ? [file, schema] : [file]);
  return 0;
}

async function report(io: Io, file: string, written: readonly string[]): Promise<void> {
  const next = basename(file).startsWith('agenda.y') ? 'idm validate' : `idm validate ${escapeControlsOnLine(file)}`;
  await io.stderr.write(`wrote ${written.map(escapeControlsOnLine).join(' and ')}; next: edit it, then ${next}\n`);
}

/** A small agenda whose comments teach the format. */
const TEMPLATE = `# yaml-language-server: $schema=${SCHEMA}
# One file is one agenda. With the line above, editors complete the fields and check them as you type.
id: my-conference-2030           # names the agenda in calendars; never change it once published
title:                           # a text is a string, or one string for each language
  en: My Conference 2030
  fr: Ma conférence 2030
language: en                     # of the texts that are plain strings
timezone: Europe/Paris           # every time in this file is local time there
venue: Palais des congrès
status: draft                    # draft, final or cancelled
updated: 2030-01-15              # when the agenda last changed
revision: 0                      # raise it by one with each published change
room: hall                       # the room of a session that names none

rooms:
  hall: {en: Great Hall, fr: Grande salle}
  foyer:
    name: Foyer
    shared: true                 # never double-booked

people:                          # those who appear more than once; the others may stand where they speak
  amara:
    name: Amara Diallo
    honorific: Dr.
    title: Director              # the function, complete
    org: Institute of Examples

days:
  - date: 2030-05-14
    sessions:
      - id: registration         # unique in the file; calendars know the session by it
        time: 08:30-09:00
        type: registration       # session, plenary, opening, closing, keynote, panel, workshop,
        title: Registration      # side-event, social, break, registration
        room: foyer

      - id: opening
        time: 09:00-09:30
        type: opening
        title: {en: Opening, fr: Ouverture}
        speakers:
          - person: amara
            note: welcome        # shown after the name

      - id: session-1
        time: 09:30-11:00
        title: "Session 1: a colon and a space in a text need quotes"
        description: >-
          A longer text may go on over several lines,
          which are joined.
        sessions:                # parts of a session, each inside its time
          - id: panel-1
            time: 09:30-10:15
            type: panel
            title: First panel
            moderators: [amara]  # ids of people
            speakers:
              - name: Jo Example # someone who appears only here
                org: Example Ltd
          - id: panel-2
            time: 10:15-11:00
            type: panel
            title: Second panel
            status: tentative    # confirmed, tentative or cancelled

      - id: lunch
        time: 11:00-12:30
        type: break
        title: Lunch

      - id: dinner
        time: 19:00-             # no end is announced; 23:00-01:00+1 ends on the next day
        type: social
        title: Dinner
        room: []                 # no room
`;

import { addNotes, type Invocation } from '../cli/command.js';
import type { Command } from '../cli/commander.js';
import { agendaSchema } from '../schema/agenda.js';

export function configure(command: Command): void {
  addNotes(
    command,
    [
      'Editors that support JSON Schema complete and check an agenda with it. The YAML extension of VS Code needs this first line in the agenda:\n  # yaml-language-server: $schema=agenda.schema.json',
    ],
    ['idm schema > agenda.schema.json'],
  );
}

export async function run({ io }: Invocation): Promise<number> {
  await io.stdout.write(`${JSON.stringify(agendaSchema(), null, 2)}\n`);
  return 0;
}

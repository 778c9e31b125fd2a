import type { Command } from 'commander';
import type { Invocation } from '../cli/command.js';
import { agendaSchema } from '../schema/agenda.js';

export function configure(command: Command): void {
  command.addHelpText(
    'after',
    `
Editors that know JSON Schema complete and check an agenda by it. With the YAML extension of VS Code, the first line
  # yaml-language-server: $schema=agenda.schema.json
is enough.

Examples:
  $ idm schema > agenda.schema.json
`,
  );
}

export async function run({ io }: Invocation): Promise<number> {
  await io.stdout.write(`${JSON.stringify(agendaSchema(), null, 2)}\n`);
  return 0;
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GlobalOptions, Tool } from './cli/command.js';
import { Command, CommanderError } from './cli/commander.js';
import { describeUnexpected } from './cli/failure.js';
import { globalOptions } from './cli/global-options.js';
import { COMMANDS } from './commands/index.js';
import { Failure, type Io, type Output } from './io.js';
import { escapeControls, escapeControlsOnLine } from './text/escape.js';
import { escapeWorkflowCommands } from './text/workflow-commands.js';

/** Runs one command line (without node and script). Gives the exit code; never throws. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  try {
    return await run(argv, io);
  } catch (error) {
    return report(error, argv.includes('--debug'), io).catch(() => 2);
  }
}

/** Standard error; in the log of a GitHub workflow, no text in what is written to it is a command to the runner. */
function messages({ env, stderr }: Io): Output {
  if (env.GITHUB_ACTIONS !== 'true') return stderr;
  const write = (text: string | Iterable<string>) =>
    stderr.write(escapeWorkflowCommands(typeof text === 'string' ? text : [...text].join('')));
  return { ...stderr, write };
}

async function run(typed: readonly string[], io: Io): Promise<number> {
  // What the scripts of `idm completion` ask, for shells alone.
  if (typed[0] === '__complete') return (await import('./commands/complete.js')).complete(typed.slice(1), io);
  const asked = typed[0] === 'help' ? [...typed.slice(1, 2), '--help'] : typed;
  // Help of an unknown command would be that of the whole, as if nothing were wrong.
  const argv = isCommand(asked[0]) ? asked : asked.slice(0, 1);
  const tool = manifest();
  let out = '';
  let exitCode = 0;
  const program = new Command('idm')
    .description('Keep a conference agenda as one YAML file: check it, ask it, publish it.')
    .version(tool.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .exitOverride()
    .configureHelp({ minWidthToWrap: 20 })
    .configureOutput({
      writeOut: text => (out += text),
      writeErr: () => {},
      getOutHelpWidth: () => io.stdout.columns ?? 80,
    })
    .addHelpText('after', LAST);
  globalOptions(program);
  // The help of the whole and guesses at a misspelt name need every name and summary; a command that stands first, its own.
  const first = COMMANDS.filter(({ name }) => name === argv[0]);
  for (const { name, args, summary, group, load } of first.length > 0 ? first : COMMANDS) {
    const command = program
      .command(args === undefined ? name : `${name} ${args}`)
      .description(summary)
      .helpGroup(group);
    if (!argv.includes(name)) continue;
    const { configure, run: execute } = await load();
    configure(command);
    command.addHelpText('after', 'Global options: idm --help');
    command.action(async () => {
      const given = { args: command.args, options: command.opts(), globals: program.opts<GlobalOptions>() };
      // No command begins where the working folder was deleted.
      const { cwd } = io;
      exitCode = await execute({ io: { ...io, cwd, stderr: messages(io) }, ...given, tool });
    });
  }
  if (argv.length === 0) {
    await io.stdout.write(program.helpInformation() + LAST);
    return 0;
  }
  try {
    await program.parseAsync(argv as string[], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError) || error.exitCode !== 0) throw error;
    await io.stdout.write(out);
  }
  return exitCode;
}

/** False for a first word that is neither an option nor a command. */
function isCommand(word: string | undefined): boolean {
  return word === undefined || word.startsWith('-') || COMMANDS.some(({ name }) => name === word);
}

const LAST = `
Examples:
  $ idm list --day 1                 what is on the first day
  $ idm speaker Arbour               where someone appears
  $ idm conflicts                    what overlaps, and whether it matters
  $ idm validate agenda.yaml         every problem, with its line
  $ idm export --ics -o agenda.ics   a calendar for everybody

Environment:
  IDM_AGENDA          the agenda to read where -f names none
  NO_COLOR            no colours where it is set; FORCE_COLOR asks for them
  PAGER               shows what is longer than the terminal (else: less -FRX)
  SOURCE_DATE_EPOCH   the time in exports of an agenda without \`updated\`

Exit codes:
  0   done, and nothing is wrong
  1   done, and something was found: errors, a conflict, no such session
  2   not done: a wrong option, a file that cannot be read
`;

function manifest(): Tool {
  return JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8'));
}

/** One line on stderr for what went wrong. */
async function report(error: unknown, debug: boolean, io: Io): Promise<number> {
  const stderr = messages(io);
  const stack = debug && error instanceof Error ? `${escapeControls(stackOf(error))}\n` : '';
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof CommanderError && error.code === 'commander.help') {
    await stderr.write(`idm: name a command: ${COMMANDS.map(({ name }) => name).join(', ')}\n`);
    return 2;
  }
  if (error instanceof CommanderError) {
    await stderr.write(
      `idm: ${escapeControlsOnLine(
        message
          .replace(/^error: /, '')
          .replace(/^(unknown command '(?:lint|check)').*$/s, '$1\nDid you mean validate?')
          .replace(/\n\(?(Did you mean .*?)\)?$/, '; $1')
          .replace('; Did', '; did'),
      )}\n${stack}`,
    );
    return error.exitCode === 0 ? 0 : 2;
  }
  const told = error instanceof Failure ? message : describeUnexpected(error);
  await stderr.write(`idm: ${escapeControlsOnLine(told)}\n${stack}`);
  return error instanceof Failure ? error.exitCode : 2;
}

function stackOf({ stack = '', cause }: Error): string {
  return cause instanceof Error ? `${stack}\nCaused by: ${stackOf(cause)}` : stack;
}

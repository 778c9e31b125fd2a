// Whole processes, each as a ratio to another one, and how large the package is: the rows of the table.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { agenda } from './agendas.js';
import { type Command, command, inTurn, type Length, spawned } from './measure.js';
import type { Row } from './table.js';

/** The root of the package, wherever this is compiled to. */
const ROOT = fileURLToPath(new URL('.', import.meta.resolve('idm-agenda/package.json')));
const IDM = join(ROOT, 'bin', 'idm.js');
const PARSE = fileURLToPath(new URL('parse-yaml.js', import.meta.url));

/** How rows are measured: the clock of processes is that of this process where no other is given. */
export interface Measuring extends Length {
  readonly time?: (command: Command) => number;
}

/** A row of a table before it is measured. */
export interface Measurable extends Pick<Row, 'name' | 'target' | 'unit'> {
  /** A ratio, or what `unit` says. */
  measure(options: Measuring): number | Promise<number>;
}

/** Where processes run, and where their files are. */
export interface Desk {
  readonly folder: string;
  /** The name of an agenda of so many sessions and faults. */
  file(count: number, faults?: number): string;
  remove(): void;
}

/** A folder outside the package, with the shipped agenda as agenda.yaml; others are written there when they are asked for. */
export function desk(): Desk {
  const folder = mkdtempSync(join(tmpdir(), 'idm-bench-'));
  copyFileSync(join(ROOT, 'data', 'idm-2018.yaml'), join(folder, 'agenda.yaml'));
  return {
    folder,
    file(count, faults = 0) {
      const name = `${count}-sessions-${faults}-faults.yaml`;
      if (!existsSync(join(folder, name))) writeFileSync(join(folder, name), agenda(count, faults));
      return name;
    },
    remove() {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A row: two processes, and what the ratio may be at most. */
function pair(name: string, target: number, commands: () => readonly [whole: Command, alone: Command]): Measurable {
  return {
    name,
    target,
    measure: ({ time = spawned, ...options }) => {
      const [whole, alone] = commands();
      return inTurn(
        () => time(whole),
        () => time(alone),
        options,
      );
    },
  };
}

/** What everybody waits for: a command on a small agenda, to a bare Node. */
export function startRows({ folder }: Desk): Measurable[] {
  const row = (target: number, ...args: readonly string[]) =>
    pair(`\`idm ${args.join(' ')}\` / \`node -e 0\``, target, () => [
      command(folder, process.execPath, [IDM, ...args]),
      command(folder, process.execPath, ['-e', '0']),
    ]);
  return [
    row(1.7, '--version'),
    row(2.6, 'list', '--day', '1'),
    row(3.7, 'list', '--day', '1', '--table'),
    row(2.9, 'validate'),
    row(4, 'export', '--ics'),
  ];
}

/** 10,000 sessions, to a process that only parses the same file with `yaml`. */
export function largeRows({ folder, file }: Desk): Measurable[] {
  const row = (name: string, target: number, verb: string, faults: number) =>
    pair(`${name} / only parsing the file with \`yaml\``, target, () => [
      command(folder, process.execPath, [IDM, verb, '-f', file(10_000, faults)], faults > 0 ? 1 : 0),
      command(folder, process.execPath, [PARSE, file(10_000, faults)]),
    ]);
  return [
    row('`idm list` of 10,000 sessions', 0.5, 'list', 0),
    row('`idm validate` of 10,000 sessions', 0.7, 'validate', 0),
    row('`idm validate` of 10,000 sessions with 100 faults', 1.6, 'validate', 100),
  ];
}

/** 100,000 sessions to 10,000: ten times the work. */
export function hugeRows({ folder, file }: Desk): Measurable[] {
  return ['list', 'conflicts', 'validate'].map(verb =>
    pair(`\`idm ${verb}\` of 100,000 sessions / of 10,000`, 12, () => {
      const list = (count: number) => command(folder, process.execPath, [IDM, verb, '-f', file(count)]);
      return [list(100_000), list(10_000)];
    }),
  );
}

const khalConfig = (folder: string) => `[calendars]
[[idm]]
path = ${folder}/calendar
[sqlite]
path = ${folder}/khal.db
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
`;

/** The same calendar in khal, where that is installed; it reads from its cache, which is filled before. */
export function khalRows({ folder }: Desk): Measurable[] {
  if (spawnSync('khal', ['--version']).status !== 0) return [];
  const khal = (...args: readonly string[]) => command(folder, 'khal', ['-c', 'khal.conf', ...args]);
  return [
    pair('`idm list` / `khal list` of the same calendar', 0.6, () => {
      mkdirSync(join(folder, 'calendar'), { recursive: true });
      writeFileSync(join(folder, 'khal.conf'), khalConfig(folder));
      spawned(command(folder, process.execPath, [IDM, 'export', '-o', 'agenda.ics']));
      spawned(khal('import', '--batch', '-a', 'idm', 'agenda.ics'));
      return [command(folder, process.execPath, [IDM, 'list']), khal('list', '-a', 'idm', '2018-03-26', '2018-03-28')];
    }),
  ];
}

/** What npm would unpack, in millions of bytes. */
export function sizeRows(): Measurable[] {
  const measure = () => {
    const args = ['pack', '--dry-run', '--json', '--ignore-scripts'];
    const packed: readonly { readonly unpackedSize: number }[] = JSON.parse(
      spawnSync('npm', args, { cwd: ROOT, encoding: 'utf8' }).stdout,
    );
    return (packed[0]?.unpackedSize ?? Number.NaN) / 1e6;
  };
  return [{ name: 'the unpacked package', target: 5, unit: 'MB', measure }];
}

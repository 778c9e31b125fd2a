import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Io, Output } from '../../src/io.js';
import { main } from '../../src/main.js';
import { processIo } from '../../src/node/io.js';
import { ROOT, SHIPPED } from './run.js';

/** True when the tests are to write what they would compare: `UPDATE_README=1 npx vitest run test/docs`. */
export const UPDATING = process.env.UPDATE_README === '1';

/** The documents for readers, by their paths from the root of the project. */
export const DOCUMENTS: readonly string[] = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...readdirSync(`${ROOT}docs`)
    .filter(name => name.endsWith('.md'))
    .map(name => `docs/${name}`),
];

/** The text of a document, by its path from the root of the project. */
export function documentText(document: string): string {
  return readFileSync(`${ROOT}${document}`, 'utf8');
}

/** Rewrites a document, and says whether that changed it. */
export async function update(document: string, rewrite: (text: string) => string | Promise<string>): Promise<void> {
  const before = documentText(document);
  const after = await rewrite(before);
  writeFileSync(`${ROOT}${document}.new`, after);
  renameSync(`${ROOT}${document}.new`, `${ROOT}${document}`);
  console.info(`${document}: ${after === before ? 'nothing to update' : 'updated'}`);
}

/** A fenced block of a Markdown text. */
export interface Block {
  readonly language: string;
  /** The line of its first line, from 1. */
  readonly line: number;
  readonly body: readonly string[];
}

/** The fenced blocks of a text, in order; fences stand at the start of a line. */
export function blocks(markdown: string): Block[] {
  const found: Block[] = [];
  let open: { language: string; line: number; body: string[] } | undefined;
  for (const [i, line] of markdown.split('\n').entries()) {
    const fence = /^```(.*)$/.exec(line);
    if (open !== undefined && fence !== null) {
      found.push(open);
      open = undefined;
    } else if (open !== undefined) open.body.push(line);
    else if (fence !== null) open = { language: fence[1] ?? '', line: i + 2, body: [] };
  }
  return found;
}

/** The text without its fenced blocks; lines keep their numbers. */
export function prose(markdown: string): string {
  return markdown.replace(/^```[^\n]*\n(?:(?!```)[^\n]*\n)*```$/gm, block => block.replace(/[^\n]/g, ''));
}

/** A command of a console block, and what the text shows of its output. */
export interface Shown {
  readonly command: string;
  /** The line of the command, from 1. */
  readonly line: number;
  readonly output: readonly string[];
}

/** The commands of the console blocks of a text, in order: the lines that begin with `$ `. */
export function commands(markdown: string): Shown[] {
  return blocks(markdown)
    .filter(({ language }) => language === 'console')
    .flatMap(({ line, body }) => {
      const found: { command: string; line: number; output: string[] }[] = [];
      for (const [i, text] of body.entries()) {
        if (text.startsWith('$ ')) found.push({ command: text.slice(2), line: line + i, output: [] });
        else found.at(-1)?.output.push(text);
      }
      return found;
    });
}

/** Stands alone for lines that the text leaves out. */
export const CUT = '…';

/** What a text is to show of an output, cut where it was cut before: as many lines before and after. */
export function cutLike(shown: readonly string[], output: readonly string[]): readonly string[] {
  const before = shown.indexOf(CUT);
  const after = shown.length - before - 1;
  if (before === -1 || output.length <= before + after) return output;
  return [...output.slice(0, before), CUT, ...output.slice(output.length - after)];
}

/** A folder as a reader has it who follows a text from its first command to its last. */
export interface Desk {
  /** Runs a command as on a terminal of 80 columns without colour; gives the lines that it would show. */
  run(command: string): Promise<readonly string[]>;
  remove(): void;
}

/** What a line has to itself that only a shell does; quoted words are left out before. */
const SHELL = /[|<>&;$*]/;
const QUOTED = /"([^"]*)"|'([^']*)'/g;

/** What of `examples/` is in the folder. */
const EXAMPLES = ['draft.yaml', 'second.yaml', 'schedule.xml', 'talks.csv', 'last-year.docx'];

/** A folder with agenda.yaml (the shipped one), the examples, the package, and the scripts that a text names in their first line. */
export function desk(markdown: string): Desk {
  const cwd = mkdtempSync(join(tmpdir(), 'idm-readme-'));
  const bin = join(cwd, 'node_modules', '.bin');
  mkdirSync(bin, { recursive: true });
  copyFileSync(SHIPPED, join(cwd, 'agenda.yaml'));
  for (const name of EXAMPLES) copyFileSync(`${ROOT}examples/${name}`, join(cwd, name));
  symlinkSync(ROOT, join(cwd, 'node_modules', 'idm-agenda'));
  writeFileSync(join(bin, 'idm'), `#!/bin/sh\nexec "${process.execPath}" "${ROOT}bin/idm.js" "$@"\n`);
  chmodSync(join(bin, 'idm'), 0o755);
  for (const { body } of blocks(markdown)) {
    const name = /^(?:\/\/|#) ([\w-]+\.(?:mjs|yaml))$/.exec(body[0] ?? '')?.[1];
    if (name !== undefined) writeFileSync(join(cwd, name), `${body.join('\n')}\n`);
  }
  let code = 0;
  const here = async (args: readonly string[]): Promise<string> => {
    let text = '';
    const terminal: Output = {
      isTerminal: true,
      isFile: false,
      columns: 80,
      write: async chunk => {
        text += typeof chunk === 'string' ? chunk : [...chunk].join('');
      },
    };
    const io: Io = {
      ...processIo(ROOT, cwd),
      env: { NO_COLOR: '1' },
      stdout: terminal,
      stderr: terminal,
      zone: () => 'UTC',
    };
    code = await main(args, io);
    return text;
  };
  const inShell = (command: string): string => {
    const { status, stdout } = spawnSync('bash', ['-c', `exec 2>&1\n${command}`], {
      cwd,
      encoding: 'utf8',
      env: { HOME: cwd, LANG: 'C.UTF-8', NO_COLOR: '1', PATH: `${bin}:${process.env.PATH}`, TZ: 'UTC' },
    });
    code = status ?? -1;
    return stdout;
  };
  return {
    run: async command => {
      if (command === 'echo $?') return [String(code)];
      const typed = command.startsWith('idm ') && !SHELL.test(command.replace(QUOTED, ''));
      const text = typed ? await here(words(command).slice(1)) : inShell(command);
      return lines(text.replace(/\r\n/g, '\n'));
    },
    remove: () => rmSync(cwd, { recursive: true, force: true }),
  };
}

function words(command: string): string[] {
  return (command.match(/"[^"]*"|'[^']*'|\S+/g) ?? []).map(word => word.replace(QUOTED, '$1$2'));
}

function lines(text: string): string[] {
  return text === '' ? [] : text.replace(/\n$/, '').split('\n');
}

/** The text with the outputs that its commands have now. */
export async function withOutputs(markdown: string): Promise<string> {
  const place = desk(markdown);
  const text = markdown.split('\n');
  const fresh: { readonly from: number; readonly count: number; readonly output: readonly string[] }[] = [];
  try {
    for (const { command, line, output } of commands(markdown)) {
      fresh.push({ from: line, count: output.length, output: cutLike(output, await place.run(command)) });
    }
  } finally {
    place.remove();
  }
  for (const { from, count, output } of fresh.reverse()) text.splice(from, count, ...output);
  return text.join('\n');
}

/** What stands between `<!-- name -->` and `<!-- end -->`, without the empty lines around it. */
export function generated(markdown: string, name: string): string | undefined {
  const match = between(name).exec(markdown);
  return match?.[2]?.trim();
}

/** The text with something else between the two. */
export function withGenerated(markdown: string, name: string, content: string): string {
  return markdown.replace(between(name), (_, before: string, __, after: string) => `${before}\n${content}\n\n${after}`);
}

function between(name: string): RegExp {
  return new RegExp(`(<!-- ${name} -->\n)([^]*?)(<!-- end -->)`);
}

/** A table, its cells as they are to stand. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]) => `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [row(head), `|${head.map(() => '---|').join('')}`, ...rows.map(row)].join('\n');
}

/** The cells of the rows of the table with a head. */
export function rowsUnder(markdown: string, head: string): string[][] {
  const [, after = ''] = markdown.split(`${head}\n`);
  const rows = after.split('\n').slice(1);
  const end = rows.findIndex(row => !row.startsWith('|'));
  return rows.slice(0, end).map(row =>
    row
      .split('|')
      .slice(1, -1)
      .map(cell => cell.trim()),
  );
}

/** The anchors of the headings of a text, as GitHub makes them. */
export function anchors(markdown: string): Set<string> {
  const seen = new Map<string, number>();
  const headings = [...prose(markdown).matchAll(/^#{1,6} +(.+?) *$/gm)].map(([, heading = '']) =>
    heading
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
  return new Set(
    headings.map(anchor => {
      const count = seen.get(anchor) ?? 0;
      seen.set(anchor, count + 1);
      return count === 0 ? anchor : `${anchor}-${count}`;
    }),
  );
}

/** The targets of the links in a text. */
export function links(markdown: string): string[] {
  return [...prose(markdown).matchAll(/\]\(([^)\s]+)\)|\bsrc="([^"]+)"/g)].map(
    ([, link, source]) => link ?? source ?? '',
  );
}

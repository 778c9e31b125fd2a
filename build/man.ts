import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import type { Plugin } from 'rolldown';

/** Gives the help of a command, or of the whole, with each paragraph, option and example on one line. */
export type Help = (command?: string) => Promise<string>;

/** Writes the pages of the manual into a folder, from the help of the program that was just bundled. */
export function manual(folder: string): Plugin {
  return {
    name: 'manual',
    async writeBundle({ dir = '.' }) {
      const program: { readonly help: Help } = createRequire(resolve('package.json'))(resolve(dir, 'program.cjs'));
      const { version }: { readonly version: string } = JSON.parse(readFileSync('package.json', 'utf8'));
      mkdirSync(folder, { recursive: true });
      for (const [name, page] of await manPages(program.help, version, readFileSync('CHANGELOG.md', 'utf8')))
        writeFileSync(join(folder, name), page);
    },
  };
}

/**
 * The pages of the manual by the names of their files, in man(7): `idm.1`, and one for each command that the help of the whole
 * lists. The date is that of the newest version in the change log that has one.
 */
export async function manPages(help: Help, version: string, changelog: string): Promise<ReadonlyMap<string, string>> {
  const [, date = ''] = /^## \S+ - (\d{4}-\d\d-\d\d)$/m.exec(changelog) ?? [];
  const whole = parse(await help());
  const groups = whole.rest.filter(({ title }) => title !== HELP);
  // That of `idm help`, which has no page and belongs to no group, stands first.
  const commands = [...whole.rest.filter(({ title }) => title === HELP), ...groups];
  const names = groups.flatMap(({ lines }) => lines.flatMap(line => /^\w+/.exec(line)?.[0] ?? []));
  const pages = new Map<string, string>();
  for (const name of [undefined, ...names]) {
    const file = name === undefined ? 'idm' : `idm-${name}`;
    const { usage, summary, options, rest, examples } = name === undefined ? whole : parse(await help(name));
    const others = ['idm', ...names.map(other => `idm-${other}`)].filter(other => other !== file);
    const page = [
      `.TH ${file.toUpperCase()} 1 ${date} "idm ${version}" "idm manual"`,
      ...[
        '.SH NAME',
        `${roff(file)} \\- ${roff(summary.replace(/^./, first => first.toLowerCase()).replace(/\.$/, ''))}`,
      ],
      ...['.SH SYNOPSIS', usageLine(usage)],
      ...['.SH DESCRIPTION', roff(summary.replace(/^./, first => first.toUpperCase()).replace(/\.?$/, '.'))],
      ...(name === undefined ? [] : rest.flatMap(({ title, lines }) => ['.PP', roff(title), ...body(lines)])),
      ...['.SH OPTIONS', ...options.flatMap(({ title, lines }) => [...heading(title, 'Options:'), ...body(lines)])],
      ...(name === undefined
        ? ['.SH COMMANDS', ...commands.flatMap(({ title, lines }) => [...heading(title, HELP), ...body(lines)])]
        : [
            '.PP',
            `The options of every command, such as \\fB\\-\\-file\\fR and \\fB\\-\\-lang\\fR, are in`,
            '.BR idm (1).',
          ]),
      ...['.SH EXAMPLES', ...verbatim(examples)],
      ...['.SH ENVIRONMENT', ...body(whole.environment)],
      ...['.SH EXIT STATUS', ...body(whole.exitCodes)],
      '.SH SEE ALSO',
      ...others.map((other, i) => `.BR ${roff(other)} (1)${i < others.length - 1 ? ',' : ''}`),
    ];
    pages.set(`${file}.1`, `${page.join('\n')}\n`);
  }
  return pages;
}

const HELP = 'Commands:';

/** A part of a help: a line at the margin, and the lines under it without their indent. */
interface Block {
  readonly title: string;
  readonly lines: readonly string[];
}

/** A help in its parts; `rest` is what has no section of its own. */
function parse(help: string) {
  const [usage, summary, ...blocks] = help
    .trim()
    .split(/\n{2,}/)
    .map((block): Block => {
      const [title = '', ...lines] = block.split('\n');
      return { title, lines: lines.map(line => line.replace(/^ {2}/, '')) };
    });
  const under = (title: string) => blocks.find(block => block.title === title)?.lines ?? [];
  const isOptions = ({ title }: Block) => /^Options(?: of .+)?:$/.test(title);
  return {
    usage: usage?.title.replace(/^Usage: /, '') ?? '',
    summary: summary?.title ?? '',
    options: blocks.filter(isOptions),
    examples: under('Examples:'),
    environment: under('Environment:'),
    exitCodes: under('Exit codes:'),
    rest: blocks.filter(block => !isOptions(block) && !SECTIONS.test(block.title)),
  };
}

const SECTIONS = /^(?:Examples:|Environment:|Exit codes:|Global options: .*)$/;

/** A text of one line as man(7) writes it, in ASCII: nothing of it is a request or an escape, and its hyphens can be copied. */
export function roff(text: string): string {
  return text.replace(/[\\\-'"`^~]|[^ -~]/gu, char => ESCAPES[char] ?? `\\[u${hex(char)}]`).replace(/^\./, '\\&.');
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\e',
  '-': '\\-',
  "'": '\\(aq',
  '"': '\\(dq',
  '`': '\\(ga',
  '^': '\\(ha',
  '~': '\\(ti',
};

const hex = (char: string) => (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');

const heading = (title: string, whole: string) => (title === whole ? [] : [`.SS ${roff(title.replace(/:$/, ''))}`]);

/** What is typed in bold, what stands for something else in italics: `-f, --file <agenda>`, `idm log [options] [file]`. */
function usageLine(text: string): string {
  return text.replace(/<([^>]+)>|\[([^\]]+)\]|[^\s,]+/g, (typed, value?: string, optional?: string) => {
    if (value !== undefined) return `\\fI${roff(value)}\\fR`;
    return optional === undefined ? `\\fB${roff(typed)}\\fR` : `[\\fI${roff(optional)}\\fR]`;
  });
}

/** Lines of a term, two spaces or more, and what it means; other lines as they are. */
function body(lines: readonly string[]): readonly string[] {
  const items = lines.map(line => /^(\S.*?) {2,}(\S.*)$/.exec(line));
  if (items.includes(null)) return verbatim(lines);
  return items.flatMap(item => ['.TP', usageLine(item?.[1] ?? ''), roff(item?.[2] ?? '')]);
}

const verbatim = (lines: readonly string[]) => ['.RS 4', '.nf', ...lines.map(roff), '.fi', '.RE'];

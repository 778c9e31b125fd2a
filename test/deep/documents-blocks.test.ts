import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAny } from '../../src/formats/detect.js';
import { PROGRAMME_WORDS, type ProgrammeWords } from '../given/plain-agendas.js';
import { runs } from '../support/runs.js';

/** A word that stands once in a document, and could be a part of any text or name. */
function mark(n: number): string {
  const letter = (i: number) => String.fromCharCode(97 + (i % 26));
  return `Zaq${letter(Math.floor(n / 26))}${letter(n)}`;
}

const KINDS = [
  'heading',
  'day',
  'day with a title',
  'time and title',
  'time alone',
  'title and room',
  'label and person',
  'label alone',
  'person of a list',
  'name',
  'paragraph',
  'row',
  'loose row',
  'stray',
  'function',
  'number of a page',
  'template',
] as const;
type Kind = (typeof KINDS)[number];

interface Piece {
  readonly kind: Kind;
  readonly n: number;
}

/** A piece of a document as cells: of a row several, of anything else one. Each has a mark, but for times, days and what is left out. */
function cellsOf({ kind, n }: Piece, at: number, words: ProgrammeWords): readonly string[] {
  const [honorific, name, title] = words.people[n % words.people.length] ?? ['', '', ''];
  const time = words.time(480 + n * 10, 510 + n * 10);
  const own = (text: string) => `${text} ${mark(at)}`;
  const person = `${honorific} ${own(name)}, ${title}`.trim();
  const titled = own(words.titles[n % words.titles.length] ?? '');
  const day = `${1 + (n % 28)}/05/2031`;
  const cells: Readonly<Record<Kind, readonly string[]>> = {
    heading: [own(words.conference)],
    day: [day],
    'day with a title': [`${day} – ${titled}`],
    'time and title': [`${time} ${titled}`],
    'time alone': [time],
    'title and room': [`${titled} (${words.rooms[0]})`],
    'label and person': [`${words.label}: ${person}`],
    'label alone': [`${words.label}:`],
    'person of a list': [person],
    name: [own(name)],
    paragraph: [`${mark(at)}: ${words.text}`],
    row: [time, titled, `${words.rooms[1]}`],
    'loose row': [titled, words.text],
    stray: [own(words.stray)],
    function: [own(title)],
    'number of a page': [`${n + 1} / 40`],
    template: ['[Insert title]'],
  };
  return cells[kind];
}

const html = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const FORMS = {
  'a text': (piece, cells) =>
    cells.length > 1 ? `| ${cells.join(' | ')} |` : `${piece.kind === 'person of a list' ? '• ' : ''}${cells[0]}`,
  Markdown: (piece, cells) =>
    cells.length > 1
      ? `| ${cells.join(' | ')} |`
      : `\n${piece.kind === 'heading' ? '# ' : piece.kind.startsWith('day') ? '## ' : piece.kind === 'person of a list' ? '- ' : ''}${cells[0]}`,
  'a page': (piece, cells) => {
    if (cells.length > 1) return `<table><tr>${cells.map(one => `<td>${html(one)}</td>`).join('')}</tr></table>`;
    const tag =
      piece.kind === 'heading'
        ? 'h1'
        : piece.kind.startsWith('day')
          ? 'h2'
          : piece.kind === 'person of a list'
            ? 'li'
            : 'p';
    return `<${tag}>${html(cells[0] ?? '')}</${tag}>`;
  },
} satisfies Record<string, (piece: Piece, cells: readonly string[]) => string>;

const pieces = fc.array(fc.record({ kind: fc.constantFrom(...KINDS), n: fc.nat(40) }), { minLength: 1, maxLength: 30 });

describe.each(Object.entries(FORMS))('%s of pieces in any order', (_, form) => {
  test.each(PROGRAMME_WORDS.map(words => [words.language, words] as const))(
    'in %s: every word is in the agenda, or told as not understood',
    async (_, words) => {
      await fc.assert(
        fc.asyncProperty(pieces, async list => {
          const lines = list.map((piece, at) => form(piece, cellsOf(piece, at, words)));
          const start = form({ kind: 'day', n: 3 }, ['4/05/2031']);
          const text = [start, ...lines, form({ kind: 'time and title', n: 40 }, [`${words.time(1200, 1260)} Z`])].join(
            '\n',
          );
          const file = text.startsWith('<') ? 'x.html' : 'x.md';
          const { agenda, faults } = await readAny(text, { file, assumeTz: 'UTC' }, 'document');
          const found = JSON.stringify([agenda, faults.map(({ message }) => message)]);
          const marks = text.match(/Zaq[a-z]{2}/g) ?? [];
          expect(marks.filter(one => !found.includes(one))).toEqual([]);
        }),
        { numRuns: runs(60) },
      );
    },
  );
});

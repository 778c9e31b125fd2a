import { quote } from '../../text/quote.js';
import type { Issues, Span } from '../source/issues.js';
import type { Block } from './blocks/block.js';
import type { Line } from './line.js';

/** What became of a block. */
type Fate = 'used' | 'ignored' | 'lost';

/** Blocks that are not understood and are told one by one; of the others, how many there are. */
const MOST_TOLD = 20;

/**
 * The accounts of a document: each block is used for an agenda, ignored on purpose (a page number, a form that nobody filled
 * in), or not understood, which is told with its place.
 */
export class Ledger {
  private readonly blocks: readonly Block[];
  private readonly fates: (Fate | undefined)[];
  private readonly lost: Line[] = [];

  constructor(blocks: readonly Block[]) {
    this.blocks = blocks;
    this.fates = new Array<Fate | undefined>(blocks.length).fill(undefined);
  }

  use({ blocks }: Pick<Line, 'blocks'>): void {
    for (const block of blocks) this.fates[block] = 'used';
  }

  /** A line that says nothing of an agenda; a block that is used for something else stays used. */
  ignore({ blocks }: Pick<Line, 'blocks'>): void {
    for (const block of blocks) this.fates[block] ??= 'ignored';
  }

  /** A line that is not understood; one of several in a block is told also where the others are used. */
  lose(line: Line): void {
    for (const block of line.blocks) this.fates[block] ??= 'lost';
    this.lost.push(line);
  }

  /** A line that was used for what is no part of the agenda after all. */
  drop({ blocks }: Pick<Line, 'blocks'>): void {
    for (const block of blocks) this.fates[block] = 'lost';
  }

  /** How many blocks have each fate: for tests and for who counts. */
  count(): Readonly<Record<Fate, number>> {
    const counts = { used: 0, ignored: 0, lost: 0 };
    for (const fate of this.fates) counts[fate ?? 'lost']++;
    return counts;
  }

  /** Tells the blocks that are not understood, with their places: what nobody claimed is one of them. */
  report(issues: Issues): void {
    const pieces = this.lost.filter(({ blocks: [first = -1, ...others], text }) => {
      const whole = this.blocks[first]?.text;
      return others.length === 0 && this.fates[first] === 'used' && whole?.includes('\n') === true && whole !== text;
    });
    const lost = [...this.blocks.filter((_, i) => (this.fates[i] ?? 'lost') === 'lost'), ...pieces].sort(
      (a, b) => a.span[0] - b.span[0],
    );
    for (const { where, text, span } of lost.slice(0, MOST_TOLD))
      issues.add('not-read', { span }, `${where}: ${quote(text.replace(/\s+/g, ' '))} is not understood`);
    const more = lost.slice(MOST_TOLD);
    const [first] = more;
    if (first === undefined) return;
    const count = more.length.toLocaleString('en');
    const span: Span = first.span;
    issues.add('not-read', { span }, `${count} more blocks are not understood, from ${first.where} on`);
  }
}

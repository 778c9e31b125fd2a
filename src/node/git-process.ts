import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { Failure } from '../io.js';

/** A `git cat-file --batch` that is asked for one object after the other. */
export class GitProcess {
  private readonly child: ChildProcessWithoutNullStreams;
  private readonly chunks: AsyncIterator<Buffer>;
  private rest: Buffer = Buffer.alloc(0);

  constructor(child: ChildProcessWithoutNullStreams) {
    this.child = child;
    // What it complains of is told by its answers.
    child.stderr.resume();
    child.on('error', () => {});
    this.chunks = child.stdout[Symbol.asyncIterator]();
  }

  /** The content of a blob by its id. */
  async object(id: string): Promise<Uint8Array> {
    this.child.stdin.write(`${id}\n`);
    let end = this.rest.indexOf('\n');
    while (end === -1) {
      await this.more(id);
      end = this.rest.indexOf('\n');
    }
    const [, type, length] = this.rest.subarray(0, end).toString('latin1').split(' ');
    this.rest = this.rest.subarray(end + 1);
    if (type !== 'blob') throw new Failure(`git has no content ${id}`);
    const size = Number(length);
    const parts: Buffer[] = [this.rest];
    let have = this.rest.length;
    while (have < size + 1) {
      const chunk = await this.next(id);
      parts.push(chunk);
      have += chunk.length;
    }
    const all = parts.length === 1 ? this.rest : Buffer.concat(parts);
    this.rest = all.subarray(size + 1);
    return all.subarray(0, size);
  }

  end(): void {
    this.child.stdin.end();
    this.child.kill();
  }

  private async more(id: string): Promise<void> {
    this.rest = Buffer.concat([this.rest, await this.next(id)]);
  }

  private async next(id: string): Promise<Buffer> {
    const { done, value } = await this.chunks.next();
    if (done) throw new Failure(`git ended before it gave ${id}`);
    return value;
  }
}

/** All that a stream gives, as text. */
export async function collected(stream: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  for await (const chunk of stream) text += String(chunk);
  return text;
}

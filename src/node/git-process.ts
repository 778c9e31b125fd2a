import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { Failure } from '../io.js';
import { MAX_FILE_BYTES } from './read-file.js';

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

  /** The content of a blob by its id; undefined of another object. Fails where it is larger than any agenda. */
  async object(id: string): Promise<Uint8Array | undefined> {
    this.child.stdin.write(`${id}\n`);
    let end = this.rest.indexOf('\n');
    while (end === -1) {
      await this.more(id);
      end = this.rest.indexOf('\n');
    }
    const [, type, length] = this.rest.subarray(0, end).toString('latin1').split(' ');
    this.rest = this.rest.subarray(end + 1);
    const size = Number(length);
    if (type === 'missing') return undefined;
    const isTooLarge = size > MAX_FILE_BYTES;
    const parts: Buffer[] = [this.rest];
    let have = this.rest.length;
    while (have < size + 1) {
      const chunk = await this.next(id);
      // Of what is too large, only the end is kept: the next object stands behind it.
      if (isTooLarge) parts.length = 0;
      parts.push(chunk);
      have += chunk.length;
    }
    const all = parts.length === 1 ? (parts[0] ?? this.rest) : Buffer.concat(parts);
    this.rest = all.subarray(all.length - (have - size - 1));
    if (isTooLarge)
      throw new Failure(`${id} in git is larger than 256 MB, and was not read: one file is one conference`);
    return type === 'blob' ? all.subarray(0, size) : undefined;
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

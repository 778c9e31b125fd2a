import { fstatSync, readFileSync, statSync } from 'node:fs';

/** Bytes of a file that is read: as many as 64 million characters can have in UTF-8, which is the most that any format takes. */
export const MAX_FILE_BYTES = 256_000_000;

/** The bytes of a file, by path or descriptor. Fails with the code EFBIG, before it is read, where it is larger than any agenda. */
export function readWhole(file: Buffer | string | number): Buffer {
  const { size } = typeof file === 'number' ? fstatSync(file) : statSync(file);
  if (size > MAX_FILE_BYTES) throw tooLarge();
  return readFileSync(file);
}

/** The bytes of a stream. Fails with the code EFBIG as soon as it is larger than any agenda. */
export async function readStream(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > MAX_FILE_BYTES) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(): Error {
  return Object.assign(new Error('file too large'), { code: 'EFBIG' });
}

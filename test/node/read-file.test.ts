import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, expect, test } from 'vitest';
import { MAX_FILE_BYTES, readStream } from '../../src/node/read-file.js';
import { idm } from '../support/run.js';

const folder = mkdtempSync(join(tmpdir(), 'idm-large-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(['validate', 'list -f', 'export --ics -f'])(
  'idm %s: a file larger than any agenda is not read',
  async args => {
    const path = join(folder, 'large.yaml');
    writeFileSync(path, '');
    truncateSync(path, MAX_FILE_BYTES + 1);
    expect(await idm([...args.split(' '), path])).toEqual({
      code: 2,
      out: '',
      err: `idm: ${path}: larger than 256 MB, and was not read: one file is one conference\n`,
    });
  },
);

test('a stream is read to its end, or until it is larger', async () => {
  const part = Buffer.alloc(1_000_000);
  let taken = 0;
  const parts = function* (count: number) {
    for (taken = 0; taken < count; taken++) yield part;
  };
  expect((await readStream(Readable.from(parts(3)))).length).toBe(3_000_000);
  await expect(readStream(Readable.from(parts(100_000)))).rejects.toMatchObject({ code: 'EFBIG' });
  expect(taken).toBeLessThan(300);
}, 60_000);

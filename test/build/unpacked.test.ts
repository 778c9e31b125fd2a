import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { afterAll, expect, test } from 'vitest';
import { unpacked } from '../../build/unpacked.js';

const folder = mkdtempSync(join(tmpdir(), 'idm-unpacked-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function bundled(table: string) {
  const dir = mkdtempSync(join(folder, 'source-'));
  writeFileSync(
    join(dir, 'table.mjs'),
    `const pack = list => list.map(n => n * 257);\nexport const numbers = ${table};\n`,
  );
  writeFileSync(join(dir, 'main.mjs'), "export { numbers } from './table.mjs';\n");
  const bundle = await rolldown({
    input: join(dir, 'main.mjs'),
    platform: 'node',
    plugins: [unpacked(/table\.mjs$/)],
  });
  const { output } = await bundle.generate({ format: 'esm' });
  await bundle.close();
  const file = join(dir, 'bundled.mjs');
  writeFileSync(file, output[0].code);
  return { code: output[0].code, ...(await import(pathToFileURL(file).href)) };
}

test('a table is made when it is built, and has the same numbers', async () => {
  const { code, numbers } = await bundled('new Uint16Array(pack([0, 1, 2, 254, 255]))');
  expect(numbers).toEqual(Uint16Array.of(0, 0x101, 0x202, 0xfefe, 0xffff));
  expect(code).not.toContain('257');
});

test('what is no table of such numbers ends the build', async () => {
  await expect(bundled('pack([1])')).rejects.toThrow(/numbers of .*table\.mjs is no table of 16-bit numbers/);
});

// Prints the SHA-256 of what idm is built from, in hexadecimal digits: the action finds a build of it by that in the cache.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SOURCES = /^(?:build|data|src)$|^(?:package|package-lock|tsconfig.*)\.json$|^rolldown\.config\.ts$/;

const files = path =>
  readdirSync(join(ROOT, path), { withFileTypes: true })
    .filter(({ name }) => path !== '' || SOURCES.test(name))
    .flatMap(entry => {
      const file = path === '' ? entry.name : `${path}/${entry.name}`;
      return entry.isDirectory() ? files(file) : [file];
    })
    .sort();

const hash = createHash('sha256');
for (const file of files('')) {
  const content = readFileSync(join(ROOT, file));
  hash.update(`${file}\0${content.length}\0`).update(content);
}
console.log(hash.digest('hex'));

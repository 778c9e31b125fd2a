// npm pack, npm publish: the package.json of a package has no scripts and no development dependencies, which only a clone
// needs. With `prepare` among its scripts, npm would warn at every install of the packed file. `pack` writes such a
// package.json, and `restore` puts back the one of the repository, byte for byte.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

const FILE = 'package.json';
const ORIGINAL = '.package.json';

/** Puts the original back; nothing happens where it is in its place. */
const restore = () => {
  if (existsSync(ORIGINAL)) renameSync(ORIGINAL, FILE);
};

const pack = () => {
  // A run that was killed has left it.
  restore();
  const text = readFileSync(FILE, 'utf8');
  const { scripts: _, devDependencies: __, ...rest } = JSON.parse(text);
  writeFileSync(ORIGINAL, text);
  writeFileSync(FILE, `${JSON.stringify(rest, null, 2)}\n`);
};

if (process.argv[2] === 'pack') pack();
else restore();

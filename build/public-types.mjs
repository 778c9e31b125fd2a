import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

const FOLDER = join('dist', 'types');
const IMPORT = /(?:\bfrom|\bimport\(?)\s*['"](\.[^'"]+)\.js['"]/g;

/**
 * Keeps of dist/types what the library exports, and the declarations that these name. tsc writes those of every file that the
 * library runs.
 */
export function keepPublicTypes() {
  const needed = new Set();
  const visit = file => {
    if (needed.has(file)) return;
    needed.add(file);
    for (const [, target] of readFileSync(file, 'utf8').matchAll(IMPORT)) visit(join(dirname(file), `${target}.d.ts`));
  };
  visit(join(FOLDER, 'index.d.ts'));
  prune(FOLDER, needed);
}

/** Removes what is not needed; says whether anything is left in the folder. */
function prune(folder, needed) {
  let kept = false;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() ? prune(path, needed) : needed.has(path)) kept = true;
    else rmSync(path, { recursive: true });
  }
  return kept;
}

import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Script } from 'node:vm';

/** What Node puts around a file of CommonJS; on its first line, so that the lines of a stack trace are those of the file. */
const [BEFORE, AFTER] = ['(function (exports, require, module, __filename, __dirname) {', '\n})'];

/** How a file is loaded, by its extension: `require.extensions`. */
type Extensions = Partial<Record<string, (module: NodeModule, file: string) => void>>;

/**
 * Has each file named `.cjs` that is loaded from now on take what V8 made of it in an earlier run. Returns what keeps that of
 * this run for the next: of the files of which nothing was kept, each function that has been called by then.
 *
 * A file in `folder` has a source and what was made of it, and counts as long as the source is the same. V8 itself looks at
 * its own version and options, and at the source's length. It trusts the rest, so `folder` should be one that whoever could
 * write into it could also write the sources. Where it can't be written, nothing is kept, and nothing said.
 */
export function useCodeCache(extensions: Extensions, folder: string): () => void {
  const fresh: { readonly kept: string; readonly source: Buffer; readonly script: Script }[] = [];
  extensions['.cjs'] = (module, file) => {
    const source = readFileSync(file);
    // What a script imports as it runs, Node has for those alone that it compiled itself.
    if (source.includes('import(')) return extensions['.js']?.(module, file);
    const kept = join(folder, basename(file));
    const cachedData = codeOf(source, kept);
    const script = new Script(`${BEFORE}${source}${AFTER}`, {
      filename: file,
      ...(cachedData && { cachedData }),
    });
    if (script.cachedDataRejected !== false) fresh.push({ kept, source, script });
    const require = (id: string) => module.require(id);
    script.runInThisContext().call(module.exports, module.exports, require, module, file, dirname(file));
  };
  return () => {
    try {
      if (fresh.length > 0) mkdirSync(folder, { recursive: true });
      for (const { kept, source, script } of fresh) {
        const draft = `${kept}.${process.pid}`;
        // What has the name of a file is whole, also when the power fails.
        writeFileSync(draft, Buffer.concat([source, script.createCachedData()]), { flush: true });
        renameSync(draft, kept);
      }
    } catch {
      // A folder of somebody else, a full disk: the next run compiles again.
    }
  };
}

/** What is kept of a file with this source. */
function codeOf(source: Buffer, kept: string): Buffer | undefined {
  try {
    const both = readFileSync(kept);
    return both.subarray(0, source.length).equals(source) ? both.subarray(source.length) : undefined;
  } catch {
    return undefined;
  }
}

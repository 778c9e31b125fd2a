import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { transform } from 'lightningcss';
import { type Plugin, rolldown } from 'rolldown';

const SUFFIX = '?bundled';
const PREFIX = '\0bundled-text:';
const END = '.bundled';

/**
 * Makes `import text from './style.css?bundled'` the text of a style sheet, minified, and of a script with all that it imports,
 * as one classic script. For what is written into a page and runs in a browser.
 */
export function bundledText(): Plugin & { readonly enforce: 'pre' } {
  return {
    name: 'bundled-text',
    enforce: 'pre',
    resolveId(id, importer = '') {
      if (!id.endsWith(SUFFIX)) return null;
      const file = id.slice(0, -SUFFIX.length).replace(/\.js$/, '.ts');
      // An id that ends in .css would be taken for a style sheet by other plugins.
      return `${PREFIX}${resolve(dirname(importer), file)}${END}`;
    },
    async load(id) {
      if (!id.startsWith(PREFIX)) return null;
      const file = id.slice(PREFIX.length, -END.length);
      this.addWatchFile(file);
      const text = file.endsWith('.css') ? await style(file) : await script(file);
      return `export default ${JSON.stringify(text)};`;
    },
  };
}

/** Browsers from 2024 on: those that know :has() and nesting. Encoded as lightningcss has versions. */
const BROWSERS = { chrome: 120 << 16, firefox: 121 << 16, safari: (17 << 16) | (2 << 8) };

async function style(file: string): Promise<string> {
  const { code } = transform({ filename: file, code: await readFile(file), minify: true, targets: BROWSERS });
  return new TextDecoder().decode(code);
}

async function script(file: string): Promise<string> {
  const bundle = await rolldown({ input: file, platform: 'browser', preserveEntrySignatures: false });
  const { output } = await bundle.generate({ format: 'iife', minify: true, comments: false });
  await bundle.close();
  return output[0].code.trim();
}

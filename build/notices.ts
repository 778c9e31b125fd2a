import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'rolldown';

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly repository?: string | { readonly url?: string };
}

/** The folders of the packages in all bundles so far. */
const folders = new Set<string>();

/** Writes what the licences of the packages in a bundle ask for: the name, the source and the licence of each. */
export function notices(file: string): Plugin {
  return {
    name: 'notices',
    writeBundle(_, bundle) {
      const modules = Object.values(bundle).flatMap(chunk =>
        chunk.type === 'chunk' ? Object.keys(chunk.modules) : [],
      );
      for (const folder of modules.flatMap(module => PACKAGE.exec(module)?.[0] ?? [])) folders.add(folder);
      const entries = [...folders].map(notice).sort();
      writeFileSync(file, `${HEAD}\n${entries.join('\n')}`);
    },
  };
}

const HEAD = 'The files in dist/ have code of these packages in them. idm itself is under the licence in LICENSE.\n';

/** The folder of the innermost package that a module belongs to. */
const PACKAGE = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/;

function notice(folder: string): string {
  const {
    name,
    version,
    license = '',
    repository,
  }: Manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const url = (typeof repository === 'string' ? repository : repository?.url) ?? '';
  const source = url.replace(/^git\+|\.git$/g, '').replace(/^(?:github:)?(?=[\w-]+\/[\w.-]+$)/, 'https://github.com/');
  const names = readdirSync(folder).filter(entry => /^(?:licen[cs]e|notice)/i.test(entry));
  const texts = names.map(entry => readFileSync(join(folder, entry), 'utf8').replace(/\r/g, '').trim());
  return [`${'-'.repeat(80)}\n${name} ${version} (${license})\n${source}\n`, ...texts, ''].join('\n');
}

// npm run build: the types of the library, and at the same time the bundles of rolldown.config.ts. The command line of rolldown
// would print a table of every file.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { build } from 'rolldown';
import { loadConfig } from 'rolldown/config';
import { keepPublicTypes } from './public-types.mjs';

const compiler = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc');

async function types() {
  const run = spawn(process.execPath, [compiler, '-p', 'tsconfig.build.json'], { stdio: 'inherit' });
  const [code] = await once(run, 'exit');
  if (code === 0) keepPublicTypes();
  else process.exitCode = 1;
}

async function bundles() {
  const all = await loadConfig('rolldown.config.ts');
  await Promise.all(all.map(bundle => build(bundle)));
}

rmSync('dist', { recursive: true, force: true });
await Promise.all([types(), bundles()]);

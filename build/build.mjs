// npm run build: the bundles of rolldown.config.ts. The command line of rolldown would print a table of every file.
import { build } from 'rolldown';
import { loadConfig } from 'rolldown/config';

for (const bundle of await loadConfig('rolldown.config.ts')) await build(bundle);

// A process that only parses a file with `yaml`, as the tool has it parsed: what reading that file costs at least without the tool.
import { readFileSync } from 'node:fs';
import { parseDocument } from 'yaml';

parseDocument(readFileSync(process.argv[2] ?? '', 'utf8'), {
  schema: 'failsafe',
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: 'error',
});

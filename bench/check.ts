// npm run bench:check: fails when the tool has become slower than bench/expected.json says; -- --write writes that file.
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { desk, largeRows, type Measurable, startRows } from './processes.js';
import { ATTEMPTS, type Attempted, complaints, SLACK, verdict, type Written } from './verdict.js';

const EXPECTED = new URL('bench/expected.json', import.meta.resolve('idm-agenda/package.json'));
const { values } = parseArgs({ options: { write: { type: 'boolean', default: false } } });
const major = process.versions.node.replace(/\..*/, '');
const expected: Readonly<Record<string, Written>> = JSON.parse(readFileSync(EXPECTED, 'utf8'));
const written = expected[major];

/** Measures a row until there is something to say of it, each time longer; what is to be written down as often as may be. */
async function attempt(row: Measurable, written: Written): Promise<Attempted> {
  const attempts: number[] = [];
  do {
    const more = attempts.length + 1;
    const ratio = await row.measure({ runs: 3 + 2 * more, seconds: 4 * more });
    attempts.push(ratio);
    const before = written[row.name];
    const limit = before === undefined ? '' : `  at most ${(before * SLACK).toFixed(2)}`;
    console.log(`${ratio.toFixed(2).padStart(8)}  ${row.name}${limit}`);
  } while (values.write ? attempts.length < ATTEMPTS : verdict(written[row.name], attempts) === 'again');
  return { name: row.name, attempts };
}

async function check(written: Written): Promise<void> {
  const place = desk();
  const measured: Attempted[] = [];
  try {
    for (const row of [...startRows(place), ...largeRows(place)]) measured.push(await attempt(row, written));
  } finally {
    place.remove();
  }
  if (values.write) {
    const ratios = measured.map(({ name, attempts }) => [name, Number(Math.min(...attempts).toFixed(2))]);
    const text = JSON.stringify({ ...expected, [major]: Object.fromEntries(ratios) }, null, 2);
    writeFileSync(EXPECTED, `${text}\n`);
    return;
  }
  for (const complaint of complaints(written, measured)) {
    console.error(complaint);
    process.exitCode = 1;
  }
}

if (written === undefined && !values.write)
  console.log(`skipped: nothing is written down for Node ${major}, only for ${Object.keys(expected).join(', ')}`);
else await check(written ?? {});

// npm run bench: prints both tables; -- --write keeps them in docs/performance.md. Run it when nothing else runs.
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { functionRows } from './functions.js';
import { byHyperfine, hyperfine, spawned } from './measure.js';
import {
  desk,
  hugeRows,
  khalRows,
  largeRows,
  type Measurable,
  type Measuring,
  sizeRows,
  startRows,
} from './processes.js';
import { line, markdown, type Row, withTable } from './table.js';

const DOCUMENT = new URL('docs/performance.md', import.meta.resolve('idm-agenda/package.json'));
const { values } = parseArgs({
  options: {
    write: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    runs: { type: 'string', default: '15' },
    seconds: { type: 'string', default: '5' },
  },
});
if (values.write && values.only !== '') throw new Error('--write takes all rows, --only some');
const clock = hyperfine();
const options: Measuring = {
  runs: Number(values.runs),
  seconds: Number(values.seconds),
  time: clock === undefined ? spawned : byHyperfine,
};

/** A row with what was measured, or with what went wrong. */
async function outcome(row: Measurable): Promise<Row> {
  try {
    return { ...row, value: await row.measure(options) };
  } catch (error) {
    return { ...row, failure: error instanceof Error ? error.message : String(error) };
  }
}

/** Measures rows one after the other and prints each as it comes. */
async function measured(rows: readonly Measurable[]): Promise<Row[]> {
  const done: Row[] = [];
  for (const row of rows.filter(({ name }) => name.includes(values.only))) {
    const result = await outcome(row);
    console.log(line(result));
    done.push(result);
  }
  return done;
}

const place = desk();
try {
  const rows = [startRows, largeRows, hugeRows, khalRows, sizeRows].flatMap(rowsOf => rowsOf(place));
  const processes = await measured(rows);
  const functions = await measured(await functionRows());
  if (values.write) {
    const by = clock === undefined ? '' : `, by the clock of hyperfine ${clock}`;
    const text = `Measured on Node ${process.versions.node}, ${options.runs} runs or more of each${by}.\n\n${markdown(processes, true)}\n\n${markdown(functions, false)}`;
    writeFileSync(DOCUMENT, withTable(readFileSync(DOCUMENT, 'utf8'), text));
  }
} finally {
  place.remove();
}

// How reading and checking a schedule compares to the parser underneath alone. Each has a thread, and so a heap, of its own:
// neither is left the garbage of the other.
import { once } from 'node:events';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { parseXml } from '@rgrove/parse-xml';
import { parseTree } from 'jsonc-parser';
import { talks } from './models.mjs';

const COMPILED = '../node_modules/.cache/bench';
const PARSERS = {
  'schedule-json': ['`jsonc-parser`', text => parseTree(text)],
  'schedule-xml': ['`parse-xml`', text => parseXml(text, { includeOffsets: true })],
};

/** A row for each format, on a schedule of 900 talks. */
export async function scheduleRows() {
  const { entries, lens } = await import(`${COMPILED}/index.js`);
  const { WRITERS } = await import(`${COMPILED}/writers/index.js`);
  const agenda = talks(900);
  const given = { agenda, entries: entries(agenda), lens: lens(agenda), options: {} };
  const rows = Object.entries(PARSERS).map(async ([format, [parser]]) => {
    const text = (await WRITERS[format].load()).write(given);
    const name = `${format} of ${(text.length / 1e6).toFixed(1)} MB read and checked / ${parser} alone`;
    return { name, target: 3, measure: ({ runs }) => ratio(format, text, 2 * runs + 1) };
  });
  return Promise.all(rows);
}

async function ratio(format, text, runs) {
  const jobs = [true, false].map(
    whole => new Worker(new URL(import.meta.url), { workerData: { format, text, whole } }),
  );
  const times = jobs.map(() => []);
  for (let run = 0; run < runs; run++) {
    for (const [i, job] of jobs.entries()) {
      job.postMessage('measure');
      const [ms] = await once(job, 'message');
      times[i].push(ms);
    }
  }
  await Promise.all(jobs.map(job => job.terminate()));
  const [whole, alone] = times.map(list => list.sort((a, b) => a - b)[list.length >> 1]);
  return whole / alone;
}

async function work({ format, text, whole }) {
  const { lint, readAny } = await import(`${COMPILED}/index.js`);
  const [, parse] = PARSERS[format];
  parentPort.on('message', async () => {
    const before = performance.now();
    if (whole) lint(await readAny(text, { file: format }));
    else parse(text);
    parentPort.postMessage(performance.now() - before);
  });
}

if (!isMainThread && workerData?.format !== undefined) await work(workerData);

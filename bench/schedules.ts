// How reading and checking a schedule compares to the parser underneath alone. Each has a thread, and so a heap, of its own:
// neither is left the garbage of the other.
import { once } from 'node:events';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { parseXml } from '@rgrove/parse-xml';
import { parseTree } from 'jsonc-parser';
import { write as writeJson } from '../src/formats/schedule/json/write.js';
import { write as writeXml } from '../src/formats/schedule/xml/write.js';
import { entries, lens, lint, readAny } from '../src/index.js';
import { median } from './measure.js';
import { talks } from './models.js';
import type { Measurable } from './processes.js';

const FORMATS = {
  'schedule-json': { parser: '`jsonc-parser`', parse: (text: string) => parseTree(text), write: writeJson },
  'schedule-xml': {
    parser: '`parse-xml`',
    parse: (text: string) => parseXml(text, { includeOffsets: true }),
    write: writeXml,
  },
} as const;
type Format = keyof typeof FORMATS;

/** What a thread is to measure: reading and checking a text, or only parsing it. */
interface Job {
  readonly format: Format;
  readonly text: string;
  readonly whole: boolean;
}

/** A row for each format, on a schedule of 900 talks. */
export function scheduleRows(): Measurable[] {
  const agenda = talks(900);
  const request = { presentation: lens(agenda), selection: entries(agenda), options: {} };
  return (['schedule-json', 'schedule-xml'] as const).map(format => {
    const { parser, write } = FORMATS[format];
    const text = write(request);
    const name = `${format} of ${(text.length / 1e6).toFixed(1)} MB read and checked / ${parser} alone`;
    return { name, target: 3, measure: ({ runs }) => ratio(format, text, 2 * runs + 1) };
  });
}

async function ratio(format: Format, text: string, runs: number): Promise<number> {
  const start = (whole: boolean) => {
    const workerData: Job = { format, text, whole };
    return { worker: new Worker(new URL(import.meta.url), { workerData }), times: [] as number[] };
  };
  const [whole, alone] = [start(true), start(false)];
  for (let run = 0; run < runs; run++) {
    for (const { worker, times } of [whole, alone]) {
      worker.postMessage('measure');
      const [ms] = await once(worker, 'message');
      times.push(Number(ms));
    }
  }
  for (const { worker } of [whole, alone]) await worker.terminate();
  return median(whole.times) / median(alone.times);
}

function work({ format, text, whole }: Job): void {
  const { parse } = FORMATS[format];
  parentPort?.on('message', async () => {
    const before = performance.now();
    if (whole) lint(await readAny(text, { file: format }));
    else parse(text);
    parentPort?.postMessage(performance.now() - before);
  });
}

if (!isMainThread && workerData?.format !== undefined) work(workerData);

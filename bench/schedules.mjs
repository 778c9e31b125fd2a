// What reading and checking a schedule of 2 MB takes, as a ratio to the parser underneath alone: npm run bench. Medians of 31, in turn.
import { once } from 'node:events';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { parseXml } from '@rgrove/parse-xml';
import { parseTree } from 'jsonc-parser';
import { entries as entriesOf, lens, lint, readAny } from '../dist/index.js';
import { WRITERS } from '../dist/writers/index.js';

const WORDS =
  'harbour night freight quiet street water tide archive bridge ferry market garden signal school river'.split(' ');
const words = (seed, count) =>
  Array.from({ length: count }, (_, i) => WORDS[(seed * 7 + i * i * 3) % WORDS.length]).join(' ');

/** A name like nobody else's: a clean schedule is what most have. */
const name = number => {
  const syllable = i => SYLLABLES[Math.floor((number * 7919) / SYLLABLES.length ** i + number * i) % SYLLABLES.length];
  return [
    [0, 1, 2],
    [3, 4, 5, 6],
  ]
    .map(part => part.map(syllable).join(''))
    .join(' ');
};
const SYLLABLES = 'ba den fri go hul jak lem mor nu pas rit sol tav win zek'.split(' ');

/** Talks of an hour in ten rooms, each with two speakers and a text. */
function agenda(count) {
  const session = number => ({
    id: `talk-${number}`,
    time: { start: 540 + Math.floor((number % 80) / 10) * 60, end: 600 + Math.floor((number % 80) / 10) * 60 },
    title: { en: words(number, 6) },
    subtitle: { en: words(number + 1, 8) },
    description: { en: words(number + 2, 160) },
    type: 'session',
    rooms: [`r${number % 10}`],
    moderators: [],
    speakers: [{ person: `p${number}` }, { person: `q${number}` }],
    track: { en: words(number % 5, 1) },
    tags: [],
    languages: ['en'],
    sessions: [],
  });
  const days = Array.from({ length: Math.ceil(count / 80) }, (_, d) => ({
    date: new Date(Date.UTC(2030, 0, 1 + d)).toISOString().slice(0, 10),
    sessions: Array.from({ length: Math.min(80, count - d * 80) }, (_, i) => session(d * 80 + i)),
  }));
  const person = (prefix, i) => ({
    id: `${prefix}${i}`,
    name: name(prefix === 'p' ? i : i + count),
    org: { en: 'Org' },
  });
  const rooms = Array.from({ length: 10 }, (_, i) => ({ id: `r${i}`, name: { en: `Room ${i}` } }));
  return {
    id: 'bench',
    title: { en: 'Bench' },
    language: 'en',
    timezone: 'Europe/Paris',
    room: [],
    rooms,
    people: ['p', 'q'].flatMap(prefix => Array.from({ length: count }, (_, i) => person(prefix, i))),
    days,
    lint: {},
  };
}

const PARSERS = {
  'schedule-json': text => parseTree(text),
  'schedule-xml': text => parseXml(text, { includeOffsets: true }),
};

const median = list => list.sort((a, b) => a - b)[Math.floor(list.length / 2)];

/** A thread that measures one thing, each time it is asked: with a heap of its own, neither leaves the other its garbage. */
async function measurer(job) {
  const worker = new Worker(new URL(import.meta.url), { workerData: job });
  await once(worker, 'online');
  return {
    async measure() {
      worker.postMessage('measure');
      const [ms] = await once(worker, 'message');
      return ms;
    },
    end: () => worker.terminate(),
  };
}

async function main() {
  const large = agenda(900);
  const given = { agenda: large, entries: entriesOf(large), lens: lens(large), options: {} };
  for (const name of Object.keys(PARSERS)) {
    const text = (await WRITERS[name].load()).write(given);
    const [parser, reader] = await Promise.all(['parser', 'reader'].map(job => measurer({ job, name, text })));
    const [alone, whole] = [[], []];
    for (let i = 0; i < 31; i++) {
      alone.push(await parser.measure());
      whole.push(await reader.measure());
    }
    await Promise.all([parser.end(), reader.end()]);
    const first = whole[0] / alone[0];
    const [a, w] = [median(alone), median(whole)];
    console.log(
      `${name.padEnd(14)} ${(text.length / 1e6).toFixed(1)} MB  parser ${a.toFixed(0)} ms  read and checked ${w.toFixed(0)} ms  ratio ${(w / a).toFixed(1)}  the first time ${first.toFixed(1)}`,
    );
  }
}

function work({ job, name, text }) {
  parentPort.on('message', async () => {
    const before = performance.now();
    if (job === 'parser') PARSERS[name](text);
    else lint(await readAny(text, { file: name }));
    parentPort.postMessage(performance.now() - before);
  });
}

if (isMainThread) await main();
else work(workerData);

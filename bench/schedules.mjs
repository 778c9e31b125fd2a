// What reading and checking a schedule of 2 MB takes, as a ratio to the parser underneath alone: npm run bench. Medians of fifteen, in turn.
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

const large = agenda(900);
const given = { agenda: large, entries: entriesOf(large), lens: lens(large), options: {} };
const median = list => list.sort((a, b) => a - b)[Math.floor(list.length / 2)];

for (const [name, parse] of [
  ['schedule-json', text => parseTree(text)],
  ['schedule-xml', text => parseXml(text, { includeOffsets: true })],
]) {
  const text = (await WRITERS[name].load()).write(given);
  const times = { alone: [], whole: [] };
  for (let i = 0; i < 15; i++) {
    let before = performance.now();
    parse(text);
    times.alone.push(performance.now() - before);
    before = performance.now();
    lint(await readAny(text, { file: name }));
    times.whole.push(performance.now() - before);
  }
  const [alone, whole] = [median(times.alone), median(times.whole)];
  console.log(
    `${name.padEnd(14)} ${(text.length / 1e6).toFixed(1)} MB  parser ${alone.toFixed(0)} ms  read and checked ${whole.toFixed(0)} ms  ratio ${(whole / alone).toFixed(1)}`,
  );
}

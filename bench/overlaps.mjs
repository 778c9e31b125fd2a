// How the search for overlaps grows: npm run bench. Times are the median of five; what counts is the last column.
import { overlaps } from '../dist/index.js';

/** Sessions of an hour in rooms of their own, twenty a hall and day; every hundredth overlaps the one before in its room. */
function agenda(count) {
  const days = Math.ceil(count / 1000);
  return {
    id: 'bench',
    title: { en: 'Bench' },
    timezone: 'UTC',
    room: [],
    rooms: [],
    people: [],
    lint: {},
    days: Array.from({ length: days }, (_, d) => ({
      date: new Date(Date.UTC(2030, 0, 1 + d)).toISOString().slice(0, 10),
      sessions: Array.from({ length: Math.min(1000, count - d * 1000) }, (_, i) => session(d * 1000 + i, i)),
    })),
  };
}

function session(number, i) {
  const start = (i % 20) * 60;
  const early = number % 100 === 1 ? 30 : 0;
  return {
    id: `s${number}`,
    time: { start: start - early, end: start + 60 },
    title: { en: 'S' },
    type: 'session',
    rooms: [`r${Math.floor(i / 20)}`],
    moderators: [],
    speakers: [{ person: `p${number}` }],
    tags: [],
    languages: [],
    sessions: [],
  };
}

const rows = [1000, 10_000, 100_000].map(count => {
  const times = Array.from({ length: 5 }, () => {
    const fresh = agenda(count);
    const before = performance.now();
    const pairs = overlaps(fresh).length;
    return { ms: performance.now() - before, pairs };
  }).sort((a, b) => a.ms - b.ms);
  return { sessions: count, ...times[2] };
});

for (const { sessions, pairs, ms } of rows) {
  const unit = (ms / (sessions * Math.log2(sessions))) * 1e6;
  console.log(
    `${String(sessions).padStart(7)} sessions  ${String(pairs).padStart(6)} pairs  ${ms.toFixed(1).padStart(8)} ms  ${unit.toFixed(0).padStart(5)} ns / n log n`,
  );
}

// What 10,000 sessions take to .ics, as a ratio to `ics` alone on the same events: npm run bench. Medians of three, in turn.
import { createEvents } from 'ics';
import { entries as entriesOf, lens } from '../dist/index.js';
import { WRITERS } from '../dist/writers/index.js';

const TEXT = 'Œuvrer de concert pour rendre les migrations bénéfiques à tous, ici et ailleurs ; '.repeat(6);
const days = Array.from({ length: 10 }, (_, d) => ({
  date: `2030-03-${String(d + 10)}`,
  sessions: Array.from({ length: 1000 }, (_, i) => ({
    id: `s${d * 1000 + i}`,
    time: { start: 480 + (i % 40) * 15, end: 540 + (i % 40) * 15 },
    title: { fr: `Session ${i} : ${TEXT.slice(0, 80)}` },
    description: { fr: TEXT },
    type: 'session',
    rooms: ['hall'],
    moderators: [],
    speakers: [],
    tags: [],
    languages: [],
    sessions: [],
  })),
}));
const rooms = [{ id: 'hall', name: { fr: 'Salle de conférence 2' } }];
const agenda = {
  id: 'bench',
  title: { fr: 'Banc' },
  language: 'fr',
  timezone: 'Europe/Paris',
  room: [],
  rooms,
  people: [],
  days,
  lint: {},
};
const entries = entriesOf(agenda);
const { write } = await WRITERS.ics.load();
const median = list => list.sort((a, b) => a - b)[Math.floor(list.length / 2)];
const time = run => {
  const before = performance.now();
  run();
  return performance.now() - before;
};

const alone = [];
const whole = [];
for (let i = 0; i < 3; i++) {
  whole.push(time(() => write({ agenda, entries, lens: lens(agenda), options: {} })));
  const events = entries.map(({ session }) => ({
    uid: `${session.id}@bench`,
    title: session.title.fr,
    description: session.description.fr,
    location: 'Salle de conférence 2',
    start: Date.UTC(2030, 2, 10, 9),
    end: Date.UTC(2030, 2, 10, 10),
    status: 'CONFIRMED',
    categories: ['session'],
  }));
  alone.push(time(() => createEvents(events)));
}
console.log(`10,000 sessions to .ics  ratio to ics alone ${(median(whole) / median(alone)).toFixed(2)}`);

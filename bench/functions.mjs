// Single functions, as ratios to the library underneath, or to themselves on less. They are compiled from the sources, a module a file.
import { createEvents } from 'ics';
import { parseDocument } from 'yaml';
import { agenda as agendaText } from './agendas.mjs';
import { functions } from './measure.mjs';
import { crowded, large } from './models.mjs';
import { scheduleRows } from './schedules.mjs';

const COMPILED = '../node_modules/.cache/bench';
const { entries, lens, lint, overlaps, readAgenda } = await import(`${COMPILED}/index.js`);
const { WRITERS } = await import(`${COMPILED}/writers/index.js`);

const row = (name, whole, alone, more) => ({
  name,
  measure: options => functions(whole, alone, { ...more, ...options }),
});
const given = agenda => ({ agenda, entries: entries(agenda), lens: lens(agenda), options: {} });

/** Takes `count` and ten times as many, and compares what one costs: 1 when the cost grows as the count does. */
function growth(name, count, cost, prepare, run) {
  const { measure } = row(name, run, run, {
    prepare: { whole: () => prepare(10 * count), alone: () => prepare(count) },
  });
  return { name, measure: async options => (await measure(options)) * (cost(count) / cost(10 * count)) };
}

/** The rows of the second table. */
export async function functionRows() {
  const text = agendaText(1000);
  const yaml = () => parseDocument(text, { schema: 'failsafe', uniqueKeys: false, prettyErrors: false });
  const calendar = given(large(10_000));
  const ics = await WRITERS.ics.load();
  const events = calendar.entries.map(({ session }) => ({
    uid: `${session.id}@bench`,
    title: session.title.fr,
    description: session.description.fr,
    location: 'Salle de conférence 2',
    start: Date.UTC(2030, 2, 10, 9),
    end: Date.UTC(2030, 2, 10, 10),
    status: 'CONFIRMED',
    categories: ['session'],
  }));
  const fresh = count => readAgenda(agendaText(count));
  return [
    row('YAML of 1,000 sessions read / `yaml` alone', () => readAgenda(text), yaml),
    row('1,000 sessions checked / `yaml` alone', lint, yaml, { prepare: { whole: () => fresh(1000) } }),
    growth('checking 10,000 sessions / 1,000, per session', 1000, n => n, fresh, lint),
    growth('overlaps of 100,000 sessions / 10,000, per n log n', 10_000, n => n * Math.log(n), crowded, overlaps),
    row(
      '10,000 sessions to .ics / `ics` alone',
      () => ics.write(calendar),
      () => createEvents(events),
    ),
    ...(await scheduleRows()),
  ];
}

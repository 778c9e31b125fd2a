// Single functions, as ratios to the library underneath, or to themselves on less. They are compiled from the sources, a module a file.
import { createEvents, type EventAttributes } from 'ics';
import { parseDocument } from 'yaml';
import type { ExportRequest } from '../src/formats/export-request.js';
import { write as writeIcs } from '../src/formats/ics/write.js';
import { entries, lens, lint, overlaps, readAgenda } from '../src/index.js';
import type { Agenda } from '../src/model/agenda.js';
import { agenda as agendaText } from './agendas.js';
import { functions } from './measure.js';
import { crowded, large } from './models.js';
import type { Measurable } from './processes.js';
import { scheduleRows } from './schedules.js';

/** A function to a second one, both with what `prepare` gives; preparing is not measured. */
function row<T>(
  name: string,
  whole: (given: T) => unknown,
  alone: (given: T) => unknown,
  prepare: () => T,
  prepareAlone = prepare,
): Measurable {
  const prepared = { whole: prepare, alone: prepareAlone };
  return { name, measure: options => functions(whole, alone, { prepare: prepared, ...options }) };
}

/** Takes `count` and ten times as many, and compares what one costs: 1 when the cost grows as the count does. */
function growth<T>(
  name: string,
  count: number,
  cost: (count: number) => number,
  prepare: (count: number) => T,
  run: (given: T) => unknown,
): Measurable {
  const { measure } = row(
    name,
    run,
    run,
    () => prepare(10 * count),
    () => prepare(count),
  );
  return { name, measure: async options => (await measure(options)) * (cost(count) / cost(10 * count)) };
}

/** What a command hands to a writer of a whole agenda. */
function wholeAgenda(agenda: Agenda): ExportRequest {
  return { presentation: lens(agenda), selection: entries(agenda), options: {} };
}

/** The rows of the second table. */
export async function functionRows(): Promise<Measurable[]> {
  const text = agendaText(1000);
  const yaml = () => parseDocument(text, { schema: 'failsafe', uniqueKeys: false, prettyErrors: false });
  const calendar = wholeAgenda(large(10_000));
  const events = calendar.selection.map(
    ({ session: { id, title, description } }): EventAttributes => ({
      uid: `${id}@bench`,
      title: title.fr ?? '',
      description: description?.fr ?? '',
      location: 'Salle de conférence 2',
      start: Date.UTC(2030, 2, 10, 9),
      end: Date.UTC(2030, 2, 10, 10),
      status: 'CONFIRMED',
      categories: ['session'],
    }),
  );
  const fresh = (count: number) => readAgenda(agendaText(count));
  const nothing = () => undefined;
  return [
    row('YAML of 1,000 sessions read / `yaml` alone', () => readAgenda(text), yaml, nothing),
    row('1,000 sessions checked / `yaml` alone', lint, yaml, () => fresh(1000)),
    growth(
      'checking 10,000 sessions / 1,000, per session',
      1000,
      n => n,
      fresh,
      reading => lint(reading),
    ),
    growth('overlaps of 100,000 sessions / 10,000, per n log n', 10_000, n => n * Math.log(n), crowded, overlaps),
    row(
      '10,000 sessions to .ics / `ics` alone',
      () => writeIcs(calendar),
      () => createEvents(events),
      nothing,
    ),
    ...scheduleRows(),
  ];
}

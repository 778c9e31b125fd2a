import { FIELDS, type Field } from '../model/fields.js';
import type { Presentation } from '../query/presentation.js';
import type { ScheduledSession } from '../query/scheduled-sessions.js';
import { cast } from '../query/walk.js';
import type { ExportRequest } from './export-request.js';
import type { Writer } from './format.js';
import type { Holders, Kept, KeptTable, Loss, Scope } from './keeps.js';
import { exportedSessions, includedPeople, includedRooms, isWhole } from './selection.js';

/** The exported sessions with their days, the people and rooms of the export, and the agenda. */
export function scopeOf(request: ExportRequest): Scope {
  const { agenda } = request.presentation;
  const session = exportedSessions(request);
  const dates = new Set(session.map(({ date }) => date));
  const whole = isWhole(request);
  return {
    agenda: [agenda],
    room: includedRooms(request),
    person: includedPeople(request).map(({ person }) => person),
    day: agenda.days.filter(({ date }) => whole || (date !== undefined && dates.has(date))),
    session,
    item: session.flatMap(entry => entry.session.items),
    link: [...agenda.links, ...session.flatMap(entry => entry.session.links)],
    appearance: session.flatMap(entry => cast(entry.session, entry.path).map(one => one.appearance)),
  };
}

/** What of an export the format does not keep, in notices without end: `the tags of 2 sessions`, `of rooms: capacities`. */
export function notices(request: ExportRequest, writer: Writer): readonly string[] {
  const losses = lossesOf(request, writer);
  const named = (what: string, nouns: readonly string[]) =>
    nouns.length === 0 ? [] : [`of ${what}: ${[...new Set(nouns)].join(', ')}`];
  const inSessions = losses('session');
  const sentences = inSessions.flatMap(({ kind, noun, loss, lost }) =>
    kind === 'appearances' ? [] : [{ whole: loss.whole, text: sentence(noun, loss, lost, request.presentation) }],
  );
  const nouns = (...tables: readonly Exclude<KeptTable, 'session'>[]) =>
    tables.flatMap(table => losses(table).map(({ noun }) => noun));
  const cast = inSessions.filter(({ kind }) => kind === 'appearances').map(({ noun }) => noun);
  const ofPeople = nouns('person');
  // What is said of one appearance stands before what is said of people, who have functions too.
  const ofAppearances = nouns('appearance').filter(noun => !ofPeople.includes(noun));
  return [
    ...sentences.filter(({ whole }) => whole).map(({ text }) => text),
    ...sentences.filter(({ whole }) => !whole).map(({ text }) => text),
    ...named('people', [...cast, ...ofAppearances, ...ofPeople]),
    ...named('items', nouns('item')),
    ...named('links', nouns('link')),
    ...named('rooms', nouns('room')),
    ...named('the agenda', nouns('agenda', 'day')),
  ];
}

/** A loss that happened, and to what. */
interface Happened<Holder> {
  readonly kind: Field['kind'];
  readonly noun: string;
  readonly loss: Loss<Holder>;
  readonly lost: readonly Holder[];
}

/** Finds the losses of a table, in the order of its fields. */
function lossesOf(request: ExportRequest, { keeps, scope = scopeOf }: Writer) {
  const within = scope(request);
  return <Table extends KeptTable>(table: Table): readonly Happened<Holders[Table]>[] => {
    const fields: Readonly<Record<string, Field>> = FIELDS[table];
    const kept = keeps[table] as Readonly<Record<string, Kept<Holders[Table]>>>;
    return Object.entries(fields).flatMap(([name, field]) => {
      const { loses = [], unless } = kept[name] ?? {};
      if (unless !== undefined && request.options[unless]) return [];
      const all = loses === 'value' ? [{ when: (holder: Holders[Table]) => hasValue(holder, name, field) }] : loses;
      return all.flatMap((loss: Loss<Holders[Table]>) => {
        const among = (loss.among?.(request) ?? within[table]) as readonly Holders[Table][];
        const lost = among.filter(holder => loss.when(holder, request));
        return lost.length === 0 ? [] : [{ kind: field.kind, noun: field.noun, loss, lost }];
      });
    });
  };
}

/** True where a field says something: more than its absence does. */
function hasValue(holder: Holders[KeptTable], name: string, field: Field): boolean {
  const source =
    'session' in holder
      ? { ...holder.session, room: holder.session.rooms }
      : 'sessions' in holder
        ? { ...holder, room: holder.rooms }
        : holder;
  const value = (source as Readonly<Record<string, unknown>>)[name];
  if (value === undefined || value === false || value === field.default) return false;
  return typeof value !== 'object' || value === null || Object.keys(value).length > 0;
}

function sentence(
  noun: string,
  { says }: Loss<ScheduledSession>,
  { length }: readonly ScheduledSession[],
  presentation: Presentation,
): string {
  const sessions = `${length} ${length === 1 ? 'session' : 'sessions'}`;
  return says?.(sessions, length === 1, presentation) ?? `the ${noun} of ${sessions}`;
}

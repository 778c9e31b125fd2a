import { elements } from '../../reports/xml.js';

/** An element of a schedule.xml with what stands in it. */
interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
}

interface Event extends Element {
  /** The texts of its elements, by name. */
  readonly fields: Record<string, string>;
  readonly persons: Element[];
}

interface Room extends Element {
  readonly events: Event[];
}

interface Day extends Element {
  readonly rooms: Room[];
}

/** A schedule.xml as it stands: the elements of its head in order, and the days. Fails where it is not well-formed. */
export function readSchedule(xml: string): { readonly head: readonly Element[]; readonly days: readonly Day[] } {
  const head: Element[] = [];
  const days: Day[] = [];
  for (const element of elements(xml)) {
    const room = days.at(-1)?.rooms.at(-1);
    const event = room?.events.at(-1);
    if (element.name === 'day') days.push({ ...element, rooms: [] });
    else if (element.name === 'room' && 'name' in element.attributes)
      days.at(-1)?.rooms.push({ ...element, events: [] });
    else if (element.name === 'event') room?.events.push({ ...element, fields: {}, persons: [] });
    else if (element.name === 'person') event?.persons.push(element);
    else if (event) event.fields[element.name] = element.text;
    else head.push(element);
  }
  return { head, days };
}

/** Every event with its day and room, in order. */
export function eventsOf(xml: string) {
  return readSchedule(xml).days.flatMap(day =>
    day.rooms.flatMap(room => room.events.map(event => ({ day, room, event }))),
  );
}

import { words } from '../../../text/fold.js';
import { stamp } from './calendar.js';
import type { Attended } from './clashes.js';
import { children, find, partsOf, shownText, within } from './dom.js';

/** A session of the page, as its element says it. */
export interface PageSession extends Attended {
  readonly id: string;
  readonly element: HTMLElement;
  readonly title: HTMLElement;
  readonly parent: PageSession | undefined;
  /** What filters ask: of each, the values that the session has, and where their names stand. */
  readonly values: Readonly<Record<FilterName, ReadonlyMap<string, Node>>>;
  /** The words of its texts in all languages, folded, a blank before each. */
  readonly searched: () => string;
}

/** The language that the page was opened in, which calendars are in as well. */
const FIRST = document.documentElement.lang;

export const FILTERS = ['day', 'room', 'track', 'type', 'spoken'] as const;
export type FilterName = (typeof FILTERS)[number];

/** The sessions of the page, in the order of its list. */
export function readSessions(): readonly PageSession[] {
  const all: PageSession[] = [];
  const known = new Map<Element, PageSession>();
  for (const element of find('article')) {
    const parent = known.get(element.parentElement?.closest('article') ?? element);
    const session = read(element, parent);
    known.set(element, session);
    all.push(session);
  }
  return all;
}

function read(element: HTMLElement, parent: PageSession | undefined): PageSession {
  const { when, what, heading, facts } = partsOf(element);
  const [start = Number.NaN, end = start + 60_000] = within(when, 'time').map(time =>
    Date.parse((time as HTMLTimeElement).dateTime),
  );
  const { spoken = '' } = element.dataset;
  const rooms = within(when, 'a').map(link => [link.getAttribute('href')?.slice(6) ?? '', link] as const);
  const [thread] = children(facts, '.thread');
  const [label] = children(facts, '.kind');
  // Where a type is said, it is the first class.
  const kind = (label && element.classList[0]) || 'session';
  const languages = within(facts, '.spoken > span');
  const day = element.closest('.date')?.firstElementChild;
  let text: string | undefined;
  return {
    id: element.id,
    element,
    title: children(heading, 'a, span')[0] ?? element,
    start,
    end,
    parent,
    hasParts: children(what, 'article').length > 0,
    type: kind,
    rooms: rooms.map(([id]) => id),
    isCancelled: element.classList.contains('cancelled'),
    values: {
      day: new Map(day ? [[day.id.slice(4), day.querySelector('time') ?? day]] : []),
      room: new Map(rooms),
      track: new Map(thread ? [[shownText(thread, FIRST), thread]] : []),
      type: new Map(label ? [[kind, label]] : []),
      spoken: new Map(spoken.split(' ').flatMap((tag, i) => (tag && languages[i] ? [[tag, languages[i]]] : []))),
    },
    searched: () => {
      text ??= [...children(element, '.when'), ...children(what, ':not(article, .links)')]
        .flatMap(part => words(part.innerHTML.replace(/<[^>]*>|&\w+;/g, ' ')))
        .map(found => ` ${found}`)
        .join('');
      return text;
    },
  };
}

/** What the calendar patterns of the page leave to it (`valuesOf` in patterns.ts), in the language that calendars are in. */
export function calendarValues({ id, element, title, parent, start, end }: PageSession): readonly string[] {
  const text = (node: Node | undefined) => (node === undefined ? '' : shownText(node, FIRST));
  const { when, facts, people: cast } = partsOf(element);
  const told = within(when, 'time').length;
  const people = within(cast, 'dd').flatMap(person => {
    const name = text(find('a, b', person)[0]);
    return [name, text(person).slice(name.length)];
  });
  return [
    '\\',
    id,
    parent?.id ?? '',
    told > 0 ? stamp(start) : '',
    told > 1 ? stamp(end) : '',
    text(title),
    ...within(when, 'a, b').map(link => text(link)),
    text(children(facts, '.thread')[0]),
    ...people,
  ];
}

/** The name of a value in the language that is shown. */
export function nameOf(label: Node): string {
  return shownText(label).replace(/\s+/g, ' ').trim();
}

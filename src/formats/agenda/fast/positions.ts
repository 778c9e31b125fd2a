import {
  CHOMPING_MODE,
  COLLECTION_STYLE,
  EVENT_ID,
  type Event,
  getScalarValue,
  parseEvents,
  SCALAR_STYLE,
} from 'js-yaml';
import type { Span } from '../../source/issues.js';
import type { PositionNode } from '../yaml/positions.js';
import { closed, isQuoted, type ScalarEvent } from './events.js';

/** An item, or a value with its key, as indices of events. */
interface Child {
  readonly value: number;
  readonly key?: number;
}

interface Children {
  readonly by: ReadonlyMap<string, Child>;
  readonly last: Child | undefined;
}

/** The positions in a YAML text that js-yaml parses; children are looked up on demand. */
export function eventPositions(text: string): PositionNode {
  const events = parseEvents(text, {});
  const after = ends(events);
  const known = new Map<number, Children>();

  const children = (at: number): Children => {
    let found = known.get(at);
    if (found === undefined) {
      const all = [...list(at)];
      found = { by: new Map(all), last: all.at(-1)?.[1] };
      known.set(at, found);
    }
    return found;
  };
  function* list(at: number): Generator<[string, Child]> {
    const isMap = events[at]?.type === EVENT_ID.MAPPING;
    if (!isMap && events[at]?.type !== EVENT_ID.SEQUENCE) return;
    for (let i = at + 1, n = 0; events[i] !== undefined && events[i]?.type !== EVENT_ID.POP; n++) {
      const key = i;
      const value = isMap ? (after[i] ?? 0) : i;
      yield isMap ? [scalarValue(text, events[key]), { key, value }] : [String(n), { value }];
      i = after[value] ?? events.length;
    }
  }
  const span = (at: number): Span => {
    const event = events[at];
    if (event?.type === EVENT_ID.SCALAR) return scalarSpan(text, event, events[at - 1]);
    if (event?.type !== EVENT_ID.MAPPING && event?.type !== EVENT_ID.SEQUENCE) return [0, 0];
    const { last } = children(at);
    const end = last === undefined ? event.start + 1 : Math.max(...[last.value, last.key ?? 0].map(i => span(i)[1]));
    return [event.start, event.style === COLLECTION_STYLE.FLOW ? closed(text, end) : nextLine(text, end)];
  };
  const node = (at: number): PositionNode => ({
    kind: kindOf(text, events[at]),
    get span() {
      return span(at);
    },
    child(step) {
      const child = children(at).by.get(String(step));
      return child && { node: node(child.value), ...(child.key !== undefined && { key: span(child.key) }) };
    },
  });
  return node(1);
}

/** For each event that begins a node, the index of the first event behind the node. */
function ends(events: readonly Event[]): Int32Array {
  const after = new Int32Array(events.length);
  const open: number[] = [];
  for (const [i, { type }] of events.entries()) {
    if (type === EVENT_ID.POP) after[open.pop() ?? 0] = i + 1;
    else if (type === EVENT_ID.SCALAR) after[i] = i + 1;
    else open.push(i);
  }
  return after;
}

function scalarValue(text: string, event: Event | undefined): string {
  return event?.type === EVENT_ID.SCALAR ? getScalarValue(text, event) : '';
}

function kindOf(text: string, event: Event | undefined): PositionNode['kind'] {
  if (event?.type === EVENT_ID.MAPPING) return 'map';
  if (event?.type === EVENT_ID.SEQUENCE) return 'list';
  return scalarValue(text, event) === '' ? 'empty' : 'scalar';
}

/** The span of a scalar with its quotes, or from the `|` or `>` that begins it; `before` is the event before it, such as its key. */
function scalarSpan(text: string, event: ScalarEvent, before: Event | undefined): Span {
  const { style, chomping, valueStart: from, valueEnd: to } = event;
  if (isQuoted(event)) return [from - 1, to + 1];
  if (style === SCALAR_STYLE.PLAIN) return [from, to];
  const key = before?.type === EVENT_ID.SCALAR ? before.valueEnd : 0;
  const head = text.slice(Math.max(key, text.lastIndexOf('\n', from - 2) + 1), from);
  const end = chomping === CHOMPING_MODE.KEEP ? to : withoutBlankLines(text, from, to);
  return [from - head.length + Math.max(0, head.search(BLOCK_HEAD)), end];
}

/** The header of a block scalar, to the end of its line (YAML 1.2.2 §8.1.1). */
const BLOCK_HEAD = /(?<=[\s:-])[|>][-+1-9]*(?:[ \t]+#[^\n]*|[ \t]*\r?)\n$/;

/** The end of the lines from `from` to `to` without the last ones of blanks; the first line stays, and one without an end. */
function withoutBlankLines(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && text[end - 1] === '\n') {
    const before = text.lastIndexOf('\n', end - 2) + 1;
    if (before <= from || /[^ \t\r\n]/.test(text.slice(before, end))) break;
    end = before;
  }
  return end;
}

/** The start of the line below an offset; the offset itself where it is one. */
function nextLine(text: string, at: number): number {
  if (text[at - 1] === '\n') return at;
  const newline = text.indexOf('\n', at);
  return newline === -1 ? text.length : newline + 1;
}

import { escapeActiveJson } from './escape.js';
import { escapeBracketCommands } from './workflow-commands.js';

/**
 * A value as JSON with two spaces of indentation and a final newline, where control and bidi characters, and the
 * first of `##[`, stand as `\uXXXX` (RFC 8259 §7): the same data, inert on a terminal and in the log of a workflow.
 */
export function safeJson(value: unknown): string {
  return `${inertJson(value)}\n`;
}

/** A list as {@link safeJson} writes it, in parts: an item is asked for when those before it were taken. */
export function* safeJsonList(items: Iterable<unknown>): Generator<string> {
  let before = '[\n';
  for (const item of items) {
    // JSON has no line break but between values.
    yield before + safeJsonItem(item);
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}

/** An item of a list as {@link safeJsonList} writes it, for lists whose items are awaited: what stands around it is the caller's. */
export function safeJsonItem(item: unknown): string {
  return inertJson(item).replace(/^/gm, '  ');
}

function inertJson(value: unknown): string {
  return escapeBracketCommands(escapeActiveJson(JSON.stringify(value, null, 2)), '\\u0023');
}

import { escapeBracketCommands } from './workflow-commands.js';

/** The characters that `escapeControls` disarms and JSON.stringify lets through. */
const ACTIVE = /[\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/g;

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
    yield before + inertJson(item).replace(/^/gm, '  ');
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}

function inertJson(value: unknown): string {
  const json = JSON.stringify(value, null, 2).replace(
    ACTIVE,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return escapeBracketCommands(json, '\\u0023');
}

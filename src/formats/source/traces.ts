/**
 * Runs a parser, whose errors nobody throws on: to note where an error was made takes longer than to make it, and a broken text
 * has many.
 */
export function withoutTraces<T>(run: () => T): T {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return run();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

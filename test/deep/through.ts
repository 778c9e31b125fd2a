import { readAny } from '../../src/formats/detect.js';
import { Unwritable } from '../../src/formats/export-limits.js';
import type { ExportRequest } from '../../src/formats/export-request.js';
import type { Writer } from '../../src/formats/format.js';
import type { WriterOptions } from '../../src/formats/options.js';
import { FORMATS, type ReaderName, WRITER_NAMES, type WriterName } from '../../src/formats/registry.js';
import { lint } from '../../src/lint/lint.js';
import { presentation } from '../../src/query/presentation.js';
import { scheduledSessions } from '../../src/query/scheduled-sessions.js';
import { isBinary } from '../support/written.js';

/** What a writer can be told besides nothing. */
const OPTIONS: Readonly<Partial<Record<WriterName, readonly WriterOptions[]>>> = {
  ics: [{}, { tzid: true, alarm: 'PT10M' }],
  csv: [{}, { people: true }],
};

/** Characters of an input that is written as a document too, which takes as long as all texts together. */
const SMALL = 20_000;

/**
 * Reads an input, judges it, and writes what was read in every format. Gives the rules of the problems. Throws whatever
 * the reader, lint or a writer throws, but for what a writer refuses.
 */
export async function through(input: string | Uint8Array, format?: ReaderName): Promise<readonly string[]> {
  const reading = await readAny(input, {}, format);
  const problems = lint(reading);
  const { agenda } = reading;
  if (agenda !== undefined) {
    const request: ExportRequest = {
      presentation: presentation(agenda),
      selection: scheduledSessions(agenda),
      options: {},
    };
    for (const name of WRITER_NAMES) {
      if (isBinary(name) && input.length > SMALL) continue;
      const writer: Writer = await FORMATS[name].write();
      for (const options of OPTIONS[name] ?? [{}]) await write(writer, { ...request, options });
    }
  }
  return problems.map(({ rule }) => rule);
}

async function write(writer: Writer, request: ExportRequest): Promise<void> {
  try {
    await writer.write(request);
  } catch (error) {
    if (!(error instanceof Unwritable)) throw error;
  }
}

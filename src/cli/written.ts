import { Unwritable, written } from '../formats/export-limits.js';
import type { ExportRequest } from '../formats/export-request.js';
import type { Writer } from '../formats/format.js';
import { Failure } from '../io.js';

/** What a writer writes; a failure where it cannot, or where that would be more than fits into memory. */
export async function writtenOrFail(writer: Writer, request: ExportRequest): Promise<string | Uint8Array> {
  try {
    return await written(writer, request);
  } catch (error) {
    throw error instanceof Unwritable ? new Failure(`${error.message}: nothing was written`) : error;
  }
}

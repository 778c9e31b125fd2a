import { exportSize, LARGEST_EXPORT, Unwritable } from '../formats/export-limits.js';
import type { ExportRequest } from '../formats/export-request.js';
import type { Writer } from '../formats/format.js';
import { Failure } from '../io.js';

/** What a writer writes; a failure where it cannot, or where that would be more than fits into memory. */
export async function writtenOrFail(writer: Writer, request: ExportRequest): Promise<string | Uint8Array> {
  if (exportSize(request) > LARGEST_EXPORT) {
    const most = `${LARGEST_EXPORT / 1_000_000} million characters`;
    throw new Failure(`an export of this would have more than ${most}: nothing was written`);
  }
  try {
    return await writer.write(request);
  } catch (error) {
    throw error instanceof Unwritable ? new Failure(`${error.message}: nothing was written`) : error;
  }
}

import { strFromU8, unzipSync } from 'fflate';
import type { ExportRequest } from '../../src/formats/export-request.js';
import type { Writer } from '../../src/formats/format.js';
import { FORMATS, type WriterName } from '../../src/formats/registry.js';

/** What a format writes of a request as text; of a zip file, all that is in it, the names of its parts before them. */
export async function written(name: WriterName, request: ExportRequest): Promise<string> {
  const writer: Writer = await FORMATS[name].write();
  const content = await writer.write(request);
  return typeof content === 'string' ? content : unzipped(content);
}

/** The texts of the parts of a zip file, each behind its name. */
export function unzipped(zip: Uint8Array): string {
  return Object.entries(unzipSync(zip))
    .map(([part, bytes]) => `${part}\n${strFromU8(bytes)}\n`)
    .join('');
}

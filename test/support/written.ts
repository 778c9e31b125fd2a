import { strFromU8, unzipSync } from 'fflate';
import type { ExportRequest } from '../../src/formats/export-request.js';
import type { Format, Writer } from '../../src/formats/format.js';
import { FORMATS, WRITER_NAMES, type WriterName } from '../../src/formats/registry.js';

/** What a format writes of a request as text; of a zip file, all that is in it, the names of its parts before them. */
export async function written(name: WriterName, request: ExportRequest): Promise<string> {
  const writer: Writer = await FORMATS[name].write();
  const content = await writer.write(request);
  return typeof content === 'string' ? content : unzipped(content);
}

/** The formats that are text, and those that are bytes. */
export const TEXTS = WRITER_NAMES.filter(name => !isBinary(name));
export const BINARIES = WRITER_NAMES.filter(isBinary);

/** True of a format whose files are bytes. */
export function isBinary(name: WriterName): boolean {
  return (FORMATS[name] as Format).isBinary ?? false;
}

/** What stands in the output of an export: that itself, or the text of the zip file that it is. */
export function textIn(name: WriterName, out: string): string {
  return isBinary(name) ? unzipped(Buffer.from(out, 'latin1')) : out;
}

/** The texts of the parts of a zip file, each behind its name. */
export function unzipped(zip: Uint8Array): string {
  return Object.entries(unzipSync(zip))
    .map(([part, bytes]) => `${part}\n${strFromU8(bytes)}\n`)
    .join('');
}

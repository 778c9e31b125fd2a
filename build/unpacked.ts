import { pathToFileURL } from 'node:url';
import type { Plugin } from 'rolldown';

/** Makes a table of base64, which is little-endian. */
const TABLE = `function table(base64) {
  const bytes = Buffer.from(base64, 'base64');
  if (new Uint8Array(Uint16Array.of(1).buffer)[0] === 0) bytes.swap16();
  return new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length / 2);
}`;

/**
 * Makes base64 of the tables of 16-bit numbers that a package unpacks each time it is loaded: Node decodes that sooner than
 * code of the package does. In the modules there is nothing else.
 */
export function unpacked(module: RegExp): Plugin {
  return {
    name: 'unpacked',
    load: {
      filter: { id: module },
      async handler(id) {
        const tables: Readonly<Record<string, unknown>> = await import(pathToFileURL(id).href);
        const made = Object.entries(tables).map(([name, table]) => {
          if (!(table instanceof Uint16Array)) return this.error(`${name} of ${id} is no table of 16-bit numbers`);
          const bytes = Buffer.alloc(table.length * 2);
          for (const [i, number] of table.entries()) bytes.writeUInt16LE(number, i * 2);
          return `export const ${name} = /* @__PURE__ */ table('${bytes.toString('base64')}');`;
        });
        return [TABLE, ...made].join('\n');
      },
    },
  };
}

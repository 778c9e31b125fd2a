import { describe, expect, test } from 'vitest';
import { FORMATS, formatByExtension, READER_NAMES, WRITER_NAMES } from '../../src/formats/registry.js';
import { BOTH_WAYS, given, SHIPPED } from '../given/exports.js';
import { written } from '../support/written.js';

describe('the formats', () => {
  test.each(WRITER_NAMES)('--%s writes what it is asked to', async name => {
    // By its id or, on a page for people, by its title.
    expect(await written(name, given(SHIPPED))).toMatch(/setting-the-scene|Mise en situation/);
  });

  test.each(Object.entries(FORMATS))('%s has extensions in lower case, with a dot', (_, { extensions }) => {
    expect(extensions.length).toBeGreaterThan(0);
    for (const extension of extensions) expect(extension).toMatch(/^\.[a-z]+$/);
  });

  test.each([
    ['read', '.json', 'schedule-json'],
    ['write', '.json', 'json'],
    ['read', '.md', 'document'],
    ['write', '.tsv', 'csv'],
    ['read', '.txt', 'document'],
  ] as const)('to %s a file with %s is a matter of %s', (door, extension, name) => {
    expect(formatByExtension(door, extension)).toBe(name);
  });

  test('what is written in a format that is read is known by its content to no other reader', async () => {
    for (const name of ['yaml', ...BOTH_WAYS] as const) {
      const { write } = await FORMATS[name].write();
      const head = write(given(SHIPPED)).slice(0, 4096);
      const knowing = READER_NAMES.filter(reader => FORMATS[reader].sniff(head));
      expect(knowing).toEqual(name === 'yaml' ? [] : [name]);
    }
  });
});

import { describe, expect, test } from 'vitest';
import { WRITERS } from '../../src/formats/writers.js';
import { given, SHIPPED } from '../given/exports.js';

describe('the writers', () => {
  test.each(Object.entries(WRITERS))(
    '%s stands under its name and writes what it is asked to',
    async (name, writer) => {
      expect(writer.name).toBe(name);
      const { write } = await writer.load();
      // By its id or, on a page for people, by its title.
      expect(write(given(SHIPPED))).toMatch(/setting-the-scene|Mise en situation/);
    },
  );

  test('are told apart by their extensions', () => {
    const extensions = Object.values(WRITERS).flatMap(writer => writer.extensions);
    expect(new Set(extensions).size).toBe(extensions.length);
    for (const extension of extensions) expect(extension).toMatch(/^\.[a-z]+$/);
  });
});

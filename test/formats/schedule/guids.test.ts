import { describe, expect, test } from 'vitest';
import { acronymOf, guidOf, numbers, slugOf, uuid5 } from '../../../src/formats/schedule/guids.js';

describe('UUIDs of names', () => {
  test.each([
    ['RFC 9562 A.4', 'www.example.com', '6ba7b810-9dad-11d1-80b4-00c04fd430c8', '2ed6657d-e927-568b-95e1-2665a8aea6a2'],
    ['a URL, in Python', 'https://example.org/é', undefined, '4db32f13-2b90-551e-bb13-4c966035961b'],
  ])('are those of %s', (_, name, namespace, uuid) => {
    expect(uuid5(name, namespace)).toBe(uuid);
  });

  test('are those of ids alone', () => {
    expect(guidOf('idm2018', 'session', 'opening')).toBe('b631b297-7cf8-5ec8-8141-a0a2fdea2a69');
    expect(guidOf('idm2018', 'room', 'opening')).not.toBe(guidOf('idm2018', 'session', 'opening'));
  });
});

describe('numbers', () => {
  const guid = (id: string) => `${id.slice(0, 1).charCodeAt(0).toString(16).padStart(8, '0')}-rest`;

  test('have six digits, of the GUID', () => {
    expect([...numbers(['a', 'b'], guid)]).toEqual([
      ['a', 100_097],
      ['b', 100_098],
    ]);
  });

  test('differ for ids that meet, in whatever order they come', () => {
    const expected = { a1: 100_097, a2: 100_098, a3: 100_099, b: 100_100 };
    expect(Object.fromEntries(numbers(['a1', 'a2', 'a3', 'b'], guid))).toEqual(expected);
    expect(Object.fromEntries(numbers(['b', 'a3', 'a1', 'a2', 'a1'], guid))).toEqual(expected);
  });

  // An app that has a schedule knows its events by these: where they change, every favourite of everybody is lost.
  test('are those that were published', () => {
    const published = { opening: 810_295, closing: 719_338, 'coffee-1': 346_445, 's-42': 554_349 };
    const found = numbers(Object.keys(published), id => guidOf('idm2018', 'session', id));
    expect(Object.fromEntries(found)).toEqual(published);
  });

  test('are all different for ten thousand', () => {
    const ids = Array.from({ length: 10_000 }, (_, i) => `session-${i}`);
    const found = numbers(ids, id => guidOf('big', 'session', id));
    expect(new Set(found.values()).size).toBe(10_000);
    expect(Math.max(...found.values())).toBeLessThan(1_000_000);
  });
});

test.each([
  ['idm2018', 'idm2018'],
  ['a', 'a___'],
  ['world-forum', 'world_forum'],
])('the acronym of %s is %s', (id, acronym) => {
  expect(acronymOf(id)).toBe(acronym);
});

test.each([
  ['opening', 'conf-123456-opening'],
  ['a', 'conf-123456-00a'],
  ['part_1-', 'conf-123456-part_1'],
])('the slug of %s is %s', (id, slug) => {
  expect(slugOf('conf', 123_456, id)).toBe(slug);
});

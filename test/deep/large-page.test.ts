import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { filledCalendar } from '../../src/formats/html/browser/calendar.js';
import { pageOf } from '../../src/formats/html/page.js';
import { patternsOf, valuesIn } from '../../src/formats/html/patterns.js';
import { write } from '../../src/formats/html/write.js';
import { write as writeCalendar } from '../../src/formats/ics/write.js';
import { given } from '../given/exports.js';
import { largeAgenda } from '../given/large-agenda.js';
import { all, type HtmlElement, parsePage, textOf } from '../support/html.js';

const named = (name: string) => (element: HtmlElement) => element.name === name;

describe('a large page', () => {
  const request = given(largeAgenda());
  const source = write(request);
  const { root, errors } = parsePage(source);
  const { selection } = request;

  test('has every session in its list and in its timetable, and everyone with where they are', () => {
    expect(errors).toEqual([]);
    const ids = selection.map(({ session }) => session.id);
    expect(all(root, named('article')).map(({ attributes }) => attributes.id)).toEqual(ids);
    const cells = all(root, named('td')).flatMap(cell => all(cell, named('a')));
    expect(new Set(cells.map(({ attributes }) => attributes.href))).toEqual(new Set(ids.map(id => `#${id}`)));
    const people = all(root, ({ attributes }) => attributes.id?.startsWith('person:') ?? false);
    expect(people).toHaveLength(selection.length);
    expect(textOf(people[700] as HtmlElement)).toMatch(/ Sat 2 Feb \d\d:\d\d–\d\d:\d\d$/);
  });

  test('shows some rooms at a time', () => {
    const columns = all(root, named('thead')).map(head => all(head, named('th')).length - 1);
    expect(columns.reduce((sum, count) => sum + count)).toBe(270);
    expect(Math.max(...columns)).toBeLessThanOrEqual(8);
  });

  test('has no calendar file in a link, but what a script makes all of them from', () => {
    expect(source).not.toContain('data:text/calendar');
    const page = pageOf(request);
    const whole = writeCalendar(request);
    const patterns = patternsOf(whole, page);
    const values = valuesIn(page);
    expect(filledCalendar(patterns, i => values[i] ?? [])).toBe(whole);
    // One pattern, since all sessions are alike: so it is no copy of the calendar.
    expect(patterns.patterns).toHaveLength(1);
  });

  test('is 90 KB at most, compressed', () => {
    expect(gzipSync(source, { level: 9 }).length).toBeLessThanOrEqual(90_000);
  });
});

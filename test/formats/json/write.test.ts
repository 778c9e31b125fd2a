import { describe, expect, test } from 'vitest';
import { write } from '../../../src/formats/json/write.js';
import { fullSessionRecord, personRecord, roomRecord } from '../../../src/query/records.js';
import { type ScheduledSession, scheduledSessions } from '../../../src/query/scheduled-sessions.js';
import { escapeControls } from '../../../src/text/escape.js';
import { safeJson } from '../../../src/text/json.js';
import { given, NASTY, SHIPPED } from '../../given/exports.js';

const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
const first = (entry: ScheduledSession) => entry.session.id === 'opening';

describe('the agenda as JSON', () => {
  test('holds the agenda, its rooms, people and sessions, as every JSON output gives them', () => {
    const { agenda, presentation } = given(SHIPPED);
    const data = JSON.parse(write(given(SHIPPED)));
    expect(Object.keys(data)).toEqual(['agenda', 'rooms', 'people', 'sessions']);
    expect(data.agenda).toMatchObject({ id: 'idm2018', timezone: 'America/New_York', updated: '2018-03-20' });
    expect(data.sessions).toEqual(scheduledSessions(agenda).map(entry => fullSessionRecord(entry, presentation)));
    expect(data.rooms).toEqual(agenda.rooms.map(room => roomRecord(room, presentation)));
    expect(ids(data.people)).toEqual(ids(agenda.people));
    const swing = data.people[0];
    expect(swing.appearances.map((one: { session: string; as: string }) => [one.session, one.as]).slice(0, 2)).toEqual([
      ['opening', 'speaker'],
      ['setting-the-scene', 'moderator'],
    ]);
  });

  test('lists, of a part of the agenda, the rooms and people in it and only their appearances there', () => {
    const { agenda, presentation, selection } = given(SHIPPED, { only: first });
    const [opening] = selection;
    const data = JSON.parse(write(given(SHIPPED, { only: first })));
    expect(ids(data.sessions)).toEqual(['opening']);
    expect(ids(data.rooms)).toEqual(['cr2']);
    expect(data.people).toEqual(
      opening?.session.speakers.map(appearance => {
        const person = agenda.people.find(({ id }) => id === appearance.person);
        return (
          person && personRecord(person, [{ entry: opening, appearance, as: 'speaker', item: undefined }], presentation)
        );
      }),
    );
    expect(data.people.length).toBe(4);
  });

  test('is in the zone of the agenda and in the language of the presentation', () => {
    const data = JSON.parse(write(given(SHIPPED, { lang: 'en', only: first })));
    expect(data.sessions[0]).toMatchObject({ start: '2018-03-26T10:00:00-04:00', title: 'Opening' });
    expect(data.people[0].appearances[0].start).toBe('2018-03-26T10:00:00-04:00');
  });

  test('leaves out the sessions that have parts, but no room and nobody, with parents: false', () => {
    const data = JSON.parse(write(given(NASTY, { parents: false })));
    expect(ids(data.sessions)).not.toContain('parent');
    expect(ids(data.sessions)).toContain('part-1');
    expect(ids(data.rooms)).toEqual(['a', 'b']);
    expect(data.people.map((one: { id: string; appearances: [] }) => [one.id, one.appearances.length])).toEqual([
      ['ada', 0],
      ['bob', 0],
    ]);
  });

  test('is inert on a terminal and the same data', () => {
    const json = write(given(NASTY));
    expect(escapeControls(json)).toBe(json);
    const arabic = JSON.parse(json).sessions.find(({ id }: { id: string }) => id === 'arabic');
    expect(arabic.title).toMatch(/\u202eabc\u202c$/);
  });
});

describe('safeJson', () => {
  test('lets nothing through that inert would disarm, and changes no data', () => {
    for (let code = 0; code <= 0xffff; code++) {
      const text = String.fromCharCode(code);
      const json = safeJson({ [text]: text });
      if (escapeControls(json) !== json || JSON.parse(json)[text] !== text)
        expect.fail(`U+${code.toString(16)}: ${json}`);
    }
  });

  test('has two spaces of indentation, plain letters and a final newline', () => {
    expect(safeJson({ a: ['é', null] })).toBe('{\n  "a": [\n    "é",\n    null\n  ]\n}\n');
    expect(safeJson('\u202e\u009b')).toBe('"\\u202e\\u009b"\n');
  });
});

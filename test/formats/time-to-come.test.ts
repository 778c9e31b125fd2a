import { describe, expect, test } from 'vitest';
import { notices } from '../../src/formats/notices.js';
import { FORMATS, WRITER_NAMES } from '../../src/formats/registry.js';
import { TIME_WORDS } from '../../src/model/time.js';
import { given } from '../given/exports.js';
import { written } from '../support/written.js';

/** An agenda of one day with a session at the word alone, and as a part. */
const at = (word: string) => `{id: one, title: Une, language: fr, timezone: Pacific/Auckland, updated: 2030-01-02,
  days: [{date: 2030-05-14, sessions: [
    {id: s, time: ${word}, title: Visite, sessions: [{id: p, time: ${word}, title: Partie}]}]}]}`;

/** Clocks, and the days around that of the session. */
const INVENTED = /\b(?:00:00|12:00|18:00|23:59|24:00)\b|T\d{6}|2030-?05-?1[35]/;

/** The lines and elements of a file that say nothing of a session: when it was written, what days a schedule has, scripts. */
const WHATEVER_IS_IN_IT =
  /(?:DTSTAMP|LAST-MODIFIED):\w+|<dcterms:.*|^.*(?:<day |"day_start"|"day_end"|timeslot_duration).*|<(script|style)>[\s\S]*?<\/\1>/gm;

describe.each(WRITER_NAMES)('as %s', name => {
  test.each(TIME_WORDS)('a session at “%s” has no time that its agenda does not announce', async word => {
    const file = await written(name, given(at(word)));
    // A schedule says when its days begin, whatever is in them; it has none of these sessions.
    const isSchedule = name.startsWith('schedule');
    const said = file.replace(WHATEVER_IS_IN_IT, '');
    expect(said).not.toMatch(INVENTED);
    expect(file.includes('Visite')).toBe(!isSchedule);
  });

  test('what a file leaves out for want of a time is told', async () => {
    const writer = await FORMATS[name].write();
    const told = notices(given(at('tbc')), writer).filter(notice => notice.includes('no time is announced'));
    expect(told).toEqual(name.startsWith('schedule') ? ['2 sessions of which no time is announced'] : []);
  });
});

test.each(TIME_WORDS)('in JSON, “%s” is the time, and start and end are null', async word => {
  const { write } = await FORMATS.json.write();
  const { sessions } = JSON.parse(write(given(at(word))));
  expect(sessions).toMatchObject(
    ['s', 'p'].map(id => ({ id, date: '2030-05-14', time: word, start: null, end: null, minutes: null })),
  );
});

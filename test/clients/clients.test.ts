import { describe, expect, test } from 'vitest';
import { idm } from '../support/run.js';
import { AGENDAS, events, sessions } from './agendas.js';
import { CLIENTS } from './clients.js';
import { withProgram } from './programs.js';
import { AGENDA_NAMES, FORM_NAMES, lines, take, times } from './survey.js';

const NASTY = AGENDAS['a nasty agenda'];

test.each(AGENDA_NAMES)('%s has no problems', async name => {
  const { code, out } = await idm(['validate', AGENDAS[name]]);
  expect([code, out]).toEqual([0, expect.stringMatching(/: no problems\n$/)]);
});

describe('the nasty agenda', () => {
  test('has a long description, every awkward character in one title, each status, and no end somewhere', async () => {
    const all = await sessions(NASTY);
    expect(Math.max(...all.map(({ description }) => String(description).length))).toBeGreaterThanOrEqual(2000);
    for (const field of ['title', 'subtitle', 'track'])
      expect(all.find(({ id }) => id === 'everything')?.[field]).toMatch(/, ".*" ; \\ .*\n.*\r/);
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set(['confirmed', 'tentative', 'cancelled']));
    expect(all.filter(({ end }) => end === null).map(({ id }) => id)).toEqual(['open-end']);
  });

  test.each([
    ['before-the-gap', '2018-03-11T05:30:00Z/2018-03-11T06:30:00Z'],
    ['over-the-gap', '2018-03-11T06:30:00Z/2018-03-11T07:30:00Z'],
    ['after-the-gap', '2018-03-11T07:30:00Z/2018-03-11T08:30:00Z'],
    ['open-end', '2018-06-01T23:00:00Z/'],
    ['to-midnight', '2018-06-02T02:00:00Z/2018-06-02T04:00:00Z'],
    ['over-midnight', '2018-06-02T03:00:00Z/2018-06-02T05:00:00Z'],
    ['after-midnight', '2018-06-02T05:30:00Z/2018-06-02T06:00:00Z'],
    ['all-day', '2018-06-02T04:00:00Z/2018-06-03T04:00:00Z'],
    ['night', '2018-11-04T03:30:00Z/2018-11-04T04:30:00Z'],
    ['before-twice', '2018-11-04T04:30:00Z/2018-11-04T05:30:00Z'],
    ['twice', '2018-11-04T05:30:00Z/2018-11-04T07:30:00Z'],
    ['after-twice', '2018-11-04T07:30:00Z/2018-11-04T08:30:00Z'],
  ])('says %s is at %s', async (id, expected) => {
    const event = (await events(NASTY)).get(id);
    expect(event && times(event)).toBe(expected);
  });
});

for (const client of CLIENTS)
  withProgram(client, () => {
    describe.each(FORM_NAMES)('exports with %s', form => {
      test.each(AGENDA_NAMES)('shows %s as it is', async agenda => {
        const { limits = event => event } = client;
        const { said, shown } = await take(client, form, agenda);
        expect(lines(shown.map(limits))).toEqual(lines(said.map(limits)));
      });
    });
  });

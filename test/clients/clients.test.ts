import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { idm } from '../support/run.js';
import { AGENDAS, events, sessions, write } from './agendas.js';
import { CLIENTS } from './clients.js';
import { inFolder, withProgram } from './programs.js';
import { radicale } from './readers/radicale.js';
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

const KATHMANDU = 'Asia/Kathmandu';

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

withProgram(radicale, () => {
  test.each([
    ['--ics', 0],
    ['--ics --tzid', 45 * 60],
  ])('what Radicale serves of a calendar in Kathmandu, +05:45, by %s is %i seconds late', async (form, late) => {
    await inFolder(async folder => {
      const [agenda, file] = [join(folder, 'agenda.yaml'), join(folder, 'agenda.ics')];
      writeFileSync(
        agenda,
        readFileSync(AGENDAS['an agenda of one session'], 'utf8').replace('Europe/Paris', KATHMANDU),
      );
      await write(agenda, form.split(' '), file);
      const [said] = [...(await events(agenda)).values()];
      const [shown] = await radicale.read(file, folder);
      expect([shown?.start, shown?.end]).toEqual([(said?.start ?? 0) + late, (said?.end ?? 0) + late]);
    });
  });
});

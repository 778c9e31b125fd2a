import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { events, write } from './agendas.js';
import { inFolder, withProgram } from './programs.js';
import { calcurse } from './readers/calcurse.js';
import { type Kept, STORES, type Store, sequences } from './stores.js';
import { lines } from './survey.js';

const BEFORE = `id: updates
title: Mises à jour
language: fr
timezone: America/New_York
updated: 2018-02-01
revision: 0
days:
  - date: 2018-06-01
    sessions:
      - {id: moving, time: 10:00-11:00, title: Avant}
      - {id: staying, time: 11:00-12:00, title: Inchangée}
`;
const AFTER = BEFORE.replace('revision: 0', 'revision: 1').replace('2018-02-01', '2018-02-02');
const UPDATED = { 'moving@updates': [1], 'staying@updates': [1] };

/** Gives a store two versions of an agenda, and says what it has then and what the last version says. */
async function keep(store: Store, versions: readonly string[]): Promise<Kept & { readonly said: readonly string[] }> {
  return inFolder(async folder => {
    const agenda = join(folder, 'agenda.yaml');
    const file = join(folder, 'export.ics');
    const calendars: string[] = [];
    for (const version of versions) {
      writeFileSync(agenda, version);
      await write(agenda, ['--ics'], file);
      calendars.push(readFileSync(file, 'utf8'));
    }
    const said = lines([...(await events(agenda)).values()]);
    return { ...(await store.keep(calendars, folder)), said };
  });
}

for (const store of STORES)
  withProgram(store.program, () => {
    describe(store.name, () => {
      test.each([
        ['a new title', AFTER.replace('Avant', 'Après')],
        ['a new time', AFTER.replace('10:00-11:00', '08:00-09:30')],
        ['a new day', AFTER.replace('2018-06-01', '2018-06-04')],
        ['a new title and time', AFTER.replace('10:00-11:00, title: Avant', '17:00-18:00, title: Après')],
        ['a cancellation', AFTER.replace('title: Avant', 'title: Avant, status: cancelled')],
      ])('has the same events after %s', async (_, after) => {
        const { events, objects, said } = await keep(store, [BEFORE, after]);
        expect(lines(events)).toEqual(said);
        expect(sequences(objects)).toEqual(UPDATED);
      });

      test('has what it was given first, so that the rest means something', async () => {
        const { events, objects, said } = await keep(store, [BEFORE]);
        expect(lines(events)).toEqual(said);
        expect(sequences(objects)).toEqual({ 'moving@updates': [0], 'staying@updates': [0] });
      });
    });
  });

const whole = STORES.filter(({ name }) => name.endsWith('whole calendar'));
for (const store of whole)
  withProgram(store.program, () => {
    test(`${store.name}: has no session any more that the agenda no longer has`, async () => {
      const { objects } = await keep(store, [BEFORE, AFTER.replace(/^.*moving.*\n/m, '')]);
      expect(sequences(objects)).toEqual({ 'staying@updates': [1] });
    });
  });

withProgram(calcurse, () => {
  test('calcurse has every event twice when it imports a calendar twice, since it keeps no UID', async () => {
    await inFolder(async folder => {
      const [agenda, file] = [join(folder, 'agenda.yaml'), join(folder, 'export.ics')];
      writeFileSync(agenda, BEFORE);
      await write(agenda, ['--ics'], file);
      const titles = async () => (await calcurse.read(file, folder)).map(({ title }) => title).sort();
      expect(await titles()).toEqual(['Avant', 'Inchangée']);
      expect(await titles()).toEqual(['Avant', 'Avant', 'Inchangée', 'Inchangée']);
    });
  });
});

const adding = STORES.filter(({ name }) => !name.endsWith('whole calendar'));
for (const store of adding)
  withProgram(store.program, () => {
    test(`${store.name}: takes a session with another id for another event`, async () => {
      const { objects } = await keep(store, [BEFORE, AFTER.replace('moving', 'moved')]);
      expect(sequences(objects)).toEqual({ 'moving@updates': [0], 'moved@updates': [1], 'staying@updates': [1] });
    });

    test(`${store.name}: keeps a session that the agenda no longer has`, async () => {
      const { objects } = await keep(store, [BEFORE, AFTER.replace(/^.*moving.*\n/m, '')]);
      expect(sequences(objects)).toEqual({ 'moving@updates': [0], 'staying@updates': [1] });
    });
  });

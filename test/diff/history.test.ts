import { expect, test } from 'vitest';
import { changeCounts, history, type Version } from '../../src/diff/history.js';
import { readYaml } from '../../src/formats/agenda/full-read.js';

/** An agenda with a session at each of these hours. */
const agenda = (hours: readonly number[]) => {
  const sessions = hours
    .map((hour, i) => `      - {id: s${i}, time: "${hour}:00-${hour}:30", title: S${i}}\n`)
    .join('');
  const { agenda: found } = readYaml(
    `id: a\ntitle: A\ntimezone: UTC\ndays:\n  - date: 2018-03-26\n    sessions:\n${sessions}`,
  );
  if (found === undefined) throw new Error('no agenda');
  return found;
};

test('an entry for each version that changed something, the first one among them', async () => {
  const versions = async function* (): AsyncGenerator<Version<number>> {
    for (const [told, hours] of [[10, 12], [10, 11], [10, 11], [10]].entries()) yield { told, agenda: agenda(hours) };
  };
  const found: unknown[] = [];
  for await (const { told, comparison } of history(versions())) found.push([told, changeCounts(comparison)]);
  const none = { new: 0, cancelled: 0, removed: 0, moved: 0, changed: 0 };
  expect(found).toEqual([
    [0, { ...none, moved: 1 }],
    [2, { ...none, new: 1 }],
    [3, { ...none, new: 1 }],
  ]);
});

test('no version is no entry', async () => {
  const none = async function* (): AsyncGenerator<Version<number>> {};
  for await (const entry of history(none())) expect(entry).toBeUndefined();
});

test('a version is asked for when the one before was told, so that two are held', async () => {
  let asked = 0;
  const versions = async function* (): AsyncGenerator<Version<number>> {
    for (; asked < 50; asked++) yield { told: asked, agenda: agenda([asked % 24]) };
  };
  let told = 0;
  for await (const entry of history(versions())) {
    expect(asked - entry.told).toBeLessThanOrEqual(1);
    told++;
  }
  expect(told).toBe(50);
});

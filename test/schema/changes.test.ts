import { expect, test } from 'vitest';
import { changesSchema } from '../../src/schema/changes.js';

test('the schema of diff --json is the published one', async () => {
  await expect(`${JSON.stringify(changesSchema(), null, 2)}\n`).toMatchFileSnapshot('../../schema/changes.schema.json');
});

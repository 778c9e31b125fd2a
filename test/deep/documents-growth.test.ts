import { describe, test } from 'vitest';
import { readAny } from '../../src/formats/detect.js';
import { LONG_DOCUMENTS, LONG_PAGES } from '../given/long-documents.js';
import { expectLinear } from '../support/growth.js';

describe.each([
  ['text', 'x.txt', 8000, LONG_DOCUMENTS],
  ['web page', 'x.html', 4000, LONG_PAGES],
] as const)('a %s is read in time that grows with what is in it', (_, file, size, documents) => {
  test.each(Object.entries(documents))('%s', async (_, make) => {
    await expectLinear(
      by => make(Math.ceil(size / by)),
      text => readAny(text, { file, assumeTz: 'UTC' }),
    );
  });
});

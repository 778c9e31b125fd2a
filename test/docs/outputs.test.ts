import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Format } from '../../src/formats/format.js';
import { OPTIONS } from '../../src/formats/options.js';
import { FORMATS, WRITER_NAMES } from '../../src/formats/registry.js';
import { FIXED_RULES } from '../../src/model/rule-ids.js';
import { RULES } from '../../src/rules/index.js';
import type { Rule } from '../../src/rules/rule.js';
import {
  commands,
  cutLike,
  type Desk,
  DOCUMENTS,
  desk,
  documentText,
  generated,
  table,
  UPDATING,
  update,
  withGenerated,
  withOutputs,
} from '../support/readme.js';

const RULE_TABLE = table(
  ['rule', 'severity', 'what'],
  Object.values<Rule>(RULES).map(({ id, severity, summary }) => {
    const fixed = (FIXED_RULES as readonly string[]).includes(id);
    return [`\`${id}\``, fixed ? `${severity}, always` : severity, summary];
  }),
);

const FORMAT_TABLE = table(
  ['option', 'writes', 'its own options'],
  WRITER_NAMES.map(name => {
    const { about, options = [] }: Format = FORMATS[name];
    const own = options.map(option => `\`${OPTIONS[option].flags}\`: ${OPTIONS[option].about}`);
    return [`\`--${name}\``, about, own.join('; ')];
  }),
);

/** The tables that are made of the code: the page that each is in, its name there, and what it is to be. */
const TABLES = [
  ['docs/rules.md', 'rules', RULE_TABLE],
  ['docs/commands.md', 'formats', FORMAT_TABLE],
] as const;

const PAGES = DOCUMENTS.filter(page => commands(documentText(page)).length > 0);

if (UPDATING) {
  for (const [page, name, content] of TABLES) await update(page, text => withGenerated(text, name, content));
  for (const page of PAGES) await update(page, withOutputs);
}

test.each(TABLES)('%s: the table of %s is that of the code', (page, name, content) => {
  expect(generated(documentText(page), name), 'UPDATE_README=1 npx vitest run test/docs').toBe(content);
});

describe.each(PAGES)('%s: the outputs', page => {
  const text = documentText(page);
  let place: Desk;
  beforeAll(() => {
    place = desk(text);
  });
  afterAll(() => place.remove());

  test.each(commands(text).map(shown => [shown.line, shown.command, shown] as const))(
    'line %i: %s',
    async (_, command, { output }) => {
      expect(output).toEqual(cutLike(output, await place.run(command)));
    },
  );
});

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import { write as writeJson } from '../../../src/formats/schedule/json/write.js';
import { write as writeXml } from '../../../src/formats/schedule/xml/write.js';
import { given } from '../../given/exports.js';
import { AGENDAS } from '../../given/schedule-agendas.js';

/** A copy of the validators of https://github.com/voc/schedule, where this machine has one. */
const SCHEMAS = join(process.env.IDM_CORPUS ?? '', 'schemas');
const here = (name: string) => process.env.IDM_CORPUS !== undefined && existsSync(join(SCHEMAS, name));
const xmllint = spawnSync('xmllint', ['--version']).status === 0;

const CASES = Object.keys(AGENDAS).flatMap(name => ['fr', 'en'].map(lang => ({ name, lang })));

for (const schema of ['c3voc-schedule.xml.xsd', 'c3voc-schedule-without-person.xml.xsd']) {
  test.skipIf(!here(schema) || !xmllint).each(CASES)(
    `$name in $lang is a schedule.xml to ${schema} (skipped without IDM_CORPUS and xmllint)`,
    ({ name, lang }) => {
      const input = writeXml(given(AGENDAS[name] ?? '', { lang }));
      const run = spawnSync('xmllint', ['--noout', '--schema', join(SCHEMAS, schema), '-'], {
        input,
        encoding: 'utf8',
      });
      expect([run.status, run.stderr]).toEqual([0, '- validates\n']);
    },
  );
}

const JSON_SCHEMA = 'c3voc-schedule.schema.json';

test.skipIf(!here(JSON_SCHEMA)).each(CASES)(
  `$name in $lang is a schedule.json to ${JSON_SCHEMA} (skipped without IDM_CORPUS)`,
  ({ name, lang }) => {
    const valid = validator();
    valid(JSON.parse(writeJson(given(AGENDAS[name] ?? '', { lang }))));
    expect(valid.errors).toBeNull();
  },
);

/** Draft 6; its formats of colours are not checked. */
function validator() {
  const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
  addFormats.default(ajv);
  const { $schema: _, ...schema } = JSON.parse(readFileSync(join(SCHEMAS, JSON_SCHEMA), 'utf8'));
  return ajv.compile(schema);
}

import type { ChangeRecord } from '../../diff/records.js';
import { tsv } from '../tsv.js';

/** Fields of changes, a line each: change, session id, field, language, before, after; of a clash, its rule as the field and its message. */
export function changesTsv(records: Iterable<ChangeRecord>): Iterable<string> {
  return tsv(rows(records), row => row);
}

function* rows(records: Iterable<ChangeRecord>): Generator<readonly string[]> {
  for (const { change, session, fields, clash } of records) {
    const start = [change, session ?? ''];
    if (clash !== null)
      yield [...start, clash.rule, '', ...(change === 'clash' ? ['', clash.message] : [clash.message, ''])];
    for (const { field, lang, before, after } of fields) yield [...start, field, lang ?? '', text(before), text(after)];
  }
}

function text(value: ChangeRecord['fields'][number]['before']): string {
  return typeof value === 'object' && value !== null ? value.join(',') : String(value ?? '');
}

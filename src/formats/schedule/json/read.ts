import type { ReadOptions } from '../../format.js';
import type { IssueList } from '../../source/issues.js';
import type { Reading } from '../../source/read-result.js';
import { issueList, type SourceSchedule } from '../source.js';
import { readSchedule } from '../to-agenda.js';
import { JsonScheduleReader } from './schedule.js';
import { fieldsOf, headOf, type JsonNode, parseJson } from './tree.js';

/**
 * Reads a schedule.json (https://c3voc.de/wiki/schedule) of the first version, with events under days and rooms, as frab and
 * pretalx write it, or of the second, with events in one list.
 */
export function read(input: string | Uint8Array, options: ReadOptions): Promise<Reading> {
  return readSchedule(input, options, { name: 'schedule.json', parse });
}

/** Parses a JSON text; undefined where it is no schedule, which is reported. */
function parse(text: string, issues: IssueList): SourceSchedule | undefined {
  const inText = issueList();
  const root = parseJson(text, inText);
  const schedule = fieldsOf(root).get('schedule');
  if (root === undefined || schedule === undefined || !fieldsOf(schedule).has('conference'))
    return notSchedule(root, inText, issues);
  issues.addAll(inText.list);
  return new JsonScheduleReader(issues).schedule(root);
}

/** Reports a JSON text that is no schedule: by its first syntax error where it has one. */
function notSchedule(root: JsonNode | undefined, inText: IssueList, issues: IssueList): undefined {
  if (inText.list.length > 0) return issues.addAll(inText.list.slice(0, 1));
  return issues.add(
    'wrong-type',
    { span: root === undefined ? [0, 0] : headOf(root) },
    'this is JSON without a schedule and its conference: it is not a schedule.json',
    'idm formats lists what is read',
  );
}

import type { ReadOptions } from '../format.js';
import { readText, withLines } from '../source/decode.js';
import type { IssueList } from '../source/issues.js';
import { LARGEST, Stopped, stopped, tooLarge } from '../source/limits.js';
import { placeless, type Reading } from '../source/read-result.js';
import { JsonSchedule } from './json-events.js';
import { fieldsOf, firstOf, type JsonNode, parseJson } from './json-tree.js';
import { issuesOf, type SourceSchedule } from './source.js';
import { modelOf } from './to-agenda.js';

const NAME = 'schedule.json';

/**
 * Reads a schedule.json of either version (https://c3voc.de/wiki/schedule): the first, with events under days and rooms,
 * as frab and pretalx write it; and the second, with events in one list.
 */
export function read(input: string | Uint8Array, options: ReadOptions): Reading {
  const issues = issuesOf();
  const { text: written, isText } = readText(input, issues);
  const text = withLines(written);
  if (!isText) return failed(text, issues);
  if (text.length > LARGEST) {
    tooLarge(issues, NAME, 'characters');
    return failed(text.slice(0, 1000), issues);
  }
  try {
    const schedule = parsed(text, issues);
    return schedule === undefined ? failed(text, issues) : modelOf(schedule, text, issues, options);
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    const stop = issuesOf();
    stopped(stop, NAME, error);
    return failed(text, stop);
  }
}

/** What a JSON text says; undefined where it is no schedule. By itself, so that the tree can go before the model is made. */
function parsed(text: string, issues: IssueList): SourceSchedule | undefined {
  const inText = issuesOf();
  const root = parseJson(text, inText);
  const schedule = fieldsOf(root).get('schedule');
  if (schedule === undefined || !fieldsOf(schedule).has('conference')) return notSchedule(root, inText, issues);
  issues.addAll(inText.list);
  return new JsonSchedule(issues).schedule(schedule);
}

function failed(text: string, { list }: IssueList): Reading {
  return { faults: list, source: placeless(text), foreign: true };
}

/** Reports a JSON text that is no schedule: by the first syntax error where it has some. */
function notSchedule(root: JsonNode | undefined, inText: IssueList, issues: IssueList): undefined {
  if (inText.list.length > 0) return issues.addAll(inText.list.slice(0, 1));
  return issues.add(
    'wrong-type',
    { span: root === undefined ? [0, 0] : firstOf(root) },
    'this is JSON without a schedule and its conference: it is not a schedule.json',
    '--from yaml reads an agenda of idm that is written as JSON',
  );
}

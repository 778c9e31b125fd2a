import type { ReadOptions } from '../format.js';
import { decode, withLines } from '../source/decode.js';
import { LARGEST, Stopped, stopped, tooLarge } from '../source/limits.js';
import { type Fault, placeless, type Reading } from '../source/read-result.js';
import { JsonSchedule } from './json-events.js';
import { fieldsOf, firstOf, type JsonNode, parseJson } from './json-tree.js';
import type { Schedule } from './source.js';
import { reporter } from './source.js';
import { modelOf } from './to-agenda.js';

const NAME = 'schedule.json';

/**
 * Reads a schedule.json of either version (https://c3voc.de/wiki/schedule): the first, with events under days and rooms,
 * as frab and pretalx write it; and the second, with events in one list.
 */
export function read(input: string | Uint8Array, options: ReadOptions): Reading {
  const { text: written, fault } = typeof input === 'string' ? { text: input.replace(/^\uFEFF/, '') } : decode(input);
  const text = withLines(written);
  if (fault !== undefined) return failed(text, [fault]);
  if (text.length > LARGEST) return failed(text.slice(0, 1000), [tooLarge(NAME, 'characters')]);
  try {
    const faults: Fault[] = [];
    const schedule = parsed(text, faults);
    return 'rule' in schedule ? failed(text, [schedule]) : modelOf(schedule, text, faults, options);
  } catch (error) {
    if (error instanceof Stopped) return failed(text, [stopped(NAME, error)]);
    throw error;
  }
}

/** What a JSON text says, or the fault that it is no schedule. By itself, so that the tree can go before the model is made. */
function parsed(text: string, faults: Fault[]): Schedule | Fault {
  const root = parseJson(text, reporter(faults));
  const schedule = fieldsOf(root).get('schedule');
  if (schedule === undefined || !fieldsOf(schedule).has('conference')) return faults[0] ?? notSchedule(root);
  return new JsonSchedule(reporter(faults)).schedule(schedule);
}

function failed(text: string, faults: readonly Fault[]): Reading {
  return { faults, source: placeless(text), foreign: true };
}

function notSchedule(root: JsonNode | undefined): Fault {
  return {
    rule: 'wrong-type',
    at: root === undefined ? [0, 0] : firstOf(root),
    on: 'span',
    message: 'this is JSON without a schedule and its conference: it is not a schedule.json',
    hint: '--from yaml reads an agenda of idm that is written as JSON',
  };
}

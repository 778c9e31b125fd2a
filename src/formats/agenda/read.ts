import type { Reading } from '../source/read-result.js';
import { mayBeLayout } from './decode/agenda.js';
import { agendaText, LONG_AGENDA } from './decode/text.js';
import { readFast } from './fast-read.js';

/**
 * Reads one agenda from YAML, with the same result as `readYaml`. Most texts are parsed by js-yaml; all others
 * are handed over to `readYaml`, whose parser takes many times as long and is loaded only then.
 */
export async function read(input: string | Uint8Array): Promise<Reading> {
  const text = agendaText(input);
  if (typeof text !== 'string') return text;
  const reading = readFast(text);
  if (reading !== undefined && (text.length > LONG_AGENDA || !reading.faults.some(mayBeLayout))) return reading;
  return (await import('./full-read.js')).readYaml(text);
}

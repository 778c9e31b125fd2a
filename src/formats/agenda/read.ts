import { IssueList, withoutEchoes } from '../source/issues.js';
import type { Reading } from '../source/read-result.js';
import { decodeAgenda, mayBeLayout } from './decode/agenda.js';
import { agendaText, LONG_AGENDA } from './decode/text.js';
import { type FastParse, parseFast } from './fast/parse.js';
import { eventPositions } from './fast/positions.js';
import { type PositionNode, yamlSource } from './yaml/positions.js';

/**
 * Reads one agenda from YAML, with the same result as `readYaml`. Most texts are parsed by js-yaml; all others
 * are handed over to `readYaml`, whose parser takes many times as long and is loaded only then.
 */
export async function read(input: string | Uint8Array): Promise<Reading> {
  const text = agendaText(input);
  if (typeof text !== 'string') return text;
  const parsed = parseFast(text);
  const reading = parsed && readingOf(text, parsed);
  if (reading !== undefined && (text.length > LONG_AGENDA || !reading.faults.some(mayBeLayout))) return reading;
  return (await import('./full-read.js')).readYaml(text);
}

function readingOf(text: string, { raw, issues: quoting }: FastParse): Reading {
  // Positions are asked for only where there are findings: the text is parsed again then.
  let root: PositionNode | undefined;
  const positions = () => {
    root ??= eventPositions(text);
    return root;
  };
  const source = yamlSource(text, positions, () => []);
  const issues = new IssueList();
  const agenda = decodeAgenda(raw, issues);
  return agenda === undefined
    ? { faults: issues.list, source }
    : { agenda, faults: [...withoutEchoes(quoting.list, issues.list, source), ...issues.list], source };
}

import { IssueList } from '../source/issues.js';
import type { Reading } from '../source/read-result.js';
import { shape } from './decode-agenda.js';
import { type Ordinary, readOrdinary } from './fast-parse.js';
import { eventSpots } from './fast-positions.js';
import { type Spot, yamlSource } from './positions.js';
import { yamlText } from './text.js';

/**
 * Reads one agenda from YAML as `readYaml` does, and gives the same. An ordinary text is read with js-yaml; all others
 * are handed over to `readYaml`, with which alone a parser is loaded that takes many times as long.
 */
export async function read(input: string | Uint8Array): Promise<Reading> {
  const text = yamlText(input);
  if (typeof text !== 'string') return text;
  const ordinary = readOrdinary(text);
  return ordinary === undefined ? (await import('./full-read.js')).readYaml(text) : reading(text, ordinary);
}

function reading(text: string, { raw, issues: quoting }: Ordinary): Reading {
  // Places are wanted only where something was found: then the text is parsed once more.
  let root: Spot | undefined;
  const spots = () => {
    root ??= eventSpots(text);
    return root;
  };
  const source = yamlSource(text, spots, () => []);
  const issues = new IssueList();
  const agenda = shape(raw, issues);
  return agenda === undefined
    ? { faults: issues.list, source }
    : { agenda, faults: [...quoting.list, ...issues.list], source };
}

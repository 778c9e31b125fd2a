import { IssueList, withoutEchoes } from '../source/issues.js';
import type { Reading } from '../source/read-result.js';
import { decodeAgenda } from './decode/agenda.js';
import { parseFast } from './fast/parse.js';
import { eventPositions } from './fast/positions.js';
import type { PositionNode } from './yaml/positions.js';
import { yamlSource } from './yaml/source.js';

/** Reads an agenda that js-yaml parses; undefined for others, which take the full parser. */
export function readFast(text: string): Reading | undefined {
  const parsed = parseFast(text);
  if (parsed === undefined) return undefined;
  const { raw, issues: quoting } = parsed;
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

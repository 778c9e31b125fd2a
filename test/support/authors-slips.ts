import { read } from '../../src/formats/agenda/read.js';
import { lint } from '../../src/lint/lint.js';
import type { Problem } from '../../src/lint/problem.js';
import { formatTime } from '../../src/model/time.js';
import { sessions } from '../../src/query/walk.js';
import { applied } from './slips.js';

/** How a slip of an author is answered. */
export interface Answer {
  /**
   * 3 for the cause, its place and the exact cure, and no second finding; 2 for the cause with a remedy of general words, or
   * with a second finding; 1 for a finding nearby, or for more than two; 0 for silence, another place, or a remedy that does
   * harm.
   */
  readonly score: number;
  /** The findings, as they are told. */
  readonly told: readonly string[];
}

/** What says that a text is no slip: it is read as another. */
export const READ_AS = 'read as ';

/**
 * Judges what is said of a text with a slip in some lines. `cure` is the text to type that a hint or a suggestion has to give, or
 * {@link READ_AS} with a time, where a session is read so and nothing is found.
 */
export async function answer(text: string, [from, to]: readonly [number, number], cure: string): Promise<Answer> {
  const { problems, times } = await findings(text);
  const told = problems.map(({ line, column, message, hint }) => `${line}:${column} ${message} | ${hint ?? ''}`);
  if (cure.startsWith(READ_AS))
    return { score: problems.length === 0 && times.includes(cure.slice(READ_AS.length)) ? 3 : 0, told };
  const [first] = problems;
  if (first === undefined) return { score: 0, told };
  const away = Math.max(from - first.line, first.line - to, 0);
  const after = await findings(applied(text, problems));
  const isWorse = after.times.length < times.length || errors(after.problems) > errors(problems);
  if (away > 1 || isWorse) return { score: 0, told };
  if (away === 1 || problems.length > 2) return { score: 1, told };
  const isGiven = [first.hint ?? '', first.suggestion?.text ?? ''].some(words => words.includes(cure));
  const isMended = first.suggestion === null || errors(after.problems) === 0;
  if (!isGiven) return { score: problems.length === 1 && first.hint !== null ? 2 : 1, told };
  return { score: isMended && problems.length === 1 ? 3 : 2, told };
}

/** The problems of a text but for infos, errors first, and when its sessions are. */
async function findings(text: string): Promise<{ readonly problems: readonly Problem[]; readonly times: string[] }> {
  const reading = await read(text);
  const problems = lint(reading, { least: 'warning' });
  const { agenda } = reading;
  const times =
    agenda === undefined
      ? []
      : sessions(agenda).map(({ session: { time } }) => (time === undefined ? '' : formatTime(time)));
  return {
    problems: problems.toSorted((a, b) => Number(a.severity !== 'error') - Number(b.severity !== 'error')),
    times,
  };
}

function errors(problems: readonly Problem[]): number {
  return problems.filter(({ severity }) => severity === 'error').length;
}

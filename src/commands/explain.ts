import { addNotes, type Invocation } from '../cli/command.js';
import type { Command } from '../cli/commander.js';
import { colorsFor, width } from '../cli/present.js';
import { Failure } from '../io.js';
import { FIXED_RULES, RULE_IDS } from '../model/rule-ids.js';
import type { Colors } from '../paint.js';
import { RULES } from '../rules/index.js';
import type { Rule } from '../rules/rule.js';
import { quote } from '../text/escape.js';
import { nearest, suggest } from '../text/nearest.js';
import { wrap } from '../text/wrap.js';

export function configure(command: Command): void {
  addNotes(command, ['Without a rule, all rules are listed.'], ['idm explain', 'idm explain room-clash']);
}

export async function run({ io, globals, args }: Invocation): Promise<number> {
  const [id] = args;
  const colors = await colorsFor(io, globals);
  const rules = Object.values<Rule>(RULES);
  if (id === undefined) {
    await io.stdout.write(
      io.stdout.isTerminal
        ? listing(rules, colors)
        : rules.map(({ id, severity, summary }) => `${id}\t${severity}\t${summary}\n`).join(''),
    );
    return 0;
  }
  const rule = rules.find(one => one.id === id);
  if (rule === undefined) {
    const near = nearest(id, RULE_IDS);
    throw new Failure(`no rule ${quote(id)}; ${suggest(near, 'idm explain lists them')}`, 1);
  }
  await io.stdout.write(page(rule, colors, width(io)));
  return 0;
}

function listing(rules: readonly Rule[], colors: Colors): string {
  const width = Math.max(...rules.map(({ id }) => id.length));
  return rules
    .map(
      ({ id, severity, summary }) =>
        `${colors.bold(id.padEnd(width))}  ${colors[severity](severity.padEnd(7))}  ${summary}\n`,
    )
    .join('');
}

function page({ id, severity, summary, why, bad, good, elsewhere }: Rule, colors: Colors, columns: number): string {
  const fixed = (FIXED_RULES as readonly string[]).includes(id);
  const weigh = fixed
    ? 'Always an error.'
    : elsewhere !== undefined
      ? `It is about files in other formats; the examples are ${elsewhere}. idm validate --ignore ${id} leaves it out.`
      : `In an agenda, lint: {${id}: off} makes it silent everywhere, and a comment at one place:\n  # idm-ignore ${id}: <reason>`;
  const example = (text: string) => text.trimEnd().replace(/^/gm, '  ');
  return [
    `${colors.bold(id)} (${colors[severity](severity)})`,
    wrap(`${summary} ${why}`, Math.min(80, columns)).join('\n'),
    `${colors.error('Wrong')}\n${example(bad)}`,
    `${colors.mark('Right')}\n${example(good)}`,
    `${weigh}\n`,
  ].join('\n\n');
}

import type { Diagnostic } from '../model/diagnostic.js';
import { escapeControlsOnLine } from '../text/escape.js';
import { escapeBracketCommands } from '../text/workflow-commands.js';
import type { Report } from './report.js';

/**
 * JUnit XML as Jenkins and GitLab read it: a suite for each file, in it a failed test for each error or warning, or one
 * test that passed. Infos are no failures and are left out.
 */
export const report: Report = (diagnostics, { files }) => {
  const failures = diagnostics.filter(({ severity }) => severity !== 'info');
  const suites = files.map(file => {
    const own = failures.filter(diagnostic => diagnostic.file === file);
    return { own, file, tests: Math.max(1, own.length) };
  });
  const tests = suites.reduce((sum, suite) => sum + suite.tests, 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="idm validate" tests="${tests}" failures="${failures.length}" errors="0">`,
    ...suites.flatMap(({ file, own, tests }) => [
      `  <testsuite name="${xml(file)}" tests="${tests}" failures="${own.length}" errors="0">`,
      ...(own.length === 0 ? [`    <testcase classname="${xml(file)}" name="no problems"/>`] : own.map(failure)),
      '  </testsuite>',
    ]),
    '</testsuites>',
    '',
  ].join('\n');
};

function failure({ file, line, column, severity, rule, message, hint }: Diagnostic): string {
  const name = `${rule} at ${line}:${column}`;
  const text = `${file}:${line}:${column}: ${severity} ${message} [${rule}]`;
  return `    <testcase classname="${xml(file)}" name="${xml(name)}">
      <failure type="${severity}" message="${xml(message)}">${xml(text)}${hint === null ? '' : `\n${xml(hint)}`}</failure>
    </testcase>`;
}

/** What XML 1.0 has no place for, not even escaped (§2.2), and `inertLine` leaves: halves of pairs, and the last two of the plane. */
const FORBIDDEN = /[\p{Surrogate}\uFFFE\uFFFF]/gu;
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  ':': '&#58;',
};

/** A text for an attribute or an element. In the log of a workflow no line of it is a command. */
function xml(text: string): string {
  const escaped = escapeControlsOnLine(text)
    .replace(FORBIDDEN, '')
    .replace(/[&<>"]|^:/g, character => ENTITIES[character] ?? '');
  return escapeBracketCommands(escaped, '&#35;');
}

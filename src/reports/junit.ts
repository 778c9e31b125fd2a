import type { Diagnostic } from '../model/diagnostic.js';
import { escapeControlsOnLine, withoutForbidden } from '../text/escape.js';
import { escapeBracketCommands } from '../text/workflow-commands.js';
import { type Element, escapeXml, xmlDocument } from '../text/xml.js';
import type { Report } from './report.js';

/**
 * JUnit XML as Jenkins and GitLab read it: a test suite for each file, with a failed test for each error and, where warnings
 * make the check fail, each warning; other warnings are tests that passed, with what they say as output. A file without
 * either is one test that passed. Infos are left out.
 */
export const report: Report = (diagnostics, { files, warningsFail }) => {
  const shown = diagnostics.filter(({ severity }) => severity !== 'info');
  const fails = ({ severity }: Diagnostic) => severity === 'error' || warningsFail;
  const suites = files.map(file => {
    const own = shown.filter(diagnostic => diagnostic.file === file);
    return { own, file, tests: Math.max(1, own.length) };
  });
  const tests = suites.reduce((sum, suite) => sum + suite.tests, 0);
  const testSuites = suites.map(({ file, own, tests }): Element => {
    const name = escapeControlsOnLine(file);
    const passed: Element = ['testcase', { classname: name, name: 'no problems' }, ''];
    const counts = { tests, failures: own.filter(fails).length, errors: 0 };
    return ['testsuite', { name, ...counts }, own.length === 0 ? [passed] : own.map(one => testCase(one, fails(one)))];
  });
  const counts = { tests, failures: shown.filter(fails).length, errors: 0 };
  return xmlDocument(['testsuites', { name: 'idm validate', ...counts }, testSuites], escapeForLog);
};

function testCase({ file, line, column, severity, rule, message, hint }: Diagnostic, failed: boolean): Element {
  const text = `${file}:${line}:${column}: ${severity} ${message} [${rule}]`;
  const content = [text, ...(hint === null ? [] : [hint])].map(escapeControlsOnLine).join('\n');
  const outcome: Element = failed
    ? ['failure', { type: severity, message: escapeControlsOnLine(message) }, content]
    : ['system-out', {}, content];
  const name = `${rule} at ${line}:${column}`;
  return ['testcase', { classname: escapeControlsOnLine(file), name }, [outcome]];
}

/** Escapes a text for XML; in the log of a workflow no line of it is a command. */
function escapeForLog(text: string): string {
  const escaped = escapeXml(withoutForbidden(text)).replace(/^:/gm, '&#58;');
  return escapeBracketCommands(escaped, '&#35;');
}

import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { ROOT, SHIPPED, spawnIdm } from '../support/run.js';

const hasScript = spawnSync('script', ['--version']).error === undefined;

/** Runs a command in a pseudo-terminal of so many rows, with a pager that marks each line; gives what it shows. */
function shown(rows: number, command: string, pager = "sed 's/^/paged: /'"): string {
  const { stdout } = spawnSync(
    'script',
    ['-qec', `stty rows ${rows} cols 80; node ${ROOT}bin/idm.js ${command}`, '/dev/null'],
    { env: { ...process.env, IDM_AGENDA: SHIPPED, PAGER: pager, TERM: 'xterm' }, encoding: 'utf8', input: '' },
  );
  return stdout;
}

describe.runIf(hasScript)('on a terminal', () => {
  test('what is longer than it goes through the pager, whole and in colour', () => {
    const out = shown(20, 'list --lang en');
    const lines = out.split('\r\n').slice(0, -1);
    expect(lines.length).toBeGreaterThan(20);
    for (const line of lines) expect(line).toMatch(/^paged: /);
    expect(out).toContain('\u001b[36mclosing');
  });

  test.each([
    ['what fits', 200, 'list --day 1', undefined],
    ['what --no-pager asks for', 20, 'list --no-pager', undefined],
    ['JSON', 20, 'list --json', undefined],
    ['what a pager that is not there would show', 20, 'list', 'no-such-pager'],
    ['anything, where $PAGER is cat', 20, 'list', 'cat'],
  ])('%s does not', (_, rows, command, pager) => {
    const out = shown(rows, command, pager);
    expect(out).not.toContain('paged: ');
    expect(out).toContain('opening');
  });
});

test('into a pipe nothing does', () => {
  const { out } = spawnIdm(['list', '--table'], { env: { IDM_AGENDA: SHIPPED, PAGER: "sed 's/^/paged: /'" } });
  expect(out).not.toContain('paged: ');
  expect(out).toContain('opening');
});

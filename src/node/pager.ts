import { spawn } from 'node:child_process';

/**
 * Shows a text in the pager of the environment: the command in $PAGER, as a shell reads it, else `less -FRX`; what git tells
 * less by $LESS it is told here too. False where there is no pager, and nothing was shown.
 */
export function throughPager(text: string): Promise<boolean> {
  const { PAGER: named, LESS = 'FRX' } = process.env;
  if (named === '' || named === 'cat') return Promise.resolve(false);
  const options = {
    env: { ...process.env, LESS },
    stdio: ['pipe', 'inherit', 'inherit'] as ['pipe', 'inherit', 'inherit'],
  };
  const child = named === undefined ? spawn('less', ['-FRX'], options) : spawn(named, { ...options, shell: true });
  // Who interrupts stops what the pager does, not the pager.
  const ignore = () => {};
  process.on('SIGINT', ignore);
  return new Promise<boolean>(done => {
    child.on('error', () => done(false));
    // What a shell says of a command that it does not find (POSIX.1-2017, Shell 2.8.2).
    child.on('close', code => done(code !== 127));
    // Whoever leaves the pager early has read enough.
    child.stdin.on('error', ignore);
    child.stdin.end(text);
  }).finally(() => process.off('SIGINT', ignore));
}

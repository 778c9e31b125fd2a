import { ROOT } from '../../support/run.js';
import { inFolder, output } from '../programs.js';

/** How wide the terminal of a picture is. */
const COLUMNS = 92;

/** Runs a command line of the built `idm` in a terminal of its own (`script` of util-linux), and gives what it wrote there. */
export function inTerminal(args: string): Promise<string> {
  const command = `stty cols ${COLUMNS} && cd '${ROOT}examples' && IDM_AGENDA='${ROOT}data/idm-2018.yaml' TERM=xterm node '${ROOT}bin/idm.js' ${args} 2>/dev/null`;
  return inFolder(folder =>
    output('script', ['--quiet', '--command', command, '/dev/null'], folder).replace(/\r/g, ''),
  );
}

/** The sixteen colours of a quiet theme by their SGR codes (ECMA-48 §8.3.117), and the letters that are bold or faint. */
const STYLES: Readonly<Record<string, string>> = {
  1: 'font-weight:700',
  2: 'opacity:.6',
  31: 'color:#f2867a',
  33: 'color:#e2b65c',
  34: 'color:#7fb4f0',
  36: 'color:#74c7c4',
};
/** What ends them. */
const ENDS: Readonly<Record<string, readonly string[]>> = {
  0: Object.keys(STYLES),
  22: ['1', '2'],
  39: ['31', '33', '34', '36'],
};

/** What a terminal shows as HTML. A code that the picture would leave out is an error. */
export function htmlOf(written: string, command: string): string {
  const on = new Set<string>();
  const escaped = (text: string) => text.replace(/[&<]/g, character => (character === '&' ? '&amp;' : '&lt;'));
  const body = written
    .trimEnd()
    .split(/(\u001B\[[\d;]*m)/)
    .map(piece => {
      const codes = /^\u001B\[([\d;]*)m$/.exec(piece)?.[1]?.split(';');
      if (codes === undefined) {
        const style = [...on].map(code => STYLES[code]).join(';');
        return piece === '' ? '' : `<span style="${style}">${escaped(piece)}</span>`;
      }
      for (const code of codes) {
        if (code in STYLES) on.add(code);
        else if (code in ENDS) for (const ended of ENDS[code] ?? []) on.delete(ended);
        else throw new Error(`a picture has no colour ${code}`);
      }
      return '';
    })
    .join('');
  return `<!doctype html><meta charset=utf-8><style>
body { margin: 0; background: #fff }
pre { display: inline-block; margin: 0; padding: 18px 22px; background: #1b1f24; color: #dfe3e8; border-radius: 8px;
  font: 15px/1.17 'DejaVu Sans Mono', monospace; }
b { color: #8fd19e; font-weight: 400 }
</style><pre><b>$</b> ${escaped(command)}
${body}</pre>`;
}

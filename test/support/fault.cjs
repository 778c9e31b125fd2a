// Preloaded into a run that writes a file: from the moment the draft is there, counts the calls that work on it. At one of
// them it kills the process (IDM_FAULT=3), or lets the first call of a name fail (IDM_FAULT=renameSync:EIO, and more of the
// kind after commas). IDM_FAULT=count prints how many calls there are.
const fs = require('node:fs');
const { errno } = require('node:os').constants;

const fault = process.env.IDM_FAULT ?? '';
const failing = new Map(fault.split(',').map(one => one.split(':')));
const CALLS = [
  'fchmodSync',
  'writeFileSync',
  'fsyncSync',
  'closeSync',
  'ftruncateSync',
  'renameSync',
  'linkSync',
  'unlinkSync',
];
let count = 0;
let begun = false;

function step(name) {
  if (!begun) return;
  count++;
  if (String(count) === fault) process.kill(process.pid, 'SIGKILL');
  const code = failing.get(name);
  if (code === undefined) return;
  failing.delete(name);
  throw Object.assign(new Error(`${code}: a fault`), { code, errno: -errno[code] });
}

for (const name of [...CALLS, 'openSync']) {
  const original = fs[name];
  fs[name] = (...args) => {
    step(name);
    const given = original(...args);
    begun ||= name === 'openSync' && String(args[0]).includes('.idm-');
    return given;
  };
}
if (fault === 'count') process.on('exit', () => process.stdout.write(String(count)));

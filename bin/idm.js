#!/usr/bin/env node
// What V8 made of the code is kept from one run to the next: by Node itself where it can (22.8 and later), else beside the
// code. On an older Node, to load the module that would say whether it can takes its time.
const { arch, env, version, versions } = process;
let keep;
if (Number.parseInt(versions.node, 10) >= 22) require('node:module').enableCompileCache?.();
else if (env.NODE_DISABLE_COMPILE_CACHE === undefined)
  keep = require('../dist/code-cache.cjs').useCodeCache(
    require.extensions,
    `${__dirname}/../.cache/${version}-${arch}`,
  );

require('../dist/program.cjs')
  .run()
  .then(code => {
    process.exitCode = code;
    keep?.();
  });

#!/usr/bin/env node
// What V8 made of the code is kept from one run to the next, where this Node can (22.8 and later).
require('node:module').enableCompileCache?.();

require('../dist/program.cjs')
  .run()
  .then(code => {
    process.exitCode = code;
  });

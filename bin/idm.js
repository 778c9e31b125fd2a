#!/usr/bin/env node
// What V8 made of the code is kept from one run to the next, where this Node can (22.8 and later). On an older one, to load
// the module that would say so takes its time.
if (Number.parseInt(process.versions.node, 10) >= 22) require('node:module').enableCompileCache?.();

require('../dist/program.cjs')
  .run()
  .then(code => {
    process.exitCode = code;
  });

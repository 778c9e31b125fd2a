const { Module } = require('node:module');
const { writeSync } = require('node:fs');

const load = Module._load;
Module._load = function (request, parent, ...rest) {
  writeSync(2, `require ${Module._resolveFilename(request, parent)}\n`);
  return load.call(this, request, parent, ...rest);
};

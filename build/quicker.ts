import type { Plugin } from 'rolldown';

/** A module of CommonJS, as the bundler writes it. */
const MODULE = /(= \/\* @__PURE__ \*\/ \w+\.\w+\(\()(\([\w, ]*\)) => \{/g;

/** An export, as the bundler writes it: by a function, since a variable may change. */
const EXPORT =
  /Object\.defineProperty\(exports, "([\w$]+)", \{\s*enumerable: true,\s*get: function ?\(\) \{\s*return ([\w$]+);\s*\}\s*\}\)/g;

/**
 * Writes for Node what it is sooner done with. A module of CommonJS runs at once, which its parentheses say; but of arrow
 * functions the V8 of Node 20 doesn't take that, and reads them twice. An export is what it is, where it doesn't change.
 */
export function quicker(): Plugin {
  return {
    name: 'quicker',
    renderChunk(code) {
      const variables = (code.match(/^let [^;]*/gm) ?? []).join();
      return code
        .replace(MODULE, '$1function $2 {')
        .replace(EXPORT, (written, name, local) =>
          variables.includes(local) ? written : `exports.${name} = ${local}`,
        );
    },
  };
}

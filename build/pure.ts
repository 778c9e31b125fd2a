import type { Plugin } from 'rolldown';

/** What cannot do anything when it is made, in the terms of ESTree. */
const HARMLESS = ['ClassExpression', 'Literal', 'UnaryExpression'];

/**
 * Says of all that a package makes when it is loaded that it may be left out where nobody uses it. A bundler cannot know
 * that by itself of what is called or spread there.
 */
export function pure(module: RegExp): Plugin {
  return {
    name: 'pure',
    transform: {
      filter: { id: module },
      handler(code) {
        const made = this.parse(code).body.flatMap(statement =>
          statement.type === 'VariableDeclaration' ? statement.declarations.flatMap(({ init }) => init ?? []) : [],
        );
        let [out, at] = ['', 0];
        for (const { type, start, end } of made) {
          if (HARMLESS.includes(type)) continue;
          out += `${code.slice(at, start)}/* @__PURE__ */ (() => (${code.slice(start, end)}))()`;
          at = end;
        }
        return out + code.slice(at);
      },
    },
  };
}

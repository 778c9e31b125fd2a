import { type Plugin, RolldownMagicString } from 'rolldown';
import { Visitor } from 'rolldown/utils';

/** How rolldown gives a name to other files: by a getter, so that it may stand for another value later. */
const GETTER =
  /^Object\.defineProperty\(exports, "([\w$]+)", \{\s*enumerable: true,\s*get: function \(\) \{\s*return ([\w$]+);\s*\}\s*\}\);?$/;

/** How a file asks for another. */
const REQUIRE = /^require\("\.\/([\w-]+)\.cjs"\)$/;

/**
 * Makes the CommonJS files of rolldown load sooner. They do the same:
 *
 * - The files in `late` are loaded where a function first uses something of them. It is an
 *   error where two files need each other as they are loaded.
 * - What a file gives to others is plain properties, which take less than getters, but for what is given another value later.
 * - Modules of packages that are CommonJS are functions in parentheses, which V8 compiles as it reads them. It reads others
 *   twice: once to see where they end.
 */
export function sooner(late: readonly string[]): Plugin {
  return {
    name: 'sooner',
    renderChunk(code, chunk, _, { chunks }) {
      const program = this.parse(code);
      const out = new RolldownMagicString(code);
      const text = ({ start, end }: { readonly start: number; readonly end: number }) => code.slice(start, end);
      /** By the variable of a file that is loaded late: its name. */
      const loaders = new Map<string, string>();
      const given: string[] = [];
      const changed = new Set<string>();
      new Visitor({
        AssignmentExpression: ({ left }) => {
          if (left.type === 'Identifier') changed.add(left.name);
        },
        UpdateExpression: ({ argument }) => {
          if (argument.type === 'Identifier') changed.add(argument.name);
        },
      }).visit(program);
      for (const statement of program.body) {
        const [, name, value = ''] = GETTER.exec(text(statement)) ?? [];
        if (name !== undefined && !changed.has(value)) {
          given.push(`${name}: ${value}`);
          out.remove(statement.start, statement.end);
        }
        if (statement.type !== 'VariableDeclaration') continue;
        const [{ id, init } = {}] = statement.declarations;
        if (id?.type !== 'Identifier' || init?.type !== 'CallExpression') continue;
        const [, file] = REQUIRE.exec(text(init)) ?? [];
        if (file !== undefined && late.includes(file)) {
          loaders.set(id.name, `${file}.cjs`);
          const loaded = `${id.name}_loaded`;
          out.overwrite(
            statement.start,
            statement.end,
            `let ${loaded};\nconst ${id.name} = () => (${loaded} ??= ${text(init)});`,
          );
        }
        const [module] = init.arguments;
        if (id.name.startsWith('require_') && module?.type === 'ArrowFunctionExpression') {
          out.overwrite(module.start, module.body.start, `(function (${module.params.map(text).join(', ')}) `);
          out.appendRight(module.end, ')');
        }
      }
      let functions = 0;
      const enter = () => {
        functions++;
      };
      const leave = () => {
        functions--;
      };
      new Visitor({
        ArrowFunctionExpression: enter,
        'ArrowFunctionExpression:exit': leave,
        FunctionDeclaration: enter,
        'FunctionDeclaration:exit': leave,
        FunctionExpression: enter,
        'FunctionExpression:exit': leave,
        MemberExpression: node => {
          const { object } = node;
          const file = object.type === 'Identifier' ? loaders.get(object.name) : undefined;
          if (file === undefined) return;
          if (functions === 0 && chunks[file]?.imports.includes(chunk.fileName))
            this.error(`${chunk.fileName} needs ${file} as it is loaded, which needs ${chunk.fileName}`);
          out.appendLeft(object.end, '()');
        },
      }).visit(program);
      if (given.length > 0) out.append(`\nObject.assign(exports, { ${given.join(', ')} });\n`);
      return out.toString();
    },
  };
}

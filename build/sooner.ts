import { type Plugin, type RenderedChunk, RolldownMagicString } from 'rolldown';
import { Visitor } from 'rolldown/utils';

/** How rolldown gives a name to other files: by a getter, so that it may stand for another value later. */
const GETTER =
  /^Object\.defineProperty\(exports, "([\w$]+)", \{\s*enumerable: true,\s*get: function \(\) \{\s*return ([\w$]+);\s*\}\s*\}\);?$/;

/** How a file asks for another. */
const REQUIRE = /^require\("\.\/([\w-]+\.cjs)"\)$/;

/**
 * Makes the CommonJS files of rolldown load sooner. They do the same:
 *
 * - The files in `late` are loaded where a function first uses something of them.
 * - What a file gives to others is one object of properties, which takes less than a getter for each; a getter stays for what
 *   is given another value later.
 * - Modules of packages that are CommonJS are functions in parentheses, which V8 compiles as it reads them. It reads others
 *   twice: once to see where they end.
 *
 * Two files that need each other as they are loaded are an error.
 */
export function sooner(late: readonly string[]): Plugin {
  const isLate = (file: string) => late.includes(file.replace(/\.cjs$/, ''));
  return {
    name: 'sooner',
    renderChunk(code, { fileName, imports }, _, { chunks }) {
      const circle = imports.find(file => !isLate(file) && needs(file, fileName, chunks, isLate));
      if (circle !== undefined) this.error(`${fileName} and ${circle} need each other as they are loaded`);
      const program = this.parse(code);
      const out = new RolldownMagicString(code);
      const text = ({ start, end }: { readonly start: number; readonly end: number }) => code.slice(start, end);
      /** By the variable of a late file: its name. */
      const variables = new Map<string, string>();
      const given = new Map<string, string>();
      for (const statement of program.body) {
        const [, name, value = ''] = GETTER.exec(text(statement)) ?? [];
        if (name !== undefined) {
          given.set(name, value);
          out.remove(statement.start, statement.end);
        }
        if (statement.type !== 'VariableDeclaration') continue;
        const [{ id, init } = {}] = statement.declarations;
        if (id?.type !== 'Identifier' || init?.type !== 'CallExpression') continue;
        const [, file] = REQUIRE.exec(text(init)) ?? [];
        if (file !== undefined && isLate(file)) {
          variables.set(id.name, file);
          const loaded = `${id.name}_loaded`;
          const load = `let ${loaded};\nconst ${id.name} = () => (${loaded} ??= ${text(init)});`;
          out.overwrite(statement.start, statement.end, load);
        }
        const [module] = init.arguments;
        if (id.name.startsWith('require_') && module?.type === 'ArrowFunctionExpression') {
          out.overwrite(module.start, module.body.start, `(function (${module.params.map(text).join(', ')}) `);
          out.appendRight(module.end, ')');
        }
      }
      const changed = new Set<string>();
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
        AssignmentExpression: ({ left }) => {
          if (left.type === 'Identifier') changed.add(left.name);
        },
        UpdateExpression: ({ argument }) => {
          if (argument.type === 'Identifier') changed.add(argument.name);
        },
        MemberExpression: ({ object }) => {
          const file = object.type === 'Identifier' ? variables.get(object.name) : undefined;
          if (file === undefined) return;
          if (functions === 0 && needs(file, fileName, chunks, isLate))
            this.error(`${fileName} and ${file} need each other as they are loaded`);
          out.appendLeft(object.end, '()');
        },
      }).visit(program);
      const properties = [...given].map(([name, value]) =>
        changed.has(value) ? `get ${name}() { return ${value}; }` : `${name}: ${value}`,
      );
      if (properties.length > 0) out.append(`\nmodule.exports = { ${properties.join(', ')} };\n`);
      return out.toString();
    },
  };
}

/** True where to load a file is to load another, by way of any that are not late. */
function needs(
  file: string,
  other: string,
  chunks: Readonly<Record<string, RenderedChunk>>,
  isLate: (file: string) => boolean,
): boolean {
  const known = new Set([file]);
  for (const one of known) for (const next of chunks[one]?.imports ?? []) if (!isLate(next)) known.add(next);
  return known.has(other);
}

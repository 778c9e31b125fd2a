import type { Source } from '../../source/read-result.js';
import { edit, editFields, extent, locate, type PositionNode } from './positions.js';

/** The source of a YAML text; `root` gives the node of its document. */
export function yamlSource(text: string, root: () => PositionNode, comments: Source['comments']): Source {
  return {
    text,
    locate: (path, on) => locate(root(), path, on, text),
    extent: path => extent(root(), path),
    edit: (path, on, value) => edit(root(), path, on, value, text),
    editFields: (path, through, value) => editFields(root(), path, through, value, text),
    comments,
  };
}

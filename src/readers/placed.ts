import type { Path } from '../model/diagnostic.js';
import type { Source, Span } from './reading.js';

/** Where the parts of a model stand in a text of another format; filled while the model is built. */
export interface Places {
  /**
   * Notes where a path of the model comes from: `span` is what a message points to (a start, a name), `whole` all that
   * stands there (an event from its first line to its last), `fields` where its own fields are, by name. A path that is
   * noted twice keeps its first place.
   */
  put(path: Path, span: Span, whole?: Span, fields?: Fields): void;
  /** What was noted, for the rules: a path that was not is placed with its nearest parent that was. */
  readonly source: Source;
}

/** The places of the fields of something; those that are undefined have none. */
export type Fields = Readonly<Record<string, Span | undefined>>;

interface Place {
  readonly span: Span;
  readonly whole: Span;
  readonly fields?: Fields | undefined;
}

/** The places of a text, none noted yet: paths that have no parent with a place are at its beginning. */
export function placed(text: string): Places {
  const places = new Map<string, Place>();
  const find = (path: Path): Place => {
    for (let length = path.length; length >= 0; length--) {
      const found = places.get(key(path, length));
      if (found === undefined) continue;
      const name = path[length];
      const field = name !== undefined && found.fields && Object.hasOwn(found.fields, name) && found.fields[name];
      return field ? { span: field, whole: field } : found;
    }
    return { span: [0, 0], whole: [0, 0] };
  };
  return {
    put(path, span, whole = span, fields) {
      const name = key(path, path.length);
      if (!places.has(name)) places.set(name, { span, whole, fields });
    },
    source: { text, locate: path => find(path).span, extent: path => find(path).whole, comments: () => [] },
  };
}

function key(path: Path, length: number): string {
  return path.slice(0, length).join('\0');
}

/** An element of a document, its entities resolved. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
}

const TOKEN =
  /<\?xml [^?]*\?>|<\/(?<close>[\w-]+)>|<(?<open>[\w-]+)(?<attributes>(?: [\w-]+="[^"<]*")*)(?<empty>\/?)>|(?<text>[^<]+)/guy;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * The elements of a document, in order. Fails where it is not well-formed: an element that is not closed, a < or & that
 * is not escaped, a character that XML 1.0 has no place for (§2.2). No more of XML than reports are written in.
 */
export function elements(document: string): readonly Element[] {
  const bad = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.exec(document);
  if (bad !== null) throw new Error(`a character that XML forbids at ${bad.index}`);
  const all: Element[] = [];
  const open: Element[] = [];
  let end = 0;
  for (const { 0: token, index, groups = {} } of document.matchAll(TOKEN)) {
    end = index + token.length;
    if (groups.open !== undefined) {
      const pairs = [...(groups.attributes ?? '').matchAll(/ ([\w-]+)="([^"]*)"/g)];
      if (all.length > 0 && open.length === 0) throw new Error('a second root');
      const attributes = Object.fromEntries(pairs.map(([, name, value]) => [name, resolve(value ?? '')]));
      const element = { name: groups.open, attributes, text: '' };
      all.push(element);
      if (groups.empty !== '/') open.push(element);
    } else if (groups.close !== undefined) {
      if (open.pop()?.name !== groups.close) throw new Error(`</${groups.close}> closes another element`);
    } else if (groups.text !== undefined) {
      if (groups.text.includes(']]>')) throw new Error(']]> in a text');
      const into = open.at(-1);
      if (into) into.text += resolve(groups.text);
    }
  }
  if (end !== document.length || open.length > 0) throw new Error(`not well-formed at ${end}`);
  return all;
}

function resolve(text: string): string {
  return text.replace(/&(\w*;?)/g, (_, name: string) => {
    const character = ENTITIES[name.replace(';', '')];
    if (character === undefined || !name.endsWith(';')) throw new Error(`&${name} is no entity`);
    return character;
  });
}

/** An element: its name, its attributes, and its text or its children. */
export type Element = readonly [
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  content: string | number | readonly Element[],
];

/** A document of XML 1.0 in UTF-8. Its texts have none of the characters that XML forbids (§2.2). */
export function xmlDocument(root: Element): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${drawn(root, '')}`;
}

function drawn([name, attributes, content]: Element, indent: string): string {
  const head = [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${escaped(value)}"`)].join(' ');
  if (content === '' || (typeof content === 'object' && content.length === 0)) return `${indent}<${head}/>\n`;
  if (typeof content !== 'object') return `${indent}<${head}>${escaped(content)}</${name}>\n`;
  const inner = content.map(child => drawn(child, `${indent}  `)).join('');
  return `${indent}<${head}>\n${inner}${indent}</${name}>\n`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(value: string | number): string {
  return String(value).replace(/[&<>"]/g, character => ENTITIES[character] ?? '');
}

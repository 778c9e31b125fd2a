/** An element: its name, its attributes, and its text or its children. */
export type Element = readonly [
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  content: string | number | readonly Element[],
];

/**
 * A document of XML 1.0 in UTF-8. Its texts have none of the characters that XML forbids (§2.2), or `escaper` takes them
 * out: it writes texts and values of attributes.
 */
export function xmlDocument(root: Element, escaper: (text: string) => string = escapeXml): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element(root, '', text => escaper(String(text)))}`;
}

function element(
  [name, attributes, content]: Element,
  indent: string,
  escaped: (text: string | number) => string,
): string {
  const head = [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${escaped(value)}"`)].join(' ');
  if (content === '' || (typeof content === 'object' && content.length === 0)) return `${indent}<${head}/>\n`;
  if (typeof content !== 'object') return `${indent}<${head}>${escaped(content)}</${name}>\n`;
  const inner = content.map(child => element(child, `${indent}  `, escaped)).join('');
  return `${indent}<${head}>\n${inner}${indent}</${name}>\n`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text with what XML takes for markup as entities. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, character => ENTITIES[character] ?? '');
}

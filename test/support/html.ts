import { type DefaultTreeAdapterMap, parse } from 'parse5';

type Node = DefaultTreeAdapterMap['node'];
type Tag = DefaultTreeAdapterMap['element'];

/** An element of a page, as a browser builds it. */
export interface HtmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (HtmlElement | string)[];
  readonly parent: HtmlElement | undefined;
}

/** The tree of a page, parsed as browsers do (HTML §13.2), and the errors that a browser passes over. */
export function parsePage(source: string): { readonly root: HtmlElement; readonly errors: readonly string[] } {
  const errors: string[] = [];
  const tree = parse(source, { onParseError: ({ code }) => errors.push(code) });
  const html = tree.childNodes.find(node => node.nodeName === 'html') as Tag;
  return { root: convert(html, undefined), errors };
}

function convert(tag: Tag, parent: HtmlElement | undefined): HtmlElement {
  const children: (HtmlElement | string)[] = [];
  const element: HtmlElement = {
    name: tag.tagName,
    attributes: Object.fromEntries(tag.attrs.map(({ name, value }) => [name, value])),
    children,
    parent,
  };
  for (const child of tag.childNodes as Node[]) {
    if ('tagName' in child) children.push(convert(child, element));
    else if ('value' in child && child.nodeName === '#text') children.push(child.value);
  }
  return element;
}

/** An element and all within it, in order, for which `wanted` holds. */
export function all(within: HtmlElement, wanted: (element: HtmlElement) => boolean = () => true): HtmlElement[] {
  const inner = within.children.flatMap(child => (typeof child === 'string' ? [] : all(child, wanted)));
  return wanted(within) ? [within, ...inner] : inner;
}

/** True of an element with a class. */
export function hasClass({ attributes }: HtmlElement, name: string): boolean {
  return (attributes.class ?? '').split(' ').includes(name);
}

/** The text of an element that is read when the page is in a language; all of it without one. White space is one blank. */
export function textOf(element: HtmlElement, lang?: string): string {
  const texts = (of: HtmlElement): string =>
    of.children
      .map(child => (typeof child === 'string' ? child : isRead(child, lang) ? ` ${texts(child)} ` : ''))
      .join('');
  return texts(element)
    .replace(/\s+/g, ' ')
    .replace(/ (?=[–,.)،；，、])|(?<=[–(，、]) /g, '')
    .trim();
}

/** What the style sheet shows when a language is chosen. */
function isRead({ name, attributes }: HtmlElement, lang: string | undefined): boolean {
  if (name === 'style' || name === 'script' || name === 'template') return false;
  if (lang === undefined) return true;
  // What is in no language and not for each has a class for those that it is for.
  if (attributes.lang === undefined && (name !== 'i' || attributes.class === undefined)) return true;
  const classes = (attributes.class ?? '').split(' ');
  return attributes.lang === lang || classes.includes(lang) || classes.includes('every');
}

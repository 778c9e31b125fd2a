/** The element with an id of ours, which has a colon. */
export function byId<E extends HTMLElement = HTMLElement>(id: string): E | null {
  return document.getElementById(id) as E | null;
}

/** The elements within another that a selector finds. */
export function find<E extends HTMLElement = HTMLElement>(
  selector: string,
  within: ParentNode = document,
): readonly E[] {
  return [...within.querySelectorAll<E>(selector)];
}

/** The children of an element that a selector matches. */
export function children(of: Element | null | undefined, selector: string): readonly HTMLElement[] {
  return [...(of?.children ?? [])].filter((child): child is HTMLElement => child.matches(selector));
}

/** What the article of a session is made of. A selector with `:scope` has browsers look through all of the page. */
export function partsOf(article: Element): {
  readonly when: Element | undefined;
  readonly what: Element | undefined;
  readonly heading: HTMLElement | undefined;
  readonly facts: Element | undefined;
  readonly people: Element | undefined;
  readonly links: Element | undefined;
} {
  const [when, what] = article.children;
  const own = (selector: string) => children(what, selector)[0];
  return {
    when,
    what,
    heading: own('h3, h4, h5, h6'),
    facts: own('.facts'),
    people: own('.cast'),
    links: own('.links'),
  };
}

/** The elements within one that there may be. */
export function within(element: Element | undefined, selector: string): readonly HTMLElement[] {
  return element ? find(selector, element) : [];
}

/** A new element with children. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]>,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

/** A label of the page in all its languages, as new nodes. */
export function word(name: string): Node {
  const words = byId<HTMLTemplateElement>('words:')?.content;
  return copy(words?.querySelector(`[data-word=${name}]`));
}

/** What is in an element, as new nodes; nothing of none. */
export function copy(element: Element | null | undefined): Node {
  const fragment = document.createDocumentFragment();
  for (const node of element?.childNodes ?? []) fragment.append(node.cloneNode(true));
  return fragment;
}

/** The text of an element when a language is shown, that which is when absent, wherever it stands. */
export function shownText(node: Node, lang = document.documentElement.lang): string {
  if (node.nodeType === Node.TEXT_NODE) return node.nodeValue ?? '';
  const isOther =
    node instanceof HTMLElement &&
    (node.hasAttribute('lang') || (node.localName === 'i' && node.className !== '')) &&
    node.lang !== lang &&
    !node.classList.contains(lang) &&
    !node.classList.contains('every');
  return isOther ? '' : [...node.childNodes].map(child => shownText(child, lang)).join('');
}

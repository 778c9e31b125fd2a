import { createHash } from 'node:crypto';
import { URL_FORM } from '../../model/fields.js';
import { withoutControls } from '../../text/escape.js';
import { LARGEST_EXPORT, Unwritable } from '../export-limits.js';

/** A piece of HTML. Only `html` makes one, so that no text becomes markup. */
export class Markup {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }
}

/** What may stand between pieces of markup: a text is escaped. */
export type Content = string | number | Markup | readonly Content[] | undefined;

export const NOTHING = new Markup('');

/**
 * Markup with texts in it: between tags, in an attribute in quotes, or as all of one behind `=`, which gets quotes where it needs
 * them. Fails where a page would be larger than any export may be.
 */
export function html(strings: TemplateStringsArray, ...values: readonly Content[]): Markup {
  let source = strings[0] ?? '';
  for (const [i, value] of values.entries()) {
    const isAttribute = strings[i]?.endsWith('=') ?? false;
    source += (isAttribute ? quoted(String(value)) : contentOf(value)) + (strings[i + 1] ?? '');
    if (source.length > LARGEST_EXPORT) tooLarge();
  }
  return new Markup(source);
}

/** The text of a style or script of our own, in which `</` does not occur (HTML §13.1.2). */
export function verbatim(code: string): Markup {
  if (code.includes('</')) throw new Error('a style or script would end its element');
  return new Markup(code);
}

/** Pieces of markup, those that are empty left out, with other markup between. */
export function join(pieces: readonly Markup[], between: Markup = NOTHING): Markup {
  const parts = pieces.filter(({ source }) => source !== '');
  if (parts.reduce((sum, { source }) => sum + source.length, 0) > LARGEST_EXPORT) tooLarge();
  return new Markup(parts.map(({ source }) => source).join(between.source));
}

function tooLarge(): never {
  throw new Unwritable(`a page of this would have more than ${LARGEST_EXPORT / 1_000_000} million characters`);
}

function contentOf(value: Content): string {
  if (value === undefined) return '';
  if (value instanceof Markup) return value.source;
  if (typeof value === 'object') return join(value.map(one => new Markup(contentOf(one)))).source;
  return typeof value === 'number' ? String(value) : escapeHtml(value);
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const CHARACTERS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(ENTITIES).map(([character, entity]) => [entity, character]),
);

function escapeHtml(text: string): string {
  return withoutControls(text).replace(/[&<>"]/g, character => ENTITIES[character] ?? '');
}

/** The text of markup, as a browser reads it. */
export function plainText({ source }: Markup): string {
  return source.replace(/<[^>]*>/g, '').replace(/&(amp|lt|gt|quot);/g, entity => CHARACTERS[entity] ?? '');
}

/** An element with attributes, of which those without a value are left out. */
export function element(
  name: 'article' | 'div' | 'h3' | 'h4' | 'h5' | 'h6' | 'i' | 'li' | 'section' | 'td' | 'th',
  attributes: Readonly<Record<string, string | undefined>>,
  content: Content,
): Markup {
  const written = Object.entries(attributes).map(([key, value]) =>
    value === undefined ? '' : ` ${key}=${quoted(value)}`,
  );
  return new Markup(`<${name}${written.join('')}>${contentOf(content)}</${name}>`);
}

/** The value of an attribute, without quotes where it needs none (HTML §13.1.2.3). */
function quoted(value: string): string {
  return /^[\w:#.+-]+$/.test(value) ? value : `"${escapeHtml(value)}"`;
}

/** The paragraphs of a text, which empty lines part, each as its lines. */
export function paragraphs(text: string): readonly Markup[] {
  return text
    .split(/(?:\r\n?|\n)[^\S\r\n]*(?:\r\n?|\n)\s*/)
    .map(paragraph =>
      join(
        paragraph.split(/\r\n?|[\n\u0085\u2028\u2029]/).map(line => html`${line.trim()}`),
        html`<br>`,
      ),
    )
    .filter(({ source }) => source !== '');
}

/** A link to an address, which it shows as people write it; the text alone where a browser should not be led there. */
export function link(url: string): Markup {
  return URL_FORM.test(url) ? html`<a href="${url}" rel="noreferrer">${shown(url)}</a>` : html`${shown(url)}`;
}

/** A link with a label, behind which paper has the address; the label alone where a browser should not be led there. */
export function labelledLink(url: string, label: Markup): Markup {
  if (label.source === '') return link(url);
  return URL_FORM.test(url) ? html`<a class=out href="${url}" rel="noreferrer">${label}</a>` : label;
}

/** An address as people write it: without `https://` and a last slash. */
function shown(url: string): string {
  return url.replace(/^(?:https?:\/\/|mailto:)/i, '').replace(/\/$/, '');
}

/** What a Content-Security-Policy calls a style or a script by (CSP3 §2.3.1): `'sha256-…'`. */
export function policyHash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

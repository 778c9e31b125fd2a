/** A tag of HTML that texts have, or an entity. `<branch-name>` and `a < b` are none. */
const MARKUP =
  /<\/?(?:a|b|blockquote|body|br|center|code|div|em|font|h[1-6]|hr|html|i|img|li|ol|p|pre|small|span|strong|sub|sup|table|tbody|td|th|tr|u|ul)(?:\s[^<>]{0,1000})?\s?\/?>|&(?:#\d{2,7}|#x[\da-f]{2,6}|amp|lt|gt|quot|apos|nbsp|[a-z]{2,8}(?:acute|grave|circ|uml|tilde|cedil|slash|ring|lig|dash|quo|hellip|bull)|[aeiouyncAEIOUYNC](?:acute|grave|circ|uml|tilde|cedil)|ndash|mdash|hellip|bull|[lr][sd]quo|euro|copy|reg|szlig);/i;

/** True for a text with tags or entities of HTML in it. */
export function hasMarkup(text: string): boolean {
  return (text.includes('<') || text.includes('&')) && MARKUP.test(text);
}

/** The first tag or entity of HTML in a text. */
export function firstMarkup(text: string): string | undefined {
  return MARKUP.exec(text)?.[0];
}

/** The entities that XML has too, and `&nbsp;`. */
const CHARACTERS: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&#39;': "'",
  '&nbsp;': ' ',
};

/** A text with the entities that everybody knows as characters. */
export function withoutCommonEntities(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|apos|#39|nbsp);/gi, entity => CHARACTERS[entity.toLowerCase()] ?? entity);
}

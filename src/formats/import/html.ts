import { type Handler, Parser } from 'htmlparser2';

/** Elements that begin on a line of their own. */
const BLOCKS = new Set(
  'address article aside blockquote body dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table tr ul'.split(
    ' ',
  ),
);
/** Elements with a blank line before and after. */
const SPACED = new Set('p h1 h2 h3 h4 h5 h6 ul ol table blockquote'.split(' '));
/** Elements whose text is not shown. */
const HIDDEN = new Set(['del', 'head', 'script', 'style', 'title']);

/**
 * The adapter of htmlparser2, which parses HTML as browsers do: HTML as plain text, with a line for each paragraph and item,
 * and the address of a link behind its text. Entities become characters. Where no element makes lines, the line breaks of
 * the text stay. It is loaded only where a text has mark-up.
 */
export function htmlToText(html: string): string {
  const makesLines = /<(?:br|p|div|li|h[1-6]|tr)\b/i.test(html);
  const done: string[] = [];
  let line = '';
  let hidden = 0;
  const links: { readonly href: string; readonly lines: number; readonly from: number }[] = [];
  const endLine = () => {
    done.push(line.trimEnd());
    line = '';
  };
  const edge = (name: string) => {
    if (!BLOCKS.has(name)) return;
    if (line.trim() !== '') endLine();
    if (SPACED.has(name) && done.length > 0 && done.at(-1) !== '') done.push('');
  };
  const add = (data: string) => {
    const shown = makesLines ? data.replace(/[ \t\r\n]+/g, ' ') : data;
    line += makesLines && (line === '' || line.endsWith(' ')) ? shown.replace(/^ /, '') : shown;
  };
  const handler: Partial<Handler> = {
    onopentag(name, { href = '' }) {
      if (HIDDEN.has(name)) hidden++;
      edge(name);
      if (name === 'br') endLine();
      if (name === 'li') line = '- ';
      if ((name === 'td' || name === 'th') && line !== '') line += ' ';
      if (name === 'a') links.push({ href: href.trim(), lines: done.length, from: line.length });
    },
    ontext(data) {
      if (hidden > 0) return;
      // A blank line within a text is meant as one, also where tags make the lines.
      for (const [i, paragraph] of (makesLines ? data.split(/\n[ \t\r]*\n/) : [data]).entries()) {
        if (i > 0 && line.trim() !== '') {
          endLine();
          done.push('');
        }
        add(paragraph);
      }
    },
    onclosetag(name) {
      if (HIDDEN.has(name)) hidden = Math.max(0, hidden - 1);
      const link = name === 'a' ? links.pop() : undefined;
      const text = link?.lines === done.length ? line.slice(link.from) : '';
      if (link !== undefined && /^(?:https?|mailto):/i.test(link.href) && !sameAddress(text, link.href))
        line = `${line.trimEnd()} (${link.href.replace(/^mailto:/i, '')})`;
      edge(name);
    },
  };
  // To look for entities in every character takes longer than to find the tags.
  const parser = new Parser(handler, { decodeEntities: html.includes('&') });
  parser.write(html);
  parser.end();
  endLine();
  return done
    .join('\n')
    .replace(/\u00A0/g, ' ')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** True for a link whose text is its address. */
function sameAddress(text: string, href: string): boolean {
  const bare = (address: string) => address.trim().replace(/^(?:https?:\/\/|mailto:)(?:www\.)?|\/$/gi, '');
  return bare(text) === bare(href);
}

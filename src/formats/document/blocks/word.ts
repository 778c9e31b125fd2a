import mammoth from 'mammoth';
import { CHARACTER_STYLES, PARAGRAPH_STYLES } from '../../docx/styles.js';
import type { Span } from '../../source/issues.js';
import { LIMITS, limitText, Stopped } from '../../source/limits.js';
import { openZip, type ZipFile } from '../../source/zip.js';
import type { Block, BlockDocument } from './block.js';
import { htmlBlocks } from './html.js';

/** What mammoth asks of the archive of a document. */
interface Archive {
  exists(name: string): boolean;
  read(name: string, encoding?: string): Promise<string | Uint8Array>;
}

/** Styles of Word that mammoth has no element for. */
const STYLES = [
  ...Object.entries(PARAGRAPH_STYLES).map(([key, name]) => {
    const level = /^heading (\d)$/.exec(name)?.[1];
    const element = key === 'title' ? 'h1' : key === 'subtitle' ? 'h2' : level === undefined ? 'p' : `h${level}`;
    return `p[style-name='${name}'] => ${element}.idm-style-${key}:fresh`;
  }),
  ...Object.entries(CHARACTER_STYLES).map(([key, name]) => `r[style-name='${name}'] => span.idm-style-${key}`),
];

/** Parts of a document that are read; others, such as pictures, macros and what is linked, never are. */
const PARTS =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/core\.xml|word\/(?:_rels\/)?[\w.-]+\.xml(?:\.rels)?)$/;

/**
 * The adapter of mammoth, which makes HTML of a Word document (.docx): its blocks, on the same way as those of a page. Runs
 * no macro, opens no link. Throws {@link Stopped} for an archive that is damaged or too large.
 */
export async function wordBlocks(bytes: Uint8Array): Promise<BlockDocument> {
  const zip = openZip(bytes);
  let tags = 0;
  const archive: Archive = {
    exists: name => PARTS.test(name) && zip.names.includes(name),
    read: async (name, encoding) => {
      const part = zip.read(name);
      if (part === undefined) throw new Stopped(`it has no ${name}`, 0);
      tags += tagCount(part);
      checkFields(part);
      if (tags > LIMITS.wordTags) throw new Stopped(`it has more than ${limitText(LIMITS.wordTags)} tags of XML`, 0);
      return encoding === undefined ? part : Buffer.from(part).toString(encoding === 'base64' ? 'base64' : 'utf8');
    },
  };
  const html = await htmlOf(archive);
  const { language, title } = propertiesOf(zip);
  const { blocks, cut, struck } = htmlBlocks(html);
  const text: string[] = [];
  let at = 0;
  let paragraph = 0;
  const placed = blocks.map((block): Block => {
    const line = block.text.replace(/\s+/g, ' ');
    const span: Span = [at, at + line.length];
    text.push(line);
    at += line.length + 1;
    if (block.cell !== undefined) return { ...block, span };
    paragraph++;
    return { ...block, span, where: `paragraph ${paragraph}` };
  });
  return {
    noun: 'Word document',
    text: text.join('\n'),
    blocks: placed,
    ...(cut && { cut: [at, at] as Span }),
    ...(struck && { struck }),
    ...(language !== undefined && { language }),
    ...(title !== undefined && { title }),
  };
}

/** Levels of fields in fields, such as links: the work of mammoth grows with their number squared. */
const MOST_FIELDS = 100;

/** Throws {@link Stopped} for fields that are nested deeper than documents have them. */
function checkFields(xml: Uint8Array): void {
  let depth = 0;
  for (const [, edge] of new TextDecoder().decode(xml).matchAll(/fldCharType\s*=\s*["'](begin|end)/g)) {
    depth = Math.max(0, depth + (edge === 'begin' ? 1 : -1));
    if (depth > MOST_FIELDS) throw new Stopped('its fields are nested too deep', 0);
  }
}

/** How many tags some XML in UTF-8 has, at most. */
function tagCount(xml: Uint8Array): number {
  let count = 0;
  for (let at = xml.indexOf(LESS_THAN); at !== -1; at = xml.indexOf(LESS_THAN, at + 1)) count++;
  return count;
}

const LESS_THAN = 0x3c;

async function htmlOf(archive: Archive): Promise<string> {
  const options = {
    styleMap: STYLES,
    ignoreEmptyParagraphs: true,
    externalFileAccess: false,
    convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
  };
  try {
    // The archive stands in for the one that mammoth would unpack without a bound.
    const { value } = await mammoth.convertToHtml({ file: archive } as never, options);
    // A tab parts columns, as several blanks do in a page.
    return value.replaceAll('\t', '\u00A0\u00A0\u00A0\u00A0');
  } catch (error) {
    if (error instanceof Stopped) throw error;
    if (error instanceof RangeError) throw new Stopped('its elements are nested too deep', 0);
    throw new Stopped(
      `it is damaged: ${error instanceof Error ? error.message.slice(0, 200) : 'it cannot be read'}`,
      0,
    );
  }
}

/** The language of the text, and the title that the properties have. */
function propertiesOf(zip: ZipFile): { readonly language?: string; readonly title?: string } {
  const part = (name: string) => {
    const bytes = zip.read(name);
    return bytes === undefined ? '' : new TextDecoder().decode(bytes);
  };
  const [, language] = /<dc:language>([^<]+)</.exec(part('docProps/core.xml')) ?? [];
  const [, title] = /<dc:title>([^<]+)</.exec(part('docProps/core.xml')) ?? [];
  return {
    ...(language !== undefined && /^[a-z]{2,3}(?:-|$)/i.test(language) && { language }),
    ...(title !== undefined && { title: unescaped(title) }),
  };
}

function unescaped(text: string): string {
  return text.replace(
    /&(lt|gt|quot|apos|amp);/g,
    (_, name: string) => ({ lt: '<', gt: '>', quot: '"', apos: "'" })[name] ?? '&',
  );
}

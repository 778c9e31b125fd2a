import { languageNamed } from '../../model/language-names.js';
import { TIME_WORDS, type TimeWord } from '../../model/time.js';
import { LABEL_LANGUAGES, type LabelLanguage, type Words, wordsIn } from '../../model/words.js';
import { oneLine } from '../../text/one-line.js';
import { uriValue } from './content-lines.js';

/** What stands between the parts of a DESCRIPTION that idm writes. */
export const BETWEEN_BLOCKS = '\n\n';
/** What each item begins with. */
export const BULLET = '• ';

/** A link as a line of a DESCRIPTION: its title, a blank, its address as a URI, which programs can make a link of. */
export function linkLine(title: string, url: string): string {
  return `${oneLine(title)} ${uriValue(url)}`.trim();
}

/** What the properties of an event say that its DESCRIPTION says as well. */
export interface Said {
  /** True of an event of a whole day. */
  readonly isDay: boolean;
  /** The addresses of ATTACH. */
  readonly attached: readonly string[];
  /** The addresses of CONFERENCE. */
  readonly joining: readonly string[];
}

/** The fields of a session that a DESCRIPTION has, and what else it says. */
export interface Details {
  readonly text: string;
  readonly time?: TimeWord;
  /** Where it lists the documents that are attached. */
  readonly links?: readonly { readonly title: string; readonly url: string }[];
  readonly organizer?: string;
  /** BCP 47 tags. */
  readonly interpretation?: readonly string[];
}

/**
 * Takes out of a DESCRIPTION that idm wrote, in whichever language its labels are, what can only have been written for a
 * field: the word for the time of a whole day at the beginning; at the end, in front of what the session is a part of, the
 * links that are attached, who holds it, where to join by video, and the interpretation.
 */
export function detailsOf(description: string, { isDay, attached, joining }: Said): Details {
  const blocks = description.split(BETWEEN_BLOCKS);
  const time = isDay ? timeWord(blocks[0]) : undefined;
  if (time !== undefined) blocks.shift();
  const end = blocks.length - (labelled(blocks.at(-1), 'partOf') === undefined ? 0 : 1);
  const partOf = blocks.splice(end);
  /** Takes the last block, where it is what is looked for. */
  const take = <T>(read: (block: string | undefined) => T | undefined): T | undefined => {
    const found = read(blocks.at(-1));
    if (found !== undefined) blocks.pop();
    return found;
  };
  const interpretation = take(languages);
  take(block => joins(block, joining));
  const organizer = take(block => labelled(block, 'organizer')?.value);
  const links = take(block => linksIn(block, attached));
  return {
    text: [...blocks, ...partOf].join(BETWEEN_BLOCKS),
    ...(time !== undefined && { time }),
    ...(links && { links }),
    ...(organizer !== undefined && { organizer }),
    ...(interpretation && { interpretation }),
  };
}

function timeWord(block = ''): TimeWord | undefined {
  const said = block.toLowerCase();
  return TIME_WORDS.find(word => LABEL_LANGUAGES.some(language => wordsIn(language)[word].toLowerCase() === said));
}

/** The text of a line behind a label, in any language. */
function labelled(
  line = '',
  label: keyof Words,
): { readonly value: string; readonly language: LabelLanguage } | undefined {
  if (line.includes('\n')) return undefined;
  for (const language of LABEL_LANGUAGES) {
    const words = wordsIn(language);
    const before = words[label] + words.colon;
    if (line.startsWith(before) && line.length > before.length) return { value: line.slice(before.length), language };
  }
  return undefined;
}

/** Lists of languages have the comma of theirs; before, all had `, `. */
const BETWEEN_NAMES = /, |، |、/;

/** The languages that a block names, each known by its name. */
function languages(block: string | undefined): readonly string[] | undefined {
  const found = labelled(block, 'interpretation');
  const tags = found?.value.split(BETWEEN_NAMES).map(name => languageNamed(name, found.language)) ?? [];
  const known = tags.filter(tag => tag !== undefined);
  return known.length > 0 && known.length === tags.length ? known : undefined;
}

/** True for lines that say where to join, each in a CONFERENCE as well. */
function joins(block: string | undefined, joining: readonly string[]): true | undefined {
  const all = block?.split('\n').map(line => labelled(line, 'join')?.value);
  return all?.every(url => url !== undefined && joining.includes(url)) || undefined;
}

/** The links of a block of lines, where those of the web are the ones attached. */
function linksIn(block: string | undefined, attached: readonly string[]): Details['links'] {
  const links = linksOf(block);
  const urls = links?.flatMap(({ url }) => (/^mailto:/i.test(url) ? [] : [uriValue(url)])) ?? [];
  const areAttached =
    attached.length > 0 && urls.length === attached.length && urls.every((url, i) => url === attached[i]);
  return areAttached ? links : undefined;
}

/** The links of a text that has one on each line; undefined where a line is none. */
export function linksOf(text: string | undefined): Details['links'] {
  const links = text?.split('\n').map(line => {
    const at = line.lastIndexOf(' ');
    return { title: line.slice(0, Math.max(0, at)), url: line.slice(at + 1) };
  });
  return links?.every(({ url }) => /^(?:https?:\/\/|mailto:)./i.test(url)) ? links : undefined;
}

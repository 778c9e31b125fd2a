import { XmlElement, XmlText } from '@rgrove/parse-xml';
import { nearest } from '../../../text/nearest.js';
import { shorten } from '../../../text/quote.js';
import type { Accounts } from '../../source/accounts.js';
import type { Span } from '../../source/issues.js';
import type { NotASchedule } from '../source.js';
import type { XmlTree } from './tree.js';

/** What is known of the content of one kind of element; all else in it is told. */
export interface Vocabulary {
  /** Elements that are read once, with text in them. */
  readonly values: ReadonlySet<string>;
  /** Elements that are read each, with elements in them. */
  readonly containers: ReadonlySet<string>;
  /** Elements that are left out by design, as docs/formats.md says. */
  readonly leftOut: ReadonlySet<string>;
  /** Attributes that are read, or left out by design. */
  readonly attributes: ReadonlySet<string>;
  /** True for an element that events stand in: what is not known in it may be one. */
  readonly hasEvents?: true;
}

function vocabulary(
  values: string,
  containers: string,
  leftOut: string,
  attributes: string,
  hasEvents?: true,
): Vocabulary {
  const set = (names: string) => new Set(names === '' ? [] : names.split(' '));
  return {
    values: set(values),
    containers: set(containers),
    leftOut: set(leftOut),
    attributes: set(attributes),
    ...(hasEvents && { hasEvents }),
  };
}

const HEAD =
  'acronym title subtitle description venue city url base_url language time_zone_name day_change start end days timeslot_duration';
const HEAD_LEFT_OUT = 'logo color colors track tracks license';

export const CONFERENCE = vocabulary(HEAD, '', HEAD_LEFT_OUT, '');
export const SCHEDULE = vocabulary('url', 'conference day room event', 'generator version', 'version', true);
/** A schedule that has what describes the conference in itself. */
export const FLAT_SCHEDULE = vocabulary(HEAD, 'day room event', `generator version ${HEAD_LEFT_OUT}`, 'version', true);
export const DAY = vocabulary('', 'room event', '', 'index date start end', true);
export const ROOM = vocabulary('', 'event', '', 'name guid id slug', true);
export const EVENT = vocabulary(
  'slug date start duration room title subtitle track type language abstract description url state status',
  'persons links attachments recording',
  'logo license video_download_url feedback_url origin_url download_url do_not_record answers',
  'id guid code',
);
export const LINKS = vocabulary('', 'link', '', '');
export const ATTACHMENTS = vocabulary('', 'attachment', '', '');
/** Attributes of a link or attachment. */
export const LINK = vocabulary('', '', '', 'href type service title');
export const RECORDING = vocabulary('url link', '', 'license optout', '');
export const PERSONS = vocabulary('', 'person', '', '');
export const PERSON = vocabulary(
  'name public_name full_public_name biography bio url role',
  '',
  'avatar avatar_url answers code',
  'id guid name code',
);

/** Attributes that XML itself or a schema gives a meaning. */
const OF_XML = /^xml|^xsi:/;

/** Opens the elements of one schedule.xml, and accounts for all that is in them. */
export class ElementReader {
  private readonly accounts: Accounts;
  /** What is not known where events stand, by its name and that of its parent. */
  private readonly strangers = new Map<
    string,
    { count: number; readonly parents: Set<XmlElement>; readonly span: Span }
  >();

  constructor(accounts: Accounts) {
    this.accounts = accounts;
  }

  /** The first of each known element, by name. Tells what is not known, and a second value where one is read. */
  open(element: XmlElement, known: Vocabulary, tree: XmlTree): ReadonlyMap<string, XmlElement> {
    const fields = new Map<string, XmlElement>();
    this.checkAttributes(element, known, tree);
    for (const child of element.children) {
      if (child instanceof XmlElement) this.child(child, element, known, fields, tree);
      else if (child instanceof XmlText && /\S/.test(child.text))
        this.accounts.unread(`text in <${element.name}>`, tree.span(child.start, child.end));
    }
    return fields;
  }

  /** What stands for events in a schedule that has none; undefined where nothing does. */
  get stranger(): NotASchedule | undefined {
    const [most] = [...this.strangers].sort(([, a], [, b]) => b.count - a.count);
    if (most === undefined) return undefined;
    const [key, { count, parents, span }] = most;
    const [name = '', parent = ''] = key.split(' ');
    const where = parent === 'schedule' ? '' : ` in ${parents.size.toLocaleString('en')} <${parent}>`;
    return { name, found: `${count.toLocaleString('en')} <${name}>${where}`, span };
  }

  private child(
    child: XmlElement,
    parent: XmlElement,
    known: Vocabulary,
    fields: Map<string, XmlElement>,
    tree: XmlTree,
  ): void {
    const { name } = child;
    if (known.values.has(name)) {
      this.checkAttributes(child, VALUE, tree);
      const first = fields.get(name);
      if (first === undefined) fields.set(name, child);
      else if (hasContent(child) && tree.text(child)?.value !== tree.text(first)?.value)
        this.accounts.unread(`another <${name}> in <${parent.name}>`, tree.head(child));
    } else if (known.containers.has(name)) {
      if (!fields.has(name)) fields.set(name, child);
      else if (name === 'conference') this.accounts.unread('another <conference>', tree.head(child));
    } else if (!known.leftOut.has(name) && hasContent(child)) this.unknown(child, parent, known, tree);
  }

  private unknown(child: XmlElement, parent: XmlElement, known: Vocabulary, tree: XmlTree): void {
    const name = shorten(child.name);
    const span = tree.head(child);
    const mayBeEvent = known.hasEvents === true && child.children.some(one => one instanceof XmlElement);
    const isEvent = child.name === 'event' || mayBeEvent;
    if (mayBeEvent) {
      const key = `${name} ${parent.name}`;
      const before = this.strangers.get(key) ?? { count: 0, parents: new Set(), span };
      before.count++;
      before.parents.add(parent);
      this.strangers.set(key, before);
    }
    const near = nearest(child.name, [...known.values, ...known.containers]);
    this.accounts.unread(`<${name}> in <${shorten(parent.name)}>`, span, {
      ...(near !== undefined && { hint: `did you mean <${near}>?` }),
      ...(isEvent && { severity: 'error' as const }),
    });
  }

  /** Tells the attributes of an element that are not known. */
  checkAttributes(
    { attributes, name: element, start }: XmlElement,
    { attributes: known }: Pick<Vocabulary, 'attributes'>,
    tree: XmlTree,
  ): void {
    for (const name in attributes) {
      if (known.has(name) || OF_XML.test(name) || attributes[name]?.trim() === '') continue;
      this.accounts.unread(`attribute ${shorten(name)} of <${shorten(element)}>`, tree.span(start, start + 1));
    }
  }
}

/** An element with a text. */
const VALUE: Pick<Vocabulary, 'attributes'> = { attributes: new Set() };

function hasContent({ attributes, children }: XmlElement): boolean {
  for (const name in attributes) if (!OF_XML.test(name)) return true;
  return children.some(child => (child instanceof XmlText ? /\S/.test(child.text) : child instanceof XmlElement));
}

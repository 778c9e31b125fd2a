import { lazyRegExp } from '../../../text/lazy.js';
import { labelOf } from './labels.js';
import { LONGEST_PERSON, type NamedPerson, peopleIn } from './people.js';

/** Several people and what they do in a session. */
export interface NamedCast {
  readonly as: 'moderators' | 'speakers';
  readonly role?: string;
  readonly people: readonly NamedPerson[];
}

const labelledPaper = lazyRegExp('^(\\S.{5,}?[.?!])\\s+(\\p{Lu}\\p{L}{2,20}\\s?[:：]\\s\\S.*)$', 'su');

/** A paper on a line, and who gives it: `Tides of the delta / Dr. Ana Reis (Delta Bank)`, `T1. Tides. Speaker: Ana Reis`. */
export function paperIn(text: string): { readonly title: string; readonly people: readonly NamedPerson[] } | undefined {
  if (text.length > LONGEST_PERSON) return undefined;
  const [, slashed = '', by = ''] = /^(\S.{5,}?)\s+\/{1,2}\s+(\S.*)$/su.exec(text) ?? [];
  if (slashed !== '') {
    const people = peopleIn(by, false);
    const areKnown = people?.every(({ honorific, title, org }) => honorific ?? title ?? org);
    return areKnown === true && people ? { title: slashed, people } : undefined;
  }
  const [, labelled = '', said = ''] = labelledPaper().exec(text) ?? [];
  const label = labelled === '' ? undefined : labelOf(said);
  const people = label?.kind === 'speakers' ? peopleIn(said.slice(label.rest), true) : undefined;
  return people && { title: labelled.replace(/\.$/, ''), people };
}

/** Where a title goes on with who takes part. */
const BEFORE_CAST = lazyRegExp(
  '\\s*,\\s+(?=(?:with|chaired by|moderated by|facilitated by|led by|hosted by|avec|animée? par|modérée? par|présidée? par|con|moderad[oa] por|mit|moderiert von)\\s+(?:the\\s+)?\\p{Lu})|\\*?\\s+(?=with\\s+\\p{Lu}[^,;()]{3,60}\\()|(?<=[)\\]])\\s+(?=(?:with|chaired by|moderated by|facilitated by|led by|avec|con|mit)\\s+\\p{Lu})',
  'u',
);
/** Where a sentence does, or a label begins the next. */
const NEXT_CAST = lazyRegExp(
  "(?<=[.;)])\\s+(?=(?:[Ww]ith|Avec|Con|Mit|(?:[Cc]haired|[Mm]oderated|[Ff]acilitated|Led|Hosted) by|(?:Animée?|Modérée?|Présidée?) par)\\s+\\p{Lu}|\\p{Lu}[\\p{L}’'()/-]{2,24}(?: \\p{L}{2,15}){0,2}\\s?:\\s)",
  'u',
);
/** The words before who takes part. */
const CAST = lazyRegExp(
  '^(with|featuring|avec|con|mit|(?:chaired|moderated|facilitated|led|hosted) by|(?:animée?|modérée?|présidée?) par|moderad[oa] por|moderiert von|modera|preside|presiede|facilita|coordina|conduce)\\s+(?:the\\s+)?(?=\\p{Lu})',
  'iu',
);
const MODERATES =
  /^(?:chaired|moderated|facilitated|hosted|animé|modéré|présidé|moder|preside|presiede|facilita|coordina|conduce)/i;
/** A room in brackets behind a person with brackets: `Ana Reis (Delta Bank) (Chapel)`. */
const ROOM_AT_END = /(?<=[)\]])(\s*[([][^()[\]]{2,60}[)\]])$/;

/**
 * The title and who is named behind it: `Leaving the boats, with Sr. Maren Toole (Sisters of the Well), chaired by Ana Reis`. A
 * room in brackets at the end stays with the title. Undefined for a title alone.
 */
export function castInTitle(text: string): { readonly title: string; readonly cast: readonly NamedCast[] } | undefined {
  const [title = '', ...pieces] = text.split(BEFORE_CAST());
  const [, room = ''] = ROOM_AT_END.exec(pieces.at(-1) ?? '') ?? [];
  const cast = castOf(
    pieces.map((piece, i) => piece.slice(0, i === pieces.length - 1 ? piece.length - room.length : undefined)),
  );
  return cast && { title: title + room, cast };
}

/** UTF-16 code units of a line that may say who takes part. */
const LONGEST_CAST = 1000;

/** Who takes part, by a line that says nothing else: `Moderated by Ana Reis (Reel Weekly). With Tom Okafor (Delta Film)`. */
export function castInWords(text: string): readonly NamedCast[] | undefined {
  return text.length > LONGEST_CAST ? undefined : castOf(text.split(NEXT_CAST()));
}

function castOf(pieces: readonly string[]): readonly NamedCast[] | undefined {
  const cast = pieces.flatMap((piece, i): readonly NamedCast[] => {
    const label = pieces.length > 1 ? labelOf(piece) : undefined;
    if (label?.kind === 'moderators' || label?.kind === 'speakers') {
      const people = peopleIn(piece.slice(label.rest).replace(/\.$/, ''), true);
      const { kind: as, role } = label;
      return people === undefined ? [] : [{ as, ...(role !== undefined && { role }), people }];
    }
    const [whole = '', word = ''] = CAST().exec(piece) ?? [];
    // Before a sentence with its word, who speaks may stand without one.
    const isBare = whole === '' && i === 0 && pieces.length > 1 && /\)\.?$/.test(piece);
    const people = whole === '' && !isBare ? undefined : peopleIn(piece.slice(whole.length).replace(/\.$/, ''), true);
    return people === undefined ? [] : [{ as: MODERATES.test(word) ? 'moderators' : 'speakers', people }];
  });
  return pieces.length > 0 && cast.length === pieces.length ? cast : undefined;
}

import type { Appearance, Item } from '../../model/agenda.js';
import { punctuationIn } from '../../model/words.js';
import { functionOf } from '../../query/naming.js';
import type { ScheduledSession } from '../../query/scheduled-sessions.js';
import type { RoleKind } from '../../query/walk.js';
import type { Paragraph, Piece } from './content.js';
import { address, joined, plain, type Speaker } from './say.js';

/** Who moderates and who speaks: of one person, a line; of more, a label and a list. */
export function people({ session }: ScheduledSession, say: Speaker): readonly Paragraph[] {
  return [...group(session.moderators, 'moderator', say), ...group(session.speakers, 'speaker', say)];
}

function group(all: readonly Appearance[], as: RoleKind, say: Speaker): readonly Paragraph[] {
  const list = `${as}s` as const;
  const label = say.words[all.length === 1 ? as : list] + say.words.colon;
  const [first] = all;
  if (first === undefined) return [];
  if (all.length === 1) return [{ style: list, pieces: [...say.label(label, 'label'), ...person(first, say)] }];
  return [
    { style: list, pieces: say.label(label.trimEnd(), 'label') },
    ...all.map((one): Paragraph => ({ style: as, pieces: person(one, say) })),
  ];
}

/** `Mme Louise Arbour, Représentante spéciale (message vidéo)`: the name is one piece, role, note and video are in brackets. */
function person(appearance: Appearance, say: Speaker): readonly Piece[] {
  const { presentation } = say;
  const who = presentation.personOf(appearance);
  const { id, name, honorific, title, org } = who;
  // The organisation is left out where the function names it.
  const isNamed = functionOf(who, presentation) === presentation.text(title);
  const comma = say.label(punctuationIn(presentation).comma);
  const named = joined(
    [say.text(honorific, 'honorific'), say.text(presentation.text(name) === '' ? id : name, 'name')],
    say.label(' '),
  );
  const line = joined([named, say.text(title, 'function'), isNamed ? [] : say.text(org, 'organisation')], comma);
  const asides = [
    say.text(appearance.role, 'role'),
    say.text(appearance.note, 'note'),
    appearance.remote ? say.label(say.words.remote, 'remote') : [],
  ];
  return [...line, ...inBrackets(joined(asides, comma), say)];
}

/** What stands in brackets behind something; nothing where it says nothing. */
export function inBrackets(pieces: readonly Piece[], say: Speaker): readonly Piece[] {
  return pieces.length === 0 ? [] : [...say.label(' ('), ...pieces, ...say.label(')')];
}

/** A paper or a statement: title, who gives it, note. */
export function item({ title, speakers, note, url }: Item, say: Speaker): Paragraph {
  const named = say.text(title, 'itemTitle');
  const linked = url === undefined ? named : named.map(piece => ({ ...piece, url: address(url) }));
  const people = joined(
    speakers.map(one => person(one, say)),
    say.label(punctuationIn(say.presentation).semicolon),
  );
  const pieces = [...joined([linked, people], say.label(' – ')), ...inBrackets(say.text(note, 'itemNote'), say)];
  return { style: 'item', pieces };
}

/** A link with a title; its address where it has none. */
export function link(url: string, title: readonly Piece[]): readonly Piece[] {
  const target = address(url);
  if (title.length === 0) return [{ text: plain(url), style: 'link', url: target }];
  return title.map(piece => ({ ...piece, style: 'link' as const, url: target }));
}

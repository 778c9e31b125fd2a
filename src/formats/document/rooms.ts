import { lazyRegExp } from '../../text/lazy.js';
import { statusOf } from '../import/statuses.js';
import { type Draft, LONGEST_TITLE } from './drafts.js';
import type { Line } from './line.js';
import { typeOfTitle } from './words/labels.js';
import { acronym, beginsLower } from './words/letters.js';
import { personIn } from './words/people.js';

/** What stands behind a dash at the end of a title. */
const behindDashAtEnd = lazyRegExp('^(\\S.*\\S)\\s+[–—]\\s+(\\p{Lu}[^–—]{2,60})$', 'su');

/** Sessions with a room in brackets behind the title from which on what stands so in others is one too. */
const ENOUGH = 2;

/** Takes what stands in brackets behind titles for rooms, where most of it is: `Lunch (Restaurant Harbour View)`. */
export function takeRoomsInBrackets(sessions: readonly Draft[]): void {
  const inBrackets = (text: string) => /^(.*\S)\s*[([]([^()[\]]{2,60})[)\]]$/su.exec(text);
  const behindDash = (session: Draft) =>
    isPause(session) ? behindDashAtEnd().exec(session.title.slice(0, LONGEST_TITLE)) : null;
  const behindDot = ({ title }: Draft) => /^(.*\S)\s+·\s+([^·]{2,60})$/su.exec(title.slice(0, LONGEST_TITLE));
  const withRoom = sessions.filter(({ room, titleLine }) => {
    const [before = '', behind] = room === undefined ? [] : (titleLine?.text.split(room.name) ?? []);
    return behind !== undefined && /[([][^)\]]*$/.test(before);
  });
  const others = sessions.flatMap(session => {
    const said =
      session.room === undefined ? (inBrackets(session.title) ?? behindDash(session) ?? behindDot(session)) : null;
    return said === null ? [] : [{ session, title: said[1] ?? '', name: said[2] ?? '' }];
  });
  const likely = others.filter(({ session, name }) => isLikelyRoom(name) || (isPause(session) && PLACE.test(name)));
  const known = withRoom.length >= ENOUGH && withRoom.length >= others.length - likely.length;
  const isUsual = known || areUsual(likely, sessions);
  for (const { session, title, name } of likely) {
    if (!isUsual && !isPause(session)) continue;
    session.room = { name, line: session.titleLine ?? session.line };
    session.title = title;
    const type = typeOfTitle(title);
    if (type !== undefined) session.type = type;
  }
}

/**
 * Takes for a room what stands in a session where most others have theirs: as the last piece of the line of the title, on the
 * line behind it, or on the last line.
 */
export function takeRoomsByPlace(sessions: readonly Draft[]): void {
  const at = ({ lines, titleLine, last }: Draft, place: 0 | 1 | 'last') =>
    titleLine === undefined ? undefined : place === 'last' ? last : lines[lines.indexOf(titleLine) + place];
  const withRoom = sessions.filter(({ room, titleLine }) => room !== undefined && titleLine !== undefined);
  for (const place of [0, 1, 'last'] as const) {
    const alike = withRoom.filter(
      session => at(session, place) === session.room?.line && session.room?.line.column === undefined,
    );
    const others = sessions.flatMap(session => {
      if (session.room !== undefined || session.titleLine === undefined) return [];
      const line = at(session, place);
      const text = (place === 'last' ? session.description.at(-1) : session.description[0]) ?? '';
      const name = /^\[([^[\]]+)\]$/.exec(text)?.[1] ?? text;
      if (
        (line?.column !== undefined && line.isAside !== true) ||
        name === '' ||
        name.length > 50 ||
        /[.!?;:,]$|\d{4}/.test(name)
      )
        return [];
      const isThere = place === 0 ? line?.text.endsWith(text) : line?.text === text;
      return isThere === true && isLikelyRoom(name) ? [{ session, line: line as Line, name }] : [];
    });
    const isKnown = alike.length >= ENOUGH && alike.length * 2 >= withRoom.length;
    if (!isKnown && !(place === 0 && areUsual(others, sessions))) continue;
    for (const { session, line, name } of others) {
      session.description.splice(place === 'last' ? -1 : 0, 1);
      session.room = { name, line };
    }
  }
}

/** Places that are no rooms by their words: where a break or a reception is. */
const PLACE =
  /^(?:gardens?|patio|library|gallery|bar|rooftop|lawn|jardins?|bibliothèque|galerie|serre|terrasse|cour|jardín|terraza|biblioteca|galería|giardino|loggiato|cortile|terrazza|garten|bibliothek|hof|tuin|jardim|varanda|сад|терраса|холл)$/iu;

/** True for a session of which brackets say where it is, and a dash: `Lunch (Courtyard)`, `Dinner – Restaurant De Sluis`. */
function isPause({ type }: Draft): boolean {
  return type === 'break' || type === 'registration' || type === 'social';
}

/** True for what stands so behind most titles, and some of it again. */
function areUsual(found: readonly { readonly name: string }[], sessions: readonly Draft[]): boolean {
  return found.length * 2 > sessions.length && new Set(found.map(({ name }) => name)).size < found.length;
}

/** Words that say something of a session, and begin no name. */
const NO_ROOM =
  /^(?:in|at|by|for|with|see|if|en|par|pour|avec|sur|voir|si|con|por|para|bei|für|mit|im|nur|only|optional|approx)\b/i;

/** True for a text that may be the name of a room: words, the first with a capital or several, and no one's name. */
function isLikelyRoom(text: string): boolean {
  return (
    !/[@?!;:*(]|https?:|^\d+$/.test(text) &&
    !acronym().test(text) &&
    !(beginsLower().test(text) && (!/\s/.test(text) || NO_ROOM.test(text))) &&
    statusOf(text) === undefined &&
    personIn(text, 'anywhere') === undefined
  );
}

import type { Path, Suggestion } from '../model/diagnostic.js';
import { ID } from '../model/fields.js';
import { personInWords } from '../model/person-in-words.js';
import { referable, references } from '../model/references.js';
import { sessions } from '../query/walk.js';
import { slug } from '../text/fold.js';
import { lazy } from '../text/lazy.js';
import { correction } from '../text/nearest.js';
import { quote, shorten } from '../text/quote.js';
import type { Rule } from './rule.js';

export const unknownPerson: Rule = {
  id: 'unknown-person',
  severity: 'error',
  kind: 'shape',
  summary: 'A moderator or speaker who is not in people.',
  why: 'Their name, function and organisation would be missing wherever the session is shown.',
  bad: `people:
  arbour: {name: Louise Arbour, org: United Nations}
days:
  - date: 2018-03-26
    sessions:
      - {id: opening, time: 10:00-10:30, title: Opening, speakers: [arbor]}
`,
  good: `people:
  arbour: {name: Louise Arbour, org: United Nations}
days:
  - date: 2018-03-26
    sessions:
      - {id: opening, time: 10:00-10:30, title: Opening, speakers: [arbour]}
`,
  *check(agenda) {
    const known = new Set(agenda.people.map(person => person.id));
    const among = lazy(() => references(agenda.people.flatMap(person => (person.inline ? [] : [referable(person)]))));
    for (const { cast } of sessions(agenda)) {
      for (const one of cast) {
        const { person } = one.appearance;
        if (known.has(person)) continue;
        const near = among().meant(person);
        // An id that is none is to be written otherwise itself.
        const isNew = near !== undefined && ID.test(near) && cast.every(other => other.appearance.person !== near);
        const at = [...one.path, 'person'];
        const { hint, suggestion } =
          near === undefined ? otherwise(person, among().several(person)) : correction(near, '');
        yield {
          at: one.path,
          message: `${quote(person)} is not in people`,
          hint,
          ...(suggestion && (near === undefined ? { suggestion } : isNew && { suggestion: { ...suggestion, at } })),
        };
      }
    }
  },
};

/** How to write one or several who are in words where an id belongs. */
function otherwise(
  text: string,
  several: readonly string[] | undefined,
): { readonly hint: string; readonly suggestion?: Suggestion<Path> } {
  if (several !== undefined)
    return { hint: `write each by itself: ${several.join(', ')}`, suggestion: { text: several } };
  const person = personInWords(text);
  if (person === undefined)
    return {
      hint: `add ${shorten(slug(text)) || 'an entry'} to people, or describe the person here with name: …`,
    };
  const fields = Object.entries(person).map(([name, value]) => `${name}: ${value}`);
  return {
    hint: `describe the person in lines of their own: ${fields.join(' · ')}`,
    suggestion: { text: { ...person } },
  };
}

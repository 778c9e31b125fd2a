import type { Appearance } from '../../model/agenda.js';
import type { ScheduledSession } from '../../query/scheduled-sessions.js';
import { cast, type RoleKind } from '../../query/walk.js';
import { html, type Markup } from './markup.js';
import { functionIn, nameOf, type Page, reference } from './page.js';

/** A list of people under the name of each role. */
export function people({ session, path }: ScheduledSession, page: Page): Markup {
  const { say } = page;
  const groups: { readonly label: Markup; readonly as: RoleKind; readonly people: Appearance[] }[] = [];
  for (const { appearance, as, item } of cast(session, path)) {
    if (item !== undefined) continue;
    const isOne = (as === 'moderator' ? session.moderators : session.speakers).filter(({ role }) => !role).length === 1;
    const label =
      appearance.role === undefined
        ? say.word(words => words[isOne ? as : (`${as}s` as const)])
        : say.text(appearance.role);
    const last = groups.at(-1);
    if (last?.as === as && last.label.source === label.source) last.people.push(appearance);
    else groups.push({ label, as, people: [appearance] });
  }
  if (groups.length === 0) return html``;
  const items = groups.map(
    ({ label, people }) => html`<div><dt>${label}</dt>${people.map(one => html`<dd>${person(one, page)}</dd>`)}</div>`,
  );
  return html`<dl class=cast>${items}</dl>`;
}

/** A person as a session has them: name, function and note. */
export function person(appearance: Appearance, page: Page): Markup {
  const whole = page.request.presentation.personOf(appearance);
  const role = functionIn(whole, page);
  const note = appearance.note === undefined ? html`` : html` (<em>${page.say.text(appearance.note)}</em>)`;
  return html`${reference('person', whole, nameOf(whole, page), page)}${role.source === '' ? '' : html`, ${role}`}${note}`;
}

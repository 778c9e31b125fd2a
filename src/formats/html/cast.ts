import type { Appearance } from '../../model/agenda.js';
import type { ScheduledSession } from '../../query/scheduled-sessions.js';
import { cast, type RoleKind } from '../../query/walk.js';
import { html, join, labelledLink, type Markup } from './markup.js';
import { functionIn, nameOf, type Page, reference, saysOnce } from './page.js';

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

/** Papers and statements as a list: title, who gives it, note. */
export function items({ session }: ScheduledSession, page: Page): Markup {
  const { say } = page;
  const between = say.between(({ semicolon }) => semicolon);
  const lines = session.items.map(({ title, speakers, note, url }) => {
    const people = speakers.map(one => {
      const role = say.text(one.role);
      return html`${role}${role.source === '' ? '' : say.word(words => words.colon)}${person(one, page)}`;
    });
    const what = url === undefined ? say.text(title) : labelledLink(url, say.text(title));
    const line = join([what, join(people, between)], html` \u2013 `);
    return html`<li>${line}${note === undefined ? '' : html` (<em>${say.text(note)}</em>)`}</li>`;
  });
  return lines.length === 0 ? html`` : html`<ul class=items>${lines}</ul>`;
}

/** A person as a session has them: name, function, note, and whether by video. */
export function person(appearance: Appearance, page: Page): Markup {
  const whole = page.request.presentation.personOf(appearance);
  const role = functionIn(whole, page);
  const isOwn = appearance.title === undefined && appearance.org === undefined;
  const asides = [
    appearance.note === undefined ? html`` : html`<em>${page.say.text(appearance.note)}</em>`,
    appearance.remote ? page.say.word(words => words.remote) : html``,
  ];
  const aside = join(
    asides,
    page.say.between(({ comma }) => comma),
  );
  const note = aside.source === '' ? aside : html` (${aside})`;
  return html`${reference('person', whole, nameOf(whole, page), page)}${role.source !== '' && isOwn && saysOnce(page) ? html`<span>${role}</span>` : role}${note}`;
}

/** True where some session says what a person does, as {@link person} does. */
export function isSaidThere(here: readonly Appearance[]): boolean {
  return here.some(({ title, org }) => title === undefined && org === undefined);
}

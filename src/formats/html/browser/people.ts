import { copy, find } from './dom.js';
import type { PageSession } from './sessions.js';

/** Puts into the lists of people and rooms what the page says with its sessions alone: what people do, and titles. */
export function fillPeople(linked: (link: Element) => PageSession | undefined): void {
  const functions = new Map<string | null, Element>();
  for (const said of find('article a[href^="#person:"] + span')) {
    const href = said.previousElementSibling?.getAttribute('href') ?? null;
    if (!functions.has(href)) functions.set(href, said);
  }
  for (const person of find('[id^="person:"]')) {
    const said = functions.get(`#${person.id}`);
    if (said) person.querySelector('strong')?.after(said.cloneNode(true));
  }
  // Where the page has the title, it is the link, and what stands before it is the time.
  for (const link of find(':is([id^="person:"], [id^="room:"]) li > a:first-child')) {
    const session = linked(link);
    if (session) link.append(' ', copy(session.title));
  }
}

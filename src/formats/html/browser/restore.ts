import { children, find, make, partsOf } from './dom.js';

/** What a page that is not large has in its markup, put into a large one before anything else looks at it. */
const places = new Map<string, string | undefined>();
for (const place of find('[id^="person:"], [id^="room:"]')) {
  const name = nameIn(place.id, place.querySelector('strong'));
  places.set(name, places.has(name) ? undefined : place.id);
}
for (const name of find('article :is(dd, .rooms) > b')) {
  const id = places.get(nameIn(name.closest('dd') ? 'person' : 'room', name));
  if (id !== undefined) name.replaceWith(link(id, name));
}
const tracks = new Map<string, number>();
for (const article of find('article')) {
  const { when, heading, facts } = partsOf(article);
  for (const title of children(heading, 'span')) title.replaceWith(link(article.id, title));
  for (const thread of children(facts, '.thread')) {
    const number = tracks.get(thread.innerHTML) ?? tracks.size;
    tracks.set(thread.innerHTML, number);
    article.classList.add('track', `track${(number % 6) + 1}`);
  }
  if (when) when.id = `${article.id}:w`;
  if (heading) heading.id = `${article.id}:t`;
  const day = article.closest('section')?.getAttribute('aria-labelledby');
  article.setAttribute('aria-labelledby', `${day} ${article.id}:w ${article.id}:t`);
}

function nameIn(id: string, name: Element | null): string {
  return `${id.split(':')[0]} ${name?.innerHTML}`;
}

function link(id: string, { childNodes }: Element): HTMLElement {
  const made = make('a', { href: `#${id}` });
  made.append(...childNodes);
  return made;
}

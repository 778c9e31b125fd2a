import './restore.js';
import './once.js';
import { type CalendarPatterns, filledCalendar } from './calendar.js';
import { byId, make, partsOf, word } from './dom.js';
import { calendar, cells, save, sessions, times } from './page.js';
import { calendarValues } from './sessions.js';

/** What the script of a large page does besides: it says in every place what the page says in one. */
for (const { id, element } of sessions) {
  const file = make('a', { href: `#calendar:${id}` }, word('calendar'));
  partsOf(element).links?.append(file);
}
for (const { cell, session } of cells) {
  if (!session) continue;
  cell.querySelector('a')?.after(' ', make('small', {}, times(session)));
  cell.classList.add(...[...session.element.classList].filter(name => name.startsWith('track')));
}

const patterns = byId<HTMLTemplateElement>('patterns:')?.content.textContent ?? '';
calendar.read = () =>
  filledCalendar(JSON.parse(patterns) as CalendarPatterns, i => {
    const session = sessions[i];
    return session ? calendarValues(session) : [];
  });
const all = byId<HTMLButtonElement>('whole:');
if (all) all.hidden = false;
all?.addEventListener('click', () => save(document.body.dataset.agenda ?? ''));

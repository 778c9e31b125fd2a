import { queryWords } from '../../../text/fold.js';
import { calendarOf } from './calendar.js';
import { clash, isTight } from './clashes.js';
import { byId, children, copy, find, make, partsOf, within, word } from './dom.js';
import { FILTERS, nameOf, type PageSession, readSessions } from './sessions.js';

const root = document.documentElement;
/** In the order of the list. */
export const sessions = readSessions();
const byKey = new Map(sessions.map(session => [session.id, session]));
const search = byId<HTMLInputElement>('find:');
const mine = byId<HTMLInputElement>('mine:');
const zone = byId<HTMLInputElement>('zone:');
const selects = FILTERS.flatMap(name => {
  const select = byId<HTMLSelectElement>(`only:${name}`);
  return select ? [{ name, select }] : [];
});

/** What is kept in this browser: the ids of picked sessions, by the id of the agenda. */
const key = `idm:${document.body.dataset.agenda}`;
const picks = new Set<string>(stored());
/** The picks of someone else, in the address. */
let shared: ReadonlySet<string> | undefined;

function stored(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.map(String) : [];
  } catch {
    // A browser that keeps nothing, or something that is not ours.
    return [];
  }
}

function pick(id: string, is: boolean): void {
  if (is) picks.add(id);
  else picks.delete(id);
  keepPicks();
}

function keepPicks(): void {
  try {
    localStorage.setItem(key, JSON.stringify([...picks]));
  } catch {
    // Kept until the page is closed.
  }
  showPicks();
}

const noLinks = make('p', { className: 'links' });
const button = make('button', { type: 'button', className: 'star', ariaPressed: 'false' }, word('pick'));
const stars = new Map<string, HTMLElement>();
/** A star before what can be done with a session; its name has the title in it. */
for (const { id, element } of sessions) {
  const star = button.cloneNode(true) as HTMLButtonElement;
  star.id = `${id}:p`;
  star.setAttribute('aria-labelledby', `${id}:p ${id}:t`);
  star.addEventListener('click', () => pick(id, !picks.has(id)));
  const { what, links } = partsOf(element);
  let line = links;
  if (!line) {
    line = noLinks.cloneNode() as HTMLElement;
    what?.insertBefore(line, children(what, 'article')[0] ?? null);
  }
  line.prepend(star);
  stars.set(id, star);
}

/** The choices of each filter, named in the language that is shown. */
function fill(): void {
  for (const { name, select } of selects) {
    const values = new Map(sessions.flatMap(session => [...session.values[name]]));
    const { value } = select;
    const [first] = select.options;
    select.replaceChildren(
      ...(first ? [first] : []),
      ...[...values].map(([id, label]) => make('option', { value: id, textContent: nameOf(label) })),
    );
    select.value = value;
    if (select.parentElement) select.parentElement.hidden = values.size < 2;
  }
}

/** The sessions that pass search and filters. */
function matching(): ReadonlySet<PageSession> {
  const typed = queryWords(search?.value ?? '').map(one =>
    /[\u3040-\u9FFF\uAC00-\uD7A3]/.test(one) ? one : ` ${one}`,
  );
  return new Set(
    sessions.filter(
      session =>
        (!mine?.checked || picks.has(session.id)) &&
        (!shared || shared.has(session.id)) &&
        selects.every(({ name, select }) => select.value === '' || session.values[name].has(select.value)) &&
        typed.every(one => session.searched().includes(one)),
    ),
  );
}

/** The session that a link leads to. */
export function linked(link: Element | null): PageSession | undefined {
  return byKey.get(link?.getAttribute('href')?.slice(1) ?? '');
}

/** What the timetable has of sessions. */
export const cells = find('td.on:not(.untimed), td.on li').map(cell => ({
  cell,
  session: linked(cell.querySelector('a')),
}));
const people = find('[id^="person:"]').map(person => ({
  person,
  here: find('li > a', person).flatMap(link => linked(link) ?? []),
}));
const days = find('.date').map(day => ({ day, here: sessions.filter(({ element }) => day.contains(element)) }));

/** How many are found. Texts and attributes change, as an element that is put in has a browser apply every rule with `:has()` anew. */
const count = document.createTextNode('');
const some = make('span', { hidden: true }, word('found'), count);
const none = make('span', { hidden: true }, word('none'));
byId('found:')?.append(some, none);

/** What search and filters left out the last time, so that only what changes is touched. */
let leftOut: ReadonlySet<PageSession> = new Set();

function update(): void {
  const found = matching();
  const shown = new Set<PageSession>();
  for (const session of sessions) {
    const isWithin = session.parent !== undefined && found.has(session.parent);
    if (!found.has(session) && !isWithin) continue;
    for (let one: PageSession | undefined = session; one; one = one.parent) shown.add(one);
  }
  const before = leftOut;
  leftOut = new Set(sessions.filter(session => !shown.has(session)));
  for (const session of sessions) {
    const is = leftOut.has(session);
    if (is !== before.has(session)) session.element.hidden = is;
  }
  for (const { cell, session } of cells) {
    const is = session !== undefined && leftOut.has(session);
    if (is !== (session !== undefined && before.has(session))) cell.classList.toggle('off', is);
  }
  const isAll = found.size === sessions.length;
  for (const { day, here } of days) hide(day, !here.some(session => shown.has(session)));
  for (const { person, here } of people) hide(person, !isAll && !here.some(session => found.has(session)));
  hide(some, isAll || found.size === 0);
  hide(none, found.size > 0);
  count.data = String(found.size);
  keep();
}

function hide(element: HTMLElement, is: boolean): void {
  if (element.hidden !== is) element.hidden = is;
}

/** The calendar file of all sessions, as a text. */
let whole: string | undefined;

/** Where it comes from: a page that is not large has it in a link. */
export const calendar = {
  read: () => decodeURIComponent(byId<HTMLAnchorElement>('calendar:')?.href.replace(/^[^,]*,/, '') ?? ''),
};

/** The address of a calendar file with these sessions. */
function calendarFile(ids: ReadonlySet<string>): string {
  whole ??= calendar.read();
  return URL.createObjectURL(new Blob([calendarOf(whole, ids)], { type: 'text/calendar' }));
}

/** Has the browser save a calendar file with these sessions, all when absent. */
export function save(name: string, ids: ReadonlySet<string> = new Set(byKey.keys())): void {
  make('a', { href: calendarFile(ids), download: `${name}.ics` }).click();
}

/** Which sessions are picked, what can be done with them, and what is wrong with them. */
function showPicks(): void {
  for (const { id } of sessions) {
    const is = String(picks.has(id));
    const star = stars.get(id);
    if (star && star.ariaPressed !== is) star.ariaPressed = is;
  }
  for (const { cell, session } of cells) {
    const is = picks.has(session?.id ?? '');
    if (is !== cell.classList.contains('picked')) cell.classList.toggle('picked', is);
  }
  const picked = sessions.filter(({ id }) => picks.has(id));
  const panel = byId('picked:');
  if (panel) panel.hidden = picked.length === 0;
  byId<HTMLAnchorElement>('share:')?.setAttribute('href', `#?pick=${picked.map(({ id }) => id).join()}`);
  byId('clashes:')?.replaceChildren(...clashesAmong(picked));
  if (mine?.checked) update();
}

/** Clashes that are told: who picked more at one time wants to see all of it. */
const MOST_CLASHES = 99;

function clashesAmong(picked: readonly PageSession[]): readonly HTMLElement[] {
  const inOrder = picked.toSorted((a, b) => a.start - b.start);
  const lines: HTMLElement[] = [];
  for (const [i, a] of inOrder.entries())
    for (let next = i + 1; next < inOrder.length && lines.length < MOST_CLASHES; next++) {
      const b = inOrder[next];
      if (!b || b.start > a.end) break;
      const kind = clash(a, b) ? 'clash' : isTight(a, b) ? 'tight' : undefined;
      if (kind) lines.push(make('li', { className: kind }, word(kind), mention(a), ' · ', mention(b)));
    }
  return lines;
}

function mention({ id, title }: PageSession): HTMLElement {
  return make('a', { href: `#${id}` }, copy(title));
}

/** When the last session of each day ends. */
const ends = new Map<string, number>();
for (const { values, end } of sessions)
  for (const day of values.day.keys()) ends.set(day, Math.max(end || 0, ends.get(day) ?? 0));

/** What takes place now, what comes next, and where now is in the timetable. */
function tick(): void {
  const now = Date.now();
  const taking = sessions.filter(({ isCancelled }) => !isCancelled);
  const current = taking.filter(({ start, end, hasParts }) => start <= now && now < end && !hasParts);
  const next = Math.min(...taking.filter(({ start }) => start > now).map(({ start }) => start));
  const coming = taking.filter(({ start, parent }) => start === next && parent?.start !== next);
  const line = (name: string, list: readonly PageSession[]) =>
    list.length === 0
      ? []
      : [
          make(
            'p',
            {},
            make('strong', {}, word(name)),
            ...list.slice(0, 9).flatMap(one => [' ', make('span', {}, times(one), ' ', mention(one))]),
          ),
        ];
  byId('now:')?.replaceChildren(...line('now', current), ...line('next', coming));
  for (const element of find('.current')) element.classList.remove('current');
  for (const { element } of current) element.classList.add('current');
  for (const old of find('.line')) old.remove();
  for (const box of find('.scroll')) {
    const marks = find<HTMLTimeElement>('tbody time', box).map(time => ({ time, at: Date.parse(time.dateTime) }));
    const end = ends.get(box.getAttribute('aria-labelledby')?.slice(4) ?? '') ?? 0;
    const i = marks.findLastIndex(({ at }) => at <= now);
    const mark = marks[i];
    const row = mark?.time.closest('tr');
    if (!mark || !row || now >= end) continue;
    const until = marks[i + 1]?.at ?? end;
    const bar = make('div', { className: 'line' });
    bar.style.insetBlockStart = `${row.offsetTop + (row.offsetHeight * (now - mark.at)) / (until - mark.at)}px`;
    box.append(bar);
  }
}

/** Start and end of a session, as its list says them. */
export function times({ element }: PageSession): Node {
  const copied = document.createDocumentFragment();
  copied.append(...within(partsOf(element).when, 'time').flatMap((time, i) => [i ? '–' : '', time.cloneNode(true)]));
  return copied;
}

/** The clocks of the reader in place of the agenda's; each keeps what it said. */
const said = new Map<HTMLTimeElement, readonly Node[]>();

function setClocks(): void {
  for (const time of find<HTMLTimeElement>('time[datetime*=T]')) {
    if (!said.has(time)) said.set(time, [...time.childNodes]);
    const at = new Date(time.dateTime);
    const two = (value: number) => String(value).padStart(2, '0');
    const date = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
    const shift = Math.sign(date.localeCompare(time.closest('.date, table')?.querySelector('time')?.dateTime ?? date));
    const local = `${two(at.getHours())}:${two(at.getMinutes())}${shift ? `${shift > 0 ? '+' : '-'}1` : ''}`;
    time.replaceChildren(...(zone?.checked ? [local] : (said.get(time) ?? [])));
  }
  for (const { cell, session } of cells) if (session) cell.querySelector('small')?.replaceChildren(times(session));
}

/** Search, filters, view and language are kept in the address, behind `#?`. */
function keep(): void {
  if (location.hash.length > 1 && !location.hash.startsWith('#?')) return;
  const told = new URLSearchParams();
  const add = (name: string, value: string | undefined) => value && told.set(name, value);
  add('q', search?.value);
  for (const { name, select } of selects) add(name, select.value);
  add('mine', mine?.checked ? '1' : '');
  if (shared) add('pick', [...shared].join());
  for (const name of ['show', 'lang']) {
    const [first, ...others] = find<HTMLInputElement>(`[name=${name}]`);
    add(name, first?.checked ? '' : others.find(({ checked }) => checked)?.value);
  }
  const hash = String(told);
  const now = hash === '' ? '' : `#?${hash}`;
  if (now !== location.hash) history.replaceState(null, '', now || location.pathname + location.search);
}

/** What a part of an address says; itself where it is badly encoded. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function follow(): void {
  const { hash } = location;
  if (hash.startsWith('#?')) {
    const told = new URLSearchParams(hash.slice(2));
    if (search) search.value = told.get('q') ?? '';
    for (const { name, select } of selects) {
      select.value = told.get(name) ?? '';
      if (filters && select.value !== '') filters.open = true;
    }
    if (mine) mine.checked = told.has('mine');
    for (const name of ['show', 'lang']) byId(`${name}:${told.get(name)}`)?.click();
    const pick = told.get('pick');
    shared = pick === null ? undefined : new Set(pick.split(','));
    const panel = byId('shared:');
    if (panel) panel.hidden = !shared;
    update();
    return;
  }
  const target = byId(decoded(hash.slice(1)));
  const view = target?.closest('[id^="view:"]')?.id.split(':')[1];
  if (!target || !view) return;
  for (let one: HTMLElement | null = target; one; one = one.parentElement) one.hidden = false;
  byId(`show:${view === 'rooms' ? 'timetable' : view}`)?.click();
  target.scrollIntoView();
}

/** The document is in the language of the switch, and so are the names of choices. */
function setLanguage(): void {
  const chosen = find<HTMLInputElement>('[name=lang]').find(({ checked }) => checked);
  if (chosen) {
    root.lang = chosen.value;
    root.dir = getComputedStyle(root).direction;
  }
  fill();
}

/** Starts: shows what only a script can do, and listens. */
document.body.classList.add('live');
for (const tools of find('.tools')) tools.hidden = false;
const filters = byId<HTMLDetailsElement>('filters:');
if (filters) filters.open = matchMedia('(min-width: 46rem)').matches;
const isElsewhere = sessions.some(({ element, start }) => {
  if (Number.isNaN(start)) return false;
  const own = element.querySelector('time')?.dateTime.slice(-6) ?? '';
  const minutes = (own.startsWith('-') ? -1 : 1) * (Number(own.slice(1, 3)) * 60 + Number(own.slice(4)));
  return minutes !== -new Date(start).getTimezoneOffset();
});
if (zone?.parentElement) zone.parentElement.hidden = !isElsewhere;
setLanguage();
for (const radio of find('[name=lang]'))
  radio.addEventListener('change', () => {
    setLanguage();
    keep();
  });
for (const radio of find('[name=show]'))
  radio.addEventListener('change', () => {
    keep();
    tick();
  });
for (const { select } of selects) select.addEventListener('change', update);
search?.addEventListener('input', update);
mine?.addEventListener('change', update);
zone?.addEventListener('change', () => {
  setClocks();
  tick();
});
byId('keep:')?.addEventListener('click', () => {
  for (const id of shared ?? []) picks.add(id);
  keepPicks();
});
byId('all:')?.addEventListener('click', () => {
  shared = undefined;
  const panel = byId('shared:');
  if (panel) panel.hidden = true;
  update();
});
addEventListener('click', event => {
  const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="#calendar:"]');
  if (!link) return;
  event.preventDefault();
  const file = byId(link.hash.slice(1));
  const id = link.hash.slice(10);
  if (file) file.click();
  else save(id, new Set([id]));
});
// The file of the picks is made when it is about to be wanted.
const mineFile = byId<HTMLAnchorElement>('picks:');
for (const event of ['pointerover', 'focus', 'click'])
  mineFile?.addEventListener(event, () => {
    URL.revokeObjectURL(mineFile.href);
    mineFile.href = calendarFile(picks);
  });
addEventListener('hashchange', follow);
addEventListener('storage', event => {
  if (event.key !== key) return;
  picks.clear();
  for (const id of stored()) picks.add(id);
  showPicks();
});
showPicks();
if (!location.hash.startsWith('#?')) update();
follow();
tick();
setInterval(tick, 30_000);
// Folded in advance, so that the first key finds it done.
setTimeout(() => {
  for (const session of sessions) session.searched();
});

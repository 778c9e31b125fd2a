import { queryWords } from '../../../text/fold.js';
import { calendarOf } from './calendar.js';
import { clash, isTight } from './clashes.js';
import { byId, copy, find, make, word } from './dom.js';
import { FILTERS, nameOf, type PageSession, readSessions } from './sessions.js';

const root = document.documentElement;
const sessions = readSessions();
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
  try {
    localStorage.setItem(key, JSON.stringify([...picks]));
  } catch {
    // Kept until the page is closed.
  }
  update();
}

const stars = new Map<string, HTMLElement>();
/** A star before what can be done with a session; its name has the title in it. */
for (const { id, element } of sessions) {
  const star = make('button', { type: 'button', className: 'star', id: `${id}:p` }, word('pick'));
  star.setAttribute('aria-labelledby', `${id}:p ${id}:t`);
  star.addEventListener('click', () => pick(id, !picks.has(id)));
  const what = element.querySelector(':scope > .what');
  let links = what?.querySelector(':scope > .links');
  if (!links) {
    links = make('p', { className: 'links' });
    what?.insertBefore(links, what.querySelector(':scope > article'));
  }
  links.prepend(star);
  stars.set(id, star);
  if (!byId(`calendar:${id}`)) links.append(make('a', { href: `#calendar:${id}` }, word('calendar')));
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
function linked(link: Element | null): PageSession | undefined {
  return byKey.get(link?.getAttribute('href')?.slice(1) ?? '');
}

const cells = find('td.on, td.on li').map(cell => ({ cell, session: linked(cell.querySelector('a')) }));
const people = find('[id^="person:"]').map(person => ({
  person,
  here: find('li > a', person).flatMap(link => linked(link) ?? []),
}));

function update(): void {
  const found = matching();
  const shown = new Set<PageSession>();
  for (const session of sessions) {
    const isWithin = session.parent !== undefined && found.has(session.parent);
    if (!found.has(session) && !isWithin) continue;
    for (let one: PageSession | undefined = session; one; one = one.parent) shown.add(one);
  }
  for (const session of sessions) {
    const { element, id } = session;
    element.hidden = !shown.has(session);
    stars.get(id)?.setAttribute('aria-pressed', String(picks.has(id)));
  }
  const isAll = found.size === sessions.length;
  for (const day of find('.date')) day.hidden = !day.querySelector('article:not([hidden])');
  for (const { cell, session } of cells) {
    cell.classList.toggle('off', session !== undefined && !shown.has(session));
    cell.classList.toggle('picked', picks.has(session?.id ?? ''));
  }
  for (const { person, here } of people) person.hidden = !isAll && !here.some(session => found.has(session));
  byId('found:')?.replaceChildren(isAll ? '' : found.size ? copyWithNumber('found', found.size) : word('none'));
  showPicks();
  keep();
}

function copyWithNumber(name: string, value: number): Node {
  const all = document.createDocumentFragment();
  all.append(word(name), String(value));
  return all;
}

/** The calendar file of all sessions, as a text. */
let whole: string | undefined;

/** The address of a calendar file with these sessions. */
function calendarFile(ids: ReadonlySet<string>): string {
  whole ??= decodeURIComponent(byId<HTMLAnchorElement>('calendar:')?.href.replace(/^[^,]*,/, '') ?? '');
  return URL.createObjectURL(new Blob([calendarOf(whole, ids)], { type: 'text/calendar' }));
}

/** What can be done with the picks, and what is wrong with them. */
function showPicks(): void {
  const picked = sessions.filter(({ id }) => picks.has(id));
  const panel = byId('picked:');
  if (panel) panel.hidden = picked.length === 0;
  const link = byId<HTMLAnchorElement>('picks:');
  if (link) {
    URL.revokeObjectURL(link.href);
    link.href = calendarFile(picks);
  }
  byId<HTMLAnchorElement>('share:')?.setAttribute('href', `#?pick=${picked.map(({ id }) => id).join()}`);
  const pairs = picked.flatMap((a, i) =>
    picked.slice(i + 1).map(b => (a.start <= b.start ? ([a, b] as const) : ([b, a] as const))),
  );
  const lines = pairs.flatMap(([a, b]) => {
    const kind = clash(a, b) ? 'clash' : isTight(a, b) ? 'tight' : undefined;
    return kind === undefined ? [] : [make('li', { className: kind }, word(kind), mention(a), ' · ', mention(b))];
  });
  byId('clashes:')?.replaceChildren(...lines);
}

function mention({ id, title }: PageSession): HTMLElement {
  return make('a', { href: `#${id}` }, copy(title));
}

/** When the last session of each day ends. */
const ends = new Map<string, number>();
for (const { values, end } of sessions)
  for (const day of values.day.keys()) ends.set(day, Math.max(end, ends.get(day) ?? 0));

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
  for (const { element } of sessions) element.classList.remove('current');
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

function times({ element }: PageSession): Node {
  const copied = document.createDocumentFragment();
  copied.append(...find(':scope > .when > time', element).flatMap((time, i) => [i ? '–' : '', time.cloneNode(true)]));
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
  if (hash !== '' || location.hash !== '')
    history.replaceState(null, '', hash === '' ? location.pathname + location.search : `#?${hash}`);
}

function follow(): void {
  const { hash } = location;
  if (hash.startsWith('#?')) {
    const told = new URLSearchParams(hash.slice(2));
    if (search) search.value = told.get('q') ?? '';
    for (const { name, select } of selects) select.value = told.get(name) ?? '';
    if (mine) mine.checked = told.has('mine');
    for (const name of ['show', 'lang']) byId(`${name}:${told.get(name)}`)?.click();
    const pick = told.get('pick');
    shared = pick === null ? undefined : new Set(pick.split(','));
    const panel = byId('shared:');
    if (panel) panel.hidden = !shared;
    update();
    return;
  }
  const target = byId(decodeURIComponent(hash.slice(1)));
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
const isElsewhere = sessions.some(({ element, start }) => {
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
  for (const id of shared ?? []) pick(id, true);
});
byId('all:')?.addEventListener('click', () => {
  shared = undefined;
  const panel = byId('shared:');
  if (panel) panel.hidden = true;
  update();
});
for (const link of find<HTMLAnchorElement>('a[href^="#calendar:"]'))
  link.addEventListener('click', event => {
    event.preventDefault();
    const file = byId(link.hash.slice(1));
    const id = link.hash.slice(10);
    (file ?? make('a', { href: calendarFile(new Set([id])), download: `${id}.ics` })).click();
  });
addEventListener('hashchange', follow);
addEventListener('storage', event => {
  if (event.key !== key) return;
  picks.clear();
  for (const id of stored()) picks.add(id);
  update();
});
if (!location.hash.startsWith('#?')) update();
follow();
tick();
setInterval(tick, 30_000);

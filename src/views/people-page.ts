import { longDate } from '../model/date.js';
import { formatInterval } from '../model/time.js';
import type { Lens } from '../query/lens.js';
import { titleOf } from '../query/lookup.js';
import { fullName, functionOf, listed, roleOf, roomNames } from '../query/naming.js';
import type { PersonAppearance } from '../query/people.js';
import type { Row } from './columns.js';
import { zoneNote } from './days.js';
import { aligned } from './lines.js';
import { block, hang, type Ink, LONG, measured, NO_INK, type Page } from './page.js';
import { tables } from './table.js';
import type { Found } from './tsv.js';

const COLUMNS = [
  { head: 'Name', least: 8 },
  { head: 'Function' },
  { head: 'Organisation', least: 8 },
  { head: 'Sessions', least: 4 },
];

/** `idm speaker <name>` on a terminal: who they are and where they appear. */
export function peoplePage(found: readonly Found[], lens: Lens, page: Page): string {
  const { paint } = page;
  const width = measured(page);
  if (found.length === 0) return '';
  const people = found.map(({ person, appearances }) => {
    const text = (whole: string, ink = NO_INK) => (whole === '' ? [] : block(whole, width, ink));
    return [
      ...text(fullName(person, lens), paint.bold),
      ...text(functionOf(person, lens)),
      ...text(lens.text(person.bio)),
      ...text(person.url ?? ''),
      ...appearances.flatMap(appearance => ['', ...appearing(appearance, lens, page)]),
      ...(appearances.length === 0 ? ['', paint.dim('  In no session.')] : []),
    ];
  });
  return [...people, block(zoneNote(lens), width, paint.dim)].map(lines => `${lines.join('\n')}\n`).join('\n');
}

function appearing({ entry, appearance, as }: PersonAppearance, lens: Lens, page: Page): string[] {
  const { session, day, date, rooms, status } = entry;
  const { paint } = page;
  const width = measured(page);
  const time = formatInterval(lens.clocks(entry));
  const role = roleOf(appearance, as, lens);
  const when = [`Day ${day}`, longDate(date), time, role, ...(status === 'confirmed' ? [] : [status])].join(' · ');
  const { title, org } = appearance;
  const here = title === undefined && org === undefined ? '' : functionOf(lens.appearing(appearance), lens);
  const about = listed([here, roomNames(rooms, lens), lens.text(appearance.note)], ' · ');
  return [
    ...hang('  ', when, width).map(status === 'confirmed' ? paint.mark : paint.warning),
    ...hang('    ', `${lens.text(titleOf(session))} (${session.id})`, width),
    ...(about === '' ? [] : hang('    ', about, width)),
  ];
}

/** `idm speaker` on a terminal: everyone, in a table, or in plain lines when they are many. */
export function peopleTable(all: readonly Found[], lens: Lens, page: Page): string {
  if (all.length === 0) return '';
  const { bold } = page.paint;
  const head = block(lens.text(lens.agenda.title), page.width, bold);
  const drawn = all.length > LONG ? plain(all, lens, bold) : tables(COLUMNS, [all.map(one => cells(one, lens))], page);
  return `${[...head, ...drawn].join('\n')}\n`;
}

function cells({ person, appearances }: Found, lens: Lens): Row {
  const texts = [fullName(person, lens), lens.text(person.title), lens.text(person.org), String(appearances.length)];
  return texts.map(text => ({ text, ink: NO_INK }));
}

function plain(all: readonly Found[], lens: Lens, ink: Ink): readonly string[] {
  const rows = all.map(({ person, appearances }) => {
    return [fullName(person, lens), String(appearances.length), lens.text(person.org), lens.text(person.title)];
  });
  return aligned([rows], [ink, NO_INK, NO_INK, NO_INK]).flat();
}

import { capital, dayIn, wordsOf, zoneIn } from '../model/words.js';
import { titleOf } from '../query/agenda-index.js';
import { fullName, functionOf, joinTexts, roleOf, roomNames, timeOf } from '../query/naming.js';
import type { PersonAppearance } from '../query/people.js';
import type { Presentation } from '../query/presentation.js';
import { block, type Canvas, hangingIndent, LONG, PLAIN_STYLE, readableWidth, type Style } from './canvas.js';
import type { Column, Row } from './columns.js';
import { fieldLabels, unlessConfirmed } from './labels.js';
import { aligned } from './lines.js';
import { type Listed, NARROW, narrowList } from './narrow.js';
import { tables } from './table.js';
import type { Found } from './tsv.js';

function columns(presentation: Presentation): readonly Column[] {
  const { name, function: title, org } = fieldLabels(presentation);
  return [
    { head: name, least: 8 },
    { head: title },
    { head: org, least: 8 },
    { head: wordsOf(presentation).sessions, least: 4 },
  ];
}

/** `idm speaker <name>` on a terminal: each person with their appearances. */
export function peoplePage(found: readonly Found[], presentation: Presentation, canvas: Canvas): string {
  const { colors } = canvas;
  const width = readableWidth(canvas);
  if (found.length === 0) return '';
  const people = found.map(({ person, appearances }) => {
    const text = (whole: string, style = PLAIN_STYLE) => (whole === '' ? [] : block(whole, width, style));
    return [
      ...text(fullName(person, presentation), colors.bold),
      ...text(functionOf(person, presentation)),
      ...text(presentation.text(person.bio)),
      ...text(person.url ?? ''),
      ...appearances.flatMap(appearance => ['', ...appearing(appearance, presentation, canvas)]),
      ...(appearances.length === 0
        ? ['', colors.dim(`  ${capital(wordsOf(presentation).nowhere, presentation)}`)]
        : []),
    ];
  });
  return [...people, block(zoneIn(presentation.zone, presentation), width, colors.dim)]
    .map(lines => `${lines.join('\n')}\n`)
    .join('\n');
}

function appearing(
  { entry, appearance, as, item }: PersonAppearance,
  presentation: Presentation,
  canvas: Canvas,
): string[] {
  const { session, day, date, rooms, status } = entry;
  const { colors } = canvas;
  const width = readableWidth(canvas);
  const time = timeOf(entry, presentation);
  const role = roleOf(appearance, as, presentation);
  const when = joinTexts([dayIn(day, date, presentation), time, role, unlessConfirmed(status, presentation)], ' · ');
  const { title, org } = appearance;
  const here =
    title === undefined && org === undefined ? '' : functionOf(presentation.personOf(appearance), presentation);
  const about = joinTexts(
    [
      presentation.text(item?.title),
      here,
      roomNames(rooms, presentation),
      presentation.text(appearance.note),
      appearance.remote ? wordsOf(presentation).remote : '',
    ],
    ' · ',
  );
  return [
    ...hangingIndent('  ', when, width).map(status === 'confirmed' ? colors.mark : colors.warning),
    ...hangingIndent('    ', `${presentation.text(titleOf(session))} (${session.id})`, width),
    ...(about === '' ? [] : hangingIndent('    ', about, width)),
  ];
}

/** `idm speaker` on a terminal: all people in a table, or in plain lines when there are many. */
export function peopleTable(all: readonly Found[], presentation: Presentation, canvas: Canvas): string {
  if (all.length === 0) return '';
  const { bold } = canvas.colors;
  const head = block(presentation.text(presentation.agenda.title), canvas.width, bold);
  if (canvas.width < NARROW) return `${[...head, ...narrowPeople(all, presentation, canvas)].join('\n')}\n`;
  const drawn =
    all.length > LONG
      ? plain(all, presentation, bold)
      : tables(columns(presentation), [all.map(one => cells(one, presentation))], canvas);
  return `${[...head, ...drawn].join('\n')}\n`;
}

function cells({ person, appearances }: Found, presentation: Presentation): Row {
  const texts = [
    fullName(person, presentation),
    presentation.text(person.title),
    presentation.text(person.org),
    String(appearances.length),
  ];
  return texts.map(text => ({ text, style: PLAIN_STYLE }));
}

/** Under each name, the function, the organisation and the number of sessions. */
function narrowPeople(all: readonly Found[], presentation: Presentation, canvas: Canvas): readonly string[] {
  const { sessions, colon } = wordsOf(presentation);
  const items = all.map(({ person, appearances }): Listed => {
    const { title, org } = person;
    const count = `${sessions}${colon}${appearances.length}`;
    const below = [presentation.text(title), presentation.text(org), count];
    return { text: fullName(person, presentation), style: PLAIN_STYLE, below };
  });
  return narrowList(items, canvas);
}

function plain(all: readonly Found[], presentation: Presentation, style: Style): readonly string[] {
  const rows = all.map(({ person, appearances }) => {
    return [
      fullName(person, presentation),
      String(appearances.length),
      presentation.text(person.org),
      presentation.text(person.title),
    ];
  });
  return aligned([rows], [style, PLAIN_STYLE, PLAIN_STYLE, PLAIN_STYLE]).flat();
}

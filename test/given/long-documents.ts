const two = (n: number) => String(n).padStart(2, '0');
const many = (count: number, of: string | ((i: number) => string)) =>
  typeof of === 'string' ? of.repeat(count) : Array.from({ length: count }, (_, i) => of(i)).join('');
/** The times of a day from eight o'clock on, minute by minute, again and again. */
const time = (i: number) => `${two(8 + (Math.floor(i / 60) % 10))}:${two(i % 60)}`;

const TEXT = 'X Forum 2031\n\n12 May 2031\n';
const ONE = `${TEXT}10:00 Opening\n`;
const PAGE = '<!doctype html><h1>X Forum 2031</h1><h2>12 May 2031</h2>';

/** Plain texts and Markdown of so many lines, or so many pieces of a line. */
export const LONG_DOCUMENTS: Readonly<Record<string, (count: number) => string>> = {
  sessions: n => TEXT + many(n, i => `${time(i)} Session ${i}\n`),
  'times in brackets': n => TEXT + many(n, i => `Talk ${i} (${time(i)}-${time(i + 1)}, Hall), with Ms. Ana Reis\n`),
  'titles between blanks': n => TEXT + many(n, i => `Talk ${i}     ${time(i)}     Hall\n`),
  'headings above times': n => many(n, i => `### Talk ${i}\n${time(i)}-${time(i + 1)}\n`),
  'headings below times': n => TEXT + many(n, i => `${time(i)}\n### Talk ${i}\n`),
  'headings without a time': n => `${many(n, i => `### Talk ${i}\n`)}10:00-11:00\n`,
  'parts by indentation': n => `${TEXT}10:00 Talks\n${many(n, i => `      ${time(120 + (i % 60))} Talk ${i}\n`)}`,
  'parts by letters': n => `${TEXT}10:00-11:00 Parallel\n${many(n, i => `(${'abcdefgh'[i % 8]}) Talk ${i}\n`)}`,
  'lines of a cell in columns of blanks': n =>
    `${TEXT}Time      Item   Activity\n____\n\n10:00     1      Talk\n${many(n, `${' '.repeat(17)}and so on ${'x'.repeat(40)}\n`)}`,
  'papers in a list': n => ONE + many(n, i => `- Talk ${i} / Dr. Ana Reis (Delta Bank)\n`),
  'slashes in an item': n => `${ONE}- Talk ${many(n, '/ x ')}\n`,
  'signs before people': n => `${TEXT}10:00 Talk ${many(n, '// x ')}\n`,
  'headers of a mail': n => `Subject: X Forum\n${many(n, 'To: x\n')}\n${ONE}`,
  'rooms below headings of days': n => TEXT + many(n, i => `Place: Hall ${i}\n`) + many(n, '10:00 Talk\n'),
  'sessions at one time': n => TEXT + many(3 * n, i => `10:00-11:00 Talk ${i}\n`),
  'sessions in rooms at one time': n => TEXT + many(n, i => `10:00-11:00 Talk ${i} (Room ${i})\n`),
  'sessions whose ends are not written': n => TEXT + many(n, i => `10:00 Talk ${i}\n`),
  'sessions around others': n => TEXT + many(n, i => `8:00-${18 - (i % 9)}:00 Talk ${i}\n`),
  'clocks of twelve hours': n => TEXT + many(n, i => `${1 + (i % 12)}:00 - ${1 + ((i + 1) % 12)}:30 Talk ${i}\n`),
  'days with a session': n => TEXT + many(n, i => `${1 + (i % 28)} May ${2000 + (i % 50)}\n10:00 Opening\n`),
  'one day again and again': n => TEXT + many(n, i => `Monday 12 May 2031\n${time(i)} Talk\n`),
  'headings of days, and times that go back': n =>
    TEXT + many(n, i => `${1 + (i % 28)} May ${2000 + (i % 100)}\n`) + many(n, i => `${time(n - i)} Talk\n`),
  'numbered headings with a session': n => TEXT + many(2 * n, i => `# Session ${1 + (i % 30)}\n${time(i)} Talk\n`),
  'headings with a session': n => TEXT + many(n, i => `# Track ${i}\n${time(i)} Talk\n`),
  'times in three lines': n => TEXT + many(n, '10\n–\n11 AM\nTalk\n'),
  'lines without a time': n => TEXT + many(n, i => `A line of number ${i}.\n\n`),
  'paragraphs of a session': n => ONE + many(n, i => `A paragraph of number ${i}.\n\n`),
  'titles that go on': n => `${TEXT}10:00 Opening,\n${many(n, 'and then,\n')}`,
  'people of a session': n => `${ONE}Speakers:\n${many(n, i => `- Ana Reis${'abcdef'[i % 6]}, Director of ${i}\n`)}`,
  'functions of one person': n =>
    `${ONE}Speakers:\n${many(n, i => `- Ana Reis, Director of the bank of ${'x'.repeat(100)}${'ab'[i % 2]}\n`)}`,
  'people in a line': n => `${ONE}Speakers: ${many(n, 'Ana Reis (UNDP); ')}\n`,
  'labels without a person': n => ONE + many(n, 'Speakers:\n'),
  'sessions in a line': n => TEXT + many(n, i => `${time(i)}-${time(i + 30)} Talk ${i} `),
  'dates in a line': n => `${many(n, '12 May 2031, ')}10:00-11:00 A 11:00-12:00 B 12:00-13:00 C\n`,
  'dashes in a title': n => `${TEXT}10:00 X ${many(n, '– ')}y\n`,
  'brackets in a title': n => `${TEXT}10:00 X ${many(n, '(')}y\n`,
  'blanks in a heading': n => `${ONE}# a${many(n, ' ')}b\n`,
  'signs in a heading': n => `${ONE}# a${many(n, '#')}b\n`,
  'letters behind a pipe': n => `${TEXT}10:00 | ${many(n, 'x')}\n`,
  'cells in a row': n => `${TEXT}| 10:00 ${many(n, '| x ')}|\n`,
  'rows of a table': n => TEXT + many(n, i => `| ${time(i)} | Talk ${i} | Room A |\n`),
  'lines with signs of emphasis': n => ONE + many(n / 100, `${'**a **b __c '.repeat(400)}\n`),
  'lines with brackets': n => ONE + many(n / 100, `${'[a ![b '.repeat(600)}\n`),
  'workshops at one time': n => `${TEXT}10:00-11:00 Workshop A: One\n${many(n, i => `Workshop ${i % 90}: Two ${i}\n`)}`,
  'titles above times': n => TEXT + many(n, i => `\nTalk ${i}\n${time(i)}-${time(i + 1)}\n  Ms. Ana Reis, Director\n`),
  'people whose words go on': n => `${ONE}Ms. Ana Reis, Director of\n${many(n, 'the bank of\n')}`,
  'titles with who takes part': n => `${TEXT}10:00 X${many(n, ', with Ana Reis')}\n`,
  'rooms in brackets': n => TEXT + many(n, i => `${time(i)} Talk ${i} (Chapel ${i % 5})\n`),
  'columns by blanks': n => TEXT + many(n, i => `${time(i)}    Talk ${i}    Room ${i % 7}\n`),
  'blanks in a line with a time': n => `${TEXT}10:00${many(n, ' ')}X${many(n, ' ')}Y\n`,
  'rows below a ruler': n =>
    `${TEXT}Time   Event   Where\n-----  ------  -----\n${many(n, i => `${time(i)}  Talk    Hall\n               A\n`)}`,
  'columns in a ruler': n => `${TEXT}Time\n${many(n, '--- ')}\n10:00 X\n`,
  'names with organisations in a column': n =>
    `${TEXT}| When | Who | What | Company |\n|---|---|---|---|\n| 10:00 | ${many(n, '<p>Mr. Tom Okafor</p>')} | X | ${many(n, '<p>Bank</p>')} |\n`,
  'empty lines': n => `${TEXT}10:00 X${many(n * 10, '\n')}b\n`,
  'tags in a line': n => `${ONE}${many(n, '<p>a</p>')}`,
};

/** Pages with so many elements, or attributes. */
export const LONG_PAGES: Readonly<Record<string, (count: number) => string>> = {
  'paragraphs with a time': n => PAGE + many(n, i => `<p>${time(i)} Talk ${i}</p>`),
  'columns of sessions': n =>
    `${PAGE}<p>10:00-11:00 Talks<table><tr><th>Talk A: x<th>Talk B: y${many(n, '<tr><td>Hall<td>Chair: Ms. Ana Reis')}</table>`,
  'names and organisations': n =>
    `${PAGE}<p>10:00 Talk</p>${many(n, '<p>Ana Reis<br>Director</p><p>Tom Okafor<br>Delta Film</p>')}`,
  'rooms below times': n => `${PAGE}<table>${many(n, i => `<tr><td><p>${time(i)}<p>Room ${i % 5}<td>Talk ${i}</tr>`)}`,
  'headings that are rooms': n =>
    `${PAGE}${many(n, i => `<h3>Room ${i % 9}</h3><table><tr><td>${time(i)}<td>Talk ${i}</table>`)}`,
  'headings with a time at the end': n => PAGE + many(n, i => `<h3>Talk ${i} · ${time(i)}</h3>`),
  'breaks in a paragraph': n => `${PAGE}<p>10:00 X${many(n, '<br>y')}`,
  'no-break spaces': n => `${PAGE}<p>10:00 X${many(n, '&nbsp;')}y`,
  'blanks of a text that is set as it is': n => `${PAGE}<pre>10:00 X${many(n, ' ')}y</pre>`,
  'divisions in one another': n => `${PAGE}${many(n, '<div>')}10:00 X`,
  'tables in one another': n => `${PAGE}${many(n, '<table><tr><td>')}10:00 X`,
  'cells that cover more than there is': n =>
    `${PAGE}<table>${many(n, i => `<tr><td colspan=1000000 rowspan=1000000000>${time(i)}<td>Talk</tr>`)}`,
  'cells over a thousand rooms': n =>
    `${PAGE}<table><tr><th>Time${many(1000, i => `<th>Room ${i}`)}${many(n / 10, i => `<tr><td>${time(i)}<td colspan=998>Talk ${i}`)}`,
  'rooms side by side': n =>
    `${PAGE}<table><tr><th>Time<th>Room A<th>Room B${many(n, i => `<tr><td>${time(i)}<td>Talk<td>Talk`)}`,
  'rows without a time': n => `${PAGE}<table><tr><td>10:00<td>Talk<td>x${many(n, '<tr><td><td>a<td>b')}`,
  'tables after one another': n => PAGE + many(n, i => `<table><tr><td>${time(i)}<td>Talk</table>`),
  'attributes of an element': n => `${PAGE}<p ${many(n, i => `a${i} `)}>10:00 X`,
};

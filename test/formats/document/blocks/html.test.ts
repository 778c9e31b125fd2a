import { expect, test } from 'vitest';
import { readAny } from '../../../../src/formats/detect.js';
import { htmlBlocks } from '../../../../src/formats/document/blocks/html.js';

test.each([
  [
    'what is struck out',
    '<p>10:00 <s>Old <b>title</b></s> New title</p><p><strike>B</strike></p>',
    ['10:00 New title'],
  ],
  ['what was deleted', '<p>10:00 <del>Old title</del><ins>New title</ins></p>', ['10:00 New title']],
  ['what runs', '<p>A</p><script>B</script><style>C</style><template><p>D</p></template>', ['A']],
  ['what leads to other pages', '<nav>Home</nav><p>A</p><footer>Contact</footer>', ['A']],
  ['what is typed into', '<p>A <select><option>B</select><button>C</button></p>', ['A']],
])('a page is read without %s', (_, html, texts) => {
  expect(htmlBlocks(html).blocks.map(({ text }) => text)).toEqual(texts);
});

test('the end of a day behind its time is no session, and ends the last one', async () => {
  const html = `<h1>Delta Forum</h1><h2>14 May 2031</h2><p>9:00 am</p><h3>Keels</h3><p>11:00 am</p><h3>End of day</h3>`;
  const { agenda } = await readAny(html, { file: 'x' });
  expect(agenda?.days[0]?.sessions.map(({ id, time }) => [id, time])).toEqual([['keels', { start: 540, end: 660 }]]);
});

test('what is struck out is told, once for a block', async () => {
  const html = `<h1>Delta Forum</h1><p>14 May 2031, Lisbon</p><p>10:00-11:00 Opening</p>
    <p><s>11:00-12:00 Old</s> <s>panel</s></p><p>12:00-13:00 Keels</p><p>Speakers: <del>Ada Lind</del> Bo Ek</p>`;
  const { agenda, faults } = await readAny(html, { file: 'x' });
  const [day] = agenda?.days ?? [];
  expect(day?.sessions.map(({ id }) => id)).toEqual(['opening', 'keels']);
  expect(agenda?.people.map(({ name }) => name)).toEqual(['Bo Ek']);
  expect(faults.filter(({ message }) => message.includes('struck'))).toMatchObject([
    {
      rule: 'read-as',
      message: 'block 4: "11:00-12:00 Old panel" is struck out, and taken to be deleted; so is 1 more',
    },
  ]);
});

import { expect, test } from 'vitest';
import { htmlBlocks } from '../../../src/formats/document/html.js';

test.each([
  ['what was deleted', '<p>10:00 <del>Old title</del><ins>New title</ins></p>', ['10:00 New title']],
  ['what runs', '<p>A</p><script>B</script><style>C</style><template><p>D</p></template>', ['A']],
  ['what leads to other pages', '<nav>Home</nav><p>A</p><footer>Contact</footer>', ['A']],
  ['what is typed into', '<p>A <select><option>B</select><button>C</button></p>', ['A']],
])('a page is read without %s', (_, html, texts) => {
  expect(htmlBlocks(html).blocks.map(({ text }) => text)).toEqual(texts);
});

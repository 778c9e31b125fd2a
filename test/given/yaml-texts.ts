import fc from 'fast-check';

/** One of the usual things, or now and then one that is seldom written or wrong. */
function mostly<T>(usual: readonly T[], seldom: readonly T[] | fc.Arbitrary<T>): fc.Arbitrary<T> {
  const rest = Array.isArray(seldom) ? fc.constantFrom(...(seldom as readonly T[])) : (seldom as fc.Arbitrary<T>);
  return fc.oneof({ weight: 24, arbitrary: fc.constantFrom(...usual) }, { weight: 1, arbitrary: rest });
}

const PLAIN =
  'Opening|Ouverture générale|no|1.10|007|2018-03-26|10:00-11:00|été « 2030 »|a#b|http://a.b/c?d#e|~|中文 – 🙂|';
const QUOTED = [
  `"quoted: one"`,
  `'it''s'`,
  `"a \\"b\\" \\u00e9\\t"`,
  `"two\n      lines"`,
  `'two\n\n      lines'`,
  `""`,
  `''`,
];
const BLOCKS = [
  'plain\n      goes on',
  '|\n      lit\n       eral\n',
  '>-\n      folded\n      text\n\n',
  '|+ # keep\n      x\n\n',
  '>2-\n            x',
];
const FLOW = [
  '[a, b]',
  '[ a , "b" ]',
  '{en: One, fr: Un}',
  '{ en: "x, y" , }',
  '[]',
  '{}',
  '[a,\n         b]',
  '[{name: N, org: O}, a]',
  '{a: [b,\n          {c: d}] # e\n          }',
];
const ODD = [
  'a #b',
  '- x',
  'a: b',
  '&a x',
  '*a',
  '!t x',
  '%x',
  '@x',
  '`x`',
  '? x',
  '{a: , b}',
  '{a, b}',
  '[a,\n b]',
  '[, a]',
  '[? a : b]',
  '"a" b',
];
const NOISE = fc.string({
  unit: fc.constantFrom(...'ab:#,-[]{}"\'|>&*!%? \t\n\réاλ中🙂\u0085\u2028\u0000'),
  maxLength: 12,
});

const scalar = fc.oneof(
  { weight: 12, arbitrary: mostly([...PLAIN.split('|'), ...QUOTED, ...BLOCKS, ...FLOW], ODD) },
  { weight: 1, arbitrary: NOISE },
);
const key = mostly(
  'time title description room type speakers moderators tags languages url extra "subtitle" \'track\''.split(' '),
  ['<<', '? id', '1', 'null', 'a b', '"a > b"', '', '[a]'],
);
const field = fc.tuple(
  key,
  mostly([': ', ':  '], [':', ':\t', ' : ']),
  scalar,
  mostly(['', ' ', ' # remark', '\r', '\n', '\n  # remark'], ['\n\t', '#x', ' "', ',']),
);
const fields = fc.uniqueArray(field, { maxLength: 5, selector: ([name]) => name });

const written = (list: readonly (readonly string[])[], indent: string) =>
  list.map(parts => `${indent}${parts.join('')}\n`).join('');

const agenda = fc
  .tuple(
    fc.array(fields, { maxLength: 4 }),
    fields,
    mostly(['', '---\n', '# first\n', '\uFEFF', '\n \n'], ['%YAML 1.2\n---\n', '--- # x\n', '- ']),
    mostly(['', '\n\n', '# last', '...\n'], ['---\nb: c\n', '# idm-ignore overlap: x\n', 'x']),
  )
  .map(([sessions, own, before, after]) => {
    const items = sessions.map(list => `      - id: s\n${written(list, '        ')}`).join('');
    return `${before}id: x\ntimezone: Europe/Paris\n${written(own, '')}days:\n  - date: 2030-01-01\n    sessions:\n${items}${after}`;
  });

/** At a place of a text, so many characters make way for others. */
const slip = fc.tuple(
  fc.nat(),
  fc.nat(3),
  fc.constantFrom('', ' ', '\n', '\t', ':', ': ', '#', ' #', '"', "'", '[', '}', ',', '- ', '&a ', '*a', '|', '\r\n'),
);

/** Agendas in YAML as people write them, some with slips of the finger: most are ordinary, many are no YAML. */
export const YAML_TEXTS: fc.Arbitrary<string> = fc
  .tuple(agenda, fc.oneof(fc.constant([]), fc.array(slip, { maxLength: 3 })))
  .map(([text, slips]) =>
    slips.reduce((before, [at, length, by]) => {
      const from = at % (before.length + 1);
      return before.slice(0, from) + by + before.slice(from + length);
    }, text),
  );

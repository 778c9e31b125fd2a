import { expect, test } from 'vitest';
import { isEnd } from '../../../src/formats/document/labels.js';

test.each([
  'End',
  'End of day',
  'End of the meeting',
  'Fin de la réunion',
  'Fin du séminaire',
  'Fin de la jornada',
  'Конец заседания',
  'نهاية الجلسة',
  'Ende der Veranstaltung',
])('%s says that all is over', title => {
  expect(isEnd(title)).toBe(true);
});

test.each(['Endings', 'End of the world', 'Fin de la pauvreté', 'Closing of the meeting', ''])(
  '%j is a session as any',
  title => {
    expect(isEnd(title)).toBe(false);
  },
);

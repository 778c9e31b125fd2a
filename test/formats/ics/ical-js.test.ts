import { expect, test } from 'vitest';
import { icalJs } from '../../clients/readers/ical-js.js';
import { AGENDA_NAMES, FORM_NAMES, lines, take } from '../../clients/survey.js';

// The one client that is a library. The others, which are programs, are tried by .ci/clients.
test.each(FORM_NAMES.flatMap(form => AGENDA_NAMES.map(agenda => [form, agenda] as const)))(
  'ical.js shows the export with %s of %s as it is',
  async (form, agenda) => {
    const { said, shown } = await take(icalJs, form, agenda);
    expect(lines(shown)).toEqual(lines(said));
  },
);

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAny } from '../../src/formats/detect.js';
import { usualInterpretation, usualRooms } from '../../src/formats/docx/usual.js';
import { FORMATS, type WriterName } from '../../src/formats/registry.js';
import type { Agenda, Appearance, Link } from '../../src/model/agenda.js';
import type { Name } from '../../src/model/localized.js';
import { formatTime } from '../../src/model/time.js';
import { type Presentation, presentation } from '../../src/query/presentation.js';
import { interpretation, type ScheduledSession, scheduledSessions } from '../../src/query/scheduled-sessions.js';
import { given } from '../given/exports.js';
import { fullAgendas } from '../given/full-agendas.js';
import { plainAgendas } from '../given/plain-agendas.js';
import { printed } from '../support/programme.js';
import { runs } from '../support/runs.js';

const FILES: Readonly<Partial<Record<WriterName, string>>> = {
  docx: 'x.docx',
  markdown: 'x.md',
  csv: 'x.csv',
  html: 'x.html',
};

async function andBack(yaml: string, format: WriterName) {
  const source = given(yaml);
  const { write } = await FORMATS[format].write();
  return { before: source.agenda, ...(await readAny(await write(source), { file: FILES[format] ?? '' })) };
}

describe('an agenda as a document, and read again', () => {
  test.each<[WriterName]>([['docx'], ['markdown']])(
    'in %s, in six languages: has its sessions, rooms and people with their functions and notes, and nothing else',
    async format => {
      await fc.assert(
        fc.asyncProperty(plainAgendas, async yaml => {
          const { before, agenda, faults } = await andBack(yaml, format);
          expect(printed(agenda, before.language)).toEqual(printed(before, before.language));
          expect(agenda?.timezone).toBe(before.timezone);
          expect(faults.filter(({ rule }) => rule !== 'read-as')).toEqual([]);
        }),
        { numRuns: runs(60) },
      );
    },
  );

  test.each<[WriterName]>([['csv'], ['html']])('in %s: has its sessions with their rooms', async format => {
    const timed = (agenda: Agenda | undefined, language?: string) =>
      // A calendar has no types of sessions.
      printed(agenda, language).sessions.map(line => line.replace(/(?<=:\d\d) [a-z-]+ (?=\|)/, ' '));
    await fc.assert(
      fc.asyncProperty(plainAgendas, async yaml => {
        const { before, agenda } = await andBack(yaml, format);
        expect(timed(agenda)).toEqual(timed(before, before.language));
      }),
      { numRuns: runs(40) },
    );
  });

  test('of Word has every field that a document shows, whatever stands in it', async () => {
    await fc.assert(
      fc.asyncProperty(fullAgendas, async yaml => {
        const { before, agenda, faults } = await andBack(yaml, 'docx');
        if (agenda === undefined) throw new Error('no agenda');
        const [wanted, found] = [shown(before), shown(agenda)];
        expect(found.agenda).toEqual(wanted.agenda);
        expect(found.sessions.map((one, i) => ({ ...one, ...untold(before, i) }))).toEqual(
          wanted.sessions.map((one, i) => ({ ...one, ...untold(before, i) })),
        );
        expect(faults).toEqual([]);
      }),
      { numRuns: runs(60) },
    );
  });
});

/** What a document can't say of a session: that it has no room, or no interpretation, where there is a usual one. */
function untold(agenda: Agenda, i: number): { readonly rooms?: 'any'; readonly interpretation?: 'any' } {
  const view = presentation(agenda);
  const lacks = (one: ScheduledSession | undefined, of: typeof usualRooms, own: readonly string[]): boolean =>
    one !== undefined && own.length === 0 && (of(one, one.parent, view).length > 0 || lacksAbove(one.parent, of));
  const lacksAbove = (one: ScheduledSession | undefined, of: typeof usualRooms): boolean =>
    one !== undefined && lacks(one, of, of === usualRooms ? one.rooms : interpretation(one, view));
  const entry = scheduledSessions(agenda)[i];
  return {
    ...(lacksAbove(entry, usualRooms) && { rooms: 'any' as const }),
    ...(lacksAbove(entry, usualInterpretation) && { interpretation: 'any' as const }),
  };
}

/** What a document shows of an agenda, with blanks as they are printed. */
function shown(agenda: Agenda) {
  const view = presentation(agenda);
  const text = (one: Name | undefined) => {
    const said = view.text(one).normalize('NFC').replace(/\s+/g, ' ').trim();
    return said === '' ? undefined : said;
  };
  const rooms = (ids: readonly string[]) => ids.map(id => text(view.room(id).name));
  const links = (all: readonly Link[]) => all.map(({ title, url }) => [text(title), new URL(url).href]);
  const sorted = (tags: readonly string[]) => [...tags].sort();
  return {
    agenda: {
      texts: [agenda.title, agenda.subtitle, agenda.description, agenda.venue, agenda.organizer].map(text),
      rest: [agenda.status, agenda.timezone, agenda.url && new URL(agenda.url).href, rooms(agenda.room)],
      interpretation: sorted(agenda.interpretation ?? []),
      links: links(agenda.links),
      days: agenda.days.map(({ date, title }) => [date, text(title)]),
    },
    sessions: scheduledSessions(agenda).map(entry => {
      const { session, parent, status, date, time } = entry;
      return {
        when: [date, formatTime(time), session.type, status, text(parent?.session.title)],
        texts: [session.title, session.subtitle, session.description, session.organizer, session.track].map(text),
        rooms: rooms(entry.rooms),
        interpretation: sorted(interpretation(entry, view)),
        languages: sorted(session.languages),
        url: session.url && new URL(session.url).href,
        // The address of a room to join by video is a link, where it isn't known which room has it.
        links: links(session.links).filter(([title, url]) => title !== url && !isJoin(title)),
        people: [...session.moderators, ...session.speakers].map(one => personIn(one, view, text)),
        items: session.items.map(({ title, note, url, speakers }) => [
          text(title),
          text(note),
          url && new URL(url).href,
          speakers.map(one => personIn(one, view, text)),
        ]),
      };
    }),
  };
}

const isJoin = (title: string | undefined) => title !== undefined && /^https?:/.test(title);

/** Someone without function and organisation: who has none of their own on one occasion has in a document those of another. */
function personIn(one: Appearance, view: Presentation, text: (one: Name | undefined) => string | undefined) {
  const who = view.personOf(one);
  return [text(who.name), text(who.honorific), text(one.role), text(one.note), one.remote === true];
}

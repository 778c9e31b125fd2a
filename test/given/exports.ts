import { readFileSync } from 'node:fs';
import { readYaml as read } from '../../src/formats/agenda/full-read.js';
import type { ExportRequest } from '../../src/formats/export-request.js';
import type { WriterOptions } from '../../src/formats/options.js';
import { FORMATS, READER_NAMES, type ReaderName, type WriterName } from '../../src/formats/registry.js';
import type { Agenda } from '../../src/model/agenda.js';
import { presentation } from '../../src/query/presentation.js';
import { type ScheduledSession, scheduledSessions } from '../../src/query/scheduled-sessions.js';

export const SHIPPED = readFileSync(new URL('../../data/idm-2018.yaml', import.meta.url), 'utf8');
export const NASTY = readFileSync(new URL('./nasty.yaml', import.meta.url), 'utf8');

/** The formats that come back: those that are both read and written, but for the YAML, which is the agenda itself. */
export const BOTH_WAYS = READER_NAMES.filter(
  (name): name is Exclude<ReaderName & WriterName, 'yaml'> => name !== 'yaml' && 'write' in FORMATS[name],
);

/** An agenda of one session, the fields of the agenda put before it. */
export function one(fields = '', session = ''): string {
  return `id: one\ntitle: Une\nlanguage: fr\ntimezone: America/New_York\n${fields}
days: [{date: 2018-06-02, sessions: []}, {date: 2018-06-01, sessions: [{id: s, time: 10:00-11:00, title: Une${session}}]}]\n`;
}

interface Choice extends WriterOptions {
  readonly lang?: string;
  readonly only?: (entry: ScheduledSession) => boolean;
}

/** What a command hands to a writer, and the agenda in it. */
export function given(
  yaml: string,
  { lang, only = () => true, ...options }: Choice = {},
): ExportRequest & { readonly agenda: Agenda } {
  const { agenda } = read(yaml);
  if (agenda === undefined) throw new Error('the fixture is no agenda');
  return {
    agenda,
    presentation: presentation(agenda, lang === undefined ? {} : { lang }),
    selection: scheduledSessions(agenda).filter(only),
    options,
  };
}

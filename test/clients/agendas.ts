import { fileURLToPath } from 'node:url';
import { idm, SHIPPED } from '../support/run.js';

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** The agendas that every client gets, by what is in them. */
export const AGENDAS = {
  'the shipped agenda': SHIPPED,
  'a nasty agenda': here('../given/clients/awkward.yaml'),
  'an agenda of one session': here('../given/clients/one.yaml'),
  'an agenda without sessions': here('../given/clients/none.yaml'),
} as const;
export type AgendaName = keyof typeof AGENDAS;

/** An event, as an agenda says it or a client shows it. */
export interface Event {
  /** Seconds since 1970. */
  readonly start: number;
  /** Null when none is announced. */
  readonly end: number | null;
  readonly title: string;
  readonly place: string;
  readonly status: string;
}

/** A session as `idm export --json` gives it: what these tests need of it. */
export interface Session {
  readonly id: string;
  readonly start: string;
  readonly end: string | null;
  readonly title: string;
  readonly status: string;
  readonly rooms: readonly { readonly name: string }[];
  readonly [field: string]: unknown;
}

interface Exported {
  readonly agenda: { readonly title: string; readonly venue: string | null };
  readonly sessions: readonly Session[];
}

/** The sessions of an agenda, in order. */
export async function sessions(file: string): Promise<readonly Session[]> {
  return (await exported(file)).sessions;
}

/** What a calendar is to show of an agenda, by session id: line breaks of one kind, and no control characters. */
export async function events(file: string): Promise<ReadonlyMap<string, Event>> {
  const { agenda, sessions } = await exported(file);
  return new Map(
    sessions.map(({ id, start, end, title, rooms, status }) => {
      const place = [...rooms.map(({ name }) => name), agenda.venue].filter(Boolean).join(', ') || agenda.title;
      const times = { start: seconds(start), end: end === null ? null : seconds(end) };
      return [id, { ...times, title: shown(title).replace(/\s*\n\s*/g, ' '), place: shown(place), status }];
    }),
  );
}

/** Writes an agenda in another format, by the options of `idm export`. */
export async function write(agenda: string, options: readonly string[], file: string): Promise<void> {
  const { code, err } = await idm(['export', ...options, '-f', agenda, '-o', file]);
  if (code !== 0) throw new Error(`idm export ${options.join(' ')} of ${agenda}: ${err}`);
}

async function exported(file: string): Promise<Exported> {
  return JSON.parse((await idm(['export', '--json', '-f', file])).out);
}

function seconds(iso: string): number {
  return Date.parse(iso) / 1000;
}

function shown(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/(?![\t\n])\p{Cc}/gu, '');
}

import type { Event } from '../agendas.js';
import type { Program } from '../programs.js';

/** A program that reads calendars. */
export interface Client extends Program {
  /** The events of a calendar file as it shows them, in any order. It may leave files in the folder. */
  read(file: string, folder: string): readonly Event[] | Promise<readonly Event[]>;
  /** What it can't show, or shows in its own way; as sentences for people. */
  readonly notes: readonly string[];
  /**
   * An event without what it can't show; undefined for one that it refuses. Both the event of an agenda and what comes of
   * it are compared through this, so it says no more than what is lost. Absent when nothing is.
   */
  limits?(event: Event): Event | undefined;
}

/** The events that a reader printed, one JSON object a line. */
export function eventLines(text: string): Event[] {
  return text.split('\n').flatMap(line => (line === '' ? [] : (JSON.parse(line) as Event)));
}

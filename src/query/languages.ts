import type { Agenda } from '../model/agenda.js';
import { base } from '../model/localized.js';
import { texts } from './texts.js';

/** The languages that texts stand in, in order of first use. */
export function languages(agenda: Agenda): readonly string[] {
  return [...new Set([...texts(agenda)].flatMap(({ text }) => Object.keys(text)))];
}

/** True when some text is in the language asked for, or in another variety of it. */
export function speaks(agenda: Agenda, tag: string): boolean {
  return languages(agenda).some(known => base(known) === base(tag));
}

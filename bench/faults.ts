// What goes wrong in an agenda, each one error or warning with a place, none of it in the syntax.

import type { MadeSession } from './agendas.js';

/** Each changes a session; the other is at the same time in the next room. */
export const FAULTS: readonly ((session: MadeSession, other: MadeSession) => void)[] = [
  (session, other) => {
    session.room = [session.room, other.room].flatMap(room => room ?? []);
  },
  session => {
    session.speakers?.push('personne');
  },
  session => {
    session.time = '25:00-26:30';
  },
  session => {
    session.colour = 'bleu';
  },
  session => {
    delete session.title;
  },
  session => {
    session.room = 'salle-99';
  },
  session => {
    session.type = 'seminaire';
  },
  (session, other) => {
    session.id = other.id;
  },
  (session, other) => {
    session.speakers?.push(...(other.speakers ?? []).slice(0, 1));
  },
  session => {
    session.time = session.time.replace(/-.*/, '-08:00');
  },
  session => {
    session.title = 'À confirmer';
  },
  session => {
    session.url = 'www.example.org';
  },
  session => {
    session.speakers?.push(...session.speakers.slice(0, 1));
  },
  session => {
    session.languages = ['le français'];
  },
];

// What goes wrong in an agenda, each one error or warning with a place, none of it in the syntax.

/** Each changes a session; the other is at the same time in the next room. */
export const FAULTS = [
  (session, other) => {
    session.room = [session.room, other.room];
  },
  session => {
    session.speakers.push('personne');
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
    session.speakers.push(other.speakers[0]);
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
    session.speakers.push(session.speakers[0]);
  },
  session => {
    session.languages = ['le français'];
  },
];

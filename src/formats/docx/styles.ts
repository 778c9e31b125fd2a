/**
 * The paragraph styles of a document, by what a paragraph says. The names are those that Word shows: a reader knows by them
 * what is what. `heading 1` is a day, `heading 2` a session, `heading 3` and on its parts, each as deep as it lies.
 */
export const PARAGRAPH_STYLES = {
  /** The letterhead, in this order. */
  organizer: 'Agenda Organizer',
  title: 'Title',
  subtitle: 'Subtitle',
  dates: 'Agenda Dates',
  /** The usual room, and the venue below it. */
  room: 'Agenda Room',
  venue: 'Agenda Venue',
  status: 'Agenda Status',
  text: 'Agenda Text',
  /** Labelled: the zone of the times, the languages of interpretation; the address; a link. */
  fact: 'Agenda Fact',
  link: 'Agenda Link',
  /** A date, and behind it what the day is called. */
  day: 'heading 1',
  /** The usual room of a day, where it is another. */
  dayRoom: 'Day Room',
  /** The row that is repeated on each page, and the first column. */
  head: 'Schedule Head',
  time: 'Session Time',
  partTime: 'Session Part Time',
  session: 'heading 2',
  part: 'heading 3',
  partOfPart: 'heading 4',
  partOfThat: 'heading 5',
  deepPart: 'heading 6',
  /** The titles of sessions that are one line. */
  break: 'Session Break',
  registration: 'Session Registration',
  sessionSubtitle: 'Session Subtitle',
  /** Kind and room in one line; then labelled: who holds it, track, languages, interpretation. */
  sessionFact: 'Session Fact',
  sessionText: 'Session Text',
  /** A label, and behind it the one person; or the label alone, and a list. */
  moderators: 'Session Moderators',
  moderator: 'Session Moderator',
  speakers: 'Session Speakers',
  speaker: 'Session Speaker',
  /** A paper or a statement. */
  item: 'Session Item',
  /** An address or a link, labelled where it is the one to join by video. */
  sessionLink: 'Session Link',
  footer: 'footer',
} as const;
export type ParagraphStyle = keyof typeof PARAGRAPH_STYLES;

/** The styles of pieces of a paragraph, which tell them apart and change nothing of how they look. */
export const CHARACTER_STYLES = {
  label: 'Agenda Label',
  dayTitle: 'Day Title',
  /** Behind a title, in brackets. */
  status: 'Session Status',
  kind: 'Session Kind',
  room: 'Session Room',
  itemTitle: 'Item Title',
  itemNote: 'Item Note',
  honorific: 'Person Honorific',
  name: 'Person Name',
  function: 'Person Function',
  organisation: 'Person Organisation',
  /** In brackets behind a person. */
  role: 'Person Role',
  note: 'Person Note',
  remote: 'Person Remote',
  link: 'Hyperlink',
} as const;
export type CharacterStyle = keyof typeof CHARACTER_STYLES;

import fc from 'fast-check';

const word = fc.constantFrom('Öffnung', 'Rural', 'migrants', '=SUM', "'-x", 'a,b', 'say "hi"', 'x\ny', '中文', 'late');
const title = fc.array(word, { minLength: 1, maxLength: 3 }).map(words => words.join(' '));
const plain = fc.stringMatching(/^[a-z]{3,8}$/);
const people = fc.uniqueArray(fc.constantFrom('Ada Reef', 'Ben O’Hara', 'Çelik Ünal', 'Dr. No'), { maxLength: 2 });

const fields = fc.record({
  title,
  type: fc.constantFrom('session', 'panel', 'break', 'keynote', 'side-event'),
  status: fc.constantFrom('confirmed', 'tentative', 'cancelled'),
  track: fc.option(plain, { nil: undefined }),
  tags: fc.uniqueArray(plain, { maxLength: 2 }),
  languages: fc.subarray(['fr', 'en', 'pt-BR']),
  url: fc.option(fc.constant('https://example.org/a,b;c?d="e"'), { nil: undefined }),
  moderators: people,
  speakers: people,
  room: fc.subarray(['r1', 'r2']),
  start: fc.integer({ min: 0, max: 90 }),
  length: fc.integer({ min: 0, max: 30 }),
  day: fc.integer({ min: 0, max: 1 }),
  parts: fc.integer({ min: 0, max: 2 }),
});

const clock = (minutes: number) => {
  const rest = minutes % 1440;
  const text = `${String(Math.floor(rest / 60)).padStart(2, '0')}:${String(rest % 60).padStart(2, '0')}`;
  return minutes >= 1440 ? `${text}+1` : text;
};

type Fields = typeof fields extends fc.Arbitrary<infer T> ? T : never;

function session({ start, length, moderators, speakers, day: _, parts, ...rest }: Fields, id: string): object {
  const [from, to] = [start * 15, (start + length) * 15];
  const said = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  const part = (n: number) => ({
    id: `${id}-${n}`,
    time: `${clock(from)}-${length === 0 ? '' : clock(to)}`,
    title: `Part ${n}`,
  });
  return {
    id,
    time: `${clock(from)}-${length === 0 ? '' : clock(to)}`,
    ...said,
    moderators: moderators.map(name => PEOPLE[name]),
    speakers: speakers.map(name => PEOPLE[name]),
    ...(parts > 0 ? { sessions: Array.from({ length: parts }, (_, n) => part(n)) } : {}),
  };
}

const PEOPLE: Readonly<Record<string, string>> = {
  'Ada Reef': 'ada-reef',
  'Ben O’Hara': 'ben-ohara',
  'Çelik Ünal': 'celik-unal',
  'Dr. No': 'dr-no',
};

/** Agendas of two days as JSON, which is YAML; each room has a session to itself, and both days have one. */
export const agendas = fc.array(fields, { minLength: 1, maxLength: 6 }).map(list => {
  const rooms = ['r1', 'r2'].map((room, i) => ({ id: `room-${i}`, time: '08:00-08:10', title: `Room ${i}`, room }));
  const days = [0, 1].map(day => ({
    date: `2026-05-0${day + 4}`,
    sessions: [rooms[day], ...list.flatMap((item, i) => (item.day === day ? [session(item, `s${i}`)] : []))],
  }));
  return JSON.stringify({
    id: 'made',
    title: 'Made',
    timezone: 'America/New_York',
    venue: 'Pier 7',
    rooms: { r1: 'Großer Saal', r2: 'Annex' },
    people: Object.fromEntries(Object.entries(PEOPLE).map(([name, id]) => [id, { name }])),
    days,
  });
});
